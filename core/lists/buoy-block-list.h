/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A block list that a reader or an organisation subscribes to: sites that others found to be harmful.
 */
#pragma once

#include <gio/gio.h>

#include "buoy-types.h"

G_BEGIN_DECLS

/**
 * BuoyBlockList:
 *
 * A subscription: its name, where the list comes from, and the table that was last made of it. Boxed and counted; any
 * thread may use it.
 *
 * Since: 0.2
 */
typedef struct _BuoyBlockList BuoyBlockList;

#define BUOY_TYPE_BLOCK_LIST (buoy_block_list_get_type ())
BUOY_AVAILABLE_IN_0_2 GType buoy_block_list_get_type (void);
BUOY_AVAILABLE_IN_0_2 BuoyBlockList *buoy_block_list_new (const char *words, GError **error);
BUOY_AVAILABLE_IN_0_2 BuoyBlockList *buoy_block_list_ref (BuoyBlockList *list);
BUOY_AVAILABLE_IN_0_2 void buoy_block_list_unref (BuoyBlockList *list);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BuoyBlockList, buoy_block_list_unref)

BUOY_AVAILABLE_IN_0_2 const char *buoy_block_list_get_name (const BuoyBlockList *list);
BUOY_AVAILABLE_IN_0_2 const char *buoy_block_list_get_source (const BuoyBlockList *list);
BUOY_AVAILABLE_IN_0_2 gint64 buoy_block_list_get_fetched (BuoyBlockList *list);
BUOY_AVAILABLE_IN_0_2 guint64 buoy_block_list_get_n_entries (BuoyBlockList *list);
BUOY_AVAILABLE_IN_0_2 guint buoy_block_list_get_n_left_out (BuoyBlockList *list);
BUOY_AVAILABLE_IN_0_2 gboolean buoy_block_list_holds (BuoyBlockList *list, const char *url);

/**
 * BuoyBlockListError:
 * @BUOY_BLOCK_LIST_ERROR_WORDS: no subscription: it takes a name, a format and an address or a path
 * @BUOY_BLOCK_LIST_ERROR_ADDRESS: an address that is not asked: not https, or not on the internet
 * @BUOY_BLOCK_LIST_ERROR_UNREACHABLE: no answer, or not in time
 * @BUOY_BLOCK_LIST_ERROR_STATUS: the server answers that it has no such list, or is out of order
 * @BUOY_BLOCK_LIST_ERROR_CUT: it broke off, or nobody can tell whether it is whole
 * @BUOY_BLOCK_LIST_ERROR_TOO_LARGE: it is larger than any list
 * @BUOY_BLOCK_LIST_ERROR_PAGE: a web page, such as that of a network that wants a login
 * @BUOY_BLOCK_LIST_ERROR_NOT_A_LIST: it has no entries, or more lines that are none
 * @BUOY_BLOCK_LIST_ERROR_REFUSED: it holds a site that everybody uses
 * @BUOY_BLOCK_LIST_ERROR_NOT_KEPT: it could not be written
 *
 * Why a list is not renewed. The one that was last renewed stays in force.
 *
 * Since: 0.2
 */
typedef enum
{
  BUOY_BLOCK_LIST_ERROR_WORDS,
  BUOY_BLOCK_LIST_ERROR_ADDRESS,
  BUOY_BLOCK_LIST_ERROR_UNREACHABLE,
  BUOY_BLOCK_LIST_ERROR_STATUS,
  BUOY_BLOCK_LIST_ERROR_CUT,
  BUOY_BLOCK_LIST_ERROR_TOO_LARGE,
  BUOY_BLOCK_LIST_ERROR_PAGE,
  BUOY_BLOCK_LIST_ERROR_NOT_A_LIST,
  BUOY_BLOCK_LIST_ERROR_REFUSED,
  BUOY_BLOCK_LIST_ERROR_NOT_KEPT
} BuoyBlockListError;

#define BUOY_BLOCK_LIST_ERROR (buoy_block_list_error_quark ())
BUOY_AVAILABLE_IN_0_2 GQuark buoy_block_list_error_quark (void);

G_END_DECLS
