/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The keys that the extension sees, with their types: values of a policy are checked against them, and if the schema is
 * not installed the settings have these initial values.
 */
#pragma once

#include <json-glib/json-glib.h>

typedef struct
{
  const char *name;
  const char *initial;    /* for g_variant_parse(), with the schema's type */
  const char *type;       /* of a GVariant */
  const char *choices[4]; /* for a string with a few valid values; otherwise empty */
  gint32 max;             /* for a number, which must not be negative */
} HostKey;

const HostKey *host_keys_get (guint *out_n_keys);
const HostKey *host_keys_find (const char *name);

/* (transfer full) */
GVariant *host_key_get_initial (const HostKey *key);

/* NULL if @node is not a valid value of the key. (transfer full) (nullable) */
GVariant *host_key_read (const HostKey *key, JsonNode *node);
