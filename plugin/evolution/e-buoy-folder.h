/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What the folder of a message tells about it. Any thread may call these.
 */
#pragma once

#include "e-buoy-compat.h"

/* Whether it is the reader's own mail (Sent, Drafts, Templates, Outbox), or not mail (RSS, news). Such messages are
 * neither checked nor learned from.
 */
gboolean e_buoy_folder_is_left_alone (CamelFolder *folder);

/* Whether a message is marked as junk, or in a folder for it. */
gboolean e_buoy_folder_has_as_junk (CamelFolder *folder, const char *uid);

/* Whether Bellbuoy may learn from a message: not from junk, nor from what was deleted. */
gboolean e_buoy_folder_may_teach (CamelFolder *folder, const char *uid);

/* The file with the message as it was transmitted; NULL if it has none of its own, or is not on this machine. (transfer
 * full) (nullable)
 */
char *e_buoy_folder_find_file (CamelFolder *folder, const char *uid);

/* Whether everything in the folder is on this machine. */
gboolean e_buoy_folder_is_local (CamelFolder *folder);
