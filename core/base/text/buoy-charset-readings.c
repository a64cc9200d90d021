/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "base/text/buoy-charset-readings.h"

#include <string.h>

#include "base/text/buoy-charset.h"

/* Charsets that all programs know if there are such, by the start of their names. Most are single-byte; in the others
 * no byte of a character is one of "<", ">", "=" or a quotation mark, so markup is the same whichever of them is used.
 */
static const char *const common[]
    = { "utf-8",      "utf8",    "us-ascii",    "ascii",  "ansi_x3.4", "latin1", "iso-8859-", "iso8859-",
        "windows-12", "cp125",   "koi8-",       "shift",  "sjis",      "x-sjis", "cp932",     "windows-31j",
        "ms_kanji",   "euc-",    "x-euc-",      "gb2312", "gbk",       "x-gbk",  "gb18030",   "big5",
        "ks_c_5601",  "tis-620", "windows-874", "x-mac-", "macintosh" };

/* Known to all programs too, but bytes below 0x80 are not always ASCII characters. Whole names, since "iso-2022-jp-9"
 * is unknown and read as ASCII.
 */
static const char *const common_wide[] = { "utf-16", "utf-16le", "utf-16be", "iso-2022-jp", "csiso2022jp" };

static gboolean
starts_with_any (const char *charset, const char *const *names, guint n)
{
  for (guint i = 0; i < n; i++)
    if (g_ascii_strncasecmp (charset, names[i], strlen (names[i])) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_any_of (const char *charset, const char *const *names, guint n)
{
  for (guint i = 0; i < n; i++)
    if (g_ascii_strcasecmp (charset, names[i]) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_jis (const char *charset)
{
  return g_ascii_strncasecmp (charset, "iso-2022-jp", strlen ("iso-2022-jp")) == 0
         || g_ascii_strcasecmp (charset, "csiso2022jp") == 0;
}

static gboolean
has_mark (const char *bytes, gsize length)
{
  return (length >= 3 && memcmp (bytes, "\xef\xbb\xbf", 3) == 0)
         || (length >= 2 && (memcmp (bytes, "\xfe\xff", 2) == 0 || memcmp (bytes, "\xff\xfe", 2) == 0));
}

/* Whether some programs follow the label where buoy_charset_decode() does not. */
static gboolean
may_keep_to_label (const char *bytes, gsize length, const char *charset)
{
  return has_mark (bytes, length) || is_jis (charset);
}

/* Whether some programs may read @bytes as ASCII, since they do not know the charset or ignore escape sequences. */
static gboolean
may_be_ascii (const char *bytes, gsize length, const char *charset)
{
  if (charset != NULL && is_any_of (charset, common_wide, G_N_ELEMENTS (common_wide)))
    return FALSE;
  if (charset != NULL
      && (!starts_with_any (charset, common, G_N_ELEMENTS (common)) || !buoy_charset_is_known (charset)))
    return TRUE;
  return buoy_charset_has_escapes (bytes, length);
}

/* Skips a byte order mark, which alone does not make another reading. */
static const char *
skip_mark (const char *text)
{
  return g_str_has_prefix (text, "\xef\xbb\xbf") ? text + 3 : text;
}

/* Adds @reading, (transfer full) (nullable), unless it is @text or was added before. */
static void
add_reading (GPtrArray *readings, char *reading, const char *text)
{
  if (reading == NULL || g_str_equal (skip_mark (reading), text)
      || g_ptr_array_find_with_equal_func (readings, reading, g_str_equal, NULL))
    g_free (reading);
  else
    g_ptr_array_add (readings, reading);
}

GPtrArray *
buoy_charset_find_readings (const char *bytes, gsize length, const char *charset, const char *text, BuoyBudget *budget)
{
  GPtrArray *readings = g_ptr_array_new_with_free_func (g_free);

  if (charset != NULL && *charset == '\0')
    charset = NULL;
  if (charset != NULL && may_keep_to_label (bytes, length, charset))
    add_reading (readings, buoy_charset_convert (bytes, length, charset, budget), text);
  if (may_be_ascii (bytes, length, charset))
    add_reading (readings, buoy_charset_convert (bytes, length, "UTF-8", budget), text); /* other bytes are replaced */
  return readings;
}
