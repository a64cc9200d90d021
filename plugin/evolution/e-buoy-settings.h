/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The configuration of the reader and the organisation. Main thread only.
 */
#pragma once

#include <gio/gio.h>

#include "bellbuoy.h"

/* Whether to look up senders that the mail provider did not authenticate; the values are the schema's. */
typedef enum
{
  E_BUOY_LOOKUPS_OFF,
  E_BUOY_LOOKUPS_ON_REQUEST,
  E_BUOY_LOOKUPS_AUTOMATIC
} EBuoyLookups;

/* NULL if the schema is not installed; all settings then have their defaults. (transfer none) (nullable) */
GSettings *e_buoy_settings_get (void);

/* Increased by every change; verdicts with a lower number are outdated. */
guint e_buoy_settings_get_serial (void);

/* Marks all verdicts as outdated, as a change of settings does, because other knowledge has changed. */
void e_buoy_settings_judge_again (void);

gboolean e_buoy_settings_is_enabled (void);
BuoyLevel e_buoy_settings_get_level (void);
EBuoyLookups e_buoy_settings_get_lookups (void);

/* Whether misleading links are refused; otherwise the reader is asked. */
gboolean e_buoy_settings_blocks_links (void);

/* The organisation's report address, as written; (transfer full) (nullable). */
char *e_buoy_settings_dup_report_address (void);

/* Whom the organisation's readers may ask; (transfer full) (nullable). */
char *e_buoy_settings_dup_support_text (void);

/* The identifiers of the public places to offer for reports. (transfer full) */
char **e_buoy_settings_dup_report_places (void);

/* Adds switched-off checks, trust, own domains, receiving servers and gateways to @context. */
void e_buoy_settings_fill_context (BuoyContext *context);
