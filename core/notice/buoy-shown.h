/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Makes untrusted text safe to display. Notices and stories have this applied; hosts apply it to anything else they
 * show: the address of a link, a file name, the value of an option.
 */
#pragma once

#include <glib.h>

#include "buoy-for-hosts.h"

G_BEGIN_DECLS

BUOY_FOR_HOSTS char *buoy_shown_text (const char *text);
BUOY_FOR_HOSTS char *buoy_shown_name (const char *name);
BUOY_FOR_HOSTS gboolean buoy_shown_find_owner (const char *host, guint *out_start, guint *out_length);
BUOY_FOR_HOSTS const char *buoy_shown_find_company (const char *host);

G_END_DECLS
