/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * From evidence to what a verdict tells.
 */
#include "config.h"

#include "verdict/buoy-facts-builder.h"

#include <string.h>

#include "base/host/buoy-host.h"

static void
fill_message (BuoyFacts *facts, const BuoyEvidence *evidence)
{
  const BuoyMessage *message = evidence->message;
  g_autofree char *from = evidence->from != NULL ? buoy_address_for_reader (evidence->from->address) : NULL;

  facts->message_id = buoy_facts_copy_cut (message->message_id);
  facts->subject = buoy_facts_copy_cut (message->subject);
  facts->has_date = message->date != NULL;
  facts->date = message->date != NULL ? g_date_time_to_unix (message->date) : 0;
  facts->has_unread_pictures = buoy_message_has_unread_pictures (message);
  facts->has_from = evidence->from != NULL;
  if (evidence->from == NULL)
    return;
  facts->from_name = buoy_facts_copy_cut (evidence->from->name);
  facts->from_address = buoy_facts_copy_cut (from);
  facts->from_domain = buoy_facts_copy (evidence->from_domain);
}

static void
add_local_parts (GPtrArray *parts, const GPtrArray *mailboxes)
{
  for (guint i = 0; i < mailboxes->len; i++)
    {
      const BuoyMailbox *mailbox = g_ptr_array_index (mailboxes, i);
      g_autofree char *part = g_strndup (mailbox->address, strcspn (mailbox->address, "@"));

      g_ptr_array_add (parts, buoy_facts_copy (part));
    }
}

/* When the newest Received line was written, by the receiving side. */
static gint64
delivery_time (const BuoyMessage *message)
{
  const BuoyReceived *line = message->received->len > 0 ? g_ptr_array_index (message->received, 0) : NULL;

  return line != NULL && line->date != NULL ? g_date_time_to_unix (line->date) : 0;
}

static void
add_unverified (GPtrArray *hops, const BuoyEvidence *evidence)
{
  const GPtrArray *received = evidence->message->received;

  for (guint i = evidence->origin.n_trusted; i < received->len && hops->len < BUOY_FACTS_MAX_HOPS; i++)
    {
      const BuoyReceived *line = g_ptr_array_index (received, i);
      const char *host = line->rdns != NULL ? line->rdns : line->helo;
      BuoyHopFacts *hop;

      if (host == NULL && line->ip == NULL)
        continue;
      hop = g_new0 (BuoyHopFacts, 1);
      hop->host = buoy_facts_copy_cut (host);
      hop->ip = buoy_facts_copy_cut (line->ip);
      g_ptr_array_add (hops, hop);
    }
}

static const char *
find_reader_server (const BuoyEvidence *evidence)
{
  const GPtrArray *received = evidence->message->received;

  if (evidence->origin.by != NULL || evidence->origin.n_trusted == 0 || received->len == 0)
    return evidence->origin.by;
  return ((const BuoyReceived *) g_ptr_array_index (received, 0))->by;
}

static void
fill_origin (BuoyOriginFacts *facts, const BuoyEvidence *evidence)
{
  const BuoyOrigin *origin = &evidence->origin;
  const BuoyReceived *line = origin->boundary_hop;

  facts->state = origin->state;
  facts->host = buoy_facts_copy_cut (origin->host);
  facts->domain = buoy_facts_copy_cut (origin->domain);
  facts->by = buoy_facts_copy_cut (origin->by);
  facts->assumed = origin->assumed;
  facts->reader_server = buoy_facts_copy_cut (find_reader_server (evidence));
  add_unverified (facts->before, evidence);
  facts->has_line = line != NULL;
  if (line == NULL)
    return;
  facts->helo = buoy_facts_copy_cut (line->helo);
  facts->rdns = buoy_facts_copy_cut (line->rdns);
  facts->ip = buoy_facts_copy_cut (line->ip);
  facts->rdns_state = line->rdns_state;
  facts->authenticated = line->authenticated;
}

static void
fill_auth (BuoyAuthFacts *facts, const BuoyAuthentication *auth)
{
  facts->state = auth->state;
  facts->source = buoy_facts_copy (auth->source);
  facts->spf = buoy_facts_copy (auth->spf);
  facts->dkim = buoy_facts_copy (auth->dkim);
  facts->dmarc = buoy_facts_copy (auth->dmarc);
  facts->arc = buoy_facts_copy (auth->arc);
  facts->aligned_domain = buoy_facts_copy_cut (auth->aligned_domain);
  facts->other_domain = buoy_facts_copy_cut (auth->other_domain);
  facts->unread = buoy_facts_copy (auth->unread);
  facts->enforced = auth->enforced;
  facts->says_unproven = auth->says_unproven;
  facts->assumed = auth->assumed;
}

static void
add_limit (GPtrArray *limits, const char *limit)
{
  if (!g_ptr_array_find_with_equal_func (limits, limit, g_str_equal, NULL))
    g_ptr_array_add (limits, g_strdup (limit));
}

/* Of a message, with its attached pages. */
static void
add_texts (BuoyFacts *facts, const BuoyEvidence *evidence, GHashTable *accused)
{
  const GPtrArray *limits = evidence->message->limits;

  g_ptr_array_add (facts->texts, buoy_text_facts_of_evidence (evidence, accused));
  for (guint i = 0; i < limits->len; i++)
    add_limit (facts->limits, g_ptr_array_index (limits, i));
  if (evidence->cut_short)
    add_limit (facts->limits, "time");
  for (guint i = 0; i < evidence->pages->len; i++)
    add_texts (facts, g_ptr_array_index (evidence->pages, i), accused);
}

/* The host configured the reader's contacts, and the sender is none of them. */
static gboolean
is_first_contact (const BuoyEvidence *evidence)
{
  return evidence->context != NULL && evidence->context->contacts->len > 0 && evidence->from_domain != NULL
         && evidence->sender.relation == BUOY_SENDER_STRANGER && !evidence->claims_list;
}

BuoyFacts *
buoy_facts_of_evidence (const BuoyEvidence *evidence, const GPtrArray *inner, GHashTable *accused)
{
  BuoyFacts *facts = buoy_facts_new ();

  fill_message (facts, evidence);
  add_local_parts (facts->addressees, evidence->message->to);
  add_local_parts (facts->authors, evidence->message->from);
  facts->delivered = delivery_time (evidence->message);
  fill_origin (&facts->origin, evidence);
  fill_auth (&facts->auth, &evidence->auth);
  facts->is_list = evidence->is_list;
  facts->is_first_contact = is_first_contact (evidence);
  buoy_questions_of_evidence (&facts->questions, evidence, accused);
  add_texts (facts, evidence, accused);
  for (guint i = 0; i < inner->len; i++)
    add_texts (facts, g_ptr_array_index (inner, i), accused);
  return facts;
}
