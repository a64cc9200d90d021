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
  BUOY_ORIGIN_VOUCHED, /* elsewhere, but an aligned authentication result stands for From */
  BUOY_ORIGIN_MISMATCH
} BuoyOriginState;

typedef struct
{
  BuoyOriginState state;
  const BuoyReceived *boundary_hop; /* the line in which the reader's side says who handed the message in; NULL */
  const BuoyReceived *behind;       /* the line below it, of a server that may be the side's too: bad news only; NULL */
  guint n_trusted;                  /* leading Received lines that the reader's own side wrote */
  const char *host;                 /* reverse name, else HELO; NULL */
  const char *domain;               /* registrable domain of host; NULL */
  const char *by;                   /* the receiving server that wrote the line; NULL */
  gboolean generic_rdns;            /* a reverse name out of a dynamic pool (numbers of the address in it) */
  gboolean before_proof;            /* received when no domain could yet publish who sends for it */
  gboolean via_list;                /* handed in by a believable mailing list, or by a forwarder of the reader's */
  gboolean assumed;                 /* the receiving side was inferred, not configured */
} BuoyOrigin;

typedef enum
{
  BUOY_AUTH_NONE,   /* no result that counts */
  BUOY_AUTH_PASS,   /* From's organisational domain is proven */
  BUOY_AUTH_FAIL,   /* a server that counts says that From's domain did not send this */
  BUOY_AUTH_UNKNOWN /* results are there, none tells about From's domain */
} BuoyAuthState;

typedef struct
{
  BuoyAuthState state;
  const char *source; /* "authentication-results", "received-spf", "local" (verified here), "none" */
  const char *spf;    /* result words, "none" where nothing was said */
  const char *dkim;
  const char *dmarc;
  const char *arc;
  char *aligned_domain;    /* the domain that vouches for From; NULL */
  char *other_domain;      /* a domain that passed but is not From's; NULL */
  GPtrArray *signers;      /* of char *: domains whose signatures passed over all that is shown, From's or not */
  gboolean mark_certified; /* the side saw a certificate of name and logo for From's proven domain (BIMI) */
  gboolean enforced;       /* DMARC failed, and From's domain asks receivers to refuse or hold such mail */
  gboolean says_unproven;  /* results that count were written and nothing aligned passed */
  gboolean left_open;      /* a failure that is void if the peer is the mail filter that it calls itself */
  gboolean assumed;
  const char *unread; /* why results in the message were not believed: "not-the-receiving-server",
                                 "below-an-assumed-server" (right below its line, where only bad news counts),
                                 "out-of-place" (of the side's name, where anybody can write it); NULL */
} BuoyAuthentication;

typedef struct _BuoyTrustBoundary BuoyTrustBoundary; /* buoy-boundary.h */

typedef enum
{
  BUOY_TARGET_NO_CLAIM, /* its text names no host */
  BUOY_TARGET_MATCH,
  BUOY_TARGET_MISMATCH,
  BUOY_TARGET_WRAPPED, /* an opaque wrapper: cannot be judged */
  BUOY_TARGET_UNKNOWN  /* the target is no URL that can be read */
} BuoyTargetState;

typedef struct
{
  const BuoyLink *link;
  BuoyUrl *url;           /* what a browser opens first; NULL where it refuses */
  BuoyUrl *target;        /* after known wrappers were opened locally; NULL; may equal url in content */
  char *shown_host;       /* host that the text names, ASCII; NULL */
  const char *shown_text; /* what names it: a reading of the link's text, or its title; never NULL */
  const char *host;       /* target's host, ASCII; NULL */
  const char *domain;     /* registrable domain of host; NULL */
  char *onward;           /* a host of nobody's known to which a registered company's site would send on; NULL */
  GPtrArray *wrappers;    /* of char *: names of the wrappers that were opened, outermost first */
  gboolean redirected;    /* the shown site itself sends on to host */
  gboolean undisclosed;   /* a shortener or opaque wrapper hides the target */
  gboolean trusted;       /* the reader found its domain fine for this sender, who is proven */
  BuoyTargetState state;
} BuoyTarget;

/* Where a brand's name stands; bits. */
typedef enum
{
  BUOY_CLAIM_FROM_NAME = 1 << 0,
  BUOY_CLAIM_FROM_ADDRESS = 1 << 1,    /* the brand's own domain in From */
  BUOY_CLAIM_SUBJECT_OPENING = 1 << 2, /* opens the subject or stands in brackets there */
  BUOY_CLAIM_SUBJECT = 1 << 3,
  BUOY_CLAIM_BODY_WE = 1 << 4,   /* signature, ©, "your X account", お客様 … */
  BUOY_CLAIM_LOGO = 1 << 5,      /* alt text of a picture */
  BUOY_CLAIM_LINK_TEXT = 1 << 6, /* a link's text names its site */
  BUOY_CLAIM_LOCAL_PART = 1 << 7 /* the local part, or combined into the registrable domain */
} BuoyClaimPlace;

typedef struct
{
  const BuoyBrand *brand;
  guint where;              /* BuoyClaimPlace bits */
  gboolean proven;          /* From is the brand's domain and authentication vouches for it */
  gboolean from_is_brands;  /* From's domain is the brand's, proven or not */
  gboolean links_to_brand;  /* at least one link opens the brand's own domain */
  gboolean leads_elsewhere; /* at least one link opens a site that is neither the brand's nor a known service's */
  gboolean disguised;       /* matched only after folding look-alike letters */
} BuoyClaim;

/* Whose address stands in From, out of the reader's own world; proven or not. */
typedef enum
{
  BUOY_SENDER_STRANGER,
  BUOY_SENDER_CONTACT,      /* a correspondent's */
  BUOY_SENDER_ORGANISATION, /* one in a domain of the reader's organisation */
  BUOY_SENDER_READER        /* the reader's own */
} BuoySenderRelation;

/* Text in which words are looked for; a mail that has not said whom it is from by then says it nowhere. */
#define BUOY_MAX_JUDGED_BYTES (256 * 1024)

typedef struct
{
  BuoyMessage *message;
  BuoyContext *context;           /* NULL */
  BuoyVerification *verification; /* what the name servers said; NULL where they were not asked */
  const BuoyMailbox *from;        /* the first From mailbox; NULL */
  const char *from_domain;        /* its ASCII domain; NULL */
  const char *from_org;           /* its registrable domain (or the domain where it has none); NULL */
  BuoyTrustBoundary *boundary;    /* how far the reader's own side wrote the trace; NULL of what is inside a message */
  char *folded_subject;           /* buoy_text_fold() of the subject */
  char *folded_body;              /* the same of the text, HTML's where there is any, in all its readings: may accuse */
  char *folded_sure_body;         /* the same of what is surely seen of it; only this may excuse */
  BuoyPhrases subject_phrases;    /* of the lexicon, in folded_subject */
  BuoyPhrases body_phrases;       /* the same in folded_body: may accuse */
  BuoyOrigin origin;
  BuoyAuthentication auth;
  GPtrArray *targets;          /* of BuoyTarget, as BuoyMessage.links */
  GPtrArray *claims;           /* of BuoyClaim, gravest first */
  BuoySenderRelation relation; /* whose address From claims */
  gboolean relation_assumed;   /* inferred: From is the only addressee, or in the domain of the reader's address */
  gboolean is_to_reader;       /* addressed to the reader's side alone, or to nobody; else it may be a list's copy */
  const BuoyContact *namesake; /* the correspondent whose name stands over an address that is not theirs; NULL */
  GPtrArray *lookalikes;       /* of BuoyLookalike, in order of From, Reply-To, links; one a host */
  gboolean links_unrelated;    /* links open sites of nobody whom the message speaks of, and no text names them */
  const char *unrelated_host;  /* the first such site; NULL */
  gboolean is_list;            /* a mailing list that fits its own headers */
  GPtrArray *pages;            /* of BuoyEvidence, as BuoyMessage.pages: the same sender, another text */
  const BuoyPage *page;        /* the attached page that this is the evidence about; NULL */
  gboolean cut_short;          /* the budget left something of it unjudged; of the outer one: of anything in it */
  gboolean is_inner;           /* a message/rfc822 part: nothing about its transport can be known */
} BuoyEvidence;

BuoyEvidence *buoy_evidence_new (BuoyMessage *message, BuoyContext *context, gboolean is_inner);

/* The same of an outer message, with what was found online; @verification: NULL for nothing. */
BuoyEvidence *buoy_evidence_new_verified (BuoyMessage *message, BuoyContext *context, BuoyVerification *verification);
void buoy_evidence_free (BuoyEvidence *evidence);

/* Whether the handing-over server is one that no organisation would send from: without a reverse name that leads back,
 * or out of a pool of customers' lines.
 */
gboolean buoy_evidence_has_bad_origin (const BuoyEvidence *evidence);

/* Whether @host (nullable) is one of whoever carried the message: under a reverse name that the reader's side verified,
 * or as the domain of a passing signature or envelope.
 */
gboolean buoy_evidence_has_carrier (const BuoyEvidence *evidence, const char *host);

/* Whether the reader's side looked for proof of the sender and found none, or proof of the contrary. */
gboolean buoy_evidence_lacks_proof (const BuoyEvidence *evidence);

/* Whether anybody can have an address in From's domain without giving a name: a free provider's, open hosting. */
gboolean buoy_evidence_is_anonymous (const BuoyEvidence *evidence);

/* The phrase of @topic that stands first in the subject, else in the body; NULL. */
const char *buoy_evidence_find_phrase (const BuoyEvidence *evidence, BuoyLexiconSection topic);

/* Whether no mail can come from From's address: it has no domain, or one whose last label is no top-level domain. */
gboolean buoy_evidence_is_impossible (const BuoyEvidence *evidence);

/* The rooms of the house, each fills its own part in this order. */
void buoy_evidence_fill_trace (BuoyEvidence *evidence);          /* buoy-origin.c: origin's hand-over, list, assumed */
void buoy_evidence_fill_authentication (BuoyEvidence *evidence); /* buoy-authentication.c */
void buoy_evidence_add_verification (BuoyEvidence *evidence);    /* buoy-local.c: what the name servers add to auth */
void buoy_evidence_finish_origin (BuoyEvidence *evidence); /* buoy-origin.c: origin.state, now that auth is known */
void buoy_evidence_fill_targets (BuoyEvidence *evidence);  /* buoy-target.c */
void buoy_evidence_fill_claims (BuoyEvidence *evidence);   /* buoy-identity.c */
void buoy_evidence_fill_sender_relation (BuoyEvidence *evidence); /* buoy-sender-relation.c */
void buoy_evidence_fill_unrelated_links (BuoyEvidence *evidence); /* buoy-unrelated-links.c */
void buoy_evidence_fill_pages (BuoyEvidence *evidence);           /* this one */
void buoy_evidence_fill_lookalikes (BuoyEvidence *evidence);      /* buoy-lookalike-fill.c */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BuoyEvidence, buoy_evidence_free)
