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

/* The keys of all names that @name may contain: "acme ship" and "acme" for "Acme Ship Security". The part before "via"
 * is included, since anyone can write it.
 *
 * Returns: (transfer full) (element-type utf8): the keys, longest first
 */
GPtrArray *buoy_name_keys_within (const char *name);

/* The same for names that domains write as one word: "trustwallet" for "Trust Wallet", "homedepot" for "The Home Depot".
 * Role words are part of them.
 *
 * Returns: (transfer full) (element-type utf8): the keys, of several words each
 */
GPtrArray *buoy_name_keys_as_label (const char *name);

/* Whether the names of @key and @domain fit each other: amazon ~ amazon.com, gls ~ gls-group.eu, "acme bank" ~
 * acme.example.
 */
gboolean buoy_name_key_fits (const char *key, const char *domain);

/* Whether @key is exactly the name of @domain: amazon ~ amazon.com, but not "amazon prime". */
gboolean buoy_name_key_is_own (const char *key, const char *domain);

/* The key of @name as that of a person (buoy_person_key()). It differs from every company's key, so that a person who
 * once used a company's name is not known by it. (transfer full) (nullable)
 */
char *buoy_name_key_of_person (const char *name);

/* Returns: (transfer full) (element-type utf8): the keys within @name that don't fit @domain (nullable), and that of
 * the person
 */
GPtrArray *buoy_name_keys_of_others (const char *name, const char *domain);
