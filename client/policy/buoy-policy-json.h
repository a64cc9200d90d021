/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The members of a JSON object and where each of them is. A parser of JSON alone tells no lines, accepts what RFC 8259
 * does not, and may recurse without limit (json-glib 1.6); what passes here is safe to give to it.
 */
#pragma once

#include <glib.h>

#define BUOY_POLICY_MAX_DEPTH 8 /* nested brackets; a policy needs four */

typedef struct
{
  char *name;
  char *json; /* the value, valid JSON */
  guint line; /* from 1 */
} BuoyPolicyMember;

void buoy_policy_member_free (BuoyPolicyMember *member);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BuoyPolicyMember, buoy_policy_member_free)

/* Appends the members of the object @text to @members, up to the first fault. Returns what the fault is, in the
 * reader's language, and its line; NULL if there is none.
 */
const char *buoy_policy_json_split (const char *text, gsize length, GPtrArray *members, guint *out_line);
