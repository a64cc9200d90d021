/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The fields of a verdict, for the engine, and read-only for the notice.
 */
#pragma once

#include <gio/gio.h>

#include "checks/checks-private.h"
#include "memory/buoy-lesson.h"
#include "verdict/buoy-trust-offer.h"
#include "verdict/buoy-verdict-facts.h"
#include "verdict/buoy-verdict.h"

/* A link in a verdict, with texts of its own. */
typedef struct
{
  BuoyFalseLink link; /* what others see */
  char *host;         /* that of the address; NULL */
} BuoyListedLink;

struct _BuoyVerdict
{
  gatomicrefcount ref_count;
  BuoyLevel level;
  BuoyContext *context;           /* that the message was judged with; NULL */
  BuoyShown *shown;               /* what the mail program displays, if that was judged, too; NULL */
  BuoyVerification *verification; /* what the lookups found; NULL if there were none */
  BuoyFacts *facts;
  GPtrArray *findings;    /* of BuoyFinding, in table order */
  GPtrArray *suppressed;  /* of const char *: ids of findings that the context switched off or trust suppressed */
  GPtrArray *false_links; /* of BuoyListedLink, an href each, gravest first */
  BuoyAdvice advice;      /* never BUOY_ADVICE_BY_CONTENT */
  BuoyTrust trust;
  const BuoyCheckRow *trust_barred_by; /* of a finding that trust cannot suppress; NULL */
  BuoyLesson *lesson;                  /* what the message teaches about its sender; NULL: nothing */
  gboolean is_lowered;                 /* the level is, since the sender is known */
  gboolean trust_counted; /* something was suppressed because the reader trusts the sender or a link's site */
};

/* A verdict without findings, facts and level. */
BuoyVerdict *buoy_verdict_new (void);
void buoy_listed_link_free (gpointer link);

/* The verdict on a parsed message; @verification: DNS lookups, NULL if there are none. Fails only if cancelled. */
BuoyVerdict *buoy_verdict_of_message (BuoyMessage *message, BuoyContext *context, BuoyVerification *verification,
                                      GCancellable *cancellable, GError **error);

/* The verdict on evidence and that of attached messages (@inner, of BuoyEvidence). Fails only if cancelled. */
BuoyVerdict *buoy_verdict_of_evidence (const BuoyEvidence *evidence, const GPtrArray *inner, GCancellable *cancellable,
                                       GError **error);

/* A verdict with the QR codes of the message's pictures, or @verdict itself if there are none; NULL if cancelled.
 * @bytes: those from which @verdict was made.
 */
BuoyVerdict *buoy_scan_pictures (BuoyVerdict *verdict, GBytes *bytes, GCancellable *cancellable, GError **error);

/* A verdict with what the mail program displays beside what is in the bytes, and with what @verdict knows of the
 * reader, of pictures and of name servers; @verdict itself if its level were lower. (transfer full)
 */
BuoyVerdict *buoy_scan_shown (BuoyVerdict *verdict, GBytes *bytes, BuoyShown *shown, GCancellable *cancellable,
                              GError **error);

/* Determines whether the reader trusts the sender, and suppresses findings accordingly. Run before the findings of
 * attached messages are added.
 */
void buoy_verdict_apply_trust (BuoyVerdict *verdict, const BuoyEvidence *evidence);

/* Removes the finding at @index and records its id as suppressed. */
void buoy_verdict_suppress (BuoyVerdict *verdict, guint index);

/* Fills @verdict's false links, after all findings, and adds the links that findings accuse to @accused, a set of
 * const BuoyTarget. Stops if the scan is cancelled (@budget).
 */
void buoy_verdict_find_false_links (BuoyVerdict *verdict, GHashTable *accused, const BuoyBudget *budget);

/* Determines what to warn the reader against, after the false links were found. */
void buoy_verdict_choose_advice (BuoyVerdict *verdict, const BuoyEvidence *evidence, const GPtrArray *inner);

/* The level of these findings, whichever checks made them. */
BuoyLevel buoy_level_of_findings (const GPtrArray *findings);

/* Whether the level would be lower without the sites on block lists, which say nothing about the sender. */
gboolean buoy_level_rests_on_lists (const GPtrArray *findings);

/* @level for a sender that buoy_verdict_knows_sender(). */
BuoyLevel buoy_level_for_known_sender (const GPtrArray *findings, BuoyLevel level);

/* Whether mail of the sender has been authenticated for long, none of it was warned of, and this message is
 * authenticated too.
 */
gboolean buoy_verdict_knows_sender (const BuoyEvidence *evidence);
