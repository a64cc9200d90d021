/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The host that a text names to a reader, if it names one.
 */
#pragma once

#include <glib.h>

/* The first host that @text names: a URL, "www.example.com", a bare domain with a real suffix, in
 * prose too. ASCII form, (nullable). E-mail addresses, file names, numbers and versions name no
 * host.
 */
char *buoy_shown_host_find (const char *text);

/* The domain of the first e-mail address in @text, ASCII form, (nullable). */
char *buoy_shown_address_host (const char *text);
