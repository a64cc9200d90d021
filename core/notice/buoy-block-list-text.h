/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Why a block list was not renewed, in the reader's language.
 */
#pragma once

#include <gio/gio.h>

#include "buoy-types.h"

G_BEGIN_DECLS

BUOY_AVAILABLE_IN_0_2 char *buoy_block_list_explain (const GError *error);

G_END_DECLS
