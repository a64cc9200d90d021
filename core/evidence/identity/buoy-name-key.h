/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Display names of companies, as they are remembered and compared.
 */
#pragma once

#include <glib.h>

/* The words of @name that identify a company, folded and joined: "ACME Support" → "acme", "X via Acme" → "acme".
 * (nullable): NULL if too few letters are left. (transfer full)
 */
char *buoy_name_key (const char *name);

/* The keys of all that @name may hold: "acme ship" and "acme" of "Acme Ship Security"; the longest first. What stands
 * before "via" counts too: anyone can write that. (element-type utf8) (transfer full)
 */
GPtrArray *buoy_name_keys_within (const char *name);

/* Whether @domain bears the name of @key: amazon ~ amazon.com, gls ~ gls-group.eu, "acme bank" ~ acme.example. */
gboolean buoy_name_key_fits (const char *key, const char *domain);

/* Whether @key is what @domain itself is called: amazon ~ amazon.com, but not "amazon prime". */
gboolean buoy_name_key_is_own (const char *key, const char *domain);

/* The key of @name as a person's (buoy_person_key()). It is never a company's key: whoever has used a company's name
 * once must not be known under it. (nullable) (transfer full)
 */
char *buoy_name_key_of_person (const char *name);

/* The keys within @name that @domain (NULL: none) does not bear, and the person's. (element-type utf8) (transfer full)
 */
GPtrArray *buoy_name_keys_of_others (const char *name, const char *domain);
