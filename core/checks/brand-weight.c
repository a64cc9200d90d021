/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * How strong a claim of a brand's name is. An authenticated sender from an unlisted domain is unknown, not false: the
 * more its domain and links agree with the name, the weaker the finding.
 */
#include "config.h"

#include "checks/brand-weight.h"

#include <string.h>

#include "base/text/buoy-text.h"
#include "checks/call-back.h"
#include "evidence/identity/buoy-brand-relation.h"
#include "evidence/identity/buoy-destinations.h"
#include "evidence/identity/buoy-identity-words.h"
#include "evidence/links/buoy-target.h"
#include "evidence/authentication/buoy-signers.h"
#include "lexicon/buoy-person.h"

/* Where the name appears, and in what letters. */
enum
{
  DISGUISED = 1 << 0, /* in letters that only look like the name's */
  NAME = 1 << 1,      /* in the From display name */
  ADDRESS = 1 << 2,   /* in the From address */
  CALLS = 1 << 4,     /* in a text about money or a threat that asks for a telephone call */
  TEXT = 1 << 3,      /* the subject, the text or a logo speaks as the brand */
  ONLY_NAME = 1 << 5, /* the same, and the From display name is of an office, so that no other sender is named */
};

/* How the sender is authenticated. */
enum
{
  NOBODY = 1 << 0,
  LIST = 1 << 1,      /* a mailing list that the account remembers */
  OLD = 1 << 2,       /* received before domains could publish their authorised senders */
  PROVEN = 1 << 3,    /* From's domain is authenticated, and does not give addresses to anyone */
  CERTIFIED = 1 << 4, /* as PROVEN; the receiving side also verified a certificate of its name and logo (BIMI) */
};

/* How From's domain relates to the brand: bits of BuoyBrandRelation. */
enum
{
  OWN = 1 << BUOY_BRAND_OWN_NAMED | 1 << BUOY_BRAND_VETTED,
  CHEAP = 1 << BUOY_BRAND_CHEAPLY_NAMED,
  NOT_ALIKE = 1 << BUOY_BRAND_UNRELATED | CHEAP | OWN,
};

/* Where the links lead. */
enum
{
  SENDER = BUOY_DESTINATION_SENDER,
  BRAND = BUOY_DESTINATION_BRAND,
  KNOWN = BUOY_DESTINATION_KNOWN,
  STRANGER = BUOY_DESTINATION_STRANGER,
  FILED = BUOY_DESTINATION_FILE,
  LINKS = SENDER | BRAND | BUOY_DESTINATION_SERVICE | KNOWN | STRANGER | BUOY_DESTINATION_MAIL,
  ELSEWHERE = SENDER | KNOWN | STRANGER | BUOY_DESTINATION_MAIL | FILED,

  ANY = 0xff,
};

/* @some: at least one link leads to one of these (0: any destination); @none: no link leads to any of these. */
typedef struct
{
  guint claims, proofs, relations;
  guint some, none;
  BuoyStrength strength;
} Row;

/* The first matching row decides. README.md gives the measured effect of each. */
static const Row rows[] = {
  /* claim, proof, relation, leads to, but not to */
  { NAME | ADDRESS, CERTIFIED, NOT_ALIKE, 0, 0, BUOY_STRENGTH_NOTE },
  { NAME | ADDRESS, PROVEN, OWN, SENDER | BRAND, KNOWN | STRANGER | FILED, BUOY_STRENGTH_NOTE },
  { NAME | ADDRESS, PROVEN, CHEAP, SENDER | BRAND, KNOWN | STRANGER | FILED, BUOY_STRENGTH_MEDIUM },
  { DISGUISED, ANY, ANY, 0, 0, BUOY_STRENGTH_STRONG },

  { CALLS, NOBODY | LIST, ANY, 0, 0, BUOY_STRENGTH_STRONG },
  { CALLS, PROVEN, NOT_ALIKE & ~OWN, 0, SENDER, BUOY_STRENGTH_STRONG },

  { NAME, PROVEN | LIST | OLD, NOT_ALIKE, BRAND, ELSEWHERE | BUOY_DESTINATION_SERVICE, BUOY_STRENGTH_WEAK },
  { NAME, PROVEN | LIST, NOT_ALIKE, BRAND, SENDER | STRANGER, BUOY_STRENGTH_MEDIUM },
  { NAME, OLD, NOT_ALIKE, BRAND, 0, BUOY_STRENGTH_WEAK },
  { NAME, ANY, ANY, 0, 0, BUOY_STRENGTH_STRONG },

  { ADDRESS, PROVEN, NOT_ALIKE, BRAND, STRANGER, BUOY_STRENGTH_NOTE },
  { ADDRESS, ANY, ANY, 0, 0, BUOY_STRENGTH_MEDIUM },

  { CALLS, PROVEN, NOT_ALIKE & ~OWN, 0, 0, BUOY_STRENGTH_MEDIUM },
  { ONLY_NAME, PROVEN | NOBODY, NOT_ALIKE & ~OWN, 0, 0, BUOY_STRENGTH_MEDIUM },
  { TEXT, PROVEN, ANY, SENDER, 0, BUOY_STRENGTH_NOTE },
  { TEXT, PROVEN, OWN, 0, STRANGER, BUOY_STRENGTH_NOTE },
  { TEXT, OLD, ANY, 0, 0, BUOY_STRENGTH_WEAK },
  { TEXT, ANY, ANY, SENDER | BRAND, KNOWN | STRANGER, BUOY_STRENGTH_NOTE },
  { TEXT, ANY, ANY, LINKS, 0, BUOY_STRENGTH_MEDIUM },
};

/* A company's bill to be disputed by telephone, from an anonymous account, an unauthenticated sender, or a sender whose
 * display name does not match its domain.
 */
static gboolean
bills_by_telephone (const BuoyEvidence *evidence)
{
  if (!buoy_evidence_is_anonymous (evidence) && !buoy_evidence_lacks_proof (evidence)
      && (evidence->auth.state != BUOY_AUTH_PASS || buoy_check_names_itself (evidence)))
    return FALSE;
  return buoy_check_asks_for_call (evidence);
}

static gboolean
is_office (const char *name)
{
  g_autofree char *folded = buoy_text_fold (name);

  return *folded != '\0' && buoy_words_are_role (folded, folded + strlen (folded));
}

/* Whether the From display name contains a company's name: 「ジャパンネット銀行」 consists of words of offices too. */
static gboolean
names_company (const BuoyEvidence *evidence)
{
  for (guint i = 0; i < evidence->claims->len; i++)
    if ((((const BuoyClaim *) g_ptr_array_index (evidence->claims, i))->where & BUOY_CLAIM_FROM_NAME) != 0)
      return TRUE;
  return FALSE;
}

/* Whether the From display name is of an office, without any organisation. The sender chooses what is before and after
 * "via". Excuse: via-service, via-domain, person-via, person-on-behalf
 */
static gboolean
names_office (const BuoyEvidence *evidence)
{
  const char *name = evidence->from != NULL ? evidence->from->name : "";
  const char *way = buoy_person_via (name);
  g_autofree char *author = buoy_person_author (name);

  return !names_company (evidence) && (is_office (author) || (way != NULL && is_office (way)));
}

static guint
claim_of (const BuoyEvidence *evidence, const BuoyClaim *claim)
{
  const guint voices = BUOY_CLAIM_BODY_WE | BUOY_CLAIM_LOGO | BUOY_CLAIM_SUBJECT_OPENING;

  /* a bill names its company anywhere in the subject, or as a service's customer */
  if ((claim->where & (voices | BUOY_CLAIM_FROM_NAME | BUOY_CLAIM_LOCAL_PART)) == 0)
    return (claim->where & (BUOY_CLAIM_SUBJECT | BUOY_CLAIM_CUSTOMER)) != 0 && bills_by_telephone (evidence) ? CALLS
                                                                                                             : 0;
  if (claim->disguised)
    return DISGUISED;
  if ((claim->where & BUOY_CLAIM_FROM_NAME) != 0)
    return bills_by_telephone (evidence) ? NAME | CALLS : NAME;
  if ((claim->where & BUOY_CLAIM_LOCAL_PART) != 0)
    return ADDRESS;
  if (bills_by_telephone (evidence))
    return TEXT | CALLS;
  /* unproven mail without a link often only mentions a company */
  if (evidence->auth.state != BUOY_AUTH_PASS && !buoy_evidence_has_destination (evidence))
    return TEXT;
  return names_office (evidence) ? TEXT | ONLY_NAME : TEXT;
}

/* A service that is authenticated does not know who bills in its name: "PayPal Billing via Docusign". */
static gboolean
bills_through_service (const BuoyEvidence *evidence, guint kind)
{
  return (kind & CALLS) != 0 && evidence->from != NULL && buoy_person_via (evidence->from->name) != NULL;
}

static guint
proof_of (const BuoyEvidence *evidence, guint kind)
{
  if (evidence->is_list)
    return LIST;
  if (bills_through_service (evidence, kind))
    return NOBODY;
  if (evidence->auth.state == BUOY_AUTH_PASS && !buoy_evidence_is_anonymous (evidence))
    return evidence->auth.mark_certified ? PROVEN | CERTIFIED : PROVEN;
  return evidence->origin.before_proof ? OLD : NOBODY;
}

/* Whether it puts the reader under pressure in the brand's name, and names no other sender. */
static gboolean
presses (const BuoyEvidence *evidence, const BuoyClaim *claim)
{
  return (claim_of (evidence, claim) & ONLY_NAME) != 0 && buoy_evidence_has_destination (evidence)
         && (buoy_evidence_find_phrase (evidence, BUOY_LEXICON_ACCOUNT_THREAT) != NULL
             || buoy_evidence_find_phrase (evidence, BUOY_LEXICON_URGENCY) != NULL);
}

/* Whether From's name and address may be those of a person, and no other place names the company. The sender writes it
 * all, so it weighs less, but not nothing, and beside a link what companies write of makes it a warning.
 */
static gboolean
may_be_person (const BuoyClaim *claim)
{
  return claim->initials && (claim->where & ~(guint) (BUOY_CLAIM_FROM_NAME | BUOY_CLAIM_LOCAL_PART)) == 0;
}

/* Whether it is about an account, a parcel or a payment of the reader, or presses for one. */
static gboolean
asks_like_company (const BuoyEvidence *evidence)
{
  static const BuoyLexiconSection topics[]
      = { BUOY_LEXICON_URGENCY, BUOY_LEXICON_ACCOUNT_THREAT, BUOY_LEXICON_BILLING,
          BUOY_LEXICON_PAYMENT, BUOY_LEXICON_MAILBOX_ACCESS, BUOY_LEXICON_RELATION };

  return buoy_evidence_has_phrase (evidence, topics, G_N_ELEMENTS (topics));
}

gboolean
buoy_brand_warns_alone (const BuoyEvidence *evidence, const BuoyClaim *claim)
{
  if (may_be_person (claim))
    return claim->leads_elsewhere && asks_like_company (evidence);
  return presses (evidence, claim)
         || ((claim_of (evidence, claim) & (NAME | ADDRESS)) != 0
             && buoy_brand_relation (claim->brand, evidence->from_domain) == BUOY_BRAND_CHEAPLY_NAMED);
}

static gboolean
fits (const Row *row, guint claim, guint proof, guint relation, guint leads)
{
  return (row->claims & claim) != 0 && (row->proofs & proof) != 0 && (row->relations & relation) != 0
         && (row->some == 0 || (row->some & leads) != 0) && (row->none & leads) == 0;
}

/* Excuse: link-to-brand, link-to-shown, link-to-sender, many-sites, link-to-gateway-domain, old-date,
 * postmaster-address
 */
BuoyStrength
buoy_brand_weigh (const BuoyEvidence *evidence, const BuoyClaim *claim)
{
  const guint kind = claim_of (evidence, claim);
  const guint proof = proof_of (evidence, kind);
  guint relation;
  guint leads;

  if (kind == 0 || claim->from_is_brands || claim->proven || buoy_authentication_passed_for (evidence, claim->brand))
    return BUOY_STRENGTH_NOTE;
  if ((claim->reported && kind == NAME) || may_be_person (claim))
    return BUOY_STRENGTH_MEDIUM;
  relation = 1u << buoy_brand_relation (claim->brand, evidence->from_domain);
  leads = buoy_destinations_find (evidence, claim->brand);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (fits (&rows[i], kind, proof, relation, leads))
      return rows[i].strength;
  return BUOY_STRENGTH_NOTE;
}

gboolean
buoy_brand_is_own_named (const BuoyEvidence *evidence, const BuoyClaim *claim)
{
  return !claim->disguised && (1u << buoy_brand_relation (claim->brand, evidence->from_domain) & (OWN | CHEAP)) != 0;
}
