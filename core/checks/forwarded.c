/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Forwarding breaks authentication that was valid when sent. Unless one of the reader's own servers confirms it, only
 * the sender claims that a message was forwarded, so this is accepted only if the message is harmless.
 */
#include "config.h"

#include "checks/forwarded.h"

#include "checks/attached-file.h"
#include "checks/numbers.h"
#include "evidence/origin/buoy-list.h"
#include "evidence/links/buoy-target.h"
#include "registry/buoy-ownership.h"

/* Digits of a telephone or account number; a date has eight, and no telephone number has more (ITU-T E.164 minus one:
 * numbers of reports and orders are longer).
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

/* Links and replies all go to From's own site, there is no attached file or message, which has its own links and files,
 * and no number to call, and the sender does not claim to be someone the reader knows.
 */
static gboolean
harms_nobody (const BuoyEvidence *evidence)
{
  return evidence->sender.relation == BUOY_SENDER_STRANGER && evidence->message->pages->len == 0
         && evidence->message->inner->len == 0 && !buoy_check_has_file (evidence) && is_all_of_sender (evidence)
         && !has_number (evidence->folded_body) && !has_number (evidence->folded_subject);
}

gboolean
buoy_check_may_be_forwarded (const BuoyEvidence *evidence)
{
  return buoy_forward_is_likely (evidence) && harms_nobody (evidence);
}
