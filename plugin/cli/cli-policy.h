/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The organisation's policy, for several commands.
 */
#pragma once

#include "bellbuoy.h"
#include "policy/buoy-policy-backend.h"

/* `bellbuoy policy show`. */
int cli_policy_show (int argc, char **argv);

/* `bellbuoy policy fetch`. */
int cli_policy_fetch (int argc, char **argv);

/* How the fetching of the policy stands, in words; NULL if none is configured. @out_advice: what to do about it, NULL
 * if all is well or may be well soon. (transfer full) (nullable)
 */
char *cli_policy_describe_fetch (const char *root, const char **out_advice);

typedef struct _CliPolicy CliPolicy;

/* The policy of @file. NULL: that of this machine, and under it, if @with_settings, the reader's settings, as in the
 * mail clients. Reports faults; NULL if @file cannot be read.
 */
CliPolicy *cli_policy_open (const char *file, gboolean with_settings);
void cli_policy_free (CliPolicy *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CliPolicy, cli_policy_free)

/* FALSE if they are off, and the reader cannot change that. */
gboolean cli_policy_allows_lookups (const CliPolicy *self);

/* FALSE if @kind is not among the "lookup-kinds", and the reader cannot change that. */
gboolean cli_policy_allows_lookup_kind (const CliPolicy *self, const char *kind);

/* The text in force for @key: @chosen, unless that is NULL or a lock outweighs it. (transfer full) */
char *cli_policy_choose_text (const CliPolicy *self, const char *key, const char *chosen);

/* Tells @context what the policy says. Keys in @replaced (ends with NULL) are left to options. */
void cli_policy_fill (const CliPolicy *self, const char *const *replaced, BuoyContext *context);
