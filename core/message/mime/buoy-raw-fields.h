/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Header fields that GMime 3.2 cannot bear. It copies the charset of an encoded word (RFC 2047) and of a parameter
 * (RFC 2231) to the stack and reads groups of addresses by recursion, so that some megabytes of them end the program;
 * where nothing closes an encoded word it looks for the end in the whole field, again for each word; each parameter it
 * holds against all before it; and it keeps thirty times the bytes of a field. Such places are overwritten before it
 * sees them: no program shows them as anything but noise. Where a header begins within the body is not known yet, so
 * what looks like such a field is taken for one.
 */
#pragma once

#include "base/buoy-budget.h"

/* @raw without what GMime cannot read safely in header fields; mostly @raw itself. @out_has_cut: something was cut
 * that may say what a part is. Where @budget is spent, what is returned must not be parsed, and no stream of
 * buoy_mail_parse() gives it out then. (transfer full)
 */
GBytes *buoy_fields_disarm (GBytes *raw, BuoyBudget *budget, gboolean *out_has_cut);
