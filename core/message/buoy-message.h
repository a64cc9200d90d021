/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What a message says: immutable facts read from its bytes, without judgement.
 * A BuoyMessage is built by buoy_message_new_from_bytes() and never changes after that.
 */
#pragma once

#include "base/buoy-budget.h"
#include "buoy-types.h"
#include "message/header/buoy-auth-results.h"
#include "message/header/buoy-received.h"

/* Limits. Past one, the rest is left unread and the limit's name is put into BuoyMessage.limits. */
#define BUOY_MAX_HEADERS 2000                 /* header lines kept of one entity; real mail has under 200 */
#define BUOY_MAX_HEADER_BYTES (64 * 1024)     /* of one header's value */
#define BUOY_MAX_PARTS 500                    /* leaf parts looked at */
#define BUOY_MAX_INNER 200                    /* attached messages, in the whole file; a digest holds a few dozen */
#define BUOY_MAX_DEPTH 30                     /* nested multiparts and messages */
#define BUOY_MAX_TEXT_BYTES (2 * 1024 * 1024) /* text decoded of one part; a megabyte of prose is a book */
#define BUOY_MAX_LINKS 10000                  /* links of one message */
#define BUOY_MAX_LINK_BYTES (64 * 1024)       /* of a link's text, and of its address; servers take 16 kB of one */
#define BUOY_MAX_HTML_DEPTH 512               /* elements within elements; WebKit shows no more either */
#define BUOY_MAX_PICTURES 40                  /* of one message; newsletters fetch theirs from the network */
#define BUOY_MAX_PICTURES_BYTES (12 * 1024 * 1024) /* of all, decoded: a few photographs */
#define BUOY_MAX_PICTURE_BYTES (4 * 1024 * 1024)   /* of one, decoded: a photograph */
#define BUOY_MAX_VISIBLE_BYTES (1024 * 1024)       /* visible text kept for the identity checks */

typedef struct
{
  char *name;  /* as written, "From" */
  char *value; /* unfolded, valid UTF-8 (raw 8-bit is guessed), not RFC 2047-decoded */
} BuoyHeader;

typedef struct
{
  char *name;    /* display name, RFC 2047-decoded, in the order it is seen, quotes and comments removed; "" for none */
  char *address; /* addr-spec with its route (RFC 5322 §4.4) as it is shown, valid UTF-8; "" where there is none */
  char *domain;  /* ASCII form of the address's domain; NULL where it has none or it is no host */
} BuoyMailbox;

typedef enum
{
  BUOY_LINK_ANCHOR,  /* <a href>, SVG and MathML links */
  BUOY_LINK_AREA,    /* <area href> */
  BUOY_LINK_FORM,    /* <form action>, formaction */
  BUOY_LINK_REFRESH, /* <meta http-equiv=refresh> */
  BUOY_LINK_PLAIN,   /* a URL or address in text/plain */
  BUOY_LINK_NAMED,   /* a bare host in text/plain: some programs make a link of it, others leave it a word */
  BUOY_LINK_QR       /* a QR code in a picture, which shows no text */
} BuoyLinkKind;

typedef struct
{
  BuoyLinkKind kind;
  char *text;       /* what a reader sees, in doubt too: squeezed, invisible characters dropped, images by their alt */
  char *full_text;  /* the same with what is hidden; NULL where nothing is. May accuse */
  char *sure_text;  /* only what is surely seen; NULL where that is all of it. May accuse */
  char *head_text;  /* the text up to the end of its first piece that may be hidden; NULL where none may. May accuse */
  char *href;       /* the attribute's value without the blanks around it (valid UTF-8) */
  char *written;    /* the attribute's value as written, for a style sheet to find it; NULL where it is @href */
  GRefString *base; /* the document's <base href>, shared by its links; NULL where there is none */
  char *title;      /* what else is said of it (title, aria-label, alts beside text), NULL where there is none */
  gboolean has_image;      /* an image is part of the link */
  gboolean in_html;        /* of an HTML part */
  gboolean is_alternative; /* of a text that stands in for a page of the same message (multipart/alternative) */
  gboolean surely_seen;    /* nothing hides it, nor may hide it; only such a link may excuse */
} BuoyLink;

typedef struct _BuoyMessage BuoyMessage;

struct _BuoyMessage
{
  gatomicrefcount ref_count;
  BuoyBudget *budget;       /* of the whole file; shared with everything in it, and with the judging */
  GPtrArray *headers;       /* of BuoyHeader, in order, newest trace first, duplicates kept */
  GPtrArray *received;      /* of BuoyReceived, in order (newest first); each knows its header's index */
  GPtrArray *auth_results;  /* of BuoyAuthResults, in order; each knows its header's index */
  GPtrArray *from;          /* of BuoyMailbox: every mailbox of every From header, groups flattened */
  guint n_from_headers;     /* From header fields present */
  gboolean from_has_group;  /* RFC 5322 group syntax in From */
  GPtrArray *reply_to;      /* of BuoyMailbox */
  GPtrArray *to;            /* of BuoyMailbox: To and Cc */
  BuoyMailbox *sender;      /* Sender header; NULL */
  BuoyMailbox *return_path; /* Return-Path header; NULL */
  char *message_id;         /* without <>; "" */
  char *subject;            /* decoded, squeezed; "" */
  GDateTime *date;          /* NULL where absent or unreadable */
  GPtrArray *links;         /* of BuoyLink, in reading order */
  char *plain_text;         /* visible text of text/plain parts, at most BUOY_MAX_VISIBLE_BYTES; "" */
  char *html_text;          /* visible text of text/html parts, what may be hidden too (alt texts not included); "" */
  char *html_others;        /* other readings of its lines: with what is hidden, without what may be. May accuse; "" */
  char *html_sure_text;     /* only what is surely seen of it; only this may excuse; "" */
  char *image_text;         /* alt texts of images, one a line; "" */
  gsize hidden_text_bytes;  /* text in HTML that a reader cannot see */
  gboolean has_password_field;
  GPtrArray *inner;        /* of BuoyMessage: message/rfc822 parts, each whole */
  GPtrArray *pages;        /* of BuoyPage (buoy-page.h): attached pages and calendar files */
  GPtrArray *pictures;     /* of GBytes, while the message is read and somebody looks at its pictures; then NULL */
  guint n_unread_pictures; /* pictures and drawings that nobody has looked into for QR codes */
  GPtrArray *attachments;  /* of char *: file names (or media types) of parts that were not decoded */
  GPtrArray *
      limits; /* of char *: stable names: "headers", "header-bytes", "parts", "depth", "text", "page", "links", "html-depth", "visible-text",
                              "attached", "pictures", "qr", "pdf", "time" (the budget was spent while it was read) */
  GPtrArray *anomalies; /* of char *: what the MIME parser reported: "bad-charset", "truncated", "nul-bytes", … */
};

/* Looks for QR codes in @pictures, of GBytes, and adds what they say to @texts, of char *. FALSE where not all of them
 * could be looked at.
 */
typedef gboolean (*BuoyPictureFunc) (const GPtrArray *pictures, GPtrArray *texts, gpointer user_data);

/* With a budget of its own. Pictures are counted, not decoded. */
BuoyMessage *buoy_message_new_from_bytes (GBytes *bytes, GError **error);

/* @look (NULL: nobody looks) is called for the message and each page and message within it that has pictures; the codes
 * become links. @budget bounds the reading, and is kept for the judging.
 */
BuoyMessage *buoy_message_new_with_pictures (GBytes *bytes, BuoyBudget *budget, BuoyPictureFunc look,
                                             gpointer user_data, GError **error);

BuoyMessage *buoy_message_ref (BuoyMessage *message);
void buoy_message_unref (BuoyMessage *message);

/* Whether the message, or a page or message within it, has pictures that nobody has looked into. */
gboolean buoy_message_has_unread_pictures (const BuoyMessage *message);

/* First header of that name (any letter case), or NULL. */
const char *buoy_message_get_header (const BuoyMessage *message, const char *name);

/* Whether @address (NULL: no) stands in To or Cc. */
gboolean buoy_message_is_addressed_to (const BuoyMessage *message, const char *address);

void buoy_mailbox_free (gpointer mailbox);

void buoy_link_free (gpointer link);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BuoyMessage, buoy_message_unref)
