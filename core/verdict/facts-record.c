/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The facts, member by member.
 */
#include "config.h"

#include "verdict/facts-record.h"

#include "base/host/buoy-host.h"
#include "verdict/buoy-questions-private.h"

#define ALL_PLACES (2 * BUOY_CLAIM_CUSTOMER - 1)
#define ALL_SIGNS (2 * BUOY_SCRIPT_ANY - 1)
#define MAX_TEXTS 1000 /* BUOY_MAX_INNER and BUOY_MAX_PAGES */

static gpointer
make_link (void)
{
  return g_new0 (BuoyLinkFacts, 1);
}

static const BuoyField link_fields[] = {
  BUOY_NUMBER (BuoyLinkFacts, kind, BUOY_LINK_QR),
  BUOY_NUMBER (BuoyLinkFacts, state, BUOY_TARGET_UNKNOWN),
  BUOY_ROLE_TEXT (BuoyLinkFacts, text, BUOY_ROLE_SHOWN),
  BUOY_ROLE_TEXT (BuoyLinkFacts, href, BUOY_ROLE_SHOWN),
  BUOY_MAYBE_TEXT (BuoyLinkFacts, shown_host),
  BUOY_MAYBE_TEXT (BuoyLinkFacts, host),
  BUOY_MAYBE_TEXT (BuoyLinkFacts, domain),
  BUOY_ROLE_MAYBE_TEXT (BuoyLinkFacts, address, BUOY_ROLE_COMPARED),
  BUOY_MAYBE_TEXT (BuoyLinkFacts, opened_host),
  BUOY_MAYBE_TEXTS (BuoyLinkFacts, wrappers, BUOY_RECORD_MAX_LIST),
  BUOY_BOOLEAN (BuoyLinkFacts, is_web),
  BUOY_BOOLEAN (BuoyLinkFacts, undisclosed),
  BUOY_BOOLEAN (BuoyLinkFacts, has_image),
  BUOY_BOOLEAN (BuoyLinkFacts, accused),
};

static const BuoyRecordType link_record = BUOY_RECORD_TYPE (link_fields, make_link, buoy_link_facts_free);

static gpointer
make_claim (void)
{
  return g_new0 (BuoyClaimFacts, 1);
}

static const BuoyField claim_fields[] = {
  BUOY_TEXT (BuoyClaimFacts, brand),
  BUOY_TEXT (BuoyClaimFacts, title),
  BUOY_NUMBER (BuoyClaimFacts, where, ALL_PLACES),
  BUOY_BOOLEAN (BuoyClaimFacts, proven),
  BUOY_BOOLEAN (BuoyClaimFacts, links_to_brand),
  BUOY_BOOLEAN (BuoyClaimFacts, leads_elsewhere),
};

static const BuoyRecordType claim_record = BUOY_RECORD_TYPE (claim_fields, make_claim, buoy_claim_facts_free);

static gpointer
make_text (void)
{
  return buoy_text_facts_new ();
}

static const BuoyField text_fields[] = {
  BUOY_BOOLEAN (BuoyTextFacts, is_message),
  BUOY_NUMBER (BuoyTextFacts, kind, BUOY_PAGE_CALENDAR),
  BUOY_MAYBE_TEXT (BuoyTextFacts, name),
  BUOY_TEXT (BuoyTextFacts, title),
  BUOY_NUMBER (BuoyTextFacts, script, ALL_SIGNS),
  BUOY_BOOLEAN (BuoyTextFacts, has_password_field),
  BUOY_RECORDS (BuoyTextFacts, claims, BUOY_RECORD_MAX_LIST, &claim_record),
  BUOY_RECORDS (BuoyTextFacts, links, BUOY_RECORD_MAX_LINKS, &link_record),
};

static const BuoyRecordType text_record = BUOY_RECORD_TYPE (text_fields, make_text, buoy_text_facts_free);

static gpointer
make_hop (void)
{
  return g_new0 (BuoyHopFacts, 1);
}

static const BuoyField hop_fields[] = {
  BUOY_MAYBE_TEXT (BuoyHopFacts, host),
  BUOY_MAYBE_TEXT (BuoyHopFacts, ip),
};

static const BuoyRecordType hop_record = BUOY_RECORD_TYPE (hop_fields, make_hop, buoy_hop_facts_free);

static const BuoyField origin_fields[] = {
  BUOY_NUMBER (BuoyOriginFacts, state, BUOY_ORIGIN_MISMATCH),
  BUOY_MAYBE_TEXT (BuoyOriginFacts, host),
  BUOY_MAYBE_TEXT (BuoyOriginFacts, domain),
  BUOY_MAYBE_TEXT (BuoyOriginFacts, by),
  BUOY_BOOLEAN (BuoyOriginFacts, assumed),
  BUOY_BOOLEAN (BuoyOriginFacts, has_line),
  BUOY_MAYBE_TEXT (BuoyOriginFacts, helo),
  BUOY_MAYBE_TEXT (BuoyOriginFacts, rdns),
  BUOY_MAYBE_TEXT (BuoyOriginFacts, ip),
  BUOY_NUMBER (BuoyOriginFacts, rdns_state, BUOY_RDNS_VERIFIED),
  BUOY_BOOLEAN (BuoyOriginFacts, authenticated),
  BUOY_MAYBE_TEXT (BuoyOriginFacts, reader_server),
  BUOY_RECORDS (BuoyOriginFacts, before, BUOY_FACTS_MAX_HOPS, &hop_record),
};

static const BuoyRecordType origin_record = BUOY_RECORD_TYPE (origin_fields, NULL, NULL);

static const BuoyField auth_fields[] = {
  BUOY_NUMBER (BuoyAuthFacts, state, BUOY_AUTH_UNKNOWN),
  BUOY_TEXT (BuoyAuthFacts, source),
  BUOY_TEXT (BuoyAuthFacts, spf),
  BUOY_TEXT (BuoyAuthFacts, dkim),
  BUOY_TEXT (BuoyAuthFacts, dmarc),
  BUOY_TEXT (BuoyAuthFacts, arc),
  BUOY_MAYBE_TEXT (BuoyAuthFacts, aligned_domain),
  BUOY_MAYBE_TEXT (BuoyAuthFacts, other_domain),
  BUOY_MAYBE_TEXT (BuoyAuthFacts, unread),
  BUOY_BOOLEAN (BuoyAuthFacts, enforced),
  BUOY_BOOLEAN (BuoyAuthFacts, says_unproven),
  BUOY_BOOLEAN (BuoyAuthFacts, assumed),
};

static const BuoyRecordType auth_record = BUOY_RECORD_TYPE (auth_fields, NULL, NULL);

static const BuoyField question_fields[] = {
  BUOY_TEXTS (BuoyQuestionFacts, domains, BUOY_QUESTIONS_MAX_DOMAINS),
  BUOY_TEXTS (BuoyQuestionFacts, shared, BUOY_QUESTIONS_MAX_DOMAINS),
  BUOY_MAYBE_TEXT (BuoyQuestionFacts, address),
  BUOY_MAYBE_TEXT (BuoyQuestionFacts, sender),
};

static const BuoyRecordType question_record = BUOY_RECORD_TYPE (question_fields, NULL, NULL);

static gpointer
make_pictures (void)
{
  return buoy_picture_facts_new ();
}

static const BuoyField picture_fields[] = {
  BUOY_BOOLEAN (BuoyPictureFacts, complete),
  BUOY_TEXTS (BuoyPictureFacts, codes, BUOY_RECORD_MAX_LIST),
};

const BuoyRecordType buoy_picture_facts_record
    = BUOY_RECORD_TYPE (picture_fields, make_pictures, buoy_picture_facts_free);

static gpointer
make_facts (void)
{
  return buoy_facts_new ();
}

static void
free_facts (gpointer facts)
{
  buoy_facts_free (facts);
}

static const BuoyField facts_fields[] = {
  BUOY_TEXT (BuoyFacts, message_id),
  BUOY_TEXT (BuoyFacts, subject),
  BUOY_BOOLEAN (BuoyFacts, has_date),
  BUOY_TIME (BuoyFacts, date),
  BUOY_BOOLEAN (BuoyFacts, has_from),
  BUOY_MAYBE_TEXT (BuoyFacts, from_name),
  BUOY_MAYBE_TEXT (BuoyFacts, from_address),
  BUOY_MAYBE_TEXT (BuoyFacts, from_domain),
  BUOY_TIME (BuoyFacts, delivered),
  BUOY_TEXTS (BuoyFacts, addressees, G_MAXINT),
  BUOY_TEXTS (BuoyFacts, authors, G_MAXINT),
  BUOY_RECORD (BuoyFacts, origin, &origin_record),
  BUOY_RECORD (BuoyFacts, auth, &auth_record),
  BUOY_BOOLEAN (BuoyFacts, is_list),
  BUOY_BOOLEAN (BuoyFacts, is_first_contact),
  BUOY_BOOLEAN (BuoyFacts, has_unread_pictures),
  BUOY_NUMBER (BuoyFacts, longest_text, BUOY_FACTS_MAX_TEXT_BYTES),
  BUOY_TEXTS (BuoyFacts, limits, BUOY_RECORD_MAX_LIST),
  BUOY_RECORDS (BuoyFacts, texts, MAX_TEXTS, &text_record),
  BUOY_RECORD (BuoyFacts, questions, &question_record),
  BUOY_MAYBE_RECORDS (BuoyFacts, pictures, MAX_TEXTS, &buoy_picture_facts_record),
};

const BuoyRecordType buoy_facts_record = BUOY_RECORD_TYPE (facts_fields, make_facts, free_facts);

static gboolean
are_domains (const GPtrArray *domains)
{
  for (guint i = 0; i < domains->len; i++)
    if (!buoy_questions_may_ask (g_ptr_array_index (domains, i)))
      return FALSE;
  return TRUE;
}

/* What is asked leaves this machine. */
static gboolean
are_questions (const BuoyFacts *facts)
{
  const BuoyQuestionFacts *questions = &facts->questions;

  return are_domains (questions->domains) && (questions->address == NULL || buoy_host_is_public_ip (questions->address))
         && (questions->sender == NULL || g_strcmp0 (questions->sender, facts->from_domain) == 0);
}

gboolean
buoy_facts_are_sound (const BuoyFacts *facts)
{
  return facts->texts->len > 0 && are_questions (facts)
         && (!facts->has_from || (facts->from_name != NULL && facts->from_address != NULL));
}
