/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Comparing people's names.
 */
#pragma once

#include <glib.h>

/* A key that different spellings of one person's name share: "Lindqvist, Anna B." and "Anna Lindqvist", "山田 太郎 様" and
 * "山田太郎". (nullable): NULL for what names no single person: only a given or a family name.
 */
char *buoy_person_key (const char *name);

/* The keys of everything in @name that may be a person's name, which may be accompanied by a title, a role or a
 * company; the whole name first: "Acme 代表取締役 山田太郎". (element-type utf8)
 */
GPtrArray *buoy_person_keys_within (const char *name);

/* The author in a name that also mentions a service or list: "Anna Lindqvist" in "Anna Lindqvist via Talk"; any other
 * name as a whole. (transfer full)
 */
char *buoy_person_author (const char *name);

/* The part after "via" or "on behalf of"; NULL if there is none. */
const char *buoy_person_via (const char *name);
