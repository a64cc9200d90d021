/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A verdict as one JSON object on one line (data/verdict.schema.json).
 */
#pragma once

#include "verdict/buoy-verdict.h"

G_BEGIN_DECLS

/* @path and @index tell which message of which file; @elapsed_us below 0 is left out. (transfer full) */
BUOY_AVAILABLE_IN_1_0 char *buoy_verdict_to_json (BuoyVerdict *verdict, const char *path, guint index,
                                                  gint64 elapsed_us);

/* The object for a message that could not be looked at. (transfer full) */
BUOY_AVAILABLE_IN_1_0 char *buoy_error_to_json (const char *path, guint index, const char *why);

/* One URL as a browser opens it, for `bellbuoy url`. (transfer full) */
BUOY_AVAILABLE_IN_1_0 char *buoy_url_text_to_json (const char *text);

G_END_DECLS
