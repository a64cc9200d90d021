/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Custom properties (CSS Variables 1): "--ink: #fff" and "color: var(--ink)". Taken as set for the whole page.
 */
#pragma once

#include <glib.h>

/* (transfer full), "--name" → value. */
GHashTable *buoy_css_variables_new (void);

/* Adds those that @css sets, which is normalised. */
void buoy_css_variables_add (GHashTable *variables, const char *css);

/* @declarations with the values put in; (transfer full), NULL where none are asked for. */
char *buoy_css_variables_resolve (GHashTable *variables, const char *declarations);
