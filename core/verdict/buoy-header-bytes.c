/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "verdict/buoy-header-bytes.h"

#include <string.h>

#include "verdict/buoy-verdict-bytes.h"
#include "verdict/lesson-record.h"
#include "verdict/task-bytes.h"

#define VERSION 0x42480002 /* to be raised with each change of what is written */
#define HEADERS_TYPE "aay"
#define MAX_BYTES (1024 * 1024) /* of what was read in all headers */

typedef struct
{
  GPtrArray *all; /* of BuoyHeaderFacts */
} FactsRecord;

static gpointer
make_hand_over (void)
{
  return g_new0 (BuoyHandOver, 1);
}

static const BuoyField line_fields[] = {
  BUOY_MAYBE_TEXT (BuoyHandOverLine, by),
  BUOY_MAYBE_TEXT (BuoyHandOverLine, peer),
  BUOY_MAYBE_TEXT (BuoyHandOverLine, helo),
  BUOY_MAYBE_TEXT (BuoyHandOverLine, results),
};

static const BuoyRecordType line_record = BUOY_RECORD_TYPE (line_fields, NULL, NULL);

static const BuoyField hand_over_fields[] = {
  BUOY_TIME (BuoyHandOver, day),
  BUOY_RECORD (BuoyHandOver, outer, &line_record),
  BUOY_RECORD (BuoyHandOver, inner, &line_record),
};

static const BuoyRecordType hand_over_record = BUOY_RECORD_TYPE (hand_over_fields, make_hand_over, buoy_hand_over_free);

static gpointer
make_facts (void)
{
  return buoy_header_facts_new ();
}

static const BuoyField facts_fields[] = {
  BUOY_MAYBE_RECORD (BuoyHeaderFacts, sender, &buoy_lesson_record),
  BUOY_TEXTS (BuoyHeaderFacts, names, BUOY_MAX_SENDER_NAMES),
  BUOY_MAYBE_RECORD (BuoyHeaderFacts, hand_over, &hand_over_record),
};

static const BuoyRecordType facts_record = BUOY_RECORD_TYPE (facts_fields, make_facts, buoy_header_facts_free);

static gpointer
make_all (void)
{
  FactsRecord *record = g_new0 (FactsRecord, 1);

  record->all = g_ptr_array_new_with_free_func (buoy_header_facts_free);
  return record;
}

static void
free_all (gpointer data)
{
  FactsRecord *record = data;

  g_clear_pointer (&record->all, g_ptr_array_unref);
  g_free (record);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FactsRecord, free_all)

static const BuoyField all_fields[] = { BUOY_RECORDS (FactsRecord, all, BUOY_MAX_HEADERS_AT_A_TIME, &facts_record) };

static const BuoyRecordType all_record = BUOY_RECORD_TYPE (all_fields, make_all, free_all);

GBytes *
buoy_header_of (GBytes *bytes)
{
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  const char *end = length > 0 ? text + length : text;

  for (const char *p = text; p != NULL && (p = memchr (p, '\n', (gsize) (end - p))) != NULL; p++)
    {
      const char *next = p + 1;

      if (next < end && *next == '\r')
        next++;
      if (next < end && *next == '\n')
        return g_bytes_new_from_bytes (bytes, 0, (gsize) (next + 1 - text));
    }
  return g_bytes_ref (bytes);
}

GBytes *
buoy_headers_to_bytes (const GPtrArray *headers)
{
  return buoy_task_to_bytes (buoy_task_pack_list (headers));
}

GPtrArray *
buoy_headers_from_bytes (GBytes *bytes)
{
  g_autoptr (GVariant) value = buoy_task_from_bytes (bytes, HEADERS_TYPE);

  return value != NULL ? buoy_task_unpack_list (value, BUOY_MAX_HEADERS_AT_A_TIME) : NULL;
}

GBytes *
buoy_header_facts_to_bytes (GPtrArray *facts)
{
  const FactsRecord record = { facts };

  return buoy_record_to_bytes (&all_record, &record, VERSION, MAX_BYTES);
}

static gboolean
are_sound (const FactsRecord *record, guint n_headers)
{
  if (record == NULL || record->all->len != n_headers)
    return FALSE;
  for (guint i = 0; i < n_headers; i++)
    {
      const BuoyHeaderFacts *facts = g_ptr_array_index (record->all, i);

      if (facts->sender != NULL && !buoy_lesson_is_sound (facts->sender))
        return FALSE;
    }
  return TRUE;
}

GPtrArray *
buoy_header_facts_from_bytes (GBytes *bytes, const GPtrArray *headers)
{
  g_autoptr (FactsRecord) record = buoy_record_from_bytes (&all_record, bytes, VERSION, MAX_BYTES);

  if (!are_sound (record, headers->len))
    return NULL;
  for (guint i = 0; i < headers->len; i++)
    buoy_header_facts_drop_foreign (g_ptr_array_index (record->all, i), g_ptr_array_index (headers, i));
  return g_steal_pointer (&record->all);
}
