/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What the analysis is told of the settings.
 */
#pragma once

#include "bellbuoy.h"

/* The value of the setting @key, of the type that the schema gives it; (transfer full). */
typedef GVariant *(*BuoySettingFunc) (gpointer source, const char *key);

/* Switched-off checks, trust, own domains, receiving servers, gateways. */
void buoy_settings_fill_context (BuoySettingFunc get, gpointer source, BuoyContext *context);
