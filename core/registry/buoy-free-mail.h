/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Providers that give anyone an address.
 */
#pragma once

#include <glib.h>

/* Whether @ascii_domain (nullable) belongs to one of them. */
gboolean buoy_free_mail_is (const char *ascii_domain);
