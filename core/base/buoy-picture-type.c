/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Image formats by their magic numbers (MIME Sniffing standard §6.1).
 */
#include "config.h"

#include "base/buoy-picture-type.h"

#include <string.h>

/* @magic is at @offset; formats that share it differ in @brand. */
static const struct
{
  const char *type;
  gsize offset;
  const char *magic;
  gsize n_magic;
  const char *brand;
  gsize brand_offset;
} formats[] = {
  { "png", 0, "\x89PNG", 4, NULL, 0 },
  { "jpeg", 0, "\xff\xd8\xff", 3, NULL, 0 },
  { "gif", 0, "GIF8", 4, NULL, 0 },
  { "webp", 0, "RIFF", 4, "WEBP", 8 },
  { "avif", 4, "ftypavi", 7, NULL, 0 },
  { "avif", 4, "ftyp", 4, "avif", 16 },
  { "avif", 4, "ftyp", 4, "avif", 20 },
  { "heif/avif", 4, "ftyphei", 7, NULL, 0 },
  { "heif/avif", 4, "ftypmif1", 8, NULL, 0 },
  { "bmp", 0, "BM", 2, "\0\0\0\0", 6 },
  { "tiff", 0, "II*\0", 4, NULL, 0 },
  { "tiff", 0, "MM\0*", 4, NULL, 0 },
  { "ico", 0, "\0\0\1\0", 4, NULL, 0 },
  { "ico", 0, "\0\0\2\0", 4, NULL, 0 },
  { "jxl", 0, "\xff\x0a", 2, NULL, 0 },
  { "jxl", 0, "\0\0\0\x0cJXL ", 8, NULL, 0 },
  { "jpeg2000", 0, "\0\0\0\x0cjP  ", 8, NULL, 0 },
};

static gboolean
stands_at (const char *bytes, gsize length, gsize offset, const char *magic, gsize n)
{
  return length >= offset + n && memcmp (bytes + offset, magic, n) == 0;
}

const char *
buoy_picture_type (const void *bytes, gsize length)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (stands_at (bytes, length, formats[i].offset, formats[i].magic, formats[i].n_magic)
        && (formats[i].brand == NULL || stands_at (bytes, length, formats[i].brand_offset, formats[i].brand, 4)))
      return formats[i].type;
  return NULL;
}
