/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The reader's settings, in their newest version, overridden by the organisation's policy.
 */
#pragma once

#include <gio/gio.h>

/* Opens the settings of the schema org.bellbuoy.Bellbuoy in @source (nullable). NULL if the schema is missing or of
 * another version, in which case GSettings would abort the process. (transfer full) (nullable)
 */
GSettings *buoy_settings_open (GSettingsSchemaSource *source);

/* The same for programs that only read the current values: nothing is migrated, watched or logged. */
GSettings *buoy_settings_peek (GSettingsSchemaSource *source);

/* Like buoy_settings_open(), but uses @backend and the policy files below @root (NULL for those of the machine). */
GSettings *buoy_settings_open_with (GSettingsSchemaSource *source, GSettingsBackend *backend, const char *root);

/* Whether both schemas are in @source (nullable), with all keys that this version reads: after an upgrade, the compiled
 * schemas may be older.
 */
gboolean buoy_settings_schemas_fit (GSettingsSchemaSource *source);

/* The organisation's settings (schema org.bellbuoy.Policy). (nullable) (transfer none) */
GSettings *buoy_settings_get_organisation (GSettings *settings);

/* Whom the organisation's readers may ask, by its policy. (nullable) (transfer full) */
char *buoy_settings_dup_support_text (GSettings *settings);

/* Sends the event “policy-fault” if the policy over @settings has faults, and again when other faults are found. */
void buoy_settings_report_faults (GSettings *settings);

/* Migrates stored settings by one version; harmless if repeated. */
typedef void (*BuoySettingsStep) (GSettings *settings);

/* Runs all migration steps: steps[n] migrates from version n to n + 1, and is NULL if nothing has to be migrated. A
 * step is stored together with its version number, or not at all.
 */
void buoy_settings_migrate (GSettings *settings, const BuoySettingsStep *steps, guint n_steps);
