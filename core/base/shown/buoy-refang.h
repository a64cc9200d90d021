/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Normalises the spelling of hosts in a text: "example[.]com", "hxxp", fullwidth letters and dots.
 */
#pragma once

#include <glib.h>

/* NFKC without invisible characters, with every spelling of a dot as ".". Linear, so that long padding before a host
 * makes no difference.
 */
char *buoy_refang (const char *text);
