/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The sites of a list as a sorted table of keys, made in memory or mapped from a file. A million keys take eight
 * megabytes, which all processes on a machine share.
 */
#pragma once

#include "lists/buoy-site.h"

#define BUOY_SITE_TABLE_MAX_KEYS (16 * 1000 * 1000) /* 128 MB; the largest public list has four million */

/* Where a table comes from. Strings are never NULL; unknown ones are "". */
typedef struct
{
  const char *source;   /* URL or path */
  const char *format;   /* as in a subscription, such as "hosts" */
  const char *etag;     /* the server's validator, for If-None-Match (RFC 9110 §8.8) */
  const char *modified; /* Last-Modified, or a file's modification time */
  gint64 fetched;       /* when the table was last known to be up to date; seconds since 1970 */
  guint n_left_out;     /* entries not used: shared and well-known hosts */
} BuoySiteOrigin;

typedef struct _BuoySiteTable BuoySiteTable;

/* @keys: (transfer full): of BuoySiteKey, in any order */
BuoySiteTable *buoy_site_table_new (GArray *keys);

/* Maps the table at @path; NULL if it is missing or truncated. */
BuoySiteTable *buoy_site_table_open (const char *path);

/* The same for an open file, which is not closed. */
BuoySiteTable *buoy_site_table_open_file (int file);
BuoySiteTable *buoy_site_table_ref (BuoySiteTable *table);
void buoy_site_table_unref (BuoySiteTable *table);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BuoySiteTable, buoy_site_table_unref)

/* Replaces the file at @path atomically: readers see either the old or the new table. */
gboolean buoy_site_table_save (const BuoySiteTable *table, const BuoySiteOrigin *origin, const char *path,
                               GError **error);

/* Records in the file at @path that its table was still up to date at @fetched. */
gboolean buoy_site_table_touch (const char *path, gint64 fetched);

gsize buoy_site_table_get_n_keys (const BuoySiteTable *table);
/* Owned by @table. Empty unless the table was opened from a file. */
const BuoySiteOrigin *buoy_site_table_get_origin (const BuoySiteTable *table);

/* Whether the table contains one of @keys. */
gboolean buoy_site_table_holds (const BuoySiteTable *table, const BuoySiteKey *keys, guint n_keys);
