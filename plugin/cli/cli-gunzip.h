/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Unpacks gzip while it is read.
 */
#pragma once

#include <gio/gio.h>

typedef struct _CliGunzip CliGunzip;

/* Reads packed bytes as read() does; -1 with @error set. */
typedef gssize (*CliGunzipReadFunc) (gpointer source, guint8 *block, gsize size, GError **error);

/* Whether a file that begins with @data is packed. */
gboolean cli_gunzip_matches (const guint8 *data, gsize length);

/* @data: what was read of @source before, at most a block of CLI_GUNZIP_BYTES. */
#define CLI_GUNZIP_BYTES (64 * 1024)
CliGunzip *cli_gunzip_new (const guint8 *data, gsize length);
void cli_gunzip_free (CliGunzip *gunzip);

/* Fills @block, except at the end. Returns the number of bytes, -1 with @error set. */
gssize cli_gunzip_read (CliGunzip *gunzip, CliGunzipReadFunc func, gpointer source, guint8 *block, gsize size,
                        GError **error);
