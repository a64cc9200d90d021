/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What one policy file says, and what is wrong with it. A fault spoils its own key only.
 */
#pragma once

#include <gio/gio.h>

#include "policy/buoy-policy-keys.h"

#define BUOY_POLICY_MAX_BYTES (256 * 1024) /* of a file: some 8,000 domains */
#define BUOY_POLICY_MAX_FAULTS 50          /* that are told of one file */

/* What a file says of a key. Reference-counted, since it outlives a file that has become unreadable. */
typedef struct
{
  gatomicrefcount n_refs;
  char *key;
  GVariant *value;
  gboolean is_locked;
  gboolean is_merged; /* a list that is added to what else is set */
  char *path;
  guint line; /* 0: that of a file as it was before it was damaged */
} BuoyPolicyEntry;

BuoyPolicyEntry *buoy_policy_entry_ref (BuoyPolicyEntry *entry);
void buoy_policy_entry_unref (BuoyPolicyEntry *entry);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BuoyPolicyEntry, buoy_policy_entry_unref)

typedef struct
{
  char *path;
  guint line; /* 0: the file itself */
  char *key;  /* NULL: no key */
  char *why;  /* in the reader's language */
} BuoyPolicyFault;

void buoy_policy_fault_free (BuoyPolicyFault *fault);

/* "path:line: key: why", each part if there is one. What the file says is made harmless to show. */
char *buoy_policy_fault_to_string (const BuoyPolicyFault *fault);

typedef struct
{
  char *path;
  GPtrArray *entries;  /* of BuoyPolicyEntry */
  GPtrArray *faults;   /* of BuoyPolicyFault */
  gboolean is_broken;  /* it could not be read to its end */
  gboolean is_expired; /* by its own date */
} BuoyPolicyFile;

BuoyPolicyFile *buoy_policy_file_parse (BuoyPolicyKeys *keys, const char *path, const char *text, gsize length);

/* Reads the file at @at, which faults name @path. */
BuoyPolicyFile *buoy_policy_file_read (BuoyPolicyKeys *keys, const char *at, const char *path);
void buoy_policy_file_free (BuoyPolicyFile *file);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BuoyPolicyFile, buoy_policy_file_free)

/* Keeps of @before what @file no longer says because of its faults. */
void buoy_policy_file_keep (BuoyPolicyFile *file, const BuoyPolicyFile *before);
