/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The policy in force on this machine. It is read again when one of its files changes. "changed" is emitted with the
 * name of each key whose entries changed, and "faults-changed" when other faults are found.
 */
#pragma once

#include "policy/buoy-policy-set.h"

#define BUOY_TYPE_POLICY (buoy_policy_get_type ())
G_DECLARE_FINAL_TYPE (BuoyPolicy, buoy_policy, BUOY, POLICY, GObject)

/* Reads the policy below @root, NULL for the machine's own. If @keys is NULL, no policy is in force. (transfer full) */
BuoyPolicy *buoy_policy_new (BuoyPolicyKeys *keys, const char *root);

/* Reads only @file. (transfer full) */
BuoyPolicy *buoy_policy_new_for_file (BuoyPolicyKeys *keys, const char *file);

/* Starts to read the files again whenever one changes, in the caller's main context. */
void buoy_policy_watch (BuoyPolicy *policy);

/* Reads the files again now. */
void buoy_policy_reload (BuoyPolicy *policy);

/* The current set; any thread may call this. (transfer full) */
BuoyPolicySet *buoy_policy_get_set (BuoyPolicy *policy);

/* The serial number of the signed policy that was fetched; 0: there is none. */
guint64 buoy_policy_get_serial (BuoyPolicy *policy);

/* (nullable) (transfer none) */
BuoyPolicyKeys *buoy_policy_get_keys (BuoyPolicy *policy);

/* The files that were read. (element-type BuoyPolicyFile) (transfer none) */
const GPtrArray *buoy_policy_get_files (BuoyPolicy *policy);

/* One line per fault. (transfer full) */
char **buoy_policy_list_faults (BuoyPolicy *policy);
