/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A file may consist of several compressed members (RFC 1952 §2.2); anything after them is padding.
 */
#include "config.h"

#include "cli-gunzip.h"

#include <glib/gi18n.h>
#include <string.h>

struct _CliGunzip
{
  GConverter *converter;
  guint8 packed[CLI_GUNZIP_BYTES];
  gsize start; /* of the bytes not yet decompressed */
  gsize end;
  gboolean is_read; /* the source is at its end */
  gboolean is_done;
};

gboolean
cli_gunzip_matches (const guint8 *data, gsize length)
{
  return length >= 3 && memcmp (data, "\x1f\x8b\x08", 3) == 0;
}

CliGunzip *
cli_gunzip_new (const guint8 *data, gsize length)
{
  CliGunzip *gunzip = g_new0 (CliGunzip, 1);

  gunzip->converter = G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP));
  gunzip->end = MIN (length, sizeof gunzip->packed);
  memcpy (gunzip->packed, data, gunzip->end);
  return gunzip;
}

void
cli_gunzip_free (CliGunzip *gunzip)
{
  g_object_unref (gunzip->converter);
  g_free (gunzip);
}

/* Keeps the bytes not yet decompressed, and reads more. */
static gboolean
fill (CliGunzip *gunzip, CliGunzipReadFunc func, gpointer source, GError **error)
{
  const gsize kept = gunzip->end - gunzip->start;
  gssize n;

  memmove (gunzip->packed, gunzip->packed + gunzip->start, kept);
  gunzip->start = 0;
  gunzip->end = kept;
  if (gunzip->is_read || kept == sizeof gunzip->packed)
    return TRUE;
  n = func (source, gunzip->packed + kept, sizeof gunzip->packed - kept, error);
  if (n < 0)
    return FALSE;
  gunzip->is_read = n == 0;
  gunzip->end += (gsize) n;
  return TRUE;
}

/* Continues after the end of a member. A pipe may return one byte at a time. */
static gboolean
begin_next (CliGunzip *gunzip, CliGunzipReadFunc func, gpointer source, GError **error)
{
  while (gunzip->end - gunzip->start < 3 && !gunzip->is_read)
    if (!fill (gunzip, func, source, error))
      return FALSE;
  gunzip->is_done = !cli_gunzip_matches (gunzip->packed + gunzip->start, gunzip->end - gunzip->start);
  g_converter_reset (gunzip->converter);
  return TRUE;
}

/* Decompresses some bytes, or reads more from the source. Returns the number of bytes, or -1 with @error set. */
static gssize
unpack (CliGunzip *gunzip, CliGunzipReadFunc func, gpointer source, guint8 *block, gsize size, GError **error)
{
  g_autoptr (GError) own = NULL;
  gsize n_read = 0, n_written = 0;
  GConverterResult result;

  if (gunzip->start == gunzip->end && !gunzip->is_read && !fill (gunzip, func, source, error))
    return -1;
  result = g_converter_convert (gunzip->converter, gunzip->packed + gunzip->start, gunzip->end - gunzip->start, block,
                                size, gunzip->is_read ? G_CONVERTER_INPUT_AT_END : G_CONVERTER_NO_FLAGS, &n_read,
                                &n_written, &own);
  gunzip->start += n_read;
  if (result == G_CONVERTER_FINISHED)
    return begin_next (gunzip, func, source, error) ? (gssize) n_written : -1;
  if (result != G_CONVERTER_ERROR)
    return (gssize) n_written;
  if (g_error_matches (own, G_IO_ERROR, G_IO_ERROR_PARTIAL_INPUT) && !gunzip->is_read)
    return fill (gunzip, func, source, error) ? 0 : -1;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("the compressed file is damaged or cut short"));
  return -1;
}

gssize
cli_gunzip_read (CliGunzip *gunzip, CliGunzipReadFunc func, gpointer source, guint8 *block, gsize size, GError **error)
{
  gsize done = 0;

  while (done < size && !gunzip->is_done)
    {
      const gssize n = unpack (gunzip, func, source, block + done, size - done, error);

      if (n < 0)
        return -1;
      done += (gsize) n;
    }
  return (gssize) done;
}
