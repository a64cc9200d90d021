/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Block lists are updated by another program, such as a timer of the session, while clients run.
 */
#pragma once

#include <gio/gio.h>

/* From now on, an updated list counts as a change of the setting `lists`, which clients follow: what they display is
 * judged again. Ends with @settings.
 */
void buoy_list_watch_attach (GSettings *settings);
