/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Messages that chance makes of others.
 */
#pragma once

#include <glib.h>

/* The .eml files in each of @folders (char *, NULL at the end) and below, of GBytes. The order is the same on every
 * machine. (transfer full)
 */
GPtrArray *mutation_read_folders (char **folders);

/* Changes one of @seeds, and puts pieces of others in. The same @chance makes the same message. (transfer full) */
GBytes *mutation_make (GRand *chance, const GPtrArray *seeds);
