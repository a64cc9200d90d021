/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The host that a text names, if it names one.
 */
#pragma once

#include <glib.h>

/* The first host that @text names: a URL, "www.example.com", a bare domain with a real suffix, also in prose. ASCII
 * form, (nullable). E-mail addresses, file names, numbers and versions are not hosts.
 */
char *buoy_shown_host_find (const char *text);

typedef gboolean (*BuoyShownHostFunc) (const char *host, gconstpointer data);

/* The first host that @text names and that is @wanted (nullable: any), which also sees those in front of it. What the
 * path or query of an address names does not count.
 */
char *buoy_shown_host_find_if (const char *text, BuoyShownHostFunc wanted, gconstpointer data);

/* The domain of the first e-mail address in @text, ASCII form, (nullable). */
char *buoy_shown_address_host (const char *text);

/* The bare host whose first dot is @dot, in text as written; NULL if there is none. Sets *@out_start and *@out_end to
 * its position. Does not read before @text.
 */
char *buoy_shown_host_around (const char *text, const char *dot, const char **out_start, const char **out_end);

/* The scheme that mail programs assume for a bare host: "ftp://" before "ftp.example", otherwise "http://". */
const char *buoy_shown_host_scheme (const char *ascii);

/* The end of the host at @start, after a URL's slashes: all of "日本語.jp", but of "example.jpと" only the part before the
 * Japanese word.
 */
const char *buoy_shown_host_end (const char *start);
