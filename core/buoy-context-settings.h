/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What the settings and the policy of our own hosts say of a context.
 */
#pragma once

#include "buoy-context.h"
#include "buoy-for-hosts.h"
#include "lists/buoy-block-list.h"

G_BEGIN_DECLS

BUOY_FOR_HOSTS void buoy_context_add_gateway (BuoyContext *context, const char *gateway);
BUOY_FOR_HOSTS void buoy_context_protect_domain (BuoyContext *context, const char *domain);
BUOY_FOR_HOSTS void buoy_context_protect_person (BuoyContext *context, const char *person);
BUOY_FOR_HOSTS void buoy_context_set_support_text (BuoyContext *context, const char *text);
BUOY_FOR_HOSTS void buoy_context_add_block_list (BuoyContext *context, BuoyBlockList *list);
BUOY_FOR_HOSTS void buoy_context_set_list_max_age (BuoyContext *context, guint hours);
BUOY_FOR_HOSTS gboolean buoy_context_block_site (BuoyContext *context, const char *site);
BUOY_FOR_HOSTS gboolean buoy_context_allow_site (BuoyContext *context, const char *site);
BUOY_FOR_HOSTS void buoy_context_set_lookup_gateway (BuoyContext *context, const char *url);
BUOY_FOR_HOSTS void buoy_context_set_new_domain_days (BuoyContext *context, guint days);
BUOY_FOR_HOSTS void buoy_context_set_location_database (BuoyContext *context, const char *file);
BUOY_FOR_HOSTS void buoy_context_set_lookup_kinds (BuoyContext *context, const char *const *kinds);
BUOY_FOR_HOSTS void buoy_context_set_qr_codes (BuoyContext *context, gboolean decoded);

G_END_DECLS
