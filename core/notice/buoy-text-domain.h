/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Makes gettext find the texts of the library and of its hosts.
 */
#pragma once

#include <glib.h>

#include "buoy-for-hosts.h"

G_BEGIN_DECLS

BUOY_FOR_HOSTS void buoy_notice_bind_domain (void);

G_END_DECLS
