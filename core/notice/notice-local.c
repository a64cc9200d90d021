/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What was verified on the reader's own machine: what a signature proves, and what it does not cover.
 */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "notice/notice-private.h"

static const struct
{
  const char *reason;
  const char *words;
} reasons[] = {
  { "altered-body", N_ ("The sender's signature no longer fits the message. Lists and gateways break signatures too: "
                        "it proves nothing.") },
  { "altered-header", N_ ("The sender's signature no longer fits the message. Lists and gateways break signatures too: "
                          "it proves nothing.") },
  { "added-field", N_ ("A header line was added above the one that the sender signed.") },
  { "expired", N_ ("The sender's signature had expired when the message was delivered.") },
  { "weak-key", N_ ("The sender's signature is made with a key that is too weak to prove anything.") },
  { "no-key", N_ ("The key of the sender's signature is withdrawn or cannot be found: it could not be checked.") },
  { "revoked-key", N_ ("The key of the sender's signature is withdrawn or cannot be found: it could not be checked.") },
  { "test-key", N_ ("The sender's domain is only trying out that signature: it does not count.") },
  { "not-asked", N_ ("The sender's signature was not checked: its key is asked for only when you say so.") },
  { "private-name", N_ ("The sender's signature was not checked: the name of its key may have been made for you alone, "
                        "and to ask for it would tell the sender that you read the message.") },
  { "no-answer", N_ ("The name servers gave no answer: whether the sender's signature holds could not be told.") },
};

static void
add (GPtrArray *remarks, const char *words)
{
  g_ptr_array_add (remarks, (gpointer) words);
}

static void
tell_trouble (GPtrArray *remarks, const char *reason)
{
  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++)
    if (g_strcmp0 (reason, reasons[i].reason) == 0)
      {
        add (remarks, _ (reasons[i].words));
        return;
      }
  add (remarks, _ ("The sender's signature is not made as it must be: it proves nothing."));
}

static void
tell_pass (GPtrArray *remarks, guint open)
{
  if ((open & BUOY_OPEN_BODY) != 0)
    add (remarks,
         _ ("The sender's signature holds, but covers only the beginning of the text. The rest may be anybody's."));
  else
    add (remarks, _ ("The signature of the sender's domain was checked here, and it holds."));
  if ((open & (BUOY_OPEN_SUBJECT | BUOY_OPEN_TO)) != 0)
    add (remarks,
         _ ("The signature does not cover the subject or the recipient: others may have sent a real message on."));
  if ((open & BUOY_OPEN_REPLY_TO) != 0)
    add (remarks, _ ("The signature does not cover where answers go."));
}

void
buoy_remarks_add_local (GPtrArray *remarks, const BuoyEvidence *evidence)
{
  const BuoyVerification *verification = evidence->verification;
  const BuoySignature *aligned;

  if (verification == NULL || evidence->from_domain == NULL)
    return;
  if (verification->unable)
    {
      add (remarks, _ ("This program was built without the means to check signatures."));
      return;
    }
  aligned = buoy_verification_find_aligned (verification);
  if (aligned == NULL)
    add (remarks, _ ("The message bears no signature of the sender's domain that could be checked."));
  else if (aligned->state == BUOY_SIGNATURE_PASS)
    tell_pass (remarks, aligned->open);
  else
    tell_trouble (remarks, aligned->reason);
  if (verification->enforced && evidence->auth.state == BUOY_AUTH_UNKNOWN)
    add (remarks,
         _ ("The sender's domain asks that unproven mail be refused; whether this is proven could not be told."));
}
