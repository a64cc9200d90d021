/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What a message says: facts read from its bytes, without judgement. A BuoyMessage is built by
 * buoy_message_new_from_bytes() or buoy_message_new_with_pictures(), to which buoy_message_join_shown() may add once.
 * It is immutable after that.
 */
#pragma once

#include "base/buoy-budget.h"
#include "buoy-shown-message.h"
#include "buoy-types.h"
#include "message/header/buoy-auth-results.h"
#include "message/header/buoy-received.h"

/* Limits. Content beyond a limit is not read, and the limit's name is added to BuoyMessage.limits. */
#define BUOY_MAX_HEADERS 2000                 /* header lines kept of one entity; real mail has under 200 */
#define BUOY_MAX_HEADER_BYTES (64 * 1024)     /* of one header's value */
#define BUOY_MAX_PARTS 500                    /* texts and inner messages read, in the whole file */
#define BUOY_MAX_INNER 200                    /* attached messages, in the whole file; a digest has a few dozen */
#define BUOY_MAX_DEPTH 30                     /* nested multiparts and messages */
#define BUOY_MAX_TEXT_BYTES (2 * 1024 * 1024) /* of one plain text, decoded; a megabyte of prose is a book */
#define BUOY_MAX_LINKS 10000                  /* links of one message */
#define BUOY_MAX_LINK_BYTES (64 * 1024) /* of a link's text and of its address; servers accept addresses of 16 kB */
#define BUOY_MAX_HTML_DEPTH 512         /* nested elements; WebKit has the same limit */
#define BUOY_MAX_PICTURES 40            /* of one message; newsletters fetch theirs from the network */
#define BUOY_MAX_PICTURES_BYTES (12 * 1024 * 1024) /* of all, decoded: a few photographs */
#define BUOY_MAX_PICTURE_BYTES (4 * 1024 * 1024)   /* of one, decoded: a photograph */
#define BUOY_MAX_VISIBLE_BYTES (1024 * 1024)       /* visible text kept for the identity checks */

#define BUOY_ANOMALY_AMBIGUOUS "ambiguous" /* only some programs show certain links */

typedef struct
{
  char *name;  /* as written, "From" */
  char *value; /* unfolded, valid UTF-8 (raw 8-bit is guessed), not RFC 2047-decoded */
} BuoyHeader;

typedef struct
{
  char *name;    /* display name, RFC 2047-decoded, in visual order, without quotes and comments; "" if there is none */
  char *address; /* addr-spec with its route (RFC 5322 §4.4) as displayed, valid UTF-8; "" if there is none */
  char *domain;  /* ASCII form of the address's domain; NULL if there is none or it is not a host */
} BuoyMailbox;

typedef enum
{
  BUOY_LINK_ANCHOR,  /* <a href>, SVG and MathML links */
  BUOY_LINK_AREA,    /* <area href> */
  BUOY_LINK_FORM,    /* <form action>, formaction */
  BUOY_LINK_REFRESH, /* <meta http-equiv=refresh> */
  BUOY_LINK_PLAIN,   /* a URL or address in text/plain */
  BUOY_LINK_NAMED,   /* a bare host in text/plain, which only some programs turn into a link */
  BUOY_LINK_QR       /* a QR code in a picture, without text */
} BuoyLinkKind;

/* Whether a link was read from the bytes, or only from what the mail program displays (BuoyShown). */
typedef enum
{
  BUOY_ONLY_SHOWN_NOTHING, /* read from the bytes */
  BUOY_ONLY_SHOWN_TEXT,    /* only displayed, but the bytes have a link with the same address and another text */
  BUOY_ONLY_SHOWN_LINK     /* only displayed, and the bytes have no link with this address */
} BuoyOnlyShown;

/* The sender decides what is hidden. So the readings of a link's text other than @text are used only to accuse: a check
 * reports a link if any of its readings deceives, and none of them can excuse it.
 */
typedef struct
{
  BuoyLinkKind kind;
  char *text;       /* what is or may be visible: squeezed, no invisible characters, images by their alternative text */
  char *full_text;  /* @text with the hidden text; NULL if no text is hidden */
  char *sure_text;  /* the certainly visible text; NULL if that is all of @text */
  char *head_text;  /* @text up to the end of its first possibly hidden piece; NULL if there is no such piece */
  char *href;       /* the attribute's value without surrounding white space (valid UTF-8) */
  char *written;    /* the attribute's value as written, which a client can search for; NULL if it equals @href */
  GRefString *base; /* the document's <base href>, shared by its links; NULL if there is none */
  char *title;      /* other descriptions (title, aria-label, alternative texts beside text), NULL if there are none */
  gboolean has_image;      /* contains an image */
  gboolean in_html;        /* in an HTML part */
  gboolean is_alternative; /* in a text part for which the message also has a page (multipart/alternative) */
  gboolean surely_seen;    /* certainly visible; required of a link that excuses something */
  BuoyOnlyShown only_shown;
} BuoyLink;

typedef struct _BuoyMessage BuoyMessage;

struct _BuoyMessage
{
  gatomicrefcount ref_count;
  BuoyBudget *budget;       /* of the whole file; shared with everything in it, and used for judging too */
  GPtrArray *headers;       /* of BuoyHeader, in order, newest trace first, duplicates kept */
  GPtrArray *received;      /* of BuoyReceived, in order (newest first); each has its header's index */
  GPtrArray *auth_results;  /* of BuoyAuthResults, in order; each has its header's index */
  GPtrArray *from;          /* of BuoyMailbox: every mailbox of every From header, groups flattened */
  guint n_from_headers;     /* number of From header fields */
  gboolean from_has_group;  /* RFC 5322 group syntax in From */
  GPtrArray *reply_to;      /* of BuoyMailbox */
  GPtrArray *to;            /* of BuoyMailbox: To and Cc */
  BuoyMailbox *sender;      /* Sender header; NULL if there is none */
  BuoyMailbox *return_path; /* Return-Path header; NULL if there is none */
  char *message_id;         /* without <>; "" if there is none */
  char *subject;            /* decoded, squeezed; "" if there is none */
  GDateTime *date;          /* NULL if absent or unreadable */
  GPtrArray *links;         /* of BuoyLink, in reading order */
  char *plain_text;         /* visible text of text/plain parts, at most BUOY_MAX_VISIBLE_BYTES; never NULL */
  char *html_text;          /* visible and possibly visible text of text/html parts, without alternative texts */
  char *html_others;        /* other readings of lines with (possibly) hidden text; used only to accuse */
  char *html_sure_text;     /* the certainly visible text, which alone is used to excuse */
  char *image_text;         /* alternative texts of images, one per line */
  char *hidden_image_text;  /* those of hidden images; used only to accuse */
  gsize hidden_text_bytes;  /* invisible text in HTML */
  gboolean has_password_field;
  gboolean is_report;      /* a part of it is a delivery status (RFC 3464), which anybody can write */
  GPtrArray *inner;        /* of BuoyMessage: message/rfc822 parts */
  GPtrArray *pages;        /* of BuoyPage (buoy-page.h): attached pages and calendar files */
  GPtrArray *pictures;     /* of GBytes, until they were searched for QR codes; NULL after that */
  guint n_unread_pictures; /* pictures and drawings that were not searched for QR codes */
  GPtrArray *attachments;  /* of char *: file names (or media types) of parts that were not decoded */
  /* Of char *: stable names of limits that were exceeded: "headers", "header-bytes", "parts", "depth", "text", "page",
   * "links", "html-depth", "font" (the message brings its own), "visible-text", "attached", "pictures", "qr", "pdf",
   * "time" (the budget was spent).
   */
  GPtrArray *limits;
  BuoyShown *shown; /* what the mail program displays, whose links were added above; NULL if unknown */
  char *shown_text; /* displayed lines with words that the bytes lack; used only to accuse; NULL if there are none */
  /* Of char *: reported by the MIME parser: "bad-charset", "truncated", "nul-bytes", …, and BUOY_ANOMALY_AMBIGUOUS. */
  GPtrArray *anomalies;
};

/* Searches @pictures, of GBytes, for QR codes and adds their contents to @texts, of char *. Returns FALSE if a picture
 * could not be examined.
 */
typedef gboolean (*BuoyPictureFunc) (const GPtrArray *pictures, GPtrArray *texts, gpointer user_data);

/* Reads a message with a budget of its own. Pictures are counted, not searched for QR codes. */
BuoyMessage *buoy_message_new_from_bytes (GBytes *bytes, GError **error);

/* Reads a message. @look is called with the pictures of the message, and of each page and message in it; the QR codes
 * that it finds become links. If it is NULL, pictures are only counted. @budget limits the reading, and is kept for
 * judging.
 *
 * Returns: (transfer full) (nullable): the message; NULL with a BUOY_ERROR if there is none
 */
BuoyMessage *buoy_message_new_with_pictures (GBytes *bytes, BuoyBudget *budget, BuoyPictureFunc look,
                                             gpointer user_data, GError **error);

/* Adds the links and the text that a mail program displays but that were not found in the bytes, attachments included.
 * The same rules judge them, but such a link is never surely_seen, so it excuses nothing; and links that are not
 * displayed are kept. Call this at most once, after reading.
 */
void buoy_message_join_shown (BuoyMessage *message, BuoyShown *shown);

BuoyMessage *buoy_message_ref (BuoyMessage *message);
void buoy_message_unref (BuoyMessage *message);

/* Whether the message, or a page or message in it, has pictures that were not searched for QR codes. */
gboolean buoy_message_has_unread_pictures (const BuoyMessage *message);

/* The value of the first header field called @name, in any letter case; NULL if there is none. */
const char *buoy_message_get_header (const BuoyMessage *message, const char *name);

/* Whether @address (nullable) is in To or Cc. */
gboolean buoy_message_is_addressed_to (const BuoyMessage *message, const char *address);

void buoy_mailbox_free (gpointer mailbox);

void buoy_link_free (gpointer link);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BuoyMessage, buoy_message_unref)
