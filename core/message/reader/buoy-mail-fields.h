/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Header fields that GMime 3.2 cannot parse safely are changed before it sees them. It keeps up to fifty times the
 * bytes of a field. It copies the charset of an encoded word (RFC 2047) or a parameter (RFC 2231) to the stack and
 * parses groups of addresses recursively, so a few megabytes of either overflow the stack. For each encoded word that
 * is not closed, it searches the rest of the field for the end. It compares each parameter with all previous ones.
 * Every program shows such a field as noise.
 */
#pragma once

#include <glib.h>

/* Cuts the @value of a field in place, and overwrites in it what GMime cannot parse safely. *@out_has_cut is set to
 * TRUE if that may change what a part is or who is named. A value that was longer than BUOY_MAX_HEADER_BYTES still is,
 * so that reading the headers notes it as a limit. Returns the new length.
 */
gsize buoy_mail_disarm_field (const char *name, char *value, gboolean *out_has_cut);

/* If @bytes have CR but no LF, replaces CR by LF: Thunderbird ends lines at CR too, but GMime would read a single
 * field.
 *
 * Returns: (transfer full): the lines; usually @bytes itself
 */
GBytes *buoy_mail_end_lines (GBytes *bytes);

/* GMime stops at a field whose name does not fit into its buffer. If there is one at @stop, replaces *@bytes by a copy
 * in which a colon ends the name. Returns FALSE if there is none.
 */
gboolean buoy_mail_end_long_name (GBytes **bytes, gsize stop);
