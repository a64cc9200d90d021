/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What the storms have in common: the messages of tests/data, and one message through the whole engine.
 */
#pragma once

#include <bellbuoy.h>

/* Each returns whether all was well, after it has printed its figures. @seeds: of GBytes. */
gboolean storm_mutate (const GPtrArray *seeds, guint n, guint32 random_seed);
gboolean storm_threads (const GPtrArray *seeds, guint n);
gboolean storm_cancel (const GPtrArray *seeds, guint n, guint32 random_seed);

/* Somebody with contacts, an address and a server of his own. */
BuoyContext *storm_context_new (void);

/* Judges a message and writes the verdict in all forms. Ends the process if one is invalid. (transfer full): JSON */
char *storm_judge (GBytes *bytes, BuoyContext *context);
