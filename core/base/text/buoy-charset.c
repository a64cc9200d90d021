/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Charsets as mail programs use them: Shift_JIS is CP932, ISO-2022-JP includes the NEC and IBM characters, ISO-8859-1
 * is windows-1252 (WHATWG Encoding). Text that does not convert is guessed from what is common in Japanese mail.
 */
#include "config.h"

#include "base/text/buoy-charset.h"

#include <errno.h>
#include <string.h>

#include "base/text/buoy-charset-table.h"
#include "base/text/buoy-text.h"

#define BLOCK_BYTES (64 * 1024) /* between two requests to the budget */
#define STEPS_A_CALL 8          /* of a converter, which stops at each byte that it refuses */

/* Internal name for ISO-2022-JP as mailers use it; converted through EUC-JP. */
#define JIS "ISO-2022-JP"

static const struct
{
  const char *written;
  const char *meant;
} aliases[] = {
  { "shift_jis", "CP932" },
  { "shift-jis", "CP932" },
  { "sjis", "CP932" },
  { "x-sjis", "CP932" },
  { "ms_kanji", "CP932" },
  { "windows-31j", "CP932" },
  { "iso-2022-jp", JIS },
  { "iso-2022-jp-1", JIS },
  { "csiso2022jp", JIS },
  { "euc-jp", "EUC-JP-MS" },
  { "x-euc-jp", "EUC-JP-MS" },
  { "iso-8859-1", "WINDOWS-1252" },
  { "latin1", "WINDOWS-1252" },
  { "us-ascii", "WINDOWS-1252" },
  { "ascii", "WINDOWS-1252" },
  { "iso-8859-9", "WINDOWS-1254" },
  { "ks_c_5601-1987", "CP949" },
  { "gb2312", "GB18030" },
  { "gbk", "GB18030" },
  { "utf8", "UTF-8" },
  { "x-cp1255", "WINDOWS-1255" },
  { "x-cp1258", "WINDOWS-1258" },
};

static const char *
meaning_of (const char *charset)
{
  for (guint i = 0; i < G_N_ELEMENTS (aliases); i++)
    if (g_ascii_strcasecmp (charset, aliases[i].written) == 0)
      return aliases[i].meant;
  return charset;
}

static gboolean
may_go_on (BuoyBudget *budget, gsize n_steps)
{
  return budget == NULL || buoy_budget_spend (budget, n_steps);
}

/* As buoy_text_make_valid(), in blocks that end between characters. Stops when the budget is spent. */
static char *
make_valid (const char *bytes, gsize length, BuoyBudget *budget)
{
  GString *out = g_string_sized_new (length);

  while (length > 0)
    {
      gsize n = MIN (length, BLOCK_BYTES);
      g_autofree char *block = NULL;

      for (guint i = 0; i < 3 && n < length && ((guchar) bytes[n] & 0xc0) == 0x80; i++)
        n--;
      if (!may_go_on (budget, n))
        break;
      block = buoy_text_make_valid (bytes, (gssize) n);
      g_string_append (out, block);
      bytes += n;
      length -= n;
    }
  return g_string_free (out, FALSE);
}

/* ISO-2022-JP (RFC 1468) with common extensions: half-width kana and the NEC and IBM characters. With the high bit set
 * the codes are EUC-JP, whose converter knows those characters.
 */
static GByteArray *
jis_to_euc (const char *bytes, gsize length, BuoyBudget *budget)
{
  GByteArray *out = g_byte_array_new ();
  char set = 'B'; /* the last letter of the escape sequence: "(B" ASCII, "$B" kanji, "(I" kana */
  gboolean wide = FALSE;

  for (gsize i = 0; i < length; i++)
    {
      guint8 byte = (guint8) bytes[i];
      const guint8 kana_shift = 0x8e;

      if (i % BLOCK_BYTES == 0 && !may_go_on (budget, MIN (length - i, BLOCK_BYTES)))
        break;
      if (byte == 0x1b && i + 2 < length && (bytes[i + 1] == '$' || bytes[i + 1] == '('))
        {
          wide = bytes[i + 1] == '$';
          set = bytes[i + 2];
          i += 2;
          continue;
        }
      if (byte == '\n' || byte == '\r')
        wide = FALSE;
      else if (!wide && set == 'I' && byte > 0x20)
        g_byte_array_append (out, &kana_shift, 1);
      if ((wide || set == 'I') && byte > 0x20 && byte < 0x7f)
        byte |= 0x80;
      g_byte_array_append (out, &byte, 1);
    }
  return out;
}

/* Converts into @out, with U+FFFD for each invalid byte if @lossy, else up to the first one. Returns FALSE if it
 * stopped at one. A truncated last character is ignored.
 */
static gboolean
convert_into (GString *out, GIConv converter, const char *bytes, gsize length, gboolean lossy, BuoyBudget *budget)
{
  char *source = (char *) bytes;

  while (length > 0)
    {
      char buffer[4096];
      char *target = buffer;
      gsize room = sizeof buffer;
      const gsize before = length;
      const gsize status = g_iconv (converter, &source, &length, &target, &room);
      const int error = errno;

      g_string_append_len (out, buffer, target - buffer);
      if (!may_go_on (budget, STEPS_A_CALL + before - length))
        return TRUE;
      if (status != (gsize) -1 || length < before || target > buffer)
        continue;
      if (!lossy)
        return error == EINVAL;
      g_string_append (out, "\xef\xbf\xbd");
      source++;
      length--;
    }
  return TRUE;
}

/* A letter that may be followed by a mark: charsets of Hebrew and Vietnamese wait for the mark. */
static void
append_last (GString *out, GIConv converter)
{
  char buffer[16];
  char *target = buffer;
  gsize room = sizeof buffer;

  if (g_iconv (converter, NULL, NULL, &target, &room) != (gsize) -1)
    g_string_append_len (out, buffer, target - buffer);
}

static char *
convert_by_module (const char *bytes, gsize length, const char *charset, gboolean lossy, BuoyBudget *budget)
{
  GIConv converter = g_iconv_open ("UTF-8", charset);
  g_autoptr (GString) out = NULL;
  gboolean fits;

  if (converter == (GIConv) -1)
    return NULL;
  out = g_string_sized_new (length);
  fits = convert_into (out, converter, bytes, length, lossy, budget);
  append_last (out, converter);
  g_iconv_close (converter);
  return fits ? make_valid (out->str, out->len, budget) : NULL;
}

/* As convert_into(). */
static gboolean
look_up_into (GString *out, const guint16 *table, const char *bytes, gsize length, gboolean lossy, BuoyBudget *budget)
{
  for (gsize i = 0; i < length; i++)
    {
      const guint16 c = table[(guchar) bytes[i]];

      if (i % BLOCK_BYTES == 0 && !may_go_on (budget, MIN (length - i, BLOCK_BYTES)))
        return TRUE;
      if (c == BUOY_CHARSET_NONE && !lossy)
        return FALSE;
      if (c < 0x80)
        g_string_append_c (out, (char) c);
      else
        g_string_append_unichar (out, c != BUOY_CHARSET_NONE ? c : 0xfffd);
    }
  return TRUE;
}

static char *
convert_by_table (const char *bytes, gsize length, const guint16 *table, gboolean lossy, BuoyBudget *budget)
{
  g_autoptr (GString) out = g_string_sized_new (length);

  return look_up_into (out, table, bytes, length, lossy, budget) ? make_valid (out->str, out->len, budget) : NULL;
}

/* Returns: (transfer full) (nullable): valid text; NULL if the charset is unknown or, unless @lossy, a byte is invalid
 */
static char *
convert (const char *bytes, gsize length, const char *charset, gboolean lossy, BuoyBudget *budget)
{
  const guint16 *table = buoy_charset_find_table (charset);

  return table != NULL ? convert_by_table (bytes, length, table, lossy, budget)
                       : convert_by_module (bytes, length, charset, lossy, budget);
}

char *
buoy_charset_convert (const char *bytes, gsize length, const char *charset, BuoyBudget *budget)
{
  return convert (bytes, length, charset, TRUE, budget);
}

gboolean
buoy_charset_is_known (const char *charset)
{
  GIConv converter;

  charset = meaning_of (charset);
  if (g_str_equal (charset, JIS) || buoy_charset_find_table (charset) != NULL)
    return TRUE;
  converter = g_iconv_open ("UTF-8", charset);
  if (converter == (GIConv) -1)
    return FALSE;
  g_iconv_close (converter);
  return TRUE;
}

/* Never NULL, even if the converter module is missing or there is no file descriptor left to open it. The ASCII parts,
 * such as addresses, are kept.
 */
static char *
decode_jis (const char *bytes, gsize length, BuoyBudget *budget)
{
  g_autoptr (GByteArray) euc = jis_to_euc (bytes, length, budget);
  const char *data = (const char *) euc->data;
  char *text;

  if (euc->len == 0) /* only escape sequences */
    return g_strdup ("");
  text = convert (data, euc->len, "EUC-JP-MS", FALSE, budget);
  if (text == NULL)
    text = convert (data, euc->len, "EUC-JP-MS", TRUE, budget);
  return text != NULL ? text : make_valid (data, euc->len, budget);
}

gboolean
buoy_charset_has_escapes (const char *bytes, gsize length)
{
  const char *end = bytes + length;

  for (const char *p = bytes; (p = memchr (p, '\033', (gsize) (end - p))) != NULL; p++)
    if (p + 1 < end && (p[1] == '$' || p[1] == '('))
      return TRUE;
  return FALSE;
}

/* Text whose encoding is evident; NULL if it is neither ISO-2022-JP nor UTF-8. */
static char *
decode_evident (const char *bytes, gsize length, BuoyBudget *budget)
{
  if (buoy_charset_has_escapes (bytes, length))
    return decode_jis (bytes, length, budget);
  return buoy_text_is_valid (bytes, length) ? g_strndup (bytes, length) : NULL;
}

static char *
guess (const char *bytes, gsize length, BuoyBudget *budget)
{
  static const char *const candidates[] = { "EUC-JP-MS", "CP932", "GB18030", "WINDOWS-1252", "ISO-8859-1" };
  char *text = decode_evident (bytes, length, budget);

  for (guint i = 0; i < G_N_ELEMENTS (candidates) && text == NULL; i++)
    text = convert (bytes, length, candidates[i], FALSE, budget);
  return text != NULL ? text : make_valid (bytes, length, budget);
}

/* Skips a byte order mark, which overrides any label (WHATWG Encoding §6). Returns its charset; NULL if there is none.
 */
static const char *
cut_mark (const char **bytes, gsize *length)
{
  static const struct
  {
    const char *mark;
    const char *charset;
  } marks[] = {
    { "\xef\xbb\xbf", "UTF-8" },
    { "\xfe\xff", "UTF-16BE" },
    { "\xff\xfe", "UTF-16LE" },
  };

  if (*length > 4 && memcmp (*bytes, "\xff\xfe\0\0", 4) == 0) /* UTF-32, by its label */
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      const gsize n = strlen (marks[i].mark);

      if (*length <= n || memcmp (*bytes, marks[i].mark, n) != 0)
        continue;
      *bytes += n;
      *length -= n;
      return marks[i].charset;
    }
  return NULL;
}

char *
buoy_charset_decode (const char *bytes, gsize length, const char *charset, BuoyBudget *budget, gboolean *out_guessed)
{
  const char *marked = cut_mark (&bytes, &length);
  char *text;

  if (length == 0)
    return g_strdup ("");
  if (marked != NULL)
    charset = marked;
  if (charset == NULL || *charset == '\0')
    return guess (bytes, length, budget);
  charset = meaning_of (charset);
  if (g_ascii_strcasecmp (charset, "UTF-8") == 0)
    {
      if (buoy_text_is_valid (bytes, length))
        return g_strndup (bytes, length);
      *out_guessed = TRUE;
      return make_valid (bytes, length, budget);
    }
  /* some programs label everything us-ascii or iso-8859-1 */
  text = g_str_equal (charset, "WINDOWS-1252") ? decode_evident (bytes, length, budget) : NULL;
  if (text != NULL)
    return text;
  if (g_str_equal (charset, JIS))
    return decode_jis (bytes, length, budget);

  text = convert (bytes, length, charset, FALSE, budget);
  if (text != NULL)
    return text;
  *out_guessed = TRUE;
  text = convert (bytes, length, charset, TRUE, budget);
  return text != NULL ? text : guess (bytes, length, budget);
}

char *
buoy_charset_decode_header (const char *raw)
{
  return guess (raw, strlen (raw), NULL);
}
