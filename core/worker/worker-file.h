/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Bytes as a file in memory, to be passed to the worker program.
 */
#pragma once

#include <glib.h>

/* A sealed file with these bytes, which nobody can change; -1 with errno set. */
int buoy_worker_file_new (GBytes *bytes);
