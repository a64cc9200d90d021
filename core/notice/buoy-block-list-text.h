/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Why a block list was not renewed, in the reader's language.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *buoy_block_list_explain (const GError *error);

G_END_DECLS
