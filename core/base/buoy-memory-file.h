/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Bytes as a file in memory, to be passed to another program.
 */
#pragma once

#include <glib.h>

/* A sealed file with these bytes, which nobody can change, at its beginning; -1 with errno set. */
int buoy_memory_file_new (GBytes *bytes);

/* Seals @file, a memory file that may be sealed: nobody can change it any more. FALSE with errno set. */
gboolean buoy_memory_file_seal (int file);
