/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A settings backend that lays the policy over another one. A key that is locked cannot be written, so that everything
 * bound to it greys by itself.
 */
#pragma once

#include "policy/buoy-policy.h"

/* Settings of @schema: the policy over @inner. (transfer full) */
GSettings *buoy_policy_settings_new (BuoyPolicy *policy, GSettingsSchema *schema, GSettingsBackend *inner);

/* Settings of the organisation alone, which no reader can change; @policy must have keys. (transfer full) */
GSettings *buoy_policy_organisation_new (BuoyPolicy *policy);

/* The policy that lies over @settings; NULL if none does. (transfer none) */
BuoyPolicy *buoy_policy_of_settings (GSettings *settings);

/* What the reader has set for @key, whatever the policy says; NULL: nothing. (transfer full) (nullable) */
GVariant *buoy_policy_get_readers (GSettings *settings, const char *key);

/* Whether the policy says that @entry is always in the list @key. */
gboolean buoy_policy_holds_entry (GSettings *settings, const char *key, GVariant *entry);
