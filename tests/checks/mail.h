/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A message parsed as far as a test needs to rewrite it; everything else is unchanged, byte for byte.
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

/* Inserts @fields, one per line, where the sender's fields begin: below the last Received field. */
void mail_insert (Mail *mail, const char *fields);

/* Appends @field after all others. */
void mail_append (Mail *mail, const char *field);

/* Replaces the first field of the same name by @field, "Name: value"; if there is none, inserts it before the sender's
 * fields.
 */
void mail_set (Mail *mail, const char *field);

/* Prepends @text to the value of the field @name. FALSE if there is none. */
gboolean mail_prepend (Mail *mail, const char *name, const char *text);

/* Appends @text to the display name in From. FALSE if there is none. */
gboolean mail_append_name (Mail *mail, const char *text);

/* Replaces the local part in From by @text. FALSE if there is no address. */
gboolean mail_set_local_part (Mail *mail, const char *text);

/* Changes @text, a part's decoded content. */
typedef void (*MailEdit) (GString *text, gpointer user_data);

/* Calls @edit for each part of @type, "text/html"; FALSE if there is none. */
gboolean mail_edit_parts (Mail *mail, const char *type, MailEdit edit, gpointer user_data);

/* Wraps the content into a multipart of @type; @before and @after are parts around it, each with its own header; NULL
 * for none.
 */
void mail_wrap (Mail *mail, const char *type, const char *before, const char *after);
