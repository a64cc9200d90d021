/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What the extension knows about the reader, under numbers of its choice.
 */
#pragma once

#include <json-glib/json-glib.h>

#include "host-settings.h"

typedef struct _HostContexts HostContexts;

HostContexts *host_contexts_new (HostSettings *settings);
void host_contexts_free (HostContexts *contexts);

/* Processes a frame "context". TRUE if it was the last one for its number, which can be used from then on. */
gboolean host_contexts_take (HostContexts *contexts, JsonObject *frame);

/* The context with the current settings, and with what is known about the servers of @account (nullable). @number 0 is
 * an empty context. NULL if the number is unknown, or was dropped. (transfer full) (nullable)
 */
BuoyContext *host_contexts_get (HostContexts *contexts, gint64 number, const char *account);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HostContexts, host_contexts_free)
