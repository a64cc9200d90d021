/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Validates option values: the library ignores invalid values, as in settings.
 */
#pragma once

#include <bellbuoy.h>

/* Each adds a value to @context, or returns FALSE if it is invalid. */
gboolean cli_values_add_own_address (BuoyContext *context, const char *address);
gboolean cli_values_add_own_domain (BuoyContext *context, const char *domain);
gboolean cli_values_add_gateway (BuoyContext *context, const char *gateway);
gboolean cli_values_add_trusted_sender (BuoyContext *context, const char *domain);

/* "SENDER=SITE" */
gboolean cli_values_add_trusted_link (BuoyContext *context, const char *pair);

/* Passes each value of a repeatable option (nullable) to @add. Returns FALSE after reporting a value that @add refuses.
 * @why contains "%s".
 */
gboolean cli_values_add (BuoyContext *context, const char *option, char **values,
                         gboolean (*add) (BuoyContext *, const char *), const char *why);
