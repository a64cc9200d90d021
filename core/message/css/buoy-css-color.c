/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * CSS colours (CSS Color 4 §4-7) as mail uses them: hexadecimal, rgb(), the extremes of hsl(), a few names.
 */
#include "config.h"

#include <string.h>

#include "message/css/buoy-css-private.h"

#define SAME_STEPS 12 /* of 255, in each channel: #fafafa on white is unreadable */
#define NEAR_STEPS 48 /* #d0d0d0 on white is hard to read */
#define FAINT 0x10    /* a lower alpha is invisible */
#define PALE 0x60     /* below this alpha, it may be invisible */

static const struct
{
  const char *name;
  guint32 color;
} names[] = {
  { "transparent", 0x00000000 },   { "white", 0xffffffff },        { "snow", 0xfffafaff },
  { "ivory", 0xfffff0ff },         { "ghostwhite", 0xf8f8ffff },   { "floralwhite", 0xfffaf0ff },
  { "whitesmoke", 0xf5f5f5ff },    { "azure", 0xf0ffffff },        { "mintcream", 0xf5fffaff },
  { "honeydew", 0xf0fff0ff },      { "aliceblue", 0xf0f8ffff },    { "seashell", 0xfff5eeff },
  { "lavenderblush", 0xfff0f5ff }, { "oldlace", 0xfdf5e6ff },      { "linen", 0xfaf0e6ff },
  { "lightyellow", 0xffffe0ff },   { "lightcyan", 0xe0ffffff },    { "cornsilk", 0xfff8dcff },
  { "beige", 0xf5f5dcff },         { "lavender", 0xe6e6faff },     { "gainsboro", 0xdcdcdcff },
  { "lightgray", 0xd3d3d3ff },     { "lightgrey", 0xd3d3d3ff },    { "silver", 0xc0c0c0ff },
  { "darkgray", 0xa9a9a9ff },      { "darkgrey", 0xa9a9a9ff },     { "gray", 0x808080ff },
  { "grey", 0x808080ff },          { "dimgray", 0x696969ff },      { "dimgrey", 0x696969ff },
  { "black", 0x000000ff },         { "red", 0xff0000ff },          { "crimson", 0xdc143cff },
  { "darkred", 0x8b0000ff },       { "maroon", 0x800000ff },       { "orange", 0xffa500ff },
  { "darkorange", 0xff8c00ff },    { "orangered", 0xff4500ff },    { "tomato", 0xff6347ff },
  { "gold", 0xffd700ff },          { "yellow", 0xffff00ff },       { "lime", 0x00ff00ff },
  { "green", 0x008000ff },         { "darkgreen", 0x006400ff },    { "olive", 0x808000ff },
  { "teal", 0x008080ff },          { "aqua", 0x00ffffff },         { "cyan", 0x00ffffff },
  { "blue", 0x0000ffff },          { "mediumblue", 0x0000cdff },   { "darkblue", 0x00008bff },
  { "navy", 0x000080ff },          { "midnightblue", 0x191970ff }, { "royalblue", 0x4169e1ff },
  { "dodgerblue", 0x1e90ffff },    { "steelblue", 0x4682b4ff },    { "purple", 0x800080ff },
  { "fuchsia", 0xff00ffff },       { "magenta", 0xff00ffff },      { "brown", 0xa52a2aff },
  { "canvastext", 0x000000ff },    { "windowtext", 0x000000ff },   { "window", 0xffffffff },
  { "canvas", 0xffffffff },
};

static gboolean
read_hex (const char *digits, guint32 *out_color)
{
  const gsize length = strspn (digits, "0123456789abcdef");
  const gboolean is_short = length == 3 || length == 4;
  guint32 color = 0;

  if (digits[length] != '\0' || (!is_short && length != 6 && length != 8))
    return FALSE;
  for (gsize i = 0; i < length; i++)
    {
      const guint32 digit = (guint32) g_ascii_xdigit_value (digits[i]);

      color = is_short ? color << 8 | digit << 4 | digit : color << 4 | digit;
    }
  *out_color = length == 3 || length == 6 ? color << 8 | 0xff : color;
  return TRUE;
}

/* Reads three or four numbers up to a closing bracket; percentages are of @whole. Returns how many; 0 if @text is
 * anything else.
 */
static guint
read_numbers (const char *text, double whole, double *out_numbers)
{
  g_auto (GStrv) words = g_strsplit_set (text, " ,/)", -1);
  guint n = 0;

  if (strchr (text, ')') == NULL || strchr (text, ')')[1] != '\0')
    return 0;
  for (guint i = 0; words[i] != NULL; i++)
    {
      const char *unit;

      if (*words[i] == '\0')
        continue;
      if (n == 4 || !buoy_css_number_read (words[i], &out_numbers[n], &unit)
          || (*unit != '\0' && *unit != '%' && !g_str_equal (unit, "deg")))
        return 0;
      if (*unit == '%')
        out_numbers[n] = out_numbers[n] * (n == 3 ? 1 : whole) / 100;
      n++;
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
  static const char *const functions[] = { "rgb(", "rgba(", "hsl(", "hsla(" };
  const char *bracket = strchr (text, '(');
  const gboolean is_hsl = *text == 'h';
  gboolean known = FALSE;
  double numbers[4] = { 0 };
  guint n;

  for (guint i = 0; i < G_N_ELEMENTS (functions) && bracket != NULL; i++)
    known |= strncmp (text, functions[i], (gsize) (bracket - text) + 1) == 0;
  if (!known)
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
    if (g_str_equal (names[i].name, text))
      {
        *out_color = names[i].color;
        return TRUE;
      }
  return read_function (text, out_color);
}

BuoyVisibility
buoy_css_color_contrast (guint32 ink, guint32 paper)
{
  const guint alpha = ink & 0xff;
  int steps = 0;

  for (guint shift = 8; shift < 32; shift += 8)
    steps = MAX (steps, ABS ((int) (ink >> shift & 0xff) - (int) (paper >> shift & 0xff)));
  if (steps <= SAME_STEPS || alpha < FAINT)
    return BUOY_HIDDEN;
  return steps <= NEAR_STEPS || alpha < PALE ? BUOY_DOUBTFUL : BUOY_VISIBLE;
}
