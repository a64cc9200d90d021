/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Reads what headers tell the memory, in the process that calls this.
 */
#include "config.h"

#include "verdict/engine-private.h"

#include "evidence/identity/buoy-lesson-read.h"
#include "evidence/identity/buoy-name-key.h"
#include "evidence/origin/buoy-hand-over-read.h"
#include "evidence/origin/buoy-list.h"
#include "evidence/origin/buoy-origin.h"

/* Whether its server was confirmed does not matter for a question. */
static void
read_list (const BuoyMessage *message, const BuoyContext *context, BuoyLesson *question)
{
  g_autofree char *list = buoy_list_find_id (message);
  g_autoptr (BuoyTrustBoundary) boundary = list != NULL ? buoy_boundary_new (message, context) : NULL;
  BuoyOrigin origin;

  if (boundary == NULL)
    return;
  origin = buoy_origin_trace (message, boundary);
  buoy_lesson_set_list (question, list, &origin);
}

static void
read_sender (const BuoyMessage *message, const BuoyContext *context, BuoyHeaderFacts *facts)
{
  const BuoyMailbox *from = g_ptr_array_index (message->from, 0);

  facts->sender = buoy_lesson_of_sender (from);
  if (facts->sender == NULL)
    return;
  read_list (message, context, facts->sender);
  g_ptr_array_unref (facts->names);
  facts->names = buoy_name_keys_of_others (from->name, facts->sender->is_address ? NULL : from->domain);
  g_ptr_array_set_size (facts->names, (int) MIN (facts->names->len, BUOY_MAX_SENDER_NAMES));
}

static BuoyHeaderFacts *
read_header (GBytes *header, BuoyContext *context)
{
  g_autoptr (BuoyMessage) message = buoy_message_new_from_bytes (header, NULL);
  BuoyHeaderFacts *facts = buoy_header_facts_new ();
  BuoyHandOver hand_over;

  if (message == NULL)
    return facts;
  if (message->from->len > 0)
    read_sender (message, context, facts);
  if (buoy_hand_over_read (message, context, &hand_over))
    facts->hand_over = buoy_hand_over_copy (&hand_over);
  return facts;
}

GPtrArray *
buoy_header_facts_read (const GPtrArray *headers, BuoyContext *context)
{
  GPtrArray *all = g_ptr_array_new_with_free_func (buoy_header_facts_free);

  for (guint i = 0; i < headers->len; i++)
    g_ptr_array_add (all, read_header (g_ptr_array_index (headers, i), context));
  return all;
}
