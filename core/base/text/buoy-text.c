/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Text as it is displayed: valid, without invisible characters, with single spaces.
 */
#include "config.h"

#include "base/text/buoy-text.h"

#include <string.h>
#include <unicode/uchar.h>

char *
buoy_text_make_valid (const char *bytes, gssize length)
{
  if (bytes == NULL)
    return g_strdup ("");
  return g_utf8_make_valid (bytes, length);
}

/* Eight bytes at a time: non-ASCII bytes have the highest bit set, and so has a NUL minus one. */
gsize
buoy_text_ascii_length (const char *bytes, gsize length)
{
  const guint64 ones = G_MAXUINT64 / 0xff;
  const guint64 highest = ones * 0x80;
  gsize n = 0;
  guint64 word;

  for (; n + sizeof word <= length; n += sizeof word)
    {
      memcpy (&word, bytes + n, sizeof word);
      if (((word | (word - ones)) & highest) != 0)
        break;
    }
  while (n < length && bytes[n] != '\0' && (guchar) bytes[n] < 0x80)
    n++;
  return n;
}

gboolean
buoy_text_is_valid (const char *bytes, gsize length)
{
  const gsize n_ascii = buoy_text_ascii_length (bytes, length);

  return g_utf8_validate_len (bytes + n_ascii, length - n_ascii, NULL);
}

/* Moves the character at @p down to @end within a buffer; returns the position after it. */
static char *
keep_char (char *end, const char *p)
{
  const char *next = g_utf8_next_char (p);

  while (p < next)
    *end++ = *p++;
  return end;
}

static gboolean
is_space (gunichar c)
{
  return c == ' ' || (c >= '\t' && c <= '\r') || c == 0x85 || (c > 0x7f && g_unichar_isspace (c)) || c == 0x2800;
}

char *
buoy_text_squeeze (const char *text)
{
  char *squeezed = buoy_text_make_valid (text, -1);
  char *end = squeezed;
  const char *next;

  for (const char *p = squeezed; *p != '\0'; p = next)
    {
      next = g_utf8_next_char (p);
      if (!is_space (g_utf8_get_char (p)))
        end = keep_char (end, p);
      else if (end > squeezed && end[-1] != ' ')
        *end++ = ' ';
    }
  if (end > squeezed && end[-1] == ' ')
    end--;
  *end = '\0';
  return squeezed;
}

/* UAX 44 Default_Ignorable_Code_Point, and controls other than white space. */
gboolean
buoy_text_is_invisible (gunichar c)
{
  if (c < 0x80)
    return (c < 0x20 && !(c >= '\t' && c <= '\r')) || c == 0x7f;
  return u_hasBinaryProperty ((UChar32) c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) || g_unichar_type (c) == G_UNICODE_FORMAT
         || g_unichar_type (c) == G_UNICODE_CONTROL || c == 0x3164 || c == 0xffa0;
}

char *
buoy_text_strip_invisible (const char *text)
{
  char *visible = buoy_text_make_valid (text, -1);
  char *end = visible;
  const char *next;

  for (const char *p = visible; *p != '\0'; p = next)
    {
      next = g_utf8_next_char (p);
      if (!buoy_text_is_invisible (g_utf8_get_char (p)))
        end = keep_char (end, p);
    }
  *end = '\0';
  return visible;
}

char *
buoy_text_cut (const char *text, gsize max_bytes)
{
  const gsize length = strlen (text);
  const gsize mark = strlen ("…");
  const char *end;
  char *cut;

  if (length <= max_bytes)
    return g_strdup (text);
  if (max_bytes <= mark)
    return g_strdup ("");
  end = text + max_bytes - mark;
  while (end > text && ((guchar) *end & 0xc0) == 0x80)
    end--;
  cut = g_malloc ((gsize) (end - text) + mark + 1);
  memcpy (cut, text, (gsize) (end - text));
  memcpy (cut + (end - text), "…", mark + 1);
  return cut;
}

static guint64
hash_seed (void)
{
  static gsize seed = 0;

  if (g_once_init_enter (&seed))
    g_once_init_leave (&seed, (gsize) g_random_int () << 1 | 1);
  return seed;
}

/* Each step is invertible and affects half of the bits, so collisions depend on the seed. */
guint
buoy_text_hash (gconstpointer text)
{
  guint64 hash = hash_seed ();

  for (const guchar *p = text; *p != '\0'; p++)
    {
      hash = (hash ^ *p) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
      hash ^= hash >> 32;
    }
  return (guint) hash;
}

char *
buoy_text_limit_marks (const char *text, gboolean (*is_mark) (gunichar c), guint max)
{
  GString *out = g_string_sized_new (strlen (text));
  guint n_marks = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      n_marks = is_mark (g_utf8_get_char (p)) ? n_marks + 1 : 0;
      if (n_marks <= max)
        g_string_append_len (out, p, g_utf8_next_char (p) - p);
    }
  return g_string_free (out, FALSE);
}
