/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A block list: harmful sites published by others, to which a reader or an organisation subscribes.
 */
#pragma once

#include <gio/gio.h>

#include "buoy-for-hosts.h"

G_BEGIN_DECLS

/*< private >
 * BuoyBlockList:
 *
 * A subscription: its name, its source, and the table that was last made from it. Reference-counted and
 * thread-safe.
 */
typedef struct _BuoyBlockList BuoyBlockList;

BUOY_FOR_HOSTS BuoyBlockList *buoy_block_list_new (const char *words, GError **error);
BuoyBlockList *buoy_block_list_ref (BuoyBlockList *list);
BUOY_FOR_HOSTS void buoy_block_list_unref (BuoyBlockList *list);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BuoyBlockList, buoy_block_list_unref)

const char *buoy_block_list_get_name (const BuoyBlockList *list);
const char *buoy_block_list_get_source (const BuoyBlockList *list);
gint64 buoy_block_list_get_fetched (BuoyBlockList *list);
guint64 buoy_block_list_get_n_entries (BuoyBlockList *list);
guint buoy_block_list_get_n_left_out (BuoyBlockList *list);
gboolean buoy_block_list_holds (BuoyBlockList *list, const char *url);
BUOY_FOR_HOSTS char **buoy_block_list_dup_folders (void);

/*< private >
 * BuoyBlockListError:
 * @BUOY_BLOCK_LIST_ERROR_WORDS: not a valid subscription, which is a name, a format, and a URL or a path
 * @BUOY_BLOCK_LIST_ERROR_ADDRESS: a URL that may not be fetched: not https, or not on the internet
 * @BUOY_BLOCK_LIST_ERROR_UNREACHABLE: no response, or not in time
 * @BUOY_BLOCK_LIST_ERROR_STATUS: the server returned an HTTP error
 * @BUOY_BLOCK_LIST_ERROR_CUT: the response was truncated, or its completeness cannot be verified
 * @BUOY_BLOCK_LIST_ERROR_TOO_LARGE: the list exceeds the size limit
 * @BUOY_BLOCK_LIST_ERROR_PAGE: the response is a web page, such as the login page of a captive portal
 * @BUOY_BLOCK_LIST_ERROR_NOT_A_LIST: there are no entries, or more invalid lines than entries
 * @BUOY_BLOCK_LIST_ERROR_REFUSED: the list contains a site that everybody uses
 * @BUOY_BLOCK_LIST_ERROR_NOT_KEPT: the list could not be written to disk
 *
 * Why a list could not be updated. The last good version remains in use.
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
GQuark buoy_block_list_error_quark (void);

G_END_DECLS
