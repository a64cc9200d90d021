/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A folder that stands for "/", with the policy files of a test.
 */
#pragma once

#include "policy/buoy-policy-backend.h"

#define ETC "/etc/bellbuoy/"
#define RUN "/run/bellbuoy/"

typedef struct
{
  char *root;
  BuoyPolicyKeys *keys;
  GSettingsSchemaSource *source;
} PolicyTree;

PolicyTree *policy_tree_new (void);
void policy_tree_free (PolicyTree *tree);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PolicyTree, policy_tree_free)

/* Writes @text to a path below the root; folders are made. */
void policy_tree_write (PolicyTree *tree, const char *path, const char *text);
void policy_tree_link (PolicyTree *tree, const char *path, const char *target);
void policy_tree_remove (PolicyTree *tree, const char *path);

/* The reader's settings, in memory, with the files over them. */
GSettings *policy_tree_open (PolicyTree *tree);

/* Reads the files again. */
void policy_tree_reload (GSettings *settings);

/* Compares the printed value of a key. */
void policy_assert_value (GSettings *settings, const char *key, const char *printed);
