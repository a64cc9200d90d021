/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "message/mime/buoy-raw-fields.h"

#include <string.h>

#include "message/buoy-message.h"

#define MAX_WORD_CHARSET_BYTES 1024             /* the longest registered name has 45 */
#define MAX_PARAMETER_CHARSET_BYTES (32 * 1024) /* with its name, and whatever else stands between * and ' */
#define MAX_OPEN_WORDS 8                        /* in one field */
#define MAX_MARKS 1000                          /* of groups or parameters in one field; mail has a few */
#define BYTES_A_STEP 50                         /* that memchr () looks at */
#define OVERWRITTEN '_'

typedef struct
{
  const char *text;
  const char *end;
  const char *field; /* the one that was looked at last */
  const char *field_end;
  char *copy; /* NULL until something is overwritten */
} Fields;

/* Where the field or line that goes on at @p ends, with its continuation lines (RFC 5322 §2.2.3). */
static const char *
find_field_end (const Fields *fields, const char *p)
{
  while ((p = memchr (p, '\n', (gsize) (fields->end - p))) != NULL)
    {
      p++;
      if (p == fields->end || (*p != ' ' && *p != '\t'))
        return p;
    }
  return fields->end;
}

/* Moves to the field of @p, which is behind all that were asked for before. */
static gboolean
move_to_field (Fields *fields, const char *p)
{
  const gboolean moves = p >= fields->field_end;

  while (p >= fields->field_end)
    {
      fields->field = fields->field_end;
      fields->field_end = find_field_end (fields, fields->field);
    }
  return moves;
}

static void
begin (Fields *fields)
{
  fields->field = fields->field_end = fields->text;
}

static void
overwrite (Fields *fields, const char *p)
{
  if (fields->copy == NULL)
    fields->copy = g_memdup2 (fields->text, (gsize) (fields->end - fields->text));
  fields->copy[p - fields->text] = OVERWRITTEN;
}

static gboolean
has_long_charset (const Fields *fields, const char *mark)
{
  const gsize left = (gsize) (fields->field_end - mark) - 1;

  return left > MAX_WORD_CHARSET_BYTES && memchr (mark + 1, '?', MAX_WORD_CHARSET_BYTES) == NULL;
}

static gboolean
is_any (const Fields *fields, const char *const *names)
{
  for (; *names != NULL; names++)
    if (g_ascii_strncasecmp (fields->field, *names, strlen (*names)) == 0)
      return TRUE;
  return FALSE;
}

/* What a part is, and where it ends. */
static gboolean
is_structural (const Fields *fields)
{
  static const char *const starts[] = { "Content-", "--", NULL };

  return is_any (fields, starts);
}

/* "=?": an encoded word opens. Returns whether something was overwritten that may be structural. */
static gboolean
disarm_words (Fields *fields)
{
  const char *close = NULL; /* the next "?=" of the field; NULL: there is none */
  gboolean found = FALSE;
  guint n_open = 0;

  begin (fields);
  for (const char *p = fields->text; (p = memchr (p, '?', (gsize) (fields->end - p))) != NULL; p++)
    {
      if (p == fields->text || p[-1] != '=')
        continue;
      if (move_to_field (fields, p))
        {
          n_open = 0;
          close = p;
        }
      if (close != NULL && close <= p)
        close = memmem (p + 1, (gsize) (fields->field_end - p) - 1, "?=", 2);
      if (close == NULL)
        n_open++;
      if (n_open <= MAX_OPEN_WORDS && !has_long_charset (fields, p))
        continue;
      overwrite (fields, p);
      found |= is_structural (fields);
    }
  return found;
}

/* "name*=charset'language'value"; returns whether there is one too long. */
static gboolean
disarm_parameters (Fields *fields)
{
  const char *quote = fields->text; /* the next "'" */
  gboolean found = FALSE;

  begin (fields);
  for (const char *p = fields->text; (p = memchr (p, '*', (gsize) (fields->end - p))) != NULL; p++)
    {
      if (quote != NULL && quote <= p)
        quote = memchr (p, '\'', (gsize) (fields->end - p));
      if (quote == NULL)
        return found;
      if (quote - p <= MAX_PARAMETER_CHARSET_BYTES)
        continue;
      move_to_field (fields, p);
      if (quote >= fields->field_end || g_ascii_strncasecmp (fields->field, "Content-", strlen ("Content-")) != 0)
        continue;
      overwrite (fields, p);
      found = TRUE;
    }
  return found;
}

/* Lets fields of @names, or whose names begin so, have MAX_MARKS of @mark; returns whether one had more. */
static gboolean
disarm_marks (Fields *fields, char mark, const char *const *names)
{
  gboolean found = FALSE;
  gboolean is_named = FALSE;
  guint n_marks = 0;

  begin (fields);
  for (const char *p = fields->text; (p = memchr (p, mark, (gsize) (fields->end - p))) != NULL; p++)
    {
      if (move_to_field (fields, p))
        {
          n_marks = 0;
          is_named = is_any (fields, names);
        }
      if (is_named && ++n_marks > MAX_MARKS)
        {
          overwrite (fields, p);
          found = TRUE;
        }
    }
  return found;
}

/* "name:member, member;" (RFC 5322 §3.4) and "attachment; name=value". */
static gboolean
disarm_lists (Fields *fields)
{
  static const char *const addresses[]
      = { "From:", "Sender:", "Reply-To:", "To:", "Cc:", "Bcc:", "Return-Path:", "Resent-", NULL };
  static const char *const parameters[] = { "Content-", NULL };
  const gboolean has_groups = disarm_marks (fields, ':', addresses);

  return disarm_marks (fields, ';', parameters) || has_groups;
}

/* The middle of a long field of the message's own header, of which only the start is read. Returns whether one was
 * structural.
 */
static gboolean
disarm_long_fields (Fields *fields)
{
  gboolean found = FALSE;

  begin (fields);
  for (const char *p = fields->text; p < fields->end && *p != '\n' && *p != '\r'; p = fields->field_end)
    {
      const char *start;

      move_to_field (fields, p);
      if (fields->field_end - p <= 2 * BUOY_MAX_HEADER_BYTES)
        continue;
      start = p + BUOY_MAX_HEADER_BYTES;
      if (start[-1] == '\n') /* the blank that continues the field stays */
        start++;
      overwrite (fields, start);
      memset (fields->copy + (start - fields->text), OVERWRITTEN,
              (gsize) (fields->field_end - start) - BUOY_MAX_HEADER_BYTES);
      found |= is_structural (fields);
    }
  return found;
}

/* Where no line ends as it should, CR ends it, as Thunderbird reads it; GMime would take all of it for one field. */
static GBytes *
end_lines (GBytes *bytes)
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

GBytes *
buoy_fields_disarm (GBytes *raw, BuoyBudget *budget, gboolean *out_has_cut)
{
  static gboolean (*const passes[]) (Fields * fields)
      = { disarm_words, disarm_parameters, disarm_lists, disarm_long_fields };
  g_autoptr (GBytes) bytes = end_lines (raw);
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  Fields fields = { .text = text, .end = text + length };

  *out_has_cut = FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (passes) && buoy_budget_spend (budget, length / BYTES_A_STEP); i++)
    *out_has_cut |= passes[i](&fields);
  return fields.copy != NULL ? g_bytes_new_take (fields.copy, length) : g_bytes_ref (bytes);
}
