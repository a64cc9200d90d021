/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What a request came to nothing for, by the codes of PROTOCOL.md.
 */
#pragma once

#include <json-glib/json-glib.h>

/* A frame "error" with its words, to which members can be added; (transfer full). */
JsonBuilder *host_error_new (gint64 id, const char *code);

/* The code for the end of an analysis. */
const char *host_error_name (const GError *error);
