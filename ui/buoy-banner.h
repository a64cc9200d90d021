/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The bar over a message.
 */
#pragma once

#include <gtk/gtk.h>

#include "bellbuoy.h"

/* An info bar for a notice whose level is at least caution. It takes its own reference; its Details button
 * opens buoy_details_present().
 */
GtkWidget *buoy_banner_new (BuoyNotice *notice);
