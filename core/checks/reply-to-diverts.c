/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Replies go to another free mail address than the sender's. Any other Reply-To is normal for services, lists and
 * ticket systems.
 */
#include "config.h"

#include "checks/checks-private.h"

#include "checks/advance-fee.h"
#include "registry/buoy-free-mail.h"
#include "evidence/origin/buoy-list.h"
#include "evidence/links/buoy-target.h"
#include "registry/buoy-ownership.h"
#include "registry/buoy-senders.h"

#include <string.h>

/* People who write from work and want replies at home keep the local part. */
static gboolean
same_local_part (const char *a, const char *b)
{
  const gsize length = strcspn (a, "@");

  return length == strcspn (b, "@") && g_ascii_strncasecmp (a, b, length) == 0;
}

static gboolean
same_name (const BuoyMailbox *a, const BuoyMailbox *b)
{
  return *a->name != '\0' && g_str_equal (a->name, b->name);
}

/* Another account with the same name. Strangers who promise money can create one easily. */
static gboolean
answers_at_home (const BuoyEvidence *evidence, const BuoyMailbox *mailbox, const char *promise)
{
  return g_ascii_strcasecmp (mailbox->address, evidence->from->address) == 0
         || (promise == NULL && same_local_part (mailbox->address, evidence->from->address));
}

/* From was rewritten by a service that sends for others and has verified the author's address, which its own address
 * contains: "anna=mail.example@service.example", "anna-mail.example@service.example".
 */
static gboolean
is_rewritten_author (const BuoyEvidence *evidence, const BuoyMailbox *author)
{
  const char *own = evidence->from->address;
  const gsize length = strlen (author->address);
  const char *at = strrchr (own, '@');
  const char *author_at = strrchr (author->address, '@');
  const gsize local_length = author_at != NULL ? (gsize) (author_at - author->address) : 0;

  if (evidence->auth.state != BUOY_AUTH_PASS || buoy_senders_find_by_host (evidence->from_domain) == NULL || at == NULL
      || (gsize) (at - own) != length || local_length == 0 || strchr ("=-", own[local_length]) == NULL)
    return FALSE;
  return g_ascii_strncasecmp (own, author->address, local_length) == 0
         && g_ascii_strncasecmp (own + local_length + 1, author_at + 1, length - local_length - 1) == 0;
}

/* Free mail is anonymous; another organisation's address is normal for services. A list that rewrites From sends
 * replies to the author; anyone can claim to be one, so that counts for promises of money only if the account remembers
 * the list. Within a free mail provider, another account belongs to somebody else, whatever the display name. Excuse:
 * reply-to-own, reply-to-same-local, rewritten-author, member-of-list
 */
static BuoyStrength
weigh (const BuoyEvidence *evidence, const BuoyMailbox *mailbox, const char *promise)
{
  const gboolean from_is_free = buoy_free_mail_is (evidence->from_domain);
  const gboolean is_free = buoy_free_mail_is (mailbox->domain);

  if (mailbox->domain == NULL || answers_at_home (evidence, mailbox, promise)
      || is_rewritten_author (evidence, mailbox))
    return BUOY_STRENGTH_NOTE;
  if (from_is_free)
    return is_free ? BUOY_STRENGTH_MEDIUM : BUOY_STRENGTH_NOTE;
  if (buoy_hosts_have_one_owner (mailbox->domain, evidence->from_domain))
    return BUOY_STRENGTH_NOTE;
  if (!is_free)
    return evidence->auth.state == BUOY_AUTH_PASS ? BUOY_STRENGTH_NOTE : BUOY_STRENGTH_WEAK;
  if (buoy_list_is_sender (evidence) && (evidence->is_list || promise == NULL))
    return BUOY_STRENGTH_WEAK;
  return same_name (mailbox, evidence->from) && evidence->auth.state == BUOY_AUTH_PASS ? BUOY_STRENGTH_WEAK
                                                                                       : BUOY_STRENGTH_MEDIUM;
}

static BuoyFinding *
report (const BuoyEvidence *evidence, const BuoyMailbox *mailbox, BuoyStrength strength, BuoyFindings *findings)
{
  BuoyFinding *finding = buoy_findings_add (findings);

  buoy_finding_weaken (finding, strength);
  buoy_finding_cite (finding, BUOY_EVIDENCE_FROM_ADDRESS, evidence->from->address);
  buoy_finding_cite (finding, BUOY_EVIDENCE_REPLY_TO, mailbox->address);
  return finding;
}

/* What the reply is about is separate from where it goes. */
static void
report_promise (const BuoyEvidence *evidence, const BuoyMailbox *mailbox, const char *promise, BuoyFindings *findings)
{
  BuoyFinding *finding = report (evidence, mailbox, BUOY_STRENGTH_MEDIUM, findings);

  buoy_finding_set_basis (finding, BUOY_BASIS_CONTENT);
  buoy_finding_cite (finding, BUOY_EVIDENCE_PHRASE, promise);
}

void
buoy_check_reply_to_diverts (const BuoyEvidence *evidence, BuoyFindings *findings)
{
  const GPtrArray *reply_to = evidence->message->reply_to;
  const BuoyMailbox *gravest = NULL;
  BuoyStrength strength = BUOY_STRENGTH_NOTE;
  const char *promise;

  if (evidence->from_domain == NULL || reply_to->len == 0)
    return;
  promise = buoy_check_promise_of_money (evidence);
  for (guint i = 0; i < reply_to->len; i++)
    {
      const BuoyMailbox *mailbox = g_ptr_array_index (reply_to, i);
      const BuoyStrength weight = weigh (evidence, mailbox, promise);

      if (weight <= strength)
        continue;
      strength = weight;
      gravest = mailbox;
    }
  if (gravest == NULL)
    return;
  report (evidence, gravest, strength, findings);
  if (strength == BUOY_STRENGTH_MEDIUM && promise != NULL)
    report_promise (evidence, gravest, promise, findings);
}
