/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The content of an encrypted message, once Evolution has decrypted it.
 */
#pragma once

#include "e-buoy-compat.h"

/* The decrypted parts of @part_list, texts and attachments; NULL if there are none. (transfer full) (nullable)
 * (element-type CamelMimePart)
 */
GPtrArray *e_buoy_decrypted_find (EMailPartList *part_list);

/* The message of @bytes as if it were not encrypted: its own header, followed by @parts. (transfer full) */
GBytes *e_buoy_decrypted_join (GBytes *bytes, GPtrArray *parts, GCancellable *cancellable, GError **error);
