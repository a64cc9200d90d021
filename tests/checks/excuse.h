/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * tests/data/excuses.ini: what a sender can write to be excused, one row for each excuse, as changes to a mail.
 */
#pragma once

#include <bellbuoy.h>

typedef struct _Excuses Excuses;

Excuses *excuses_read (const char *path);
void excuses_free (Excuses *excuses);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Excuses, excuses_free)

/* The rows' names. */
const char *const *excuses_get_names (const Excuses *excuses);

/* What a row says of itself: "claim", "answer", "not-yet"; NULL. */
char *excuses_get_word (const Excuses *excuses, const char *name, const char *word);

/* @bytes with what the row adds; @verdict is theirs, for the sites that the row names. NULL where it cannot be
 * added.
 */
GBytes *excuses_apply (const Excuses *excuses, const char *name, GBytes *bytes, BuoyVerdict *verdict);
