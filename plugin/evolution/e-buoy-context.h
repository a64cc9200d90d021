/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What an analysis knows of the reader. It is made once an account and kept while nothing changes, since to learn whom
 * the reader knows, and what would imitate them, takes longer than to read a message.
 */
#pragma once

#include "bellbuoy.h"

typedef struct _EBuoyContext EBuoyContext;

/* What can be told at once: accounts and settings, for mail of the account @uid, which may be NULL. Main thread. */
EBuoyContext *e_buoy_context_new (const char *uid);
void e_buoy_context_free (EBuoyContext *self);

/* With the people that the reader knows. In a worker: it waits for them a little. (transfer full) */
BuoyContext *e_buoy_context_complete (EBuoyContext *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EBuoyContext, e_buoy_context_free)
