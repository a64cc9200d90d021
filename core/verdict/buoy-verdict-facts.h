/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What a verdict tells about its message, apart from levels and findings: plain values copied from the evidence, which
 * is freed after judging. Words, JSON, story, questions and lookups read only these, so a verdict that comes from
 * another process (buoy-verdict-bytes.h) says the same as one that was made here. Texts are valid UTF-8.
 */
#pragma once

#include "checks/checks-private.h"

/* The limit of BuoyFacts for a program that failed and read no further, through no fault of this message. */
#define BUOY_LIMIT_FAILURE "program"

#define BUOY_FACTS_MAX_TEXT_BYTES 4096 /* of one text of a mail, cut in the middle; as much as JSON shows */
#define BUOY_FACTS_MAX_HOPS 4          /* unverified servers; real mail has one or two, a forger may add any number */

/* A link of the message or of something attached to it. */
typedef struct
{
  BuoyLinkKind kind;
  BuoyTargetState state;
  char *text;          /* cut */
  char *href;          /* cut */
  char *shown_host;    /* that its text names, ASCII; NULL */
  char *host;          /* that it leads to, wrappers opened, ASCII; NULL */
  char *domain;        /* registrable domain of host; NULL */
  char *address;       /* what a browser opens first, as it writes it, shortened; NULL if it refuses */
  char *opened_host;   /* the host of address; NULL */
  GPtrArray *wrappers; /* of char *: names of the wrappers that were unwrapped, outermost first */
  gboolean is_web;     /* address is one of the web */
  gboolean undisclosed;
  gboolean has_image;
  gboolean accused; /* by a finding */
} BuoyLinkFacts;

/* A company that the message names. */
typedef struct
{
  char *brand; /* its id in the registry */
  char *title;
  guint where; /* BuoyClaimPlace bits */
  gboolean proven;
  gboolean links_to_brand;
  gboolean leads_elsewhere;
} BuoyClaimFacts;

/* The message's own text, an attached page, or an attached message. */
typedef struct
{
  gboolean is_message;
  BuoyPageKind kind; /* if it is not a message */
  char *name;        /* the file name; NULL */
  char *title;       /* or the subject */
  guint script;      /* BuoyScriptSign bits */
  gboolean has_password_field;
  GPtrArray *claims; /* of BuoyClaimFacts, gravest first */
  GPtrArray *links;  /* of BuoyLinkFacts, in reading order */
} BuoyTextFacts;

/* A server on the way. */
typedef struct
{
  char *host; /* NULL */
  char *ip;   /* NULL */
} BuoyHopFacts;

/* The server that handed the message to the receiving side: BuoyOrigin and its line. */
typedef struct
{
  BuoyOriginState state;
  char *host, *domain, *by; /* each may be NULL, here and below */
  gboolean assumed;
  gboolean has_line; /* the line in which the receiving side accepted the message from outside */
  char *helo, *rdns, *ip;
  BuoyRdnsState rdns_state;
  gboolean authenticated;
  char *reader_server; /* the newest server of the receiving side */
  GPtrArray *before;   /* of BuoyHopFacts: unverified servers before it, at most BUOY_FACTS_MAX_HOPS */
} BuoyOriginFacts;

/* BuoyAuthentication without what only checks and evidence read. */
typedef struct
{
  BuoyAuthState state;
  char *source;
  char *spf, *dkim, *dmarc, *arc;
  char *aligned_domain; /* NULL */
  char *other_domain;   /* NULL */
  char *unread;         /* NULL */
  gboolean enforced;
  gboolean says_unproven;
  gboolean assumed;
} BuoyAuthFacts;

/* What the decoder found in the pictures of one text. */
typedef struct
{
  gboolean complete; /* all pictures could be examined */
  GPtrArray *codes;  /* of char *: the texts of QR codes */
} BuoyPictureFacts;

/* What a lookup would ask: BuoyQuestions without the gateway, which the reader's context has. */
typedef struct
{
  GPtrArray *domains; /* of char * */
  GPtrArray *shared;  /* of char * */
  char *address;      /* NULL */
  char *sender;       /* NULL */
} BuoyQuestionFacts;

typedef struct
{
  char *message_id;
  char *subject;
  gboolean has_date;
  gint64 date;           /* seconds since 1970 */
  gboolean has_from;     /* else the three below are NULL */
  char *from_name;       /* of the first From mailbox; "" if there is none */
  char *from_address;    /* "" if there is none */
  char *from_domain;     /* ASCII; NULL */
  gint64 delivered;      /* seconds since 1970, when the receiving side accepted the message; 0: unknown */
  GPtrArray *addressees; /* of char *: local parts of To and Cc */
  GPtrArray *authors;    /* of char *: local parts of From */
  BuoyOriginFacts origin;
  BuoyAuthFacts auth;
  gboolean is_list;          /* came through a remembered mailing list */
  gboolean is_first_contact; /* the reader's contacts are known, and the sender is a stranger */
  gboolean has_unread_pictures;
  guint longest_text; /* how long texts and addresses of links may be: they are cut and shortened to that */
  GPtrArray *limits;  /* of char *: stable names, each once */
  GPtrArray *texts;   /* of BuoyTextFacts: the message, its pages, then each attached message before its pages */
  BuoyQuestionFacts questions;
  GPtrArray *pictures; /* of BuoyPictureFacts, in reading order, if pictures were examined; else NULL */
} BuoyFacts;

void buoy_link_facts_free (gpointer link);
void buoy_claim_facts_free (gpointer claim);
void buoy_text_facts_free (gpointer text);
void buoy_hop_facts_free (gpointer hop);
void buoy_picture_facts_free (gpointer pictures);

/* A form of @address, a URL as a browser writes it, that is compared with others of the same @max_bytes: the beginning
 * and a checksum of a longer one. It may have been shortened before, to more. (transfer full)
 */
char *buoy_facts_shorten_address (const char *address, gsize max_bytes);

/* Facts without any text; arrays are empty. */
BuoyFacts *buoy_facts_new (void);
void buoy_facts_free (BuoyFacts *facts);
BuoyTextFacts *buoy_text_facts_new (void);
BuoyPictureFacts *buoy_picture_facts_new (void);

/* The message's own text: the first of BuoyFacts.texts. */
const BuoyTextFacts *buoy_facts_get_body (const BuoyFacts *facts);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BuoyFacts, buoy_facts_free)
