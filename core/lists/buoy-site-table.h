/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The sites of a list as a sorted table of keys: made in memory, or mapped from the file that keeps it. A million take
 * eight megabytes, shared by all processes of a machine.
 */
#pragma once

#include "lists/buoy-site.h"

#define BUOY_SITE_TABLE_MAX_KEYS (16 * 1000 * 1000) /* 128 MB; the largest public list has four million */

/* Where a table comes from. Texts are never NULL; "" for what is not known. */
typedef struct
{
  const char *source;   /* URL or path */
  const char *format;   /* as in a subscription: "hosts" */
  const char *etag;     /* of the server: what to ask with whether there is a newer one (RFC 9110 §8.8) */
  const char *modified; /* Last-Modified; of a file, its time */
  gint64 fetched;       /* when it was last known to be the newest; seconds since 1970 */
  guint n_left_out;     /* entries that were not taken: shared and well-known hosts */
} BuoySiteOrigin;

typedef struct _BuoySiteTable BuoySiteTable;

/* @keys: (transfer full): of BuoySiteKey, in any order */
BuoySiteTable *buoy_site_table_new (GArray *keys);

/* The table kept at @path; NULL where there is none, or no whole one. */
BuoySiteTable *buoy_site_table_open (const char *path);

/* The same of an open file, which is not closed. */
BuoySiteTable *buoy_site_table_open_file (int file);
BuoySiteTable *buoy_site_table_ref (BuoySiteTable *table);
void buoy_site_table_unref (BuoySiteTable *table);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BuoySiteTable, buoy_site_table_unref)

/* Keeps @table at @path in one step: who reads the file finds the old one or the new one. */
gboolean buoy_site_table_save (const BuoySiteTable *table, const BuoySiteOrigin *origin, const char *path,
                               GError **error);

/* Notes in the file at @path that its table was still the newest at @fetched. */
gboolean buoy_site_table_touch (const char *path, gint64 fetched);

gsize buoy_site_table_get_n_keys (const BuoySiteTable *table);
/* Of one that was opened; lives as long as it. */
const BuoySiteOrigin *buoy_site_table_get_origin (const BuoySiteTable *table);

/* Whether it holds one of @keys. */
gboolean buoy_site_table_holds (const BuoySiteTable *table, const BuoySiteKey *keys, guint n_keys);
