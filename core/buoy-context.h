/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What the host knows about the reader: receiving servers, own addresses, contacts, switched-off checks, trusted
 * senders.
 */
#pragma once

#include "buoy-types.h"

G_BEGIN_DECLS

#define BUOY_TYPE_CONTEXT (buoy_context_get_type ())

/**
 * BuoyContext:
 *
 * What the client knows about the reader. It is filled before the first scan that it is handed to; that seals it, so
 * that any thread may read it.
 *
 * Since: 0.2
 */
typedef struct _BuoyContext BuoyContext;

BUOY_AVAILABLE_IN_0_2 GType buoy_context_get_type (void);
BUOY_AVAILABLE_IN_0_2 BuoyContext *buoy_context_new (void);
BUOY_AVAILABLE_IN_0_2 BuoyContext *buoy_context_ref (BuoyContext *context);
BUOY_AVAILABLE_IN_0_2 void buoy_context_unref (BuoyContext *context);
BUOY_AVAILABLE_IN_0_2 gboolean buoy_context_add_trusted_host (BuoyContext *context, const char *host);
BUOY_AVAILABLE_IN_0_2 void buoy_context_add_own_address (BuoyContext *context, const char *address);
BUOY_AVAILABLE_IN_0_2 void buoy_context_add_own_domain (BuoyContext *context, const char *domain);
BUOY_AVAILABLE_IN_0_2 void buoy_context_add_contact (BuoyContext *context, const char *name, const char *address);
BUOY_AVAILABLE_IN_0_2 void buoy_context_suppress_check (BuoyContext *context, const char *check_id);
BUOY_AVAILABLE_IN_0_2 void buoy_context_trust_sender (BuoyContext *context, const char *domain);
BUOY_AVAILABLE_IN_0_2 void buoy_context_trust_link (BuoyContext *context, const char *sender_domain,
                                                    const char *link_domain);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BuoyContext, buoy_context_unref)

G_END_DECLS
