/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib/gstdio.h>

#include "lists/buoy-block-list.h"
#include "lists/buoy-site-table.h"

/* A file that may keep the list, as it was when it was last looked at. */
typedef struct
{
  char *path; /* NULL: there is none */
  GStatBuf found;
  BuoySiteTable *table; /* NULL: none of this list */
} BuoyListPlace;

enum
{
  BUOY_LIST_PLACE_READER,
  BUOY_LIST_PLACE_SYSTEM,
  BUOY_LIST_PLACE_GIVEN, /* an open file in place of the others */
  BUOY_LIST_N_PLACES
};

struct _BuoyBlockList
{
  char *name;
  char *source;
  BuoySiteFormat format;
  GMutex mutex;
  BuoyListPlace places[BUOY_LIST_N_PLACES]; /* with @mutex */
};

/* Where an administrator keeps lists for all readers of a machine. */
#define BUOY_BLOCK_LIST_SYSTEM_FOLDER "/var/lib/bellbuoy/lists"

/* FALSE if @word is none. */
gboolean buoy_block_list_read_format (const char *word, BuoySiteFormat *out_format);
BuoySiteFormat buoy_block_list_get_format (const BuoyBlockList *list);
/* "hosts" */
const char *buoy_block_list_get_format_name (const BuoyBlockList *list);

/* The file in @folder (NULL: the reader's own) that keeps the list. (transfer full) */
char *buoy_block_list_get_path (const BuoyBlockList *list, const char *folder);

/* The newest table of the list that is kept on this machine, the reader's or the administrator's; (transfer full)
 * (nullable).
 */
BuoySiteTable *buoy_block_list_get_table (BuoyBlockList *list);

/* For a process that may open no files: the file of that table, to be read from, or -1 if there is none; and what to
 * read from then on in place of what is kept on this machine, -1 for nothing. @file is not closed.
 */
int buoy_block_list_open_file (BuoyBlockList *list);
void buoy_block_list_set_file (BuoyBlockList *list, int file);

/* Whether @table was made of what this subscription names. */
gboolean buoy_block_list_is_of (const BuoyBlockList *list, const BuoySiteTable *table);
