/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "lists/buoy-block-list.h"
#include "lists/buoy-site-table.h"

/* Where an administrator keeps lists for all readers of a machine. */
#define BUOY_BLOCK_LIST_SYSTEM_FOLDER "/var/lib/bellbuoy/lists"

BuoySiteFormat buoy_block_list_get_format (const BuoyBlockList *list);
/* "hosts" */
const char *buoy_block_list_get_format_name (const BuoyBlockList *list);

/* The file in @folder (NULL: the reader's own) that keeps the list. (transfer full) */
char *buoy_block_list_get_path (const BuoyBlockList *list, const char *folder);

/* The newest table of the list that is kept on this machine, the reader's or the administrator's; (transfer full)
 * (nullable).
 */
BuoySiteTable *buoy_block_list_get_table (BuoyBlockList *list);

/* Whether @table was made of what this subscription names. */
gboolean buoy_block_list_is_of (const BuoyBlockList *list, const BuoySiteTable *table);
