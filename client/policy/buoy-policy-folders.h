/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Where policy files are. Like systemd's: what the machine's administrator writes lies over what was fetched or made at
 * run time, and that over what the distribution brings; a link to /dev/null masks what has the same name.
 */
#pragma once

#include <gio/gio.h>

#define BUOY_POLICY_MAX_FILES 200 /* drop-ins; more are no longer looked at by anybody */

/* A replacement of "/" for tests. */
#define BUOY_POLICY_ROOT_VARIABLE "BELLBUOY_POLICY_ROOT"

/* The folder of drop-ins in each folder of policies. */
#define BUOY_POLICY_DROP_INS "policy.d"

/* (transfer full) */
char *buoy_policy_at_root (const char *root, const char *path);

/* The files that count, as paths without @root; what a later one says of a key replaces what an earlier one does. */
GPtrArray *buoy_policy_folders_list (const char *root);

/* The folders of policies, from the weakest to the strongest, NULL-terminated. (transfer none) */
const char *const *buoy_policy_folders_get (void);
