/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Learning from the reader's mail in Evolution's accounts.
 */
#pragma once

#include "buoy-learning.h"
#include "e-buoy-compat.h"

#define E_BUOY_MEMORY_PREFIX "evolution/"

/* Shared by all workers. (transfer none) */
BuoyLearning *e_buoy_memory_get (void);

/* Whether the reader has enabled the memory. Main thread only. */
gboolean e_buoy_memory_is_on (void);

/* For how many days without mail a sender is remembered; 0: as long as there is room. Main thread. */
guint e_buoy_memory_get_days (void);

/* The name in the memory of the account @uid, an ESource's UID. (transfer full) */
char *e_buoy_memory_name_account (const char *uid);

/* The name of a message in the memory. (transfer full) */
char *e_buoy_memory_name_message (CamelFolder *folder, const char *uid);

/* Deletes what was learned from accounts that were removed, now and from now on. Main thread only. */
void e_buoy_memory_follow_accounts (ESourceRegistry *registry);
