/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What a policy file may hold, as documents for editors and people; both made of the GSettings schemas.
 */
#pragma once

#include "policy/buoy-policy-keys.h"

/* A JSON Schema (draft 2020-12). (transfer full) */
char *buoy_policy_schema_to_json (BuoyPolicyKeys *keys);

/* A policy that sets each key to its default. (transfer full) */
char *buoy_policy_example_to_json (BuoyPolicyKeys *keys);
