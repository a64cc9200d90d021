/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The entries of one policy file, and its faults. A fault affects only its own key.
 */
#pragma once

#include <gio/gio.h>

#include "policy/buoy-policy-keys.h"

#define BUOY_POLICY_MAX_BYTES (256 * 1024) /* of a file; enough for 8,000 domains */
#define BUOY_POLICY_MAX_FAULTS 50          /* reported for one file */

/* A file's entry for a key. Reference-counted, since it may outlive a file that has become unreadable. */
typedef struct
{
  gatomicrefcount n_refs;
  char *key;
  GVariant *value;
  gboolean is_locked;
  gboolean is_merged; /* the list is added to what is set otherwise */
  char *path;
  guint line; /* 0: that of a file as it was before it was damaged */
} BuoyPolicyEntry;

BuoyPolicyEntry *buoy_policy_entry_ref (BuoyPolicyEntry *entry);
void buoy_policy_entry_unref (BuoyPolicyEntry *entry);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BuoyPolicyEntry, buoy_policy_entry_unref)

typedef struct
{
  char *path;
  guint line; /* 0 for the file itself */
  char *key;  /* NULL if the fault is not about a key */
  char *why;  /* in the reader's language */
} BuoyPolicyFault;

void buoy_policy_fault_free (BuoyPolicyFault *fault);

/* "path:line: key: why", with the parts that exist. Content of the file is escaped for display. (transfer full) */
char *buoy_policy_fault_to_string (const BuoyPolicyFault *fault);

typedef struct
{
  char *path;
  GPtrArray *entries;  /* of BuoyPolicyEntry */
  GPtrArray *faults;   /* of BuoyPolicyFault */
  gboolean is_broken;  /* it could not be read completely */
  gboolean is_expired; /* its own expiry date has passed */
} BuoyPolicyFile;

BuoyPolicyFile *buoy_policy_file_parse (BuoyPolicyKeys *keys, const char *path, const char *text, gsize length);

/* Reads the file at @at; faults call it @path. */
BuoyPolicyFile *buoy_policy_file_read (BuoyPolicyKeys *keys, const char *at, const char *path);
void buoy_policy_file_free (BuoyPolicyFile *file);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BuoyPolicyFile, buoy_policy_file_free)

/* Takes over from @before the entries of keys that have a fault in @file. */
void buoy_policy_file_keep (BuoyPolicyFile *file, const BuoyPolicyFile *before);
