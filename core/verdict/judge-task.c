/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "verdict/judge-task.h"

#include "buoy-shown-message-private.h"
#include "verdict/buoy-found-bytes.h"
#include "verdict/facts-record.h"
#include "verdict/task-bytes.h"

/* its record; its list's; where its name came from: the members of BuoyNameMemory; is_taught */
#define SENDER_TYPE "(ayaymsbuuqb)"
#define SENDER_FORMAT "(@ay@aymsbuuqb)"
/* asks_memory; what is remembered; what a mail program displays; what was found */
#define REQUEST_TYPE "(bm" SENDER_TYPE "mvmay)"
#define SENDERS_TYPE "a" SENDER_TYPE
#define LISTS_TYPE "aaay"

static GVariant *
pack_sender (const BuoySenderMemory *memory)
{
  g_autoptr (GBytes) sender = buoy_sender_record_to_bytes (&memory->sender);
  g_autoptr (GBytes) list = buoy_sender_record_to_bytes (&memory->list);
  const BuoyNameMemory *name = &memory->name;

  return g_variant_new (SENDER_FORMAT, buoy_task_pack_bytes (sender), buoy_task_pack_bytes (list), name->domain,
                        name->is_person, name->n_messages, name->n_days, name->first, memory->is_taught);
}

static void
read_record (GVariant *value, BuoySenderRecord *record)
{
  g_autoptr (GBytes) bytes = g_variant_get_data_as_bytes (value);

  buoy_sender_record_from_bytes (record, bytes);
}

/* (transfer full) */
static BuoySenderMemory *
read_sender (GVariant *value)
{
  BuoySenderMemory *memory = buoy_sender_memory_new ();
  BuoyNameMemory *name = &memory->name;
  g_autoptr (GVariant) sender = NULL;
  g_autoptr (GVariant) list = NULL;

  g_variant_get (value, SENDER_FORMAT, &sender, &list, &name->domain, &name->is_person, &name->n_messages,
                 &name->n_days, &name->first, &memory->is_taught);
  read_record (sender, &memory->sender);
  read_record (list, &memory->list);
  return memory;
}

GBytes *
buoy_sender_memory_to_bytes (const BuoySenderMemory *memory)
{
  return buoy_task_to_bytes (pack_sender (memory));
}

BuoySenderMemory *
buoy_sender_memory_from_bytes (GBytes *bytes)
{
  g_autoptr (GVariant) value = buoy_task_from_bytes (bytes, SENDER_TYPE);

  return value != NULL ? read_sender (value) : NULL;
}

GBytes *
buoy_sender_memories_to_bytes (const GPtrArray *memories)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE (SENDERS_TYPE));
  for (guint i = 0; i < memories->len; i++)
    g_variant_builder_add_value (&builder, pack_sender (g_ptr_array_index (memories, i)));
  return buoy_task_to_bytes (g_variant_builder_end (&builder));
}

GPtrArray *
buoy_sender_memories_from_bytes (GBytes *bytes)
{
  g_autoptr (GVariant) value = buoy_task_from_bytes (bytes, SENDERS_TYPE);
  GPtrArray *memories = NULL;

  if (value == NULL)
    return NULL;
  memories = g_ptr_array_new_with_free_func ((GDestroyNotify) buoy_sender_memory_unref);
  for (gsize i = 0; i < g_variant_n_children (value); i++)
    {
      g_autoptr (GVariant) sender = g_variant_get_child_value (value, i);

      g_ptr_array_add (memories, read_sender (sender));
    }
  return memories;
}

GBytes *
buoy_judge_request_to_bytes (const BuoyJudgeRequest *request)
{
  const BuoySenderMemory *sender = request->sender;
  const gboolean has_found = request->pictures != NULL || request->verification != NULL;
  g_autoptr (GBytes) found = has_found ? buoy_found_to_bytes (request->pictures, request->verification) : NULL;
  GVariant *shown = request->shown != NULL ? g_variant_new_variant (buoy_shown_to_variant (request->shown)) : NULL;
  GVariant *members[4];

  members[0] = g_variant_new_boolean (request->asks_memory);
  members[1] = g_variant_new_maybe (G_VARIANT_TYPE (SENDER_TYPE), sender != NULL ? pack_sender (sender) : NULL);
  members[2] = g_variant_new_maybe (G_VARIANT_TYPE_VARIANT, shown);
  members[3] = g_variant_new_maybe (G_VARIANT_TYPE_BYTESTRING, has_found ? buoy_task_pack_bytes (found) : NULL);
  return buoy_task_to_bytes (g_variant_new_tuple (members, G_N_ELEMENTS (members)));
}

static gboolean
read_shown (GVariant *value, BuoyShown **out_shown)
{
  g_autoptr (GVariant) variant = g_variant_get_variant (value);

  *out_shown = buoy_shown_new_from_variant (variant);
  return *out_shown != NULL;
}

static gboolean
read_found (GVariant *value, GPtrArray **out_pictures, BuoyVerification **out_verification)
{
  g_autoptr (GBytes) bytes = g_variant_get_data_as_bytes (value);

  return buoy_found_from_bytes (bytes, out_pictures, out_verification, NULL);
}

gboolean
buoy_judge_request_read (GBytes *request, gboolean *out_asks_memory, BuoySenderMemory **out_sender,
                         BuoyShown **out_shown, GPtrArray **out_pictures, BuoyVerification **out_verification)
{
  g_autoptr (GVariant) value = buoy_task_from_bytes (request, REQUEST_TYPE);
  g_autoptr (GVariant) sender = NULL;
  g_autoptr (GVariant) shown = NULL;
  g_autoptr (GVariant) found = NULL;

  if (value == NULL)
    return FALSE;
  g_variant_get (value, "(bm@" SENDER_TYPE "m@vm@ay)", out_asks_memory, &sender, &shown, &found);
  *out_sender = sender != NULL ? read_sender (sender) : NULL;
  return (shown == NULL || read_shown (shown, out_shown))
         && (found == NULL || read_found (found, out_pictures, out_verification));
}

GBytes *
buoy_picture_lists_to_bytes (const GPtrArray *lists)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE (LISTS_TYPE));
  for (guint i = 0; i < lists->len; i++)
    g_variant_builder_add_value (&builder, buoy_task_pack_list (g_ptr_array_index (lists, i)));
  return buoy_task_to_bytes (g_variant_builder_end (&builder));
}

GPtrArray *
buoy_picture_lists_from_bytes (GBytes *bytes)
{
  g_autoptr (GVariant) value = buoy_task_from_bytes (bytes, LISTS_TYPE);
  g_autoptr (GPtrArray) lists = NULL;

  if (value == NULL || g_variant_n_children (value) > BUOY_RECORD_MAX_LIST)
    return NULL;
  lists = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  for (gsize i = 0; i < g_variant_n_children (value); i++)
    {
      g_autoptr (GVariant) list = g_variant_get_child_value (value, i);
      GPtrArray *pictures = buoy_task_unpack_list (list, BUOY_MAX_PICTURES);

      if (pictures == NULL)
        return NULL;
      g_ptr_array_add (lists, pictures);
    }
  return g_steal_pointer (&lists);
}
