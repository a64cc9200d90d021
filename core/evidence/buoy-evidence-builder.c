/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Builds the evidence of one message. Each module judges its own part; the order makes sure that its inputs exist.
 */
#include "config.h"

#include "evidence/buoy-evidence.h"
#include "base/host/buoy-host.h"
#include "base/text/buoy-text.h"
#include "evidence/authentication/buoy-authentication.h"
#include "evidence/identity/buoy-identity.h"
#include "evidence/identity/buoy-lesson-read.h"
#include "evidence/identity/buoy-sender-relation.h"
#include "evidence/links/buoy-listing.h"
#include "evidence/links/buoy-target.h"
#include "evidence/lookalike/buoy-lookalike-hosts.h"
#include "evidence/origin/buoy-list.h"
#include "evidence/origin/buoy-origin.h"

#define FOLD_STEPS 4 /* per byte: each reading of the text is folded and searched for names and phrases */

static void
fill_sender (BuoyEvidence *evidence)
{
  const GPtrArray *from = evidence->message->from;

  if (from->len == 0)
    return;

  evidence->from = g_ptr_array_index (from, 0);
  evidence->from_domain = evidence->from->domain;
  evidence->from_org = buoy_host_registrable_domain (evidence->from_domain);
  if (evidence->from_org == NULL)
    evidence->from_org = evidence->from_domain;
}

static char *
fold_start (BuoyEvidence *evidence, const char *text)
{
  BuoyBudget *budget = evidence->message->budget;
  g_autofree char *cut = buoy_text_cut (text, BUOY_MAX_JUDGED_BYTES);
  char *folded = buoy_text_fold_within (cut, budget, FOLD_STEPS);

  evidence->cut_short |= buoy_budget_is_spent (budget);
  return folded;
}

/* Joins the readings of the text. Each had a limit of its own, so that none can displace another. */
static char *
join_readings (const char *seen, const char *others, const char *shown)
{
  GString *all = g_string_new (seen);

  if (*others != '\0')
    g_string_append_printf (all, "\n%s", others);
  if (*shown != '\0')
    g_string_append_printf (all, "\n%s", shown);
  return g_string_free (all, FALSE);
}

static void
fill_texts (BuoyEvidence *evidence)
{
  const BuoyMessage *message = evidence->message;
  const gboolean has_page = *message->html_text != '\0' || *message->html_others != '\0';
  const gboolean all_sure = !has_page || g_str_equal (message->html_text, message->html_sure_text);
  g_autofree char *seen = fold_start (evidence, has_page ? message->html_text : message->plain_text);
  g_autofree char *others = has_page ? fold_start (evidence, message->html_others) : g_strdup ("");
  g_autofree char *shown = message->shown_text != NULL ? fold_start (evidence, message->shown_text) : g_strdup ("");

  evidence->folded_subject = buoy_text_fold (message->subject);
  evidence->folded_sure_body = all_sure ? g_strdup (seen) : fold_start (evidence, message->html_sure_text);
  evidence->folded_body = join_readings (seen, others, shown);
  buoy_phrases_find (evidence->folded_subject, &evidence->subject_phrases);
  buoy_phrases_find (evidence->folded_body, &evidence->body_phrases);
}

static BuoyEvidence *
evidence_new (BuoyMessage *message, BuoyContext *context, gboolean is_inner)
{
  BuoyEvidence *evidence = g_new0 (BuoyEvidence, 1);

  evidence->message = buoy_message_ref (message);
  evidence->context = context != NULL ? buoy_context_ref (context) : NULL;
  evidence->is_inner = is_inner;
  evidence->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) buoy_evidence_free);
  evidence->origin.assumed = TRUE;
  fill_texts (evidence);
  return evidence;
}

/* Excuse: references, forward-mark, seventy-hosts, links-home, link-that-names-a-site, addressee-where-links-lead,
 * reply-to-where-links-lead, link-to-counter
 */
static void
judge_unrelated (BuoyEvidence *evidence)
{
  evidence->unrelated_host = buoy_evidence_find_unrelated_host (evidence);
  evidence->links_unrelated = evidence->unrelated_host != NULL;
}

/* The evidence of an attached page. What is known about the sender applies to it as well. */
static BuoyEvidence *
page_evidence_new (const BuoyEvidence *outer, const BuoyPage *page)
{
  BuoyEvidence *evidence = evidence_new (page->content, outer->context, TRUE);

  evidence->page = page;
  evidence->from = outer->from;
  evidence->from_domain = outer->from_domain;
  evidence->from_org = outer->from_org;
  evidence->origin = outer->origin;
  evidence->auth = buoy_authentication_copy (&outer->auth);
  evidence->sender.relation = outer->sender.relation;
  evidence->claims_list = outer->claims_list;
  evidence->is_list = outer->is_list;
  evidence->targets = buoy_targets_new (evidence, &evidence->cut_short);
  evidence->claims = buoy_claims_new (evidence);
  evidence->lookalikes = buoy_lookalikes_of_message (evidence);
  judge_unrelated (evidence);
  /* last: searching many block lists must not take the steps that judging the sender needs */
  evidence->listings = buoy_listings_new (evidence, &evidence->cut_short);
  return evidence;
}

static void
add_pages (BuoyEvidence *evidence)
{
  const GPtrArray *pages = evidence->message->pages;

  for (guint i = 0; i < pages->len; i++)
    g_ptr_array_add (evidence->pages, page_evidence_new (evidence, g_ptr_array_index (pages, i)));
}

/* Excuse: none: a list is known from the account's memory, not from the message. */
static void
judge_list (BuoyEvidence *evidence)
{
  g_autofree char *host = buoy_list_find_host (evidence);
  g_autofree char *name = buoy_list_find_id (evidence->message);

  evidence->claims_list = host != NULL;
  if (buoy_host_same_site (name, host))
    evidence->list = g_steal_pointer (&name);
  evidence->is_list = buoy_lesson_is_of_known_list (evidence);
}

static void
judge_origin (BuoyEvidence *evidence)
{
  judge_list (evidence);
  evidence->origin.via_list = evidence->is_list || buoy_forward_is_readers (evidence);
  evidence->origin.state = buoy_origin_judge (evidence);
}

static BuoyEvidence *
build (BuoyMessage *message, BuoyContext *context, BuoyVerification *verification, gboolean is_inner)
{
  BuoyEvidence *evidence = evidence_new (message, context, is_inner);

  evidence->verification = verification != NULL ? buoy_verification_ref (verification) : NULL;
  fill_sender (evidence);
  if (!is_inner)
    {
      evidence->boundary = buoy_boundary_new (message, context);
      evidence->origin = buoy_origin_trace (message, evidence->boundary);
      evidence->auth = buoy_authentication_judge (evidence);
      judge_origin (evidence);
    }
  else
    evidence->auth = buoy_authentication_none ();
  evidence->targets = buoy_targets_new (evidence, &evidence->cut_short);
  evidence->claims = buoy_claims_new (evidence);
  evidence->sender = buoy_relation_judge (evidence);
  evidence->lookalikes = buoy_lookalikes_of_message (evidence);
  judge_unrelated (evidence);
  /* last: searching many block lists must not take the steps that judging the sender needs */
  evidence->listings = buoy_listings_new (evidence, &evidence->cut_short);
  add_pages (evidence);
  return evidence;
}

BuoyEvidence *
buoy_evidence_new (BuoyMessage *message, BuoyContext *context, gboolean is_inner)
{
  return build (message, context, NULL, is_inner);
}

BuoyEvidence *
buoy_evidence_new_verified (BuoyMessage *message, BuoyContext *context, BuoyVerification *verification)
{
  return build (message, context, verification, FALSE);
}
