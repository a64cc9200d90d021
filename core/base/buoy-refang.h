/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The plain spelling of hosts in a text: "example[.]com", "hxxp", full-width letters and dots.
 */
#pragma once

#include <glib.h>

/* NFKC, invisible characters dropped, every way of writing a dot made ".". At most 4 KiB of @text
 * are kept.
 */
char *buoy_refang (const char *text);
