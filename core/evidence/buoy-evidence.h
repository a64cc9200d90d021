/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What the facts of a message mean: origin, authentication, links, identity. Immutable once built.
 */
#pragma once

#include "base/url/buoy-url.h"
#include "buoy-context-private.h"
#include "lexicon/buoy-phrases.h"
#include "registry/buoy-brands.h"
#include "evidence/authentication/buoy-verification.h"
#include "message/buoy-page.h"

typedef enum
{
  BUOY_ORIGIN_UNKNOWN,
  BUOY_ORIGIN_MATCH,   /* a verified reverse name under From's registrable domain */
  BUOY_ORIGIN_VOUCHED, /* another domain, but an aligned authentication result passed for From */
  BUOY_ORIGIN_MISMATCH
} BuoyOriginState;

typedef struct
{
  BuoyOriginState state;
  const BuoyReceived *boundary_hop; /* in which the receiving side accepted the message from outside; NULL if unknown */
  const BuoyReceived *behind;       /* the next line, if the receiving side may have written it: used only to accuse */
  guint n_trusted;                  /* leading Received lines written by the receiving side */
  const char *host;                 /* reverse name, otherwise HELO; NULL if there is neither */
  const char *domain;               /* registrable domain of host; NULL if there is none */
  const char *by;                   /* the receiving server that wrote the line; NULL if it is not named */
  gboolean generic_rdns;            /* the reverse name is one that a provider gives to its customers' addresses */
  gboolean before_proof;            /* received before domains could publish their sending servers (SPF) */
  gboolean via_list;                /* handed in by a remembered mailing list, or by a forwarder of the reader */
  gboolean assumed;                 /* the receiving side was inferred, not configured or learned */
} BuoyOrigin;

typedef enum
{
  BUOY_AUTH_NONE,   /* no trusted result */
  BUOY_AUTH_PASS,   /* From's organisational domain is authenticated */
  BUOY_AUTH_FAIL,   /* a trusted result says that From's domain did not send this */
  BUOY_AUTH_UNKNOWN /* there are results, but none about From's domain */
} BuoyAuthState;

typedef struct
{
  BuoyAuthState state;
  const char *source; /* "authentication-results", "received-spf", "local" (verified here), "none" */
  const char *spf;    /* results, here and below in the words of RFC 8601; "none" if there was none */
  const char *dkim;
  const char *dmarc;
  const char *arc;
  char *aligned_domain;    /* the domain that authenticates From; NULL if there is none */
  char *other_domain;      /* a domain that passed but is not aligned with From; NULL if there is none */
  GPtrArray *signers;      /* of char *: domains with a valid signature that covers everything shown, aligned or not */
  gboolean null_sender;    /* the receiving side found an empty envelope sender (RFC 5321 §4.5.5) */
  gboolean mark_certified; /* the receiving side validated a mark certificate for From's authenticated domain (BIMI) */
  gboolean enforced;       /* DMARC failed, and From's domain asks receivers to reject or quarantine such mail */
  gboolean says_unproven;  /* SPF and DKIM were checked, and nothing aligned passed */
  gboolean undecided;      /* name servers did not answer about From's own domain */
  gboolean left_open; /* ignored a failure, since the client claims to be a mail filter for which it would not count */
  gboolean assumed;   /* the receiving side was inferred, not configured or learned */
  /* Why results in the message were not trusted: "not-the-receiving-server", "below-an-assumed-server" (right below its
   * line, where only failures are used), "out-of-place" (with the receiving side's name, but where anyone can write);
   * NULL if they were, or there are none.
   */
  const char *unread;
} BuoyAuthentication;

typedef struct _BuoyTrustBoundary BuoyTrustBoundary; /* buoy-boundary.h */

typedef enum
{
  BUOY_TARGET_NO_CLAIM, /* its text does not name a host */
  BUOY_TARGET_MATCH,
  BUOY_TARGET_MISMATCH,
  BUOY_TARGET_WRAPPED, /* an opaque wrapper, so it cannot be judged */
  BUOY_TARGET_UNKNOWN  /* the target cannot be parsed as a URL */
} BuoyTargetState;

typedef struct
{
  const BuoyLink *link;
  BuoyUrl *url;           /* what a browser opens first; NULL if it is not a valid URL */
  BuoyUrl *target;        /* what url leads to after local unwrapping; NULL if it is not wrapped */
  char *shown_host;       /* host named by the text, ASCII; NULL if there is none */
  const char *shown_text; /* where shown_host was found: a reading of the link's text, or its title; never NULL */
  const char *host;       /* target's host, ASCII; NULL if there is none */
  const char *domain;     /* registrable domain of host; NULL if there is none */
  char *onward;           /* an unrelated host to which a registered company's site would redirect; NULL if none */
  GPtrArray *wrappers;    /* of char *: names of the wrappers that were unwrapped, outermost first */
  gboolean redirected;    /* the shown site itself redirects to host */
  gboolean undisclosed;   /* a shortener or opaque wrapper hides the target */
  gboolean trusted;       /* the reader trusts links to its domain from this sender, who is authenticated */
  BuoyTargetState state;
} BuoyTarget;

/* Where a brand's name appears; bits. */
typedef enum
{
  BUOY_CLAIM_FROM_NAME = 1 << 0,
  BUOY_CLAIM_FROM_ADDRESS = 1 << 1,    /* the brand's own domain in From */
  BUOY_CLAIM_SUBJECT_OPENING = 1 << 2, /* at the start of the subject or in brackets there */
  BUOY_CLAIM_SUBJECT = 1 << 3,
  BUOY_CLAIM_BODY_WE = 1 << 4,    /* first-person phrases: signature, ©, "your X account", お客様 … */
  BUOY_CLAIM_LOGO = 1 << 5,       /* alternative text of an image */
  BUOY_CLAIM_LINK_TEXT = 1 << 6,  /* a link's text names its site */
  BUOY_CLAIM_LOCAL_PART = 1 << 7, /* the local part, or combined into the registrable domain */
  BUOY_CLAIM_CUSTOMER = 1 << 8    /* in From's name beside that of the service that it came "via" */
} BuoyClaimPlace;

typedef struct
{
  const BuoyBrand *brand;
  guint where;              /* BuoyClaimPlace bits */
  gboolean proven;          /* From is the brand's domain and authenticated */
  gboolean from_is_brands;  /* From's domain is the brand's, authenticated or not */
  gboolean links_to_brand;  /* at least one link opens the brand's own domain */
  gboolean leads_elsewhere; /* a link opens a site that belongs neither to the brand nor to a known service */
  gboolean reported;        /* the vendor's name on a mail server's report, which the vendor's server delivered */
  gboolean disguised;       /* matched only after folding look-alike letters */
  gboolean initials;        /* spelled by what may be the initials of a person, whose family name is in the address */
} BuoyClaim;

/* Whose address From is, whether it is authenticated or not. */
typedef enum
{
  BUOY_SENDER_STRANGER,
  BUOY_SENDER_CONTACT,      /* a correspondent */
  BUOY_SENDER_ORGANISATION, /* in a domain of the reader's organisation */
  BUOY_SENDER_READER        /* the reader */
} BuoySenderRelation;

typedef struct
{
  BuoySenderRelation relation;
  gboolean assumed; /* inferred, not configured: From is the only addressee, or in the domain of the reader's address */
  gboolean is_to_reader;       /* addressed only to the receiving side, or to nobody; else it may be a list's copy */
  const BuoyContact *namesake; /* the contact with From's display name but another address; NULL if there is none */
} BuoyRelation;

/* Text that is searched for words. A message that does not name its sender in this much text does not name it at all.
 */
#define BUOY_MAX_JUDGED_BYTES (256 * 1024)

typedef struct
{
  BuoyMessage *message;
  BuoyContext *context;           /* NULL if nothing is known about the reader */
  BuoyVerification *verification; /* results of lookups; NULL if there were none */
  const BuoyMailbox *from;        /* the first From mailbox; NULL if there is none */
  const char *from_domain;        /* its ASCII domain; NULL if there is none */
  const char *from_org;           /* its registrable domain, or else from_domain; NULL if there is none */
  BuoyTrustBoundary *boundary;    /* NULL for inner messages and pages */
  char *folded_subject;           /* buoy_text_fold() of the subject */
  char *folded_body;              /* of the text (HTML if there is any) in all its readings; used only to accuse */
  char *folded_sure_body;         /* of the certainly visible text, which alone is used to excuse */
  BuoyPhrases subject_phrases;    /* phrases of the lexicon in folded_subject */
  BuoyPhrases body_phrases;       /* phrases in folded_body; used only to accuse */
  BuoyOrigin origin;
  BuoyAuthentication auth;
  GPtrArray *targets;    /* of BuoyTarget, in the order of BuoyMessage.links, without those that the budget left out */
  GPtrArray *listings;   /* of BuoyListing: links on block lists, in the order of the text */
  GPtrArray *claims;     /* of BuoyClaim, gravest first */
  BuoyRelation sender;   /* whose address From is, among those that the reader knows */
  GPtrArray *lookalikes; /* of BuoyLookalike, in the order From, links, Reply-To; one per host */
  gboolean links_unrelated; /* links open sites that are unrelated to anyone mentioned, and not named by their texts */
  const char *unrelated_host; /* the host of the first such link; NULL if there is none */
  char *list; /* the name of the mailing list, if the site of its server was confirmed; NULL if there is none */
  gboolean claims_list; /* has the fields of a mailing list of the server that handed it in */
  gboolean is_list;     /* the same, and the account remembers the list from that server */
  GPtrArray *pages;     /* of BuoyEvidence, parallel to BuoyMessage.pages: with the same sender and their own text */
  const BuoyPage *page; /* the attached page that this evidence is about; NULL if it is about a message */
  gboolean cut_short;   /* the budget left something unjudged; in the outer evidence: anything, attachments included */
  gboolean is_inner;    /* a message/rfc822 part: nothing is known about its transport */
} BuoyEvidence;

/* Judges @message. @context: (nullable). @is_inner: whether it is a message/rfc822 part, about whose transport the
 * receiving side knows nothing
 */
BuoyEvidence *buoy_evidence_new (BuoyMessage *message, BuoyContext *context, gboolean is_inner);

/* The same for an outer message with the results of lookups. @verification: (nullable) */
BuoyEvidence *buoy_evidence_new_verified (BuoyMessage *message, BuoyContext *context, BuoyVerification *verification);
void buoy_evidence_free (BuoyEvidence *evidence);

/* Whether the server of the boundary hop is one from which organisations do not send mail: it has no reverse name that
 * resolves back, or one that a provider gives to its customers' addresses.
 */
gboolean buoy_evidence_has_bad_origin (const BuoyEvidence *evidence);

/* Whether @host (nullable) belongs to whoever delivered the message: by a reverse name that the receiving side
 * verified, or as the domain of a passing signature or envelope.
 */
gboolean buoy_evidence_has_carrier (const BuoyEvidence *evidence, const char *host);

/* Whether the receiving side checked the sender and found no proof, or found the contrary. */
gboolean buoy_evidence_lacks_proof (const BuoyEvidence *evidence);

/* Whether anyone can get an address in From's domain anonymously: a free mail provider, open hosting. */
gboolean buoy_evidence_is_anonymous (const BuoyEvidence *evidence);

/* The first phrase of @topic in the subject, or else in the body; NULL if there is none. */
const char *buoy_evidence_find_phrase (const BuoyEvidence *evidence, BuoyLexiconSection topic);

/* Whether there is a phrase of one of @n @topics. */
gboolean buoy_evidence_has_phrase (const BuoyEvidence *evidence, const BuoyLexiconSection *topics, gsize n);

/* Whether From's address cannot exist: it has no domain, or one with an unknown top-level domain. */
gboolean buoy_evidence_is_impossible (const BuoyEvidence *evidence);

/* The host of the first link in HTML to a site unrelated to anyone whom the message mentions; NULL if there is none, or
 * if an authenticated sender also links to its own site. In identity/buoy-unrelated-links.c
 */
const char *buoy_evidence_find_unrelated_host (const BuoyEvidence *evidence);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BuoyEvidence, buoy_evidence_free)
