/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Answers go to a free mail address that is not the sender's. Any other Reply-To is how services, lists and
 * ticket systems work.
 */
#include "config.h"

#include "checks/checks-private.h"

#include "base/buoy-host.h"
#include "checks/words.h"

#include <string.h>

/* A person who writes from work and wants answers at home keeps the local part. */
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

void
buoy_check_reply_to_diverts (const BuoyEvidence *evidence, BuoyFindings *findings)
{
  const GPtrArray *reply_to = evidence->message->reply_to;

  if (evidence->from_domain == NULL || evidence->is_list || buoy_words_is_free_mail (evidence->from_domain))
    return;

  for (guint i = 0; i < reply_to->len; i++)
    {
      const BuoyMailbox *mailbox = g_ptr_array_index (reply_to, i);
      BuoyFinding *finding;

      if (!buoy_words_is_free_mail (mailbox->domain) || same_local_part (mailbox->address, evidence->from->address))
        continue;
      finding = buoy_findings_add (findings);
      if (same_name (mailbox, evidence->from) && evidence->auth.state == BUOY_AUTH_PASS)
        buoy_finding_weaken (finding, BUOY_STRENGTH_WEAK);
      buoy_finding_cite (finding, "from-address", evidence->from->address);
      buoy_finding_cite (finding, "reply-to", mailbox->address);
      return;
    }
}
