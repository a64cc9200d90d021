/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A message taken apart as far as a test needs to rewrite it; what is not rewritten stays as it was, byte for byte.
 */
#pragma once

#include <glib.h>

typedef struct
{
  GPtrArray *fields; /* of GString: header fields as written, with their line ends */
  GString *body;     /* with the empty line before it */
  const char *newline;
  guint depth; /* of multiparts put around the content */
} Mail;

Mail *mail_new (const char *text, gsize length);
void mail_free (Mail *mail);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Mail, mail_free)

GBytes *mail_to_bytes (const Mail *mail);

/* The value of the first field called @name, unfolded; NULL if there is none. */
char *mail_get (const Mail *mail, const char *name);

/* Puts @fields, a field a line, where a sender's begin: below the last Received field. */
void mail_insert (Mail *mail, const char *fields);

/* Puts @field behind all others. */
void mail_append (Mail *mail, const char *field);

/* Puts @field, "Name: value", in place of the first of its name; in front of all that are the sender's if there is
 * none.
 */
void mail_set (Mail *mail, const char *field);

/* @text in front of the value of the field called @name. FALSE if there is none. */
gboolean mail_prepend (Mail *mail, const char *name, const char *text);

/* @text behind the name in From, before the address. FALSE if there is no name. */
gboolean mail_append_name (Mail *mail, const char *text);

/* @text in place of what stands before the @ in From. FALSE if there is no address. */
gboolean mail_set_local_part (Mail *mail, const char *text);

/* Changes @text, a part's decoded content. */
typedef void (*MailEdit) (GString *text, gpointer user_data);

/* Calls @edit for each part of @type, "text/html"; FALSE if there is none. */
gboolean mail_edit_parts (Mail *mail, const char *type, MailEdit edit, gpointer user_data);

/* Makes the whole content one part of a multipart of @type; @before and @after are the parts around it, each with its
 * own header; NULL for none.
 */
void mail_wrap (Mail *mail, const char *type, const char *before, const char *after);
