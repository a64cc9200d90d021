/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "verdict/buoy-scan-file.h"

#include "worker/worker-bytes.h"

/*< private >
 * buoy_scan_read_file:
 * @file: a descriptor of a regular file, which is read from where it stands and stays open
 * @max_bytes: more is not read
 * @cancellable: (nullable): a cancellable
 * @error: return location
 *
 * Reads a message in such a way that scans need no copy of it. The bytes keep a descriptor open. If there is none left,
 * this fails with %G_IO_ERROR; a scan of bytes that were read in another way has the same result. Any thread may call
 * this; it blocks.
 *
 * Returns: (transfer full): the bytes, or %NULL with @error set
 */
GBytes *
buoy_scan_read_file (int file, gsize max_bytes, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (file >= 0, NULL);

  return buoy_worker_bytes_read (file, max_bytes, cancellable, error);
}
