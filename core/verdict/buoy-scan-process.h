/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The program in which messages are read. A host need not know of it.
 */
#pragma once

#include <glib.h>

#include "buoy-for-hosts.h"

G_BEGIN_DECLS

/*< private >
 * BuoyScanDeathFunc:
 * @is_stopped: whether the program has ended so often that it is not started again in this process
 *
 * Called in a thread of its own when the program that reads messages has ended by itself.
 */
typedef void (*BuoyScanDeathFunc) (gboolean is_stopped);

BUOY_FOR_HOSTS void buoy_scan_set_death_func (BuoyScanDeathFunc func);
guint buoy_scan_get_landlock_abi (void);

G_END_DECLS
