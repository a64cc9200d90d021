/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The reader's settings, in their newest form.
 */
#pragma once

#include <gio/gio.h>

/* Those of the schema org.bellbuoy.Bellbuoy in @source, which may be NULL. A schema that is missing, or of another
 * version, is no settings: NULL. GSettings itself would abort the whole client. (transfer full)
 */
GSettings *buoy_settings_open (GSettingsSchemaSource *source);

/* Brings what is stored from one form to the next, with no harm if it is done already. */
typedef void (*BuoySettingsStep) (GSettings *settings);

/* From version n to n + 1 by steps[n], which is NULL where nothing has to be brought over, as far as there are steps. A
 * step is stored together with the number that it leads to, or not at all.
 */
void buoy_settings_migrate (GSettings *settings, const BuoySettingsStep *steps, guint n_steps);
