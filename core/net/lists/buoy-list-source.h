/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Reads the text of a list from a server or a file.
 */
#pragma once

#include <gio/gio.h>

#include "lists/buoy-site-table.h"

#define BUOY_LIST_SECONDS 60 /* enough for a list of 64 MB at 10 Mbit/s */

typedef struct
{
  GBytes *bytes; /* NULL: the list has not changed */
  char *etag;    /* "" if there is none */
  char *modified;
} BuoyListText;

/* @last: (nullable): the origin of the stored table. Returns: (transfer full) (nullable): NULL with a
 * BUOY_BLOCK_LIST_ERROR
 */
BuoyListText *buoy_list_source_read (const char *source, const BuoySiteOrigin *last, GCancellable *cancellable,
                                     GError **error);
void buoy_list_text_free (BuoyListText *text);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BuoyListText, buoy_list_text_free)
