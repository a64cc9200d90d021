/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The fields of a verdict, for the engine and for the notice, which only reads them.
 */
#pragma once

#include <gio/gio.h>

#include "checks/checks-private.h"
#include "verdict/buoy-trust-offer.h"
#include "verdict/buoy-verdict.h"

/* A link in a verdict. Its strings are the evidence's, but for the address. */
typedef struct
{
  BuoyFalseLink link; /* what others see */
  const char *host;   /* that of the address; NULL */
} BuoyListedLink;

struct _BuoyVerdict
{
  gatomicrefcount ref_count;
  BuoyLevel level;
  BuoyEvidence *evidence; /* of the outer message */
  GPtrArray *inner;       /* of BuoyEvidence: messages within it */
  GPtrArray *findings;    /* of BuoyFinding, in table order */
  GPtrArray *suppressed;  /* of const char *: ids of findings that the context switched off or trust answers */
  GPtrArray *false_links; /* of BuoyListedLink, an href each, gravest first */
  GHashTable *accused;    /* of const BuoyTarget: the links that findings accuse */
  GHashTable *imitated;   /* host to domain, as far as that made a finding; both are the evidence's */
  BuoyTrust trust;
  const BuoyCheckRow *trust_barred_by; /* of a finding that nobody's trust answers; NULL */
  gboolean trust_counted; /* something was left out because the reader trusts the sender or a link's site */
};

/* What a parsed message amounts to; @verification: what was found online, NULL for nothing. Fails only if cancelled. */
BuoyVerdict *buoy_verdict_of_message (BuoyMessage *message, BuoyContext *context, BuoyVerification *verification,
                                      GCancellable *cancellable, GError **error);

/* A verdict with the QR codes of the message's pictures, or @verdict itself where there is nothing new; NULL if it was
 * cancelled. @bytes: those that @verdict was made from.
 */
BuoyVerdict *buoy_scan_pictures (BuoyVerdict *verdict, GBytes *bytes, GCancellable *cancellable, GError **error);

/* (transfer full) of both. Fails only if cancelled. */
BuoyVerdict *buoy_verdict_new (BuoyEvidence *evidence, GPtrArray *inner, GCancellable *cancellable, GError **error);

/* Tells how the reader's trust stands to the sender, and leaves out the findings of the outer message, the only ones
 * there are yet, that it answers.
 */
void buoy_verdict_apply_trust (BuoyVerdict *verdict);

/* Leaves out the finding at @index, and says so. */
void buoy_verdict_suppress (BuoyVerdict *verdict, guint index);

/* Fills @verdict's false links; the last step, when the findings are settled. */
void buoy_verdict_find_false_links (BuoyVerdict *verdict);

/* What these findings amount to, whoever made them. */
BuoyLevel buoy_level_of_findings (const GPtrArray *findings);

/* Whether a finding accuses this link of not leading where it says. */
gboolean buoy_verdict_accuses (const BuoyVerdict *verdict, const BuoyTarget *target);
