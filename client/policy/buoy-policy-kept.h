/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What each policy file set when it was last read, stored by clients in the reader's own state folder, so that a file
 * that is damaged takes nothing away from a client that starts then. It replaces nothing else: a reader who edits it
 * changes what is in force while the organisation's file is damaged, and could set another folder of policies anyway.
 */
#pragma once

#include "policy/buoy-policy-file.h"

/* What was stored of the file @path; NULL if nothing was. @root: see buoy_policy_new(). (transfer full) (nullable) */
BuoyPolicyFile *buoy_policy_kept_read (BuoyPolicyKeys *keys, const char *root, const char *path);

/* Stores what all of @files (of BuoyPolicyFile) set, and nothing of any other file. */
void buoy_policy_kept_write (const char *root, const GPtrArray *files);
