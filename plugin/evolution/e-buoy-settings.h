/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What the reader and the organisation have set. Main thread only.
 */
#pragma once

#include <gio/gio.h>

#include "bellbuoy.h"

/* Whether name servers are asked about a sender whom the mail provider did not prove; the values are the schema's. */
typedef enum
{
  E_BUOY_LOOKUPS_OFF,
  E_BUOY_LOOKUPS_ON_REQUEST,
  E_BUOY_LOOKUPS_AUTOMATIC
} EBuoyLookups;

/* NULL where the schema is not installed: then everything is as if nothing had been set; (transfer none). */
GSettings *e_buoy_settings_get (void);

/* Goes up with every change; what was judged under a lower number is out of date. */
guint e_buoy_settings_get_serial (void);

gboolean e_buoy_settings_is_enabled (void);
BuoyLevel e_buoy_settings_get_level (void);
EBuoyLookups e_buoy_settings_get_lookups (void);

/* A link that lies is not opened at all; otherwise the reader is asked. */
gboolean e_buoy_settings_blocks_links (void);

/* Where the organisation wants reports, as it was written; (transfer full) (nullable). */
char *e_buoy_settings_dup_report_address (void);

/* Switched-off checks, trust, own domains, receiving servers, gateways. */
void e_buoy_settings_fill_context (BuoyContext *context);
