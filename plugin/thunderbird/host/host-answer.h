/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The pieces of an answer.
 */
#pragma once

#include <json-glib/json-glib.h>

#define HOST_MAX_ANSWER (1024 * 1024 - 4096) /* Thunderbird cuts the port at a mebibyte */

/* An object with type and id, to which members can be added. (transfer full) */
JsonBuilder *host_answer_new (const char *type, gint64 id);

/* Ends the object; NULL where it is longer than Thunderbird takes. (transfer full) (nullable) */
GBytes *host_answer_finish (JsonBuilder *answer);

/* A member; null for NULL. */
void host_add_text (JsonBuilder *answer, const char *name, const char *text);
void host_add_bool (JsonBuilder *answer, const char *name, gboolean value);
void host_add_number (JsonBuilder *answer, const char *name, gint64 value);

/* An array of strings. */
void host_add_texts (JsonBuilder *answer, const char *name, const char *const *texts, guint n_texts);

/* Where the part of @host that says whose it is stands in it, as JavaScript counts; null for none. */
void host_add_owner (JsonBuilder *answer, const char *name, const char *host);

/* The sites of a false link: "shown" and "actual" (nullable) as they are shown to people, their owners, and the company
 * whose site the reader takes for the target.
 */
void host_add_sites (JsonBuilder *answer, const char *shown, const char *actual);

/* How many bytes @text takes in JSON, at most. */
gsize host_measure (const char *text);
