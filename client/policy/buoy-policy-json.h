/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Splits a JSON object into members with line numbers. json-glib reports no lines, accepts what RFC 8259 does not, and
 * recurses without a limit in version 1.6; what passes this parser is safe to give to it.
 */
#pragma once

#include <glib.h>

#define BUOY_POLICY_MAX_DEPTH 8 /* nesting depth; a policy needs four */

typedef struct
{
  char *name;
  char *json; /* the value, valid JSON */
  guint line; /* from 1 */
} BuoyPolicyMember;

void buoy_policy_member_free (BuoyPolicyMember *member);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BuoyPolicyMember, buoy_policy_member_free)

/* Appends the members of the object in @text to @members, up to the first fault. Returns the fault in the reader's
 * language and sets @out_line to its line; returns NULL if there is none.
 */
const char *buoy_policy_json_split (const char *text, gsize length, GPtrArray *members, guint *out_line);
