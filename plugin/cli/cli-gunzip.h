/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Decompresses gzip while reading.
 */
#pragma once

#include <gio/gio.h>

typedef struct _CliGunzip CliGunzip;

/* Reads compressed bytes like read(); -1 with @error set. */
typedef gssize (*CliGunzipReadFunc) (gpointer source, guint8 *block, gsize size, GError **error);

/* Whether a file that begins with @data is compressed. */
gboolean cli_gunzip_matches (const guint8 *data, gsize length);

/* @data: the bytes that were already read, at most CLI_GUNZIP_BYTES. */
#define CLI_GUNZIP_BYTES (64 * 1024)
CliGunzip *cli_gunzip_new (const guint8 *data, gsize length);
void cli_gunzip_free (CliGunzip *gunzip);

/* Fills @block, except at the end. Returns the number of bytes, or -1 with @error set. */
gssize cli_gunzip_read (CliGunzip *gunzip, CliGunzipReadFunc func, gpointer source, guint8 *block, gsize size,
                        GError **error);
