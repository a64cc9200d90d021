/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The texts about a message.
 */
#pragma once

#include <json-glib/json-glib.h>

#include "bellbuoy.h"

/* Adds the member "notice"; @advice replaces the notice's own. */
void host_add_notice (JsonBuilder *answer, BuoyNotice *notice, const char *advice);

/* Adds the member "notice" for a message that could not be analysed. */
void host_add_error_notice (JsonBuilder *answer, const GError *error);
