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
  { "altered-body",
    N_ ("The sender's signature does not match the message. Mailing lists and gateways break signatures "
        "too, so this proves nothing.") },
  { "altered-header",
    N_ ("The sender's signature does not match the message. Mailing lists and gateways break signatures "
        "too, so this proves nothing.") },
  { "added-field", N_ ("A header line was added above the one that the sender signed.") },
  { "expired", N_ ("The sender's signature had expired when the message was delivered.") },
  { "weak-key", N_ ("The sender's signature is made with a key that is too weak to prove anything.") },
  { "no-key", N_ ("The key of the sender's signature was revoked or cannot be found, so the signature could not "
                  "be checked.") },
  { "revoked-key", N_ ("The key of the sender's signature was revoked or cannot be found, so the signature could not "
                       "be checked.") },
  { "test-key", N_ ("The sender's domain marks that signature as a test, so it does not count.") },
  { "not-asked", N_ ("The sender's signature was not checked: its key is only looked up when you ask for it.") },
  { "private-name", N_ ("The sender's signature was not checked: the name of its key may have been made for you alone, "
                        "and looking it up would tell the sender that you read the message.") },
  { "no-answer", N_ ("The name servers did not answer, so it is unknown whether the sender's signature is valid.") },
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
  add (remarks, _ ("The sender's signature is malformed, so it proves nothing."));
}

static void
tell_pass (GPtrArray *remarks, guint open)
{
  if ((open & BUOY_OPEN_BODY) != 0)
    add (remarks, _ ("The sender's signature is valid, but covers only the beginning of the text. Anyone may have "
                     "added the rest."));
  else
    add (remarks, _ ("The signature of the sender's domain was checked here and is valid."));
  if ((open & (BUOY_OPEN_SUBJECT | BUOY_OPEN_TO)) != 0)
    add (remarks, _ ("The signature does not cover the subject or the recipient: someone else may have resent a "
                     "genuine message."));
  if ((open & BUOY_OPEN_REPLY_TO) != 0)
    add (remarks, _ ("The signature does not cover where replies go."));
}

void
buoy_remarks_add_local (GPtrArray *remarks, const BuoyVerdict *verdict)
{
  const BuoyVerification *verification = verdict->verification;
  const BuoySignature *aligned;

  if (verification == NULL || verdict->facts->from_domain == NULL)
    return;
  if (verification->unable)
    {
      add (remarks, _ ("This program was built without support for checking signatures."));
      return;
    }
  if (!verification->asked_sender)
    return;
  aligned = buoy_verification_find_aligned (verification);
  if (aligned == NULL)
    add (remarks, _ ("The message has no signature of the sender's domain that could be checked."));
  else if (aligned->state == BUOY_SIGNATURE_PASS)
    tell_pass (remarks, aligned->open);
  else
    tell_trouble (remarks, aligned->reason);
  if (verification->enforced && verdict->facts->auth.state == BUOY_AUTH_UNKNOWN)
    add (remarks, _ ("The sender's domain asks for mail that fails its checks to be rejected, but it is unknown "
                     "whether this message passes."));
}
