/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * CSS colours (CSS Color 4 §4-7), as far as mail writes them: hexadecimal, rgb(), the ends of hsl(), a few names.
 */
#include "config.h"

#include <string.h>

#include "message/buoy-css-private.h"

#define SAME_STEPS 12 /* of 255, in each colour: #fafafa on white is not read */

static const struct
{
  const char *name;
  guint32 color;
} names[] = {
  { "transparent", 0x00000000 }, { "white", 0xffffffff },      { "snow", 0xfffafaff },
  { "ivory", 0xfffff0ff },       { "ghostwhite", 0xf8f8ffff }, { "floralwhite", 0xfffaf0ff },
  { "whitesmoke", 0xf5f5f5ff },  { "azure", 0xf0ffffff },      { "mintcream", 0xf5fffaff },
  { "black", 0x000000ff },       { "red", 0xff0000ff },        { "green", 0x008000ff },
  { "blue", 0x0000ffff },        { "gray", 0x808080ff },       { "grey", 0x808080ff },
  { "silver", 0xc0c0c0ff },      { "yellow", 0xffff00ff },     { "navy", 0x000080ff },
};

static gboolean
read_hex (const char *digits, guint32 *out_color)
{
  const gsize length = strspn (digits, "0123456789abcdef");
  const gboolean is_short = length == 3 || length == 4;
  guint32 color = 0;

  if (!is_short && length != 6 && length != 8)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    {
      const guint32 digit = (guint32) g_ascii_xdigit_value (digits[i]);

      color = is_short ? color << 8 | digit << 4 | digit : color << 4 | digit;
    }
  *out_color = length == 3 || length == 6 ? color << 8 | 0xff : color;
  return TRUE;
}

/* The numbers behind a bracket, at most four, "%" of @whole. Returns how many. */
static guint
read_numbers (const char *text, double whole, double *out_numbers)
{
  guint n = 0;

  while (n < 4)
    {
      char *end;

      text += strspn (text, " ,/");
      out_numbers[n] = g_ascii_strtod (text, &end);
      if (end == text)
        break;
      if (*end == '%')
        out_numbers[n] = out_numbers[n] * (n == 3 ? 1 : whole) / 100;
      n++;
      text = end + strspn (end, "%deg");
    }
  return n;
}

static guint32
pack (const double *rgb, double alpha)
{
  guint32 color = 0;

  for (guint i = 0; i < 3; i++)
    color = color << 8 | (guint32) CLAMP (rgb[i], 0, 255);
  return color << 8 | (guint32) (CLAMP (alpha, 0, 1) * 255);
}

static gboolean
read_function (const char *text, guint32 *out_color)
{
  const char *bracket = strchr (text, '(');
  const gboolean is_hsl = g_str_has_prefix (text, "hsl");
  double numbers[4] = { 0 };
  guint n;

  if (bracket == NULL || (!is_hsl && !g_str_has_prefix (text, "rgb")))
    return FALSE;
  n = read_numbers (bracket + 1, is_hsl ? 100 : 255, numbers);
  if (n < 3)
    return FALSE;
  if (is_hsl && numbers[2] < 98 && numbers[2] > 2)
    return FALSE;
  if (is_hsl)
    numbers[0] = numbers[1] = numbers[2] = numbers[2] > 50 ? 255 : 0;
  *out_color = pack (numbers, n == 4 ? numbers[3] : 1);
  return TRUE;
}

gboolean
buoy_css_color_read (const char *text, guint32 *out_color)
{
  if (*text == '#')
    return read_hex (text + 1, out_color);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const gsize length = strlen (names[i].name);

      if (strncmp (text, names[i].name, length) != 0 || g_ascii_isalpha (text[length]))
        continue;
      *out_color = names[i].color;
      return TRUE;
    }
  return read_function (text, out_color);
}

gboolean
buoy_css_color_is_same (guint32 a, guint32 b)
{
  for (guint shift = 8; shift < 32; shift += 8)
    if (ABS ((int) (a >> shift & 0xff) - (int) (b >> shift & 0xff)) > SAME_STEPS)
      return FALSE;
  return TRUE;
}
