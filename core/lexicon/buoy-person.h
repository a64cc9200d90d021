/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Compares names of people.
 */
#pragma once

#include <glib.h>

/* A key that different spellings of one person's name share: "Lindqvist, Anna B." and "Anna Lindqvist", "山田 太郎 様" and
 * "山田太郎". (transfer full) (nullable): NULL if @name is not a full name, such as only a given or a family name.
 */
char *buoy_person_key (const char *name);

/* Finds everything in @name that may be the name of a person, beside a title, a role or a company: "Acme 代表取締役 山田太郎".
 *
 * Returns: (transfer full) (element-type utf8): the keys, that of the whole name first
 */
GPtrArray *buoy_person_keys_within (const char *name);

/* The author in a name that also mentions a service or list: "Anna Lindqvist" in "Anna Lindqvist via Talk". Any other
 * name is returned as it is. (transfer full)
 */
char *buoy_person_author (const char *name);

/* The part after "via" or "on behalf of"; NULL if there is none. */
const char *buoy_person_via (const char *name);
