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

/* The bare host of which @dot is the first dot, in text as it is written; NULL. Nothing before @text is looked at.
 * *out_start and *out_end get where it stands.
 */
char *buoy_shown_host_around (const char *text, const char *dot, const char **out_start, const char **out_end);

/* What mail programs put before a bare host: "ftp://" before "ftp.example", else "http://". */
const char *buoy_shown_host_scheme (const char *ascii);

/* Where the host at @start, behind a URL's slashes, ends: "日本語.jp" is all of it, of "example.jpと" what is before the
 * Japanese word.
 */
const char *buoy_shown_host_end (const char *start);
