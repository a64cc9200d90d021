/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A settings backend that overrides another one by the policy. A locked key cannot be written, so that all widgets
 * bound to it become insensitive.
 */
#pragma once

#include "policy/buoy-policy.h"

/* Settings of @schema with the policy on top of @inner. (transfer full) */
GSettings *buoy_policy_settings_new (BuoyPolicy *policy, GSettingsSchema *schema, GSettingsBackend *inner);

/* Settings of the organisation alone, which no reader can change; @policy must have keys. (transfer full) */
GSettings *buoy_policy_organisation_new (BuoyPolicy *policy);

/* The policy that overrides @settings. (transfer none) (nullable) */
BuoyPolicy *buoy_policy_of_settings (GSettings *settings);

/* The reader's own value of @key, whatever the policy says. (transfer full) (nullable) */
GVariant *buoy_policy_get_readers (GSettings *settings, const char *key);

/* Whether the policy puts @entry into the list @key, so that it cannot be removed. */
gboolean buoy_policy_holds_entry (GSettings *settings, const char *key, GVariant *entry);
