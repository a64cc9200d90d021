/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Describes policy files for editors and people, from the GSettings schemas.
 */
#pragma once

#include "policy/buoy-policy-keys.h"

/* Makes a JSON Schema (draft 2020-12). (transfer full) */
char *buoy_policy_schema_to_json (BuoyPolicyKeys *keys);

/* Makes a policy that sets each key to its default. (transfer full) */
char *buoy_policy_example_to_json (BuoyPolicyKeys *keys);
