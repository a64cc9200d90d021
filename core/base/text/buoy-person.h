/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * People's names, as they are compared.
 */
#pragma once

#include <glib.h>

/* The form in which two ways of writing one person's name meet: "Lindqvist, Anna B." and "Anna Lindqvist",
 * "山田 太郎 様" and "山田太郎". (nullable) for what names no single person: a given name alone, a family name alone.
 */
char *buoy_person_key (const char *name);

/* The keys of all that may be a person's name in @name, which may have a title, an office or a company beside it, the
 * whole first: "Acme 代表取締役 山田太郎". (element-type utf8)
 */
GPtrArray *buoy_person_keys_within (const char *name);

/* The author in a name that also tells by which service or list it comes: "Anna Lindqvist" of "Anna Lindqvist via Talk";
 * the whole of any other name. (transfer full)
 */
char *buoy_person_author (const char *name);

/* What stands behind "via" or "on behalf of" there; NULL for any other name. */
const char *buoy_person_via (const char *name);
