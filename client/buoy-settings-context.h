/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Passes the settings to the analysis.
 */
#pragma once

#include "bellbuoy.h"

/* The value of the setting @key, with the schema's type; (transfer full). */
typedef GVariant *(*BuoySettingFunc) (gpointer source, const char *key);

/* Adds the reader's settings to @context: switched-off checks, trust, own domains, receiving servers, gateways. */
void buoy_settings_fill_context (BuoySettingFunc get, gpointer source, BuoyContext *context);

/* Adds the organisation's settings (schema org.bellbuoy.Policy) to @context. */
void buoy_settings_fill_organisation (BuoySettingFunc get, gpointer source, BuoyContext *context);
