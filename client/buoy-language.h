/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The language of all words.
 */
#pragma once

#include <glib.h>

/* Speaks the language of @tag ("ja", "pt-BR") as far as there are words in it. FALSE where the system lacks a locale for
 * it, so that the words stay English. Before other threads run: setlocale() is for one thread.
 */
gboolean buoy_language_set (const char *tag);

/* The language that is spoken: "en" where there is no catalogue; (transfer full). */
char *buoy_language_get (void);
