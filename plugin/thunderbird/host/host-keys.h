/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The keys that the extension sees, with their types: a policy is held to them, and where the schema is not installed
 * they have these values.
 */
#pragma once

#include <json-glib/json-glib.h>

typedef struct
{
  const char *name;
  const char *initial;    /* as of g_variant_parse(), of the schema's type */
  const char *type;       /* of a GVariant */
  const char *choices[4]; /* of a text that is one of a few; else empty */
  gint32 max;             /* of a number, which is not below 0 */
} HostKey;

const HostKey *host_keys_get (guint *out_n_keys);
const HostKey *host_keys_find (const char *name);

/* (transfer full) */
GVariant *host_key_get_initial (const HostKey *key);

/* NULL where @node holds no value of the key; (transfer full) (nullable). */
GVariant *host_key_read (const HostKey *key, JsonNode *node);
