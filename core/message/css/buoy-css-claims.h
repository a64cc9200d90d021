/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Names of hosts in the strings by which a style can write text: quotation marks, list markers, hyphens, what "var()",
 * "counter()" and "counters()" insert (CSS Content 3, Lists 3, Counter Styles 3, Text 4). Where they are displayed is not
 * evaluated: honest mail has none.
 */
#pragma once

#include <glib.h>

#define BUOY_CSS_MAX_CLAIMS 8 /* of a page; each is compared with each link */

/* Appends the strings of a declaration that name a host to @claims (of char *), each once, and one more than the most
 * if there are more. @value ends at @end.
 */
void buoy_css_claims_read (GPtrArray *claims, const char *property, const char *value, const char *end);
