/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A recursive-descent parser with one function for each rule of RFC 8259, of limited depth.
 */
#include "config.h"

#include "policy/buoy-policy-json.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

#define MAX_DIGITS 18 /* always fits into 64 bits */

typedef struct
{
  const char *at, *end;
  guint line, depth;
  const char *why; /* the first fault */
} Cursor;

void
buoy_policy_member_free (BuoyPolicyMember *member)
{
  g_free (member->name);
  g_free (member->json);
  g_free (member);
}

static gboolean
fail (Cursor *cursor, const char *why)
{
  if (cursor->why == NULL)
    cursor->why = why;
  return FALSE;
}

static char
peek (const Cursor *cursor)
{
  return cursor->at < cursor->end ? *cursor->at : '\0';
}

static void
skip_space (Cursor *cursor)
{
  for (char c = peek (cursor); c == ' ' || c == '\t' || c == '\r' || c == '\n'; c = peek (cursor))
    {
      cursor->line += c == '\n' ? 1 : 0;
      cursor->at++;
    }
}

static gboolean
take (Cursor *cursor, char wanted)
{
  skip_space (cursor);
  if (peek (cursor) != wanted)
    return FALSE;
  cursor->at++;
  return TRUE;
}

/* Reads the four hexadecimal digits of a UTF-16 code unit. */
static gboolean
take_unit (Cursor *cursor, guint *out_unit)
{
  *out_unit = 0;
  for (guint i = 0; i < 4; i++)
    {
      const int digit = g_ascii_xdigit_value (peek (cursor));

      if (digit < 0)
        return FALSE;
      *out_unit = *out_unit * 16 + (guint) digit;
      cursor->at++;
    }
  return TRUE;
}

/* Reads what follows "\u": a character other than NUL, which would end a C string, or a surrogate pair. */
static gboolean
take_character (Cursor *cursor)
{
  guint unit, low;

  if (!take_unit (cursor, &unit) || unit == 0 || (unit >= 0xdc00 && unit <= 0xdfff))
    return FALSE;
  if (unit < 0xd800 || unit > 0xdfff)
    return TRUE;
  if (cursor->end - cursor->at < 2 || cursor->at[0] != '\\' || cursor->at[1] != 'u')
    return FALSE;
  cursor->at += 2;
  return take_unit (cursor, &low) && low >= 0xdc00 && low <= 0xdfff;
}

static gboolean
take_escape (Cursor *cursor)
{
  const char kind = peek (cursor);

  if (kind == '\0' || strchr ("\"\\/bfnrtu", kind) == NULL)
    return FALSE;
  cursor->at++;
  return kind != 'u' || take_character (cursor);
}

static gboolean
take_string (Cursor *cursor)
{
  if (!take (cursor, '"'))
    return fail (cursor, _ ("expected a string in double quotes"));
  while (peek (cursor) != '"')
    {
      if ((guchar) peek (cursor) < ' ')
        return fail (cursor, _ ("unterminated string"));
      if (*cursor->at++ == '\\' && !take_escape (cursor))
        return fail (cursor, _ ("invalid escape sequence"));
    }
  cursor->at++;
  return TRUE;
}

static guint
take_digits (Cursor *cursor)
{
  const char *start = cursor->at;

  while (g_ascii_isdigit (peek (cursor)))
    cursor->at++;
  return (guint) (cursor->at - start);
}

static gboolean
take_fraction (Cursor *cursor)
{
  if (peek (cursor) == '.')
    {
      cursor->at++;
      if (take_digits (cursor) == 0)
        return FALSE;
    }
  if (peek (cursor) != 'e' && peek (cursor) != 'E')
    return TRUE;
  cursor->at++;
  if (peek (cursor) == '+' || peek (cursor) == '-')
    cursor->at++;
  return take_digits (cursor) > 0;
}

static gboolean
take_number (Cursor *cursor)
{
  const char *start;
  guint n_digits;

  if (peek (cursor) == '-')
    cursor->at++;
  start = cursor->at;
  n_digits = take_digits (cursor);
  if (n_digits == 0 || n_digits > MAX_DIGITS || (*start == '0' && n_digits > 1) || !take_fraction (cursor))
    return fail (cursor, _ ("invalid number"));
  return TRUE;
}

static gboolean
take_word (Cursor *cursor)
{
  static const char *const words[] = { "true", "false", "null" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      const gsize length = strlen (words[i]);

      if ((gsize) (cursor->end - cursor->at) >= length && strncmp (cursor->at, words[i], length) == 0)
        {
          cursor->at += length;
          return TRUE;
        }
    }
  return fail (cursor, _ ("expected a value: a string in double quotes, a number, true, false or an array"));
}

/* Reads the separator or end after an item; returns whether there is another item. */
static gboolean
has_next (Cursor *cursor, char closing)
{
  if (take (cursor, ','))
    {
      if (!take (cursor, closing))
        return TRUE;
      return fail (cursor, _ ("trailing comma"));
    }
  return take (cursor, closing) ? FALSE : fail (cursor, _ ("expected a comma or a closing bracket"));
}

typedef gboolean (*TakeFunc) (Cursor *cursor);

static gboolean
take_items (Cursor *cursor, char closing, TakeFunc take_item)
{
  if (++cursor->depth > BUOY_POLICY_MAX_DEPTH)
    return fail (cursor, _ ("nested too deeply"));
  if (!take (cursor, closing))
    do
      if (!take_item (cursor))
        return FALSE;
    while (has_next (cursor, closing));
  cursor->depth--;
  return cursor->why == NULL;
}

static gboolean take_value (Cursor *cursor);

static gboolean
take_colon (Cursor *cursor)
{
  return take (cursor, ':') || fail (cursor, _ ("expected a colon"));
}

static gboolean
take_member (Cursor *cursor)
{
  return take_string (cursor) && take_colon (cursor) && take_value (cursor);
}

static gboolean
take_value (Cursor *cursor)
{
  skip_space (cursor);
  switch (peek (cursor))
    {
    case '"':
      return take_string (cursor);
    case '[':
      cursor->at++;
      return take_items (cursor, ']', take_value);
    case '{':
      cursor->at++;
      return take_items (cursor, '}', take_member);
    case '-':
    case '0' ... '9':
      return take_number (cursor);
    default:
      return take_word (cursor);
    }
}

static char *
unescape (const char *start, gsize length)
{
  g_autofree char *list = g_strdup_printf ("[%.*s]", (int) length, start);
  g_autoptr (JsonNode) node = json_from_string (list, NULL);

  return g_strdup (json_array_get_string_element (json_node_get_array (node), 0));
}

/* Reads a member of the outermost object, and stores it. */
static gboolean
keep_member (Cursor *cursor, GPtrArray *members)
{
  g_autoptr (BuoyPolicyMember) member = g_new0 (BuoyPolicyMember, 1);
  const char *start;

  skip_space (cursor);
  start = cursor->at;
  member->line = cursor->line;
  if (!take_string (cursor))
    return FALSE;
  member->name = unescape (start, (gsize) (cursor->at - start));
  if (!take_colon (cursor))
    return FALSE;
  skip_space (cursor);
  start = cursor->at;
  if (!take_value (cursor))
    return FALSE;
  member->json = g_strndup (start, (gsize) (cursor->at - start));
  skip_space (cursor);
  if (peek (cursor) != ',' && peek (cursor) != '}')
    return fail (cursor, _ ("expected a comma or a closing bracket"));
  g_ptr_array_add (members, g_steal_pointer (&member));
  return TRUE;
}

static gboolean
take_object (Cursor *cursor, GPtrArray *members)
{
  if (!take (cursor, '{'))
    return fail (cursor, _ ("expected a JSON object, starting with “{”"));
  cursor->depth = 1;
  if (!take (cursor, '}'))
    do
      if (!keep_member (cursor, members))
        return FALSE;
    while (has_next (cursor, '}'));
  skip_space (cursor);
  return cursor->why == NULL
         && (cursor->at == cursor->end || fail (cursor, _ ("unexpected text after the end of the object")));
}

/* The line of the first byte that is not UTF-8. */
static guint
count_lines (const char *text, const char *end)
{
  guint line = 1;

  for (; text < end; text++)
    line += *text == '\n' ? 1 : 0;
  return line;
}

const char *
buoy_policy_json_split (const char *text, gsize length, GPtrArray *members, guint *out_line)
{
  /* @text may be NULL if the file is empty */
  Cursor cursor = { .at = text, .end = length > 0 ? text + length : text, .line = 1 };
  const char *end;

  if (!g_utf8_validate_len (text, length, &end))
    {
      *out_line = count_lines (text, end);
      return _ ("not UTF-8");
    }
  take_object (&cursor, members);
  *out_line = cursor.line;
  return cursor.why;
}
