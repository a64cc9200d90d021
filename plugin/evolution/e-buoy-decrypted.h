/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What an encrypted message says, once Evolution has opened it.
 */
#pragma once

#include "e-buoy-compat.h"

/* The parts of @part_list that were encrypted, texts and attachments, CamelMimePart each; NULL where there are none.
 * (transfer full)
 */
GPtrArray *e_buoy_decrypted_find (EMailPartList *part_list);

/* The message of @bytes as if it had come open: its own header over @parts. (transfer full) */
GBytes *e_buoy_decrypted_join (GBytes *bytes, GPtrArray *parts, GCancellable *cancellable, GError **error);
