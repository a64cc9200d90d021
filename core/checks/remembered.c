/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "checks/remembered.h"

#define SECONDS_A_DAY (24 * 60 * 60)

#define MIN_PROVEN 2 /* messages */
#define MIN_DAYS 2   /* days on which they came: mail of one day may be coincidence */
#define MIN_SHARE 90 /* % of those that were checked: some senders prove their mail only now and then */

/* For so long all mail is proven of a sender who began to prove it: what came before says nothing about what comes. */
#define MIN_PROVEN_DAYS 30

/* The same for a sender who is known well. */
#define LONG_MIN_PROVEN 3       /* messages */
#define LONG_MIN_DAYS 3         /* days on which they came */
#define LONG_MIN_PERIOD_DAYS 30 /* days from the first to the newest */

const BuoySenderMemory *
buoy_check_get_memory (const BuoyEvidence *evidence)
{
  return evidence->context != NULL && !evidence->is_inner ? evidence->context->sender : NULL;
}

gboolean
buoy_check_is_known (const BuoySenderRecord *sender)
{
  return sender->n_proven >= MIN_PROVEN && sender->n_days >= MIN_DAYS;
}

gboolean
buoy_check_expects_proof (const BuoySenderRecord *sender)
{
  const gboolean is_usual = sender->n_proven * 100u >= (sender->n_proven + sender->n_unproven) * (guint) MIN_SHARE;

  return buoy_check_is_known (sender) && (is_usual || buoy_sender_record_get_proven_days (sender) >= MIN_PROVEN_DAYS);
}

gboolean
buoy_check_is_long_proven (const BuoySenderRecord *sender)
{
  return sender->n_proven >= LONG_MIN_PROVEN && sender->n_days >= LONG_MIN_DAYS
         && sender->last_proven >= sender->first_proven + LONG_MIN_PERIOD_DAYS
         && !buoy_sender_record_was_warned (sender);
}

static void
cite (BuoyFinding *finding, guint n_proven, guint n_messages, guint day)
{
  g_autoptr (GDateTime) first = g_date_time_new_from_unix_utc ((gint64) day * SECONDS_A_DAY);
  g_autofree char *date = g_date_time_format (first, "%Y-%m-%d");
  g_autofree char *value = g_strdup_printf ("%u/%u %s", n_proven, n_messages, date);

  buoy_finding_cite (finding, BUOY_EVIDENCE_REMEMBERED, value);
}

void
buoy_check_cite_record (BuoyFinding *finding, const BuoySenderRecord *sender)
{
  cite (finding, sender->n_proven, sender->n_messages, sender->first);
}

void
buoy_check_cite_name (BuoyFinding *finding, const BuoyNameMemory *name)
{
  cite (finding, name->n_messages, name->n_messages, name->first);
  buoy_finding_cite (finding, BUOY_EVIDENCE_FORMER_DOMAIN, name->domain);
}

const char *
buoy_check_asks_for_secret (const BuoyEvidence *evidence)
{
  const char *phrase = buoy_evidence_find_phrase (evidence, BUOY_LEXICON_PAYMENT);

  return phrase != NULL ? phrase : buoy_evidence_find_phrase (evidence, BUOY_LEXICON_MAILBOX_ACCESS);
}
