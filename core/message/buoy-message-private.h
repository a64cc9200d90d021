/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What the files of this folder share. The only header that includes GMime.
 */
#pragma once

#include <gmime/gmime.h>

#include "message/buoy-message.h"

/* GMime 3.2 has none of these. */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GMimeParserOptions, g_mime_parser_options_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (InternetAddressList, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GMimeContentDisposition, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GMimeContentType, g_object_unref)

/* Initialises GMime once; any thread. */
void buoy_gmime_init (void);

/* @raw without what GMime cannot read safely in header fields; mostly @raw itself. @out_has_cut: something was cut
 * that may say what a part is. (transfer full)
 */
GBytes *buoy_fields_disarm (GBytes *raw, gboolean *out_has_cut);

/* (transfer full), one for all messages of one scan: warnings go to @oddities, of char *. */
GMimeParserOptions *buoy_gmime_options_new (GPtrArray *oddities);

/* Notes a limit or an oddity once. */
void buoy_message_note (GPtrArray *notes, const char *name);

/* A name as it is judged: one longer than any real one loses first what nobody sees, then its middle, and the limit is
 * noted. Takes @name; (transfer full).
 */
char *buoy_message_take_name (BuoyMessage *message, char *name);

/* headers, received, auth_results, subject, date, message_id of @entity. */
void buoy_headers_read (BuoyMessage *message, GMimeMessage *entity);

/* from, reply_to, to, sender, return_path out of message->headers. */
void buoy_mailboxes_read (BuoyMessage *message, GMimeParserOptions *options);
void buoy_mailbox_free (gpointer mailbox);
void buoy_link_free (gpointer link);

/* RFC 2047 words of a header value as text; (transfer full). Once the budget is spent, words stay as they are. */
char *buoy_encoded_words_decode (const char *value, BuoyBudget *budget);

/* The value with each row of base64 words written as one of UTF-8; (transfer full). For GMime, which reads such a row
 * as one and takes the padding of the first word for the end of all.
 */
char *buoy_encoded_words_join (const char *value, BuoyBudget *budget);

/* Reads the file name of @part, once, and keeps it with the part. */
void buoy_part_read_file_name (BuoyMessage *message, GMimePart *part);

/* The file name that was read, valid UTF-8; (transfer full), NULL. */
char *buoy_part_get_file_name (GMimePart *part);

/* RFC 2047 words and raw 8-bit of a header value as text; (transfer full). */
char *buoy_header_decode (const char *value, BuoyBudget *budget);

typedef struct _BuoyPartWalk BuoyPartWalk;

struct _BuoyPartWalk
{
  GMimeParserOptions *options;
  BuoyBudget *budget; /* borrowed; of the whole file */
  guint n_objects;    /* header fields and parts parsed so far, in the whole file */
  guint n_parts;      /* looked at so far, in the whole file */
  guint n_skipped_levels; /* multiparts around here of which the middle is being passed over */
  gboolean is_before_end; /* not among the last parts of the file */
  GPtrArray *boundaries;  /* of char *: of the multiparts around here, in one parse */
  guint n_inner;      /* attached messages read so far */
  guint n_readings;   /* parts that were parsed anew, since their fields contradict each other */
  guint n_pages;      /* attached pages and messages decoded */
  gsize n_page_bytes; /* of the pages */
  gsize n_file_bytes; /* of the messages */
  gboolean keeps_pictures; /* for somebody who looks at them */

  /* A message within the message, as a part and as a file: the walk goes on in it. NULL where a file is no message. */
  BuoyMessage *(*read_entity) (GMimeMessage *entity, BuoyPartWalk *walk, guint depth);
  BuoyMessage *(*read_file) (GBytes *bytes, BuoyPartWalk *walk, guint depth);
};

/* How many bytes of a field's value are given to GMime. What is longer than BUOY_MAX_HEADER_BYTES stays so, and is
 * noted where headers are read.
 */
gsize buoy_mail_measure_field (const char *name, const char *value);

/* GMime reads nothing behind a field whose name does not fit into its buffer. Such a name at @stop, where it stopped,
 * is ended in a copy of @bytes; %FALSE where there is none.
 */
gboolean buoy_mail_end_long_name (GBytes **bytes, gsize stop);

/* Parses @bytes, which must not change; (transfer full), NULL where it is no message. The parser ends early when the
 * budget is spent. @out_is_cut: whether the middle was left out, since it held too many fields and parts, or a part of
 * a field that tells the structure.
 */
GMimeMessage *buoy_mail_parse (GBytes *bytes, BuoyPartWalk *walk, gboolean *out_is_cut);

/* The same of a part with its header; (transfer full), nullable. */
GMimeObject *buoy_mail_parse_part (GBytes *bytes, BuoyPartWalk *walk);

/* What a stream of a parsed part holds, without a copy; (transfer full), NULL where it is empty or in two pieces. */
GBytes *buoy_mail_stream_get_bytes (GMimeStream *stream);

/* Texts, links, inner messages, attachments of @entity. */
void buoy_parts_read (BuoyMessage *message, GMimeMessage *entity, BuoyPartWalk *walk, guint depth);

#define BUOY_MAX_READINGS 16 /* in a whole file; parts within parts would multiply them */

/* (transfer full) of GMimeObject: what programs may take @object for, beside what GMime does, where its Content-Type or
 * Content-Transfer-Encoding fields contradict each other or its lines only begin with a boundary; mostly empty.
 */
GPtrArray *buoy_part_find_readings (BuoyMessage *message, GMimeObject *object, BuoyPartWalk *walk);

/* Adds, of GMimeObject, what stands behind lines of @bytes that only begin with a boundary of a multipart around them.
 * RFC 2046 §5.1.1 has them taken for the boundary, and so does Evolution; GMime takes them for text.
 */
void buoy_part_find_ambiguous (GPtrArray *readings, GBytes *bytes, BuoyMessage *message, BuoyPartWalk *walk);

/* The decoded bytes of @part; past @max_bytes the rest is left and @limit noted. */
GByteArray *buoy_part_decode (BuoyMessage *message, GMimePart *part, gsize max_bytes, const char *limit);

/* How the decoded content of @part begins, up to @n_bytes; returns how many there are. */
gsize buoy_part_peek (GMimePart *part, char *block, gsize n_bytes);

/* The same, but what is too long loses its middle: the end is shown like the start. */
GByteArray *buoy_part_decode_both_ends (BuoyMessage *message, GMimePart *part, gsize max_bytes, const char *limit);

/* @bytes in the charset of @part, as valid UTF-8; (transfer full). */
char *buoy_part_to_text (BuoyMessage *message, GMimePart *part, GBytes *bytes);

/* Keeps or counts the picture that stands in an <img src="data:…"> itself. */
void buoy_picture_read_inline (BuoyMessage *message, const char *src);

/* Has the pictures of @message, and of all within it, looked at by @look; lets them go. */
void buoy_pictures_look (BuoyMessage *message, BuoyPictureFunc look, gpointer user_data);

/* Adds what a text/html part shows. @html: valid UTF-8. */
void buoy_html_read (BuoyMessage *message, const char *html, gsize length);

/* The same of a page that a browser opens. @inside: appended to it, as HTML, is what stands in attributes of the page:
 * scripts that its elements run by themselves, and pages in frames.
 */
void buoy_html_read_run (BuoyMessage *message, const char *html, gsize length, GString *inside);

/* Adds the links that a text/plain part holds. @text: valid UTF-8. */
void buoy_plain_links_read (BuoyMessage *message, const char *text);

/* Adds a link unless there are too many; takes @text and @href. */
void buoy_message_add_link (BuoyMessage *message, BuoyLinkKind kind, char *text, char *href,
                            GRefString *base, gboolean has_image, gboolean in_html);

/* Appends to a text that is bounded by BUOY_MAX_VISIBLE_BYTES. */
void buoy_message_append_text (BuoyMessage *message, char **text, const char *more);
