/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The language of all texts.
 */
#pragma once

#include <glib.h>

/* Switches to the language of @tag ("ja", "pt-BR"). Returns FALSE if no locale is installed in which gettext uses
 * LANGUAGE; texts are in English then. Like setlocale(), call it before other threads are started.
 */
gboolean buoy_language_set (const char *tag);

/* The language of the catalogue in use, "en" if there is none; (transfer full). */
char *buoy_language_get (void);
