/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Finds policy files, as systemd does: files of the machine's administrator override those fetched or made at run time,
 * which override the distribution's. A symbolic link to /dev/null masks files of the same name.
 */
#pragma once

#include <gio/gio.h>

#define BUOY_POLICY_MAX_FILES 200 /* drop-ins; nobody can review more */

/* Replaces "/" in tests. */
#define BUOY_POLICY_ROOT_VARIABLE "BELLBUOY_POLICY_ROOT"

/* The folder of drop-ins in each folder of policies. */
#define BUOY_POLICY_DROP_INS "policy.d"

/* The path of @path below @root (nullable). (transfer full) */
char *buoy_policy_at_root (const char *root, const char *path);

/* The files to read, as paths without @root. A later entry for a key replaces an earlier one. (transfer full)
 * (element-type filename)
 */
GPtrArray *buoy_policy_folders_list (const char *root);

/* The folders of policies in increasing order of precedence, NULL-terminated. (transfer none) */
const char *const *buoy_policy_folders_get (void);
