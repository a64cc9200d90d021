/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A fixture: a message of tests/data with its reader and its expected verdict.
 */
#pragma once

#include <bellbuoy.h>

/* For a fixture whose own header cannot contain the field. */
#define FIXTURE_SIDECAR ".expect"

/* The bytes of the file at @path. */
GBytes *fixture_read (const char *path);

/* The verdict on @bytes for the reader that they name. */
BuoyVerdict *fixture_scan (GBytes *bytes);

/* @verdict as the value of an X-Expect field: the level, then a line for each finding and one for each value that it
 * cites, indented below it.
 */
char *fixture_describe (BuoyVerdict *verdict);

/* The value of the X-Expect field of @bytes, the message at @path, or of its sidecar; NULL if there is none. */
char *fixture_get_expected (const char *path, GBytes *bytes);

/* @bytes with the X-Expect field @expected, in place of any that they have; NULL for none. */
GBytes *fixture_set_expected (GBytes *bytes, const char *expected);
