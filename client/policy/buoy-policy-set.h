/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What all files together say of each key. Immutable once built.
 */
#pragma once

#include "policy/buoy-policy-file.h"

typedef struct _BuoyPolicySet BuoyPolicySet;

/* Of files in the order of their weight. */
BuoyPolicySet *buoy_policy_set_new (GPtrArray *files);
BuoyPolicySet *buoy_policy_set_ref (BuoyPolicySet *set);
void buoy_policy_set_unref (BuoyPolicySet *set);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BuoyPolicySet, buoy_policy_set_unref)

/* What is said of @key, the one that counts most first; NULL if nothing is. (element-type BuoyPolicyEntry) */
const GSList *buoy_policy_set_get (BuoyPolicySet *set, const char *key);

gboolean buoy_policy_set_is_locked (BuoyPolicySet *set, const char *key);

/* What is in force where the reader has set @reader (NULL: nothing). (transfer full) (nullable) */
GVariant *buoy_policy_set_apply (BuoyPolicySet *set, const char *key, GVariant *reader);

/* What of the list @value the reader has added to entries that are always in. (transfer full) */
GVariant *buoy_policy_set_strip (BuoyPolicySet *set, const char *key, GVariant *value);

/* Whether @entry is an entry of the array @list. */
gboolean buoy_policy_list_contains (GVariant *list, GVariant *entry);

/* Whether @entry of the list @key is always in. */
gboolean buoy_policy_set_holds (BuoyPolicySet *set, const char *key, GVariant *entry);

/* Whether both say the same of @key. */
gboolean buoy_policy_set_agrees (BuoyPolicySet *set, BuoyPolicySet *other, const char *key);
