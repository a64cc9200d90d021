/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What a forwarder handed on fails the proofs that were right when it was sent. That somebody did is a sender's tale as
 * long as no server of the reader's own says so: it is taken for true only where it harms nobody.
 */
#include "config.h"

#include "checks/forwarded.h"

#include "checks/numbers.h"
#include "evidence/origin/buoy-list.h"
#include "evidence/links/buoy-target.h"
#include "registry/buoy-ownership.h"

/* Digits of a telephone or account number; a date has eight, and no number has more (ITU-T E.164, less one: the
 * numbers of reports and orders are longer still).
 */
#define MIN_NUMBER 9
#define MAX_NUMBER 14

static gboolean
has_number (const char *text)
{
  return buoy_numbers_hold (text, MIN_NUMBER, MAX_NUMBER);
}

static gboolean
is_all_of_sender (const BuoyEvidence *evidence)
{
  const GPtrArray *answers = evidence->message->reply_to;

  for (guint i = 0; i < evidence->targets->len; i++)
    {
      const BuoyTarget *target = g_ptr_array_index (evidence->targets, i);

      if (!buoy_hosts_have_one_owner (target->host, evidence->from_domain))
        return FALSE;
    }
  for (guint i = 0; i < answers->len; i++)
    {
      const BuoyMailbox *mailbox = g_ptr_array_index (answers, i);

      if (!buoy_hosts_have_one_owner (mailbox->domain, evidence->from_domain))
        return FALSE;
    }
  return TRUE;
}

/* Whatever the reader does with it reaches From's own site: links, answers; there is no page to open and no number to
 * ring, and nobody whom the reader knows is said to ask for anything.
 */
static gboolean
harms_nobody (const BuoyEvidence *evidence)
{
  return evidence->relation == BUOY_SENDER_STRANGER && evidence->message->pages->len == 0 && is_all_of_sender (evidence)
         && !has_number (evidence->folded_body) && !has_number (evidence->folded_subject);
}

gboolean
buoy_check_may_be_forwarded (const BuoyEvidence *evidence)
{
  return buoy_forward_is_likely (evidence) && harms_nobody (evidence);
}
