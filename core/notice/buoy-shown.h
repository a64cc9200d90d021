/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What somebody else wrote, made fit to be shown. A notice and a story have passed it already; a host passes what else
 * it shows: the address of a link, the name of a file, what an option was given.
 */
#pragma once

#include <glib.h>

#include "buoy-types.h"

G_BEGIN_DECLS

/* One line of what a reader sees of @text, for a label; (transfer full). */
BUOY_AVAILABLE_IN_1_0 char *buoy_shown_text (const char *text);

/* All of @name, with "\u001b" for what a terminal would obey; (transfer full). */
BUOY_AVAILABLE_IN_1_0 char *buoy_shown_name (const char *name);

G_END_DECLS
