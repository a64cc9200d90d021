/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Explains files that are not messages, for kinds that people mistake for one.
 */
#pragma once

#include <glib.h>

/* What the file is and what to do instead, in the reader's language; NULL if it is unknown. */
const char *cli_kind_explain (GBytes *bytes);
