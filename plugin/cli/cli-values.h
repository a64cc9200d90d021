/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Values of options, which the library would pass over if they are wrong, as it does in settings.
 */
#pragma once

#include <bellbuoy.h>

/* All pass a value on, or return FALSE. */
gboolean cli_values_add_own_address (BuoyContext *context, const char *address);
gboolean cli_values_add_own_domain (BuoyContext *context, const char *domain);
gboolean cli_values_add_gateway (BuoyContext *context, const char *gateway);
gboolean cli_values_add_trusted_sender (BuoyContext *context, const char *domain);

/* "SENDER=SITE" */
gboolean cli_values_add_trusted_link (BuoyContext *context, const char *pair);
