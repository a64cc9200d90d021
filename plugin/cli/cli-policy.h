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

/* Describes the state of fetching the policy; NULL if it is not configured. @out_advice: what to do about it; NULL if
 * all is well or the error is temporary. (transfer full) (nullable)
 */
char *cli_policy_describe_fetch (const char *root, const char **out_advice);

typedef struct _CliPolicy CliPolicy;

/* Opens the policy of @file. If @file is NULL, opens that of this machine, and with @with_settings the reader's
 * settings below it, as in the mail clients. Reports faults; returns NULL if @file cannot be read. (transfer full)
 * (nullable)
 */
CliPolicy *cli_policy_open (const char *file, gboolean with_settings);
void cli_policy_free (CliPolicy *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CliPolicy, cli_policy_free)

/* FALSE if lookups are off, and the reader cannot change that. */
gboolean cli_policy_allows_lookups (const CliPolicy *self);

/* FALSE if the memory is off, and the reader cannot change that. */
gboolean cli_policy_allows_memory (const CliPolicy *self);

/* The number in force for @key; 0 if there are no settings. */
int cli_policy_get_number (const CliPolicy *self, const char *key);

/* FALSE if @kind is not among the "lookup-kinds", and the reader cannot change that. */
gboolean cli_policy_allows_lookup_kind (const CliPolicy *self, const char *kind);

/* The string in force for @key: @chosen, unless that is NULL or the key is locked. (transfer full) */
char *cli_policy_choose_text (const CliPolicy *self, const char *key, const char *chosen);

/* Adds the policy and the settings to @context, except for the keys in @replaced (NULL-terminated), which options set.
 */
void cli_policy_fill (const CliPolicy *self, const char *const *replaced, BuoyContext *context);
