/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Updates a block list from its source.
 */
#pragma once

#include "lists/buoy-block-list.h"

G_BEGIN_DECLS

gboolean buoy_block_list_update (BuoyBlockList *list, const char *folder, GCancellable *cancellable, GError **error);

G_END_DECLS
