/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "message/header/buoy-encoded-words.h"

#include <string.h>

#include "base/text/buoy-charset-table.h"
#include "base/text/buoy-charset.h"

#define MAX_CHARSET_BYTES 40      /* the longest registered name has 45, none used in mail more than 20 */
#define MAX_WORD_BYTES (8 * 1024) /* RFC 2047 §2 allows 75 */
#define STEPS_OF_ROW 4000         /* opening a converter takes 20 microseconds */
#define STEPS_OF_BYTE 20          /* if bytes are converted one by one */

/* Reader for a value. The last search for an end mark is kept, so that many unterminated words take linear time. */
typedef struct
{
  BuoyBudget *budget;
  const char *end_mark; /* the first "?=" at or after @searched; NULL if there is none */
  const char *searched;
} Reader;

typedef struct
{
  char *charset;
  char encoding; /* 'B' or 'Q' */
  const char *text;
  gsize length;
  const char *end; /* after "?=" */
} EncodedWord;

/* The first "?=" at or after @text; NULL if there is none. */
static const char *
find_end_mark (Reader *reader, const char *text)
{
  const gboolean is_known
      = reader->searched != NULL && reader->searched <= text && (reader->end_mark == NULL || text <= reader->end_mark);

  if (!is_known)
    {
      reader->searched = text;
      reader->end_mark = strstr (text, "?=");
    }
  return reader->end_mark;
}

/* Reads "=?charset*lang?B?text?=" at @p; FALSE if there is no encoded word. The caller frees out_word->charset. */
static gboolean
read_word (Reader *reader, const char *p, EncodedWord *out_word)
{
  const char *charset;
  const char *mark;
  const char *text;
  const char *end;
  gsize charset_length;

  if (p[0] != '=' || p[1] != '?')
    return FALSE;
  charset = p + 2;
  charset_length = strcspn (charset, "?*");
  mark = charset + strcspn (charset, "? \t()<>[];@\\,\""); /* quotes that end there belong to the header */
  if (*mark != '?' || charset_length == 0 || charset_length > MAX_CHARSET_BYTES)
    return FALSE;
  if (strchr ("bBqQ", mark[1]) == NULL || mark[1] == '\0' || mark[2] != '?')
    return FALSE;
  text = mark + 3;
  end = find_end_mark (reader, text);
  if (end == NULL || end - text > MAX_WORD_BYTES)
    return FALSE;

  out_word->charset = g_strndup (charset, charset_length);
  out_word->encoding = g_ascii_toupper (mark[1]);
  out_word->text = text;
  out_word->length = (gsize) (end - text);
  out_word->end = end + 2;
  return TRUE;
}

static void
append_quoted (GByteArray *bytes, const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    {
      guint8 byte = (guint8) text[i];

      if (byte == '_')
        byte = ' ';
      else if (byte == '=' && i + 2 < length && g_ascii_isxdigit (text[i + 1]) && g_ascii_isxdigit (text[i + 2]))
        {
          byte = (guint8) (g_ascii_xdigit_value (text[i + 1]) * 16 + g_ascii_xdigit_value (text[i + 2]));
          i += 2;
        }
      g_byte_array_append (bytes, &byte, 1);
    }
}

static void
append_base64 (GByteArray *bytes, const char *text, gsize length)
{
  g_autofree guchar *out = g_malloc (length / 4 * 3 + 6);
  gint state = 0;
  guint save = 0;
  gsize n = g_base64_decode_step (text, length, out, &state, &save);

  /* omitted padding */
  n += g_base64_decode_step ("===", (4 - length % 4) % 4, out + n, &state, &save);
  g_byte_array_append (bytes, out, (guint) n);
}

/* Skips white space before another encoded word, which is not displayed (RFC 2047 §6.2). */
static const char *
next_word (const char *p)
{
  const char *next = p + strspn (p, " \t");

  return next[0] == '=' && next[1] == '?' ? next : NULL;
}

/* Skips white space before a word of another charset; @end if there is none. */
static const char *
skip_gap (Reader *reader, const char *end)
{
  const char *next = next_word (end);
  EncodedWord word = { 0 };

  if (next == NULL || !read_word (reader, next, &word))
    return end;
  g_free (word.charset);
  return next;
}

/* Decodes adjacent words of one charset from @p on; returns the position after them, NULL if there is no word at @p. */
static const char *
take_words (Reader *reader, GString *out, const char *p)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autofree char *charset = NULL;
  g_autofree char *text = NULL;
  gboolean guessed = FALSE;
  const char *end = NULL;
  EncodedWord word = { 0 };

  while (p != NULL && read_word (reader, p, &word))
    {
      g_autofree char *own = word.charset;

      if (charset != NULL && g_ascii_strcasecmp (charset, own) != 0)
        break;
      if (charset == NULL)
        charset = g_steal_pointer (&own);
      if (word.encoding == 'B')
        append_base64 (bytes, word.text, word.length);
      else
        append_quoted (bytes, word.text, word.length);
      end = word.end;
      p = next_word (end);
    }
  if (end == NULL || !buoy_budget_spend (reader->budget, bytes->len + STEPS_OF_ROW))
    return NULL;
  text = buoy_charset_decode ((const char *) bytes->data, bytes->len, charset, reader->budget, &guessed);
  g_string_append (out, text);
  return skip_gap (reader, end);
}

char *
buoy_encoded_words_decode (const char *value, BuoyBudget *budget)
{
  Reader reader = { .budget = budget };
  GString *out = g_string_sized_new (strlen (value));

  for (const char *p = value; *p != '\0';)
    {
      const char *end = *p == '=' ? take_words (&reader, out, p) : NULL;

      if (end != NULL)
        {
          p = end;
          continue;
        }
      g_string_append_c (out, *p++);
    }
  return g_string_free (out, FALSE);
}

#define SEPARATORS "()<>[]:;@\\,\"" /* RFC 5322 §3.2.3, but for the dot, which many mailers write */

static const char base64[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=";

/* How many bytes of the word stand before the first of @stops. */
static gsize
count_before (const EncodedWord *word, const char *stops)
{
  gsize n = 0;

  while (n < word->length && strchr (stops, word->text[n]) == NULL)
    n++;
  return n;
}

/* Reads a word that cannot contain quotes, angle brackets or separators of the header itself. */
static gboolean
read_plain_word (Reader *reader, const char *p, EncodedWord *out_word)
{
  if (!read_word (reader, p, out_word))
    return FALSE;
  if (out_word->encoding == 'B' ? strspn (out_word->text, base64) == out_word->length
                                : count_before (out_word, SEPARATORS) == out_word->length)
    return TRUE;
  g_free (out_word->charset);
  return FALSE;
}

/* The position after a sequence of such words; NULL if there is none at @p. */
static const char *
find_row_end (Reader *reader, const char *p)
{
  const char *end = NULL;
  EncodedWord word = { 0 };

  while (p != NULL && read_plain_word (reader, p, &word))
    {
      g_free (word.charset);
      end = word.end;
      p = next_word (end);
    }
  return end;
}

/* As quoted-printable text in UTF-8. */
static void
append_in_utf8 (GString *out, const char *bytes, gsize length, const char *charset)
{
  gboolean guessed = FALSE;
  g_autofree char *text = buoy_charset_decode (bytes, length, charset, NULL, &guessed);

  for (const char *p = text; *p != '\0'; p++)
    g_string_append_printf (out, "=%02X", (guchar) *p);
}

/* Only bytes that are not ASCII are written anew. */
static void
rewrite_quoted (GString *out, const EncodedWord *word)
{
  for (const char *p = word->text, *end = p + word->length; p < end;)
    {
      const gsize n = *p == '=' && end - p >= 3 && g_ascii_isxdigit (p[1]) && g_ascii_isxdigit (p[2]) ? 3 : 1;
      const char byte = (char) (n == 3 ? g_ascii_xdigit_value (p[1]) * 16 + g_ascii_xdigit_value (p[2]) : *p);

      if ((guchar) byte < 0x80)
        g_string_append_len (out, p, (gssize) n);
      else
        append_in_utf8 (out, &byte, 1, word->charset);
      p += n;
    }
}

/* What no base64 has is skipped, as mail programs do; separators come after the text. Quotes, and what an address is
 * made of, stay where they are, with all that follows.
 */
static void
rewrite_base64 (GString *out, const EncodedWord *word)
{
  const gsize length = count_before (word, "\"<>@\\");
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GString) separators = g_string_new (NULL);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  for (gsize i = 0; i < length; i++)
    if (strchr (base64, word->text[i]) != NULL)
      g_string_append_c (text, word->text[i]);
    else if (strchr (SEPARATORS, word->text[i]) != NULL)
      g_string_append_c (separators, word->text[i]);
  append_base64 (bytes, text->str, text->len);
  append_in_utf8 (out, (const char *) bytes->data, bytes->len, word->charset);
  g_string_append_len (out, separators->str, (gssize) separators->len);
  g_string_append_len (out, word->text + length, (gssize) (word->length - length));
}

/* Rewrites a word with separators, if its charset is one of single bytes that contains ASCII. They stay there, since
 * what they mean depends on quotes around the word. Returns the position after it; NULL if there is none at @p.
 */
static const char *
rewrite_word (Reader *reader, GString *out, const char *p)
{
  EncodedWord word = { 0 };
  g_autofree char *charset = NULL;
  const guint16 *table;

  if (!read_word (reader, p, &word))
    return NULL;
  charset = word.charset;
  table = buoy_charset_find_table (charset);
  if (table == NULL || table['A'] != 'A' || !buoy_budget_spend (reader->budget, word.length * STEPS_OF_BYTE))
    return NULL;
  g_string_append (out, "=?utf-8?Q?");
  if (word.encoding == 'B')
    rewrite_base64 (out, &word);
  else
    rewrite_quoted (out, &word);
  g_string_append (out, "?=");
  return word.end;
}

char *
buoy_encoded_words_join (const char *value, BuoyBudget *budget)
{
  Reader reader = { .budget = budget };
  GString *out = g_string_sized_new (strlen (value));

  for (const char *p = value; *p != '\0';)
    {
      const char *end = find_row_end (&reader, p);
      const char *word_end = end == NULL ? rewrite_word (&reader, out, p) : NULL;
      g_autofree char *row = NULL;
      g_autofree char *text = NULL;
      g_autofree char *encoded = NULL;

      if (word_end != NULL)
        {
          p = word_end;
          continue;
        }
      if (end == NULL)
        {
          g_string_append_c (out, *p++);
          continue;
        }
      row = g_strndup (p, end - p);
      text = buoy_encoded_words_decode (row, budget);
      encoded = g_base64_encode ((const guchar *) text, strlen (text));
      g_string_append_printf (out, "=?utf-8?B?%s?=", encoded);
      p = end;
    }
  return g_string_free (out, FALSE);
}
