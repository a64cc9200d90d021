/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The words about a message.
 */
#pragma once

#include <json-glib/json-glib.h>

#include "bellbuoy.h"

/* The member "notice"; @advice stands in place of the notice's own. */
void host_add_notice (JsonBuilder *answer, BuoyNotice *notice, const char *advice);

/* The member "notice" for a message that could not be judged. */
void host_add_error_notice (JsonBuilder *answer, const GError *error);
