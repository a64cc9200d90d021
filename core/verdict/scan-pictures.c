/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Has the pictures of a message looked at for QR codes, whose addresses become links; the pictures are let go.
 */
#include "config.h"

#include "verdict/buoy-verdict-private.h"

#include "qr/buoy-qr.h"

void
buoy_scan_pictures (BuoyMessage *message, GCancellable *cancellable)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  if (message->pictures->len > 0)
    {
      if (!buoy_qr_read (message->pictures, cancellable, texts))
        buoy_message_add_limit (message, "qr");
      for (guint i = 0; i < texts->len; i++)
        buoy_message_add_code (message, g_ptr_array_index (texts, i));
      g_ptr_array_set_size (message->pictures, 0);
    }
  for (guint i = 0; i < message->inner->len; i++)
    buoy_scan_pictures (g_ptr_array_index (message->inner, i), cancellable);
}
