/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "message/script/buoy-page-literal.h"

#include <string.h>

#include "base/text/buoy-text.h"

#define BLOCK_BYTES (64 * 1024)
#define STEPS_A_BYTE 2
#define STEPS_A_NUMBER 4
#define MIN_LITERAL_BYTES 16 /* "aHR0cHM6Ly94Lmlv" is the shortest address */

/* Reads a character of @n hexadecimal digits at @p; FALSE if there are fewer. */
static gboolean
read_hex (const char *p, const char *end, guint n, gunichar *out_char)
{
  gunichar c = 0;

  if ((gsize) (end - p) < n)
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      if (!g_ascii_isxdigit (p[i]))
        return FALSE;
      c = c * 16 + (gunichar) g_ascii_xdigit_value (p[i]);
    }
  *out_char = c;
  return TRUE;
}

/* Reads the escape at @p (\x3c, \u003c, %3c, %u003c); returns its length, 0 if there is none. */
static gsize
read_escape (const char *p, const char *end, gunichar *out_char)
{
  if (p + 1 >= end)
    return 0;
  if (*p == '%' && read_hex (p + 1, end, 2, out_char))
    return 3;
  if (*p == '\\' && p[1] == 'x' && read_hex (p + 2, end, 2, out_char))
    return 4;
  if ((*p == '\\' || *p == '%') && p[1] == 'u' && read_hex (p + 2, end, 4, out_char))
    return 6;
  return 0;
}

/* Values below 256 are appended as bytes: escapes in a URL are UTF-8. */
static void
append (GString *out, gunichar c)
{
  if (c == 0)
    return;
  if (c < 256)
    g_string_append_c (out, (char) c);
  else if (g_unichar_validate (c))
    g_string_append_unichar (out, c);
}

/* Decodes from @p to @block_end, or a little more, so that no escape is split. Returns where it stopped. */
static const char *
undo_block (const char *p, const char *block_end, const char *end, GString *out)
{
  while (p < block_end)
    {
      gunichar c = 0;
      const gsize n = read_escape (p, end, &c);

      if (n > 0)
        append (out, c);
      else if (*p == '\\' && p + 1 < end)
        g_string_append_c (out, p[1]);
      else
        g_string_append_c (out, *p);
      p += n > 0 ? n : *p == '\\' && p + 1 < end ? 2 : 1;
    }
  return p;
}

/* Decodes as much of @text as the budget allows. */
static char *
undo_escapes (const char *text, gsize length, BuoyBudget *budget)
{
  const char *end = text + length;
  const char *p = text;
  GString *out = g_string_sized_new (length);

  while (p < end && buoy_budget_spend (budget, MIN (end - p, BLOCK_BYTES) * STEPS_A_BYTE))
    p = undo_block (p, p + MIN (end - p, BLOCK_BYTES), end, out);
  return g_string_free (out, FALSE);
}

static gboolean
is_base64 (const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isalnum (text[i]) && strchr ("+/=", text[i]) == NULL)
      return FALSE;
  return TRUE;
}

/* Decodes @text; NULL if it is not base64, or too long for the budget. */
static char *
undo_base64 (const char *text, gsize length, BuoyBudget *budget)
{
  g_autofree guchar *bytes = g_malloc (length / 4 * 3 + 4);
  gint state = 0;
  guint save = 0;
  gsize n_bytes = 0;

  for (gsize at = 0; at < length; at += BLOCK_BYTES)
    {
      const gsize n = MIN (length - at, BLOCK_BYTES);

      if (!buoy_budget_spend (budget, n * STEPS_A_BYTE) || !is_base64 (text + at, n))
        return NULL;
      n_bytes += g_base64_decode_step (text + at, n, bytes + n_bytes, &state, &save);
    }
  return g_strndup ((const char *) bytes, n_bytes);
}

char *
buoy_page_undo_literal (const char *text, gsize length, BuoyBudget *budget)
{
  g_autofree char *plain = NULL;
  g_autofree char *decoded = NULL;

  if (length < MIN_LITERAL_BYTES)
    return NULL;
  plain = undo_escapes (text, length, budget);
  decoded = undo_base64 (plain, strlen (plain), budget);
  if (decoded != NULL)
    {
      g_autofree char *again = undo_escapes (decoded, strlen (decoded), budget);

      return buoy_text_make_valid (again, -1);
    }
  return buoy_text_make_valid (plain, -1);
}

char *
buoy_page_undo_numbers (const char *text, gsize length, BuoyBudget *budget)
{
  const char *end = text + length;
  g_autoptr (GString) out = g_string_new (NULL);

  for (const char *p = text; p < end && (g_ascii_isdigit (*p) || strchr (", \t\r\n", *p) != NULL);)
    {
      char *next = NULL;

      if (!g_ascii_isdigit (*p))
        {
          p++;
          continue;
        }
      if (!buoy_budget_spend (budget, STEPS_A_NUMBER))
        break;
      append (out, (gunichar) MIN (g_ascii_strtoull (p, &next, 10), 0x110000));
      p = next;
    }
  return out->len >= MIN_LITERAL_BYTES ? buoy_text_make_valid (out->str, -1) : NULL;
}
