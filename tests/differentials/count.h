/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What a run found in its messages, in figures.
 */
#pragma once

#include "comparison.h"

typedef struct
{
  guint n_mails;
  guint n_displayed;
  guint n_late;
  guint n_unread;
  guint n_partial;    /* not judged whole */
  guint n_links;      /* displayed */
  guint n_only_shown; /* links that the bytes lack */
  guint n_mails_only_shown;
  guint n_raised;  /* whose level what is displayed has raised */
  guint n_missed;  /* messages with a link that nobody has judged */
  guint n_skipped; /* too many links to look for others */
  guint n_ended;   /* messages that ended the process that displays them; not among the others */
} Count;

void count_add (Count *count, const Comparison *comparison);
void count_join (Count *count, const Count *other);

/* Prints a line. @seconds: how long it took. */
void count_print (const Count *count, double seconds);
