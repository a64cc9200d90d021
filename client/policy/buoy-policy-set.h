/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The combined entries of all files for each key. Immutable once built.
 */
#pragma once

#include "policy/buoy-policy-file.h"

typedef struct _BuoyPolicySet BuoyPolicySet;

/* @files: (element-type BuoyPolicyFile): in increasing order of precedence. (transfer full) */
BuoyPolicySet *buoy_policy_set_new (GPtrArray *files);
BuoyPolicySet *buoy_policy_set_ref (BuoyPolicySet *set);
void buoy_policy_set_unref (BuoyPolicySet *set);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BuoyPolicySet, buoy_policy_set_unref)

/* The entries for @key, the one with the highest precedence first; NULL if there are none. (element-type
 * BuoyPolicyEntry)
 */
const GSList *buoy_policy_set_get (BuoyPolicySet *set, const char *key);

gboolean buoy_policy_set_is_locked (BuoyPolicySet *set, const char *key);

/* The value in force if the reader has set @reader (NULL: nothing). (transfer full) (nullable) */
GVariant *buoy_policy_set_apply (BuoyPolicySet *set, const char *key, GVariant *reader);

/* The entries of the list @value that the policy does not add anyway. (transfer full) */
GVariant *buoy_policy_set_strip (BuoyPolicySet *set, const char *key, GVariant *value);

/* Whether @entry is an entry of the array @list. */
gboolean buoy_policy_list_contains (GVariant *list, GVariant *entry);

/* Whether the policy always puts @entry into the list @key. */
gboolean buoy_policy_set_holds (BuoyPolicySet *set, const char *key, GVariant *entry);

/* Whether both sets have the same entries for @key. */
gboolean buoy_policy_set_agrees (BuoyPolicySet *set, BuoyPolicySet *other, const char *key);
