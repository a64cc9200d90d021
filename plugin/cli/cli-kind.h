/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Explains files that are not messages, for kinds that people mistake for one.
 */
#pragma once

#include <glib.h>

/* Whether @error, of an analysis, says that the input is no message. */
gboolean cli_kind_is_no_mail (const GError *error);

/* Why @bytes could not be analysed, in the reader's language: for a file that is no message, what it is and what to do
 * instead, if that is known.
 */
const char *cli_kind_explain (GBytes *bytes, const GError *error);
