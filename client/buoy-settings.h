/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The reader's settings, in their newest version, with the organisation's policy laid over them.
 */
#pragma once

#include <gio/gio.h>

/* Settings of the schema org.bellbuoy.Bellbuoy in @source, which may be NULL. NULL if the schema is missing or of
 * another version: GSettings would abort the whole client. (transfer full)
 */
GSettings *buoy_settings_open (GSettingsSchemaSource *source);

/* The same as they are now, for what only reads: nothing is migrated, watched or logged. */
GSettings *buoy_settings_peek (GSettingsSchemaSource *source);

/* As buoy_settings_open(), over @backend, with the policy files below @root (NULL: those of the machine). */
GSettings *buoy_settings_open_with (GSettingsSchemaSource *source, GSettingsBackend *backend, const char *root);

/* Whether both schemas are in @source, which may be NULL, with all keys that this version reads: after an upgrade, the
 * compiled schemas may be those of an older one.
 */
gboolean buoy_settings_schemas_fit (GSettingsSchemaSource *source);

/* What the organisation alone sets, of the schema org.bellbuoy.Policy. (nullable) (transfer none) */
GSettings *buoy_settings_get_organisation (GSettings *settings);

/* Sends the event “policy-fault” if the policy over @settings has a fault, and again whenever others are found. */
void buoy_settings_report_faults (GSettings *settings);

/* Migrates stored settings by one version; harmless if repeated. */
typedef void (*BuoySettingsStep) (GSettings *settings);

/* Migrates from version n to n + 1 with steps[n], NULL if nothing has to be migrated, for all steps. A step is stored
 * together with its version number, or not at all.
 */
void buoy_settings_migrate (GSettings *settings, const BuoySettingsStep *steps, guint n_steps);
