/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What is learned from the reader's mail, for Evolution's accounts.
 */
#pragma once

#include "buoy-learning.h"
#include "e-buoy-compat.h"

#define E_BUOY_MEMORY_PREFIX "evolution/"

/* Shared by all workers. (transfer none) */
BuoyLearning *e_buoy_memory_get (void);

/* Whether the reader wants it. Main thread. */
gboolean e_buoy_memory_is_on (void);

/* For how many days without mail a sender is remembered; 0: as long as there is room. Main thread. */
guint e_buoy_memory_get_days (void);

/* How the memory calls the account @uid, an ESource's UID; (transfer full). */
char *e_buoy_memory_name_account (const char *uid);

/* What a message is called when it teaches; (transfer full). */
char *e_buoy_memory_name_message (CamelFolder *folder, const char *uid);

/* Forgets accounts that were deleted, now and from now on. Main thread. */
void e_buoy_memory_follow_accounts (ESourceRegistry *registry);
