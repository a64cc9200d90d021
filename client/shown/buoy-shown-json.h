/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What shown.js says of a document, as JSON.
 */
#pragma once

#include <json-glib/json-glib.h>

#include "bellbuoy.h"

/* Adds the links, forms and text of a document to @shown. What is not of the expected type is left out: the sender does
 * not write this, but a document is the sender's.
 */
void buoy_shown_json_add (BuoyShown *shown, JsonObject *document);

/* The same for each of @documents, of char *: JSON texts. (transfer full) */
BuoyShown *buoy_shown_json_join (char **documents);

/* The JSON of a document with one link; (transfer full). */
char *buoy_shown_json_of_link (const char *href, const char *text);
