/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * tests/data/excuses.ini: what a sender can write to be excused, one row per excuse, as changes to a mail.
 */
#pragma once

#include <bellbuoy.h>

typedef struct _Excuses Excuses;

Excuses *excuses_read (const char *path);
void excuses_free (Excuses *excuses);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Excuses, excuses_free)

/* The names of the rows. */
const char *const *excuses_get_names (const Excuses *excuses);

/* A description in a row: "claim", "answer", "not-yet"; NULL. */
char *excuses_get_word (const Excuses *excuses, const char *name, const char *word);

/* @bytes with the row applied; @verdict is their verdict, for the sites that the row names. NULL if it cannot be
 * applied.
 */
GBytes *excuses_apply (const Excuses *excuses, const char *name, GBytes *bytes, BuoyVerdict *verdict);
