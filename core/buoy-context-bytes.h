/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What a host knows about the reader, as bytes for a process that judges mail. What only the host needs is left out:
 * whom to ask for help, whom lookups ask, and the table of locations. What is remembered of the sender belongs to one
 * message and goes with it.
 */
#pragma once

#include "buoy-context-private.h"

#define BUOY_CONTEXT_MAX_BYTES (64 * 1024 * 1024) /* the address book of a university takes ten */

/* The same bytes for the same context, until a block list is renewed; a sealed context keeps them. (transfer full)
 * (nullable): NULL if they would be more than BUOY_CONTEXT_MAX_BYTES.
 */
GBytes *buoy_context_to_bytes (BuoyContext *context);

/* Fails with %G_IO_ERROR_INVALID_DATA. Its block lists are empty. (transfer full) */
BuoyContext *buoy_context_from_bytes (GBytes *bytes, GError **error);

/* A descriptor of the file of each block list, in their order, to be read from; -1 if nothing is kept of it.
 * (transfer full) (nullable): an array of int, which closes them; NULL with errno set if too many files are open.
 */
GArray *buoy_context_open_lists (BuoyContext *context);

/* Gives @context, from bytes, the files that were opened for it. They are not closed. */
void buoy_context_take_lists (BuoyContext *context, const int *files, guint n_files);
