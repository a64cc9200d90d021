/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Tag lists (RFC 6376 §3.2): "v=1; d=example.com; s=key".
 */
#pragma once

#include <glib.h>

/* The value of the tag @name without surrounding white space. (transfer full) (nullable) */
char *buoy_tags_get (const char *value, const char *name);

/* The first word of the value of the one-letter tag @name. (transfer full) (nullable) */
char *buoy_tags_find (const char *value, char name);
