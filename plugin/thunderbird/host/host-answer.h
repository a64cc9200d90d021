/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Builds answers.
 */
#pragma once

#include <json-glib/json-glib.h>

#define HOST_MAX_ANSWER (1024 * 1024 - 4096) /* Thunderbird closes the port above 1 MiB */

/* Starts an object with type and id, to which members can be added. (transfer full) */
JsonBuilder *host_answer_new (const char *type, gint64 id);

/* Ends the object; NULL if it is longer than Thunderbird allows. (transfer full) (nullable) */
GBytes *host_answer_finish (JsonBuilder *answer);

/* Adds a member; null for NULL. */
void host_add_text (JsonBuilder *answer, const char *name, const char *text);
void host_add_bool (JsonBuilder *answer, const char *name, gboolean value);
void host_add_number (JsonBuilder *answer, const char *name, gint64 value);

/* Adds an array of strings. */
void host_add_texts (JsonBuilder *answer, const char *name, const char *const *texts, guint n_texts);

/* Adds the position and length, in UTF-16 units, of the part of @host that identifies its owner; null if there is none.
 */
void host_add_owner (JsonBuilder *answer, const char *name, const char *host);

/* Adds the sites of a misleading link: "shown" and "actual" (nullable) as displayed, their owners, and the company
 * whose site is shown.
 */
void host_add_sites (JsonBuilder *answer, const char *shown, const char *actual);

/* The maximum number of bytes that @text takes in JSON. */
gsize host_measure (const char *text);
