/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What a file is that is no message, for the kinds that people take for one.
 */
#pragma once

#include <glib.h>

/* What it is and what to do instead, in the reader's language; NULL if it is unknown. */
const char *cli_kind_explain (GBytes *bytes);
