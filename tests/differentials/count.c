/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "count.h"

void
count_add (Count *count, const Comparison *comparison)
{
  count->n_mails++;
  count->n_displayed += !comparison->is_formatted;
  count->n_late += comparison->is_late;
  count->n_unread += comparison->error != NULL;
  count->n_partial += comparison->error == NULL && !comparison->is_whole;
  count->n_links += comparison->n_shown;
  count->n_only_shown += comparison->only_shown->len;
  count->n_mails_only_shown += comparison->only_shown->len > 0;
  count->n_raised += comparison->after > comparison->before;
  count->n_missed += comparison_has_missed (comparison);
  count->n_skipped += comparison->n_other_pixels < 0;
}

void
count_join (Count *count, const Count *other)
{
  count->n_mails += other->n_mails;
  count->n_displayed += other->n_displayed;
  count->n_late += other->n_late;
  count->n_unread += other->n_unread;
  count->n_partial += other->n_partial;
  count->n_links += other->n_links;
  count->n_only_shown += other->n_only_shown;
  count->n_mails_only_shown += other->n_mails_only_shown;
  count->n_raised += other->n_raised;
  count->n_missed += other->n_missed;
  count->n_skipped += other->n_skipped;
  count->n_ended += other->n_ended;
}

void
count_print (const Count *count, double seconds)
{
  g_print (
      "%u messages, %.1f a second; %u displayed, with %u links, %u of them (in %u messages) not in the bytes as such;"
      " %u levels raised; %u not judged whole, %u not at all; %u not displayed in time, %u with too many links;"
      " %u ended the process; missed by both: %u\n",
      count->n_mails, count->n_mails / MAX (seconds, 0.001), count->n_displayed, count->n_links, count->n_only_shown,
      count->n_mails_only_shown, count->n_raised, count->n_partial, count->n_unread, count->n_late, count->n_skipped,
      count->n_ended, count->n_missed);
}
