/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "message/reader/buoy-mail-fields.h"

#include <string.h>

#include "message/buoy-message.h"

#define LONG_NAME_BYTES 4000 /* less than the parser's buffer */
#define MAX_NAME_BYTES 1000  /* what such a name is cut to */
#define MAX_TYPE_BYTES 8192  /* of a field with parameters; real ones have 200 */
#define MAX_OPEN_WORDS 8     /* in one field */
#define MAX_MARKS 1000       /* of groups or parameters in one field; mail has a few */
#define OVERWRITTEN '_'

static gboolean
is_structural (const char *name)
{
  return g_ascii_strncasecmp (name, "Content-", strlen ("Content-")) == 0;
}

static gboolean
holds_addresses (const char *name)
{
  static const char *const names[] = { "From", "Sender", "Reply-To", "To", "Cc", "Bcc", "Return-Path" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_ascii_strcasecmp (name, names[i]) == 0)
      return TRUE;
  return FALSE;
}

/* Breaks encoded words that are not closed, except for the first few. Returns whether it broke any. */
static gboolean
disarm_words (char *value)
{
  const char *close = value; /* the next "?="; NULL if there is none */
  guint n_open = 0;

  for (char *p = value; (p = strstr (p, "=?")) != NULL; p++)
    {
      if (close != NULL && close <= p + 1)
        close = strstr (p + 2, "?=");
      if (close == NULL && ++n_open > MAX_OPEN_WORDS)
        p[1] = OVERWRITTEN;
    }
  return n_open > MAX_OPEN_WORDS;
}

/* Overwrites each @mark after the first MAX_MARKS. Returns whether there were more. */
static gboolean
disarm_marks (char *value, char mark)
{
  guint n_marks = 0;

  for (char *p = value; (p = strchr (p, mark)) != NULL; p++)
    if (++n_marks > MAX_MARKS)
      *p = OVERWRITTEN;
  return n_marks > MAX_MARKS;
}

gsize
buoy_mail_disarm_field (const char *name, char *value, gboolean *out_has_cut)
{
  const gboolean describes_part = is_structural (name);
  const gsize max = describes_part ? MAX_TYPE_BYTES : BUOY_MAX_HEADER_BYTES + 1;
  gsize length = strlen (value);

  if (length > max)
    {
      value[max] = '\0';
      length = max;
      *out_has_cut |= describes_part;
    }
  if (disarm_words (value))
    *out_has_cut |= describes_part;
  /* "name:member, member;" (RFC 5322 §3.4) and "attachment; name=value" */
  if (describes_part)
    *out_has_cut |= disarm_marks (value, ';');
  else if (holds_addresses (name))
    *out_has_cut |= disarm_marks (value, ':');
  return length;
}

GBytes *
buoy_mail_end_lines (GBytes *bytes)
{
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  char *copy;

  if (memchr (text, '\n', length) != NULL || memchr (text, '\r', length) == NULL)
    return g_bytes_ref (bytes);
  copy = g_memdup2 (text, length);
  for (gsize i = 0; i < length; i++)
    if (copy[i] == '\r')
      copy[i] = '\n';
  return g_bytes_new_take (copy, length);
}

gboolean
buoy_mail_end_long_name (GBytes **bytes, gsize stop)
{
  gsize size;
  const char *text = g_bytes_get_data (*bytes, &size);
  char *copy;

  if (stop >= size || size - stop < LONG_NAME_BYTES)
    return FALSE;
  for (gsize i = stop; i < stop + LONG_NAME_BYTES; i++)
    if (strchr ("\n:", text[i]) != NULL)
      return FALSE;
  copy = g_memdup2 (text, size);
  copy[stop + MAX_NAME_BYTES] = ':';
  g_bytes_unref (*bytes);
  *bytes = g_bytes_new_take (copy, size);
  return TRUE;
}
