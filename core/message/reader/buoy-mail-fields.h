/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What GMime 3.2 is not given of a header field. It keeps up to fifty times the bytes of a field; it copies the charset
 * of an encoded word (RFC 2047) and of a parameter (RFC 2231) to the stack and reads groups of addresses by recursion,
 * so that some megabytes of them end the program; where nothing closes an encoded word it looks for the end in the
 * whole field, again for each word; and it compares each parameter with all before it. No program shows such a field
 * as anything but noise.
 */
#pragma once

#include <glib.h>

/* Shortens the @value of a field in place to what GMime is given, and overwrites in it what GMime cannot read safely.
 * @out_has_cut is set if that may change what a part is or who is named; what is longer than BUOY_MAX_HEADER_BYTES
 * stays so, and is noted where headers are read. Returns the length that is left.
 */
gsize buoy_mail_disarm_field (const char *name, char *value, gboolean *out_has_cut);

/* Where no line ends as it should, CR ends it, as Thunderbird reads it; GMime would take all of it for one field.
 * (transfer full): mostly @bytes itself
 */
GBytes *buoy_mail_end_lines (GBytes *bytes);

/* GMime reads nothing after a field whose name does not fit its buffer. If there is such a name at @stop, where it
 * stopped, the name is ended in a copy of @bytes; %FALSE if there is none.
 */
gboolean buoy_mail_end_long_name (GBytes **bytes, gsize stop);
