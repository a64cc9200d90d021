/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * How much of a header field GMime is given. It keeps up to fifty times the bytes of a field, and it compares each
 * parameter of a Content-Type with each.
 */
#pragma once

#include <glib.h>

/* How many bytes of a field's value are given to GMime. What is longer than BUOY_MAX_HEADER_BYTES stays so, and is
 * noted where headers are read.
 */
gsize buoy_mail_measure_field (const char *name, const char *value);

/* GMime reads nothing behind a field whose name does not fit into its buffer. Such a name at @stop, where it stopped,
 * is ended in a copy of @bytes; %FALSE where there is none.
 */
gboolean buoy_mail_end_long_name (GBytes **bytes, gsize stop);
