/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Mail that came before a fixture, as its X-Reader fields tell.
 */
#pragma once

#include <bellbuoy.h>

#include "memory/store/buoy-memory.h"

#define EARLIER_MAIL_ACCOUNT "harbour"

/* Whether @fact, the value of an X-Reader field, is about such mail. */
gboolean earlier_mail_is_in (const char *fact);

/* Teaches @memory the mail that @fact is about. */
void earlier_mail_learn (BuoyMemory *memory, const char *fact, BuoyContext *context);
