/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Parses the JSON that shown.js makes from a document.
 */
#pragma once

#include <json-glib/json-glib.h>

#include "bellbuoy.h"

/* Adds the links, forms and text of a document to @shown. Values of unexpected types are left out: the sender does not
 * write this JSON, but does write the document.
 */
void buoy_shown_json_add (BuoyShown *shown, JsonObject *document);

/* The same for each of @documents (char *), which are JSON. (transfer full) */
BuoyShown *buoy_shown_json_join (char **documents);

/* Makes the JSON for a document with one link. (transfer full) */
char *buoy_shown_json_of_link (const char *href, const char *text);
