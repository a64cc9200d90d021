/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What the extension knows of the reader, under numbers of its choice.
 */
#pragma once

#include <json-glib/json-glib.h>

#include "host-settings.h"

typedef struct _HostContexts HostContexts;

HostContexts *host_contexts_new (HostSettings *settings);
void host_contexts_free (HostContexts *contexts);

/* Takes in a frame "context"; TRUE once it was the last for its number, which then stands for it. */
gboolean host_contexts_take (HostContexts *contexts, JsonObject *frame);

/* With the settings of now, and what is known about the servers of @account (NULL: nobody's); @number 0 is nobody in
 * particular. NULL for a number that is not known (any more); (transfer full) (nullable).
 */
BuoyContext *host_contexts_get (HostContexts *contexts, gint64 number, const char *account);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HostContexts, host_contexts_free)
