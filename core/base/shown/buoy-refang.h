/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The plain spelling of hosts in a text: "example[.]com", "hxxp", full-width letters and dots.
 */
#pragma once

#include <glib.h>

/* NFKC, invisible characters dropped, every way of writing a dot made ".". Linear: a host behind long padding is read
 * like any other.
 */
char *buoy_refang (const char *text);
