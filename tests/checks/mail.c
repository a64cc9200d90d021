/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "mail.h"

#include <gmime/gmime.h>
#include <string.h>

#define BOUNDARY "=_excuse" /* with the number of parts around the content */

static void
string_free (gpointer string)
{
  g_string_free (string, TRUE);
}

/* Where the line after the one at @line begins; @end if it is the last. */
static const char *
next_line (const char *line, const char *end)
{
  const char *newline = memchr (line, '\n', (gsize) (end - line));

  return newline == NULL ? end : newline + 1;
}

Mail *
mail_new (const char *text, gsize length)
{
  Mail *mail = g_new0 (Mail, 1);
  const char *end = text + length;
  const char *next;

  mail->fields = g_ptr_array_new_with_free_func (string_free);
  for (const char *line = text; line < end && *line != '\n' && *line != '\r'; line = next)
    {
      next = next_line (line, end);
      while (next < end && (*next == ' ' || *next == '\t'))
        next = next_line (next, end);
      g_ptr_array_add (mail->fields, g_string_new_len (line, next - line));
      text = next;
    }
  mail->body = g_string_new_len (text, end - text);
  mail->newline = *text == '\r' ? "\r\n" : "\n";
  return mail;
}

void
mail_free (Mail *mail)
{
  g_ptr_array_unref (mail->fields);
  g_string_free (mail->body, TRUE);
  g_free (mail);
}

static GString *
to_string (const Mail *mail)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < mail->fields->len; i++)
    {
      const GString *field = g_ptr_array_index (mail->fields, i);

      g_string_append_len (out, field->str, (gssize) field->len);
    }
  g_string_append_len (out, mail->body->str, (gssize) mail->body->len);
  return out;
}

GBytes *
mail_to_bytes (const Mail *mail)
{
  return g_string_free_to_bytes (to_string (mail));
}

static gboolean
is_called (const GString *field, const char *name)
{
  return g_ascii_strncasecmp (field->str, name, strlen (name)) == 0 && field->str[strlen (name)] == ':';
}

static GString *
find (const Mail *mail, const char *name)
{
  for (guint i = 0; i < mail->fields->len; i++)
    if (is_called (g_ptr_array_index (mail->fields, i), name))
      return g_ptr_array_index (mail->fields, i);
  return NULL;
}

char *
mail_get (const Mail *mail, const char *name)
{
  const GString *field = find (mail, name);
  g_auto (GStrv) lines = NULL;

  if (field == NULL)
    return NULL;
  lines = g_strsplit_set (field->str + strlen (name) + 1, "\r\n", -1);
  return g_strstrip (g_strjoinv ("", lines));
}

static GString *
field_new (const Mail *mail, const char *text)
{
  GString *field = g_string_new (text);

  g_string_append (field, mail->newline);
  return field;
}

void
mail_append (Mail *mail, const char *text)
{
  g_ptr_array_add (mail->fields, field_new (mail, text));
}

/* The index of the first field that a sender can have written. */
static guint
find_senders (const Mail *mail)
{
  guint place = 0;

  for (guint i = 0; i < mail->fields->len; i++)
    if (is_called (g_ptr_array_index (mail->fields, i), "Received"))
      place = i + 1;
  return place;
}

void
mail_insert (Mail *mail, const char *fields)
{
  g_auto (GStrv) lines = g_strsplit (fields, "\n", -1);
  guint place = find_senders (mail);

  for (guint i = 0; lines[i] != NULL; i++)
    g_ptr_array_insert (mail->fields, (gint) place++, field_new (mail, lines[i]));
}

void
mail_set (Mail *mail, const char *text)
{
  g_autofree char *name = g_strndup (text, strcspn (text, ":"));
  GString *field = find (mail, name);

  if (field == NULL)
    {
      mail_insert (mail, text);
      return;
    }
  g_string_printf (field, "%s%s", text, mail->newline);
}

gboolean
mail_prepend (Mail *mail, const char *name, const char *text)
{
  GString *field = find (mail, name);
  gsize start = strlen (name) + 1;

  if (field == NULL)
    return FALSE;
  start += strspn (field->str + start, " \t");
  g_string_insert (field, (gssize) start, text);
  return TRUE;
}

gboolean
mail_append_name (Mail *mail, const char *text)
{
  GString *field = find (mail, "From");
  const char *name = field != NULL ? field->str + strlen ("From:") : NULL;
  const char *address = field != NULL ? strrchr (field->str, '<') : NULL;
  gssize place;

  if (address == NULL || name + strspn (name, " \t\r\n") == address)
    return FALSE;
  place = address - field->str;
  while (g_ascii_isspace (field->str[place - 1]))
    place--;
  g_string_insert (field, place, text);
  return TRUE;
}

gboolean
mail_set_local_part (Mail *mail, const char *text)
{
  GString *field = find (mail, "From");
  const char *at = field != NULL ? strrchr (field->str, '@') : NULL;
  const char *start = at;

  while (start != NULL && start > field->str && strchr ("< :", start[-1]) == NULL)
    start--;
  if (start == NULL)
    return FALSE;
  g_string_erase (field, start - field->str, at - start);
  g_string_insert (field, start - field->str, text);
  return TRUE;
}

/* The word before any parameter, in lower case: "text/html". */
static char *
get_type (const Mail *mail)
{
  g_autofree char *value = mail_get (mail, "Content-Type");

  if (value == NULL)
    return g_strdup ("text/plain");
  value[strcspn (value, "; \t")] = '\0';
  return g_ascii_strdown (value, -1);
}

static char *
get_boundary (const Mail *mail)
{
  g_autofree char *value = mail_get (mail, "Content-Type");
  const char *found = value != NULL ? strcasestr (value, "boundary=") : NULL;

  if (found == NULL)
    return NULL;
  found += strlen ("boundary=");
  return *found == '"' ? g_strndup (found + 1, strcspn (found + 1, "\"")) : g_strndup (found, strcspn (found, "; \t"));
}

static GMimeContentEncoding
get_encoding (const Mail *mail)
{
  g_autofree char *value = mail_get (mail, "Content-Transfer-Encoding");

  return value != NULL ? g_mime_content_encoding_from_string (value) : GMIME_CONTENT_ENCODING_DEFAULT;
}

static GString *
recode (const GString *in, GMimeEncoding *state)
{
  g_autofree char *out = g_malloc (g_mime_encoding_outlen (state, in->len) + 1);
  const gsize length = g_mime_encoding_flush (state, in->str, in->len, out);

  return g_string_new_len (out, (gssize) length);
}

static void
edit_body (Mail *mail, MailEdit edit, gpointer user_data)
{
  const GMimeContentEncoding encoding = get_encoding (mail);
  const gsize head = strlen (mail->newline);
  GString *coded = g_string_new_len (mail->body->str + head, (gssize) (mail->body->len - head));
  GMimeEncoding state;
  GString *text;

  g_mime_encoding_init_decode (&state, encoding);
  text = recode (coded, &state);
  g_string_free (coded, TRUE);
  edit (text, user_data);
  g_mime_encoding_init_encode (&state, encoding);
  coded = recode (text, &state);
  g_string_free (text, TRUE);
  g_string_truncate (mail->body, head);
  g_string_append_len (mail->body, coded->str, (gssize) coded->len);
  g_string_free (coded, TRUE);
}

static gboolean
edit_subparts (Mail *mail, const char *type, MailEdit edit, gpointer user_data)
{
  g_autofree char *boundary = get_boundary (mail);
  g_autofree char *line = g_strconcat (mail->newline, "--", boundary, NULL);
  g_auto (GStrv) pieces = NULL;
  GString *out;
  gboolean found = FALSE;

  if (boundary == NULL || strlen (mail->body->str) != mail->body->len)
    return FALSE;
  pieces = g_strsplit (mail->body->str, line, -1);
  out = g_string_new (pieces[0]);
  for (guint i = 1; pieces[i] != NULL; i++)
    {
      const gsize head = strspn (pieces[i], " \t\r\n");
      const gboolean is_end = g_str_has_prefix (pieces[i], "--");
      g_autoptr (Mail) part = mail_new (pieces[i] + head, strlen (pieces[i] + head));
      GString *text;

      found |= !is_end && mail_edit_parts (part, type, edit, user_data);
      text = to_string (part);
      g_string_append_printf (out, "%s%.*s", line, (int) head, pieces[i]);
      g_string_append_len (out, text->str, (gssize) text->len);
      g_string_free (text, TRUE);
    }
  g_string_free (mail->body, TRUE);
  mail->body = out;
  return found;
}

gboolean
mail_edit_parts (Mail *mail, const char *type, MailEdit edit, gpointer user_data)
{
  g_autofree char *own = get_type (mail);

  if (g_str_has_prefix (own, "multipart/"))
    return edit_subparts (mail, type, edit, user_data);
  if (!g_str_equal (own, type) || mail->body->len == 0)
    return FALSE;
  edit_body (mail, edit, user_data);
  return TRUE;
}

static void
append_part (GString *out, const Mail *mail, const char *part)
{
  g_auto (GStrv) lines = g_strsplit (part, "\n", -1);
  g_autofree char *text = g_strjoinv (mail->newline, lines);

  g_string_append_printf (out, "%s--" BOUNDARY "%u%s%s", mail->newline, mail->depth, mail->newline, text);
}

/* Moves the content fields from the message to a part. */
static char *
take_content_fields (Mail *mail)
{
  GString *taken = g_string_new (NULL);

  for (guint i = 0; i < mail->fields->len;)
    {
      const GString *field = g_ptr_array_index (mail->fields, i);

      if (g_ascii_strncasecmp (field->str, "Content-", strlen ("Content-")) != 0)
        {
          i++;
          continue;
        }
      g_string_append_len (taken, field->str, (gssize) field->len);
      g_ptr_array_remove_index (mail->fields, i);
    }
  return g_string_free (taken, FALSE);
}

void
mail_wrap (Mail *mail, const char *type, const char *before, const char *after)
{
  g_autofree char *fields = take_content_fields (mail);
  g_autofree char *field = g_strdup_printf ("Content-Type: %s; boundary=\"" BOUNDARY "%u\"", type, ++mail->depth);
  GString *out = g_string_new (mail->newline);

  mail_insert (mail, field);
  if (find (mail, "MIME-Version") == NULL)
    mail_insert (mail, "MIME-Version: 1.0");
  if (before != NULL)
    append_part (out, mail, before);
  append_part (out, mail, "");
  g_string_append (out, fields);
  g_string_append_len (out, mail->body->str, (gssize) mail->body->len);
  if (after != NULL)
    append_part (out, mail, after);
  g_string_append_printf (out, "%s--" BOUNDARY "%u--%s", mail->newline, mail->depth, mail->newline);
  g_string_free (mail->body, TRUE);
  mail->body = out;
}
