/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The fields of a verdict, for the engine, and read-only for the notice.
 */
#pragma once

#include <gio/gio.h>

#include "checks/checks-private.h"
#include "verdict/buoy-trust-offer.h"
#include "verdict/buoy-verdict.h"

/* A link in a verdict. The strings belong to the evidence, except for the address. */
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
  GPtrArray *inner;       /* of BuoyEvidence: attached messages */
  GPtrArray *findings;    /* of BuoyFinding, in table order */
  GPtrArray *suppressed;  /* of const char *: ids of findings that the context switched off or trust suppressed */
  GPtrArray *false_links; /* of BuoyListedLink, an href each, gravest first */
  GHashTable *accused;    /* of const BuoyTarget: the links that findings accuse */
  GHashTable *imitated;   /* host → domain, if that made a finding; owned by the evidence */
  BuoyAdvice advice;      /* never BUOY_ADVICE_BY_CONTENT */
  BuoyTrust trust;
  const BuoyCheckRow *trust_barred_by; /* of a finding that trust cannot suppress; NULL */
  gboolean trust_counted; /* something was suppressed because the reader trusts the sender or a link's site */
};

/* The verdict on a parsed message; @verification: DNS lookups, NULL if there are none. Fails only if cancelled. */
BuoyVerdict *buoy_verdict_of_message (BuoyMessage *message, BuoyContext *context, BuoyVerification *verification,
                                      GCancellable *cancellable, GError **error);

/* A verdict with the QR codes of the message's pictures, or @verdict itself if there are none; NULL if cancelled.
 * @bytes: those from which @verdict was made.
 */
BuoyVerdict *buoy_scan_pictures (BuoyVerdict *verdict, GBytes *bytes, GCancellable *cancellable, GError **error);

/* (transfer full) of both. Fails only if cancelled. */
BuoyVerdict *buoy_verdict_new (BuoyEvidence *evidence, GPtrArray *inner, GCancellable *cancellable, GError **error);

/* Determines whether the reader trusts the sender, and suppresses findings accordingly. Run before the findings of
 * attached messages are added.
 */
void buoy_verdict_apply_trust (BuoyVerdict *verdict);

/* Removes the finding at @index and records its id as suppressed. */
void buoy_verdict_suppress (BuoyVerdict *verdict, guint index);

/* Fills @verdict's false links, after all findings. */
void buoy_verdict_find_false_links (BuoyVerdict *verdict);

/* Determines what to warn the reader against, after the false links were found. */
void buoy_verdict_choose_advice (BuoyVerdict *verdict);

/* The level of these findings, whichever checks made them. */
BuoyLevel buoy_level_of_findings (const GPtrArray *findings);

/* Whether a finding accuses this link of not leading where it says. */
gboolean buoy_verdict_accuses (const BuoyVerdict *verdict, const BuoyTarget *target);
