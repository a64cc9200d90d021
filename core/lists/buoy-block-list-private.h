/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib/gstdio.h>

#include "lists/buoy-block-list.h"
#include "lists/buoy-site-table.h"

/* A place where the list's table may be stored, and its state when it was last checked. */
typedef struct
{
  char *path; /* NULL if this place is not used */
  GStatBuf found;
  BuoySiteTable *table; /* NULL if the file is missing, damaged or of another subscription */
} BuoyListPlace;

enum
{
  BUOY_LIST_PLACE_READER,
  BUOY_LIST_PLACE_SYSTEM,
  BUOY_LIST_PLACE_GIVEN, /* an open file that replaces the other two */
  BUOY_LIST_N_PLACES
};

struct _BuoyBlockList
{
  char *name;
  char *source;
  BuoySiteFormat format;
  GMutex mutex;
  BuoyListPlace places[BUOY_LIST_N_PLACES]; /* guarded by @mutex */
};

/* Where an administrator stores lists for all users of a machine. */
#define BUOY_BLOCK_LIST_SYSTEM_FOLDER "/var/lib/bellbuoy/lists"

/* FALSE if @word is not the name of a format. */
gboolean buoy_block_list_read_format (const char *word, BuoySiteFormat *out_format);
BuoySiteFormat buoy_block_list_get_format (const BuoyBlockList *list);
/* The format's name in a subscription, such as "hosts". */
const char *buoy_block_list_get_format_name (const BuoyBlockList *list);

/* The path of the list's table in @folder (NULL for the reader's own folder). (transfer full) */
char *buoy_block_list_get_path (const BuoyBlockList *list, const char *folder);

/* The newest table of the list on this machine, either the reader's or the administrator's. (transfer full) (nullable)
 */
BuoySiteTable *buoy_block_list_get_table (BuoyBlockList *list);

/* For a process that cannot open files. The first function opens the file of that table for reading; @out_file is -1 if
 * there is none. FALSE, with errno set, if there is one and this process has too many files open. The second makes
 * @file (-1 for none) replace the tables on this machine; it does not close @file.
 */
gboolean buoy_block_list_open_file (BuoyBlockList *list, int *out_file);
void buoy_block_list_set_file (BuoyBlockList *list, int file);

/* Whether @table was made from this subscription's source and format. */
gboolean buoy_block_list_is_of (const BuoyBlockList *list, const BuoySiteTable *table);
