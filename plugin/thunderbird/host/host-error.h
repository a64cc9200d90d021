/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Errors of requests, with the codes of PROTOCOL.md.
 */
#pragma once

#include <json-glib/json-glib.h>

/* Starts a frame "error" with its text, to which members can be added. (transfer full) */
JsonBuilder *host_error_new (gint64 id, const char *code);

/* The code for an error of the analysis. */
const char *host_error_name (const GError *error);
