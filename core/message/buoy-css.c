/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Declarations (CSS Syntax 3 §5.4.6): one row a property that can hide a text, with the values that do.
 */
#include "config.h"

#include <string.h>

#include "message/buoy-css-private.h"

#define FAR_OFF -300       /* px (or em, %, which is further): beyond any column of a mail */
#define FAR_OVER 3000      /* px the other way: beyond any screen */
#define SCREENS_OFF -100   /* vw, vh */
#define READABLE_PX 1.5    /* a font of that size is a line */
#define READABLE_SHARE 0.1 /* of the size around it */

typedef void (*ReadFunc) (BuoyCss *css, const char *value, guint bit);

static void
set (BuoyCss *css, guint bit, gboolean on)
{
  css->declared |= bit;
  css->on = on ? css->on | bit : css->on & ~bit;
}

static gboolean
starts_with_any (const char *value, const char *const *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (g_str_has_prefix (value, words[i]))
      return TRUE;
  return FALSE;
}

static void
read_word (BuoyCss *css, const char *value, guint bit)
{
  static const char *const words[]
      = { "none", "hidden", "collapse", "all", "bidi-override", "isolate-override", "rtl", NULL };

  set (css, bit, starts_with_any (value, words));
}

static void
read_display (BuoyCss *css, const char *value, guint bit)
{
  read_word (css, value, BUOY_CSS_DISPLAY);
  set (css, BUOY_CSS_INLINE, g_str_has_prefix (value, "inline") && !strchr (value, '-'));
  set (css, BUOY_CSS_UNBROKEN,
       g_str_has_prefix (value, "inline") || g_str_has_prefix (value, "contents"));
}

static void
read_position (BuoyCss *css, const char *value, guint bit)
{
  set (css, bit, !g_str_has_prefix (value, "static"));
}

static void
read_overflow (BuoyCss *css, const char *value, guint bit)
{
  set (css, bit, !g_str_has_prefix (value, "visible"));
}

/* "0", "1px", "0.05em", "1%"; words are sizes that can be read. */
static void
read_font_size (BuoyCss *css, const char *value, guint bit)
{
  char *unit;
  const double size = g_ascii_strtod (value, &unit);
  const gboolean is_share = *unit == '%' || g_str_has_prefix (unit, "em");
  const double limit = is_share ? READABLE_SHARE * (*unit == '%' ? 100 : 1) : READABLE_PX;

  if (unit == value)
    return;
  set (css, bit, size >= 0 && size <= limit && !g_str_has_prefix (unit, "rem"));
  set (css, BUOY_CSS_FONT_RELATIVE, is_share);
}

/* The size stands before the family, behind style and weight: "italic 0/0 serif". */
static void
read_font (BuoyCss *css, const char *value, guint bit)
{
  for (const char *p = value; *p != '\0'; p++)
    if (g_ascii_isdigit (*p) && (p == value || p[-1] == ' ')
        && strspn (p, "0123456789") < 3) /* 400 is a weight */
      {
        read_font_size (css, p, bit);
        return;
      }
}

static void
read_opacity (BuoyCss *css, const char *value, guint bit)
{
  char *end;
  const double opacity = g_ascii_strtod (value, &end);

  set (css, bit, end != value && opacity <= (*end == '%' ? 5 : 0.05));
}

static void
read_filter (BuoyCss *css, const char *value, guint bit)
{
  const char *opacity = strstr (value, "opacity");

  if (opacity != NULL)
    read_opacity (css, opacity + strlen ("opacity") + strspn (opacity + strlen ("opacity"), "(= "),
                  bit);
}

static void
read_clip (BuoyCss *css, const char *value, guint bit)
{
  static const char *const nothing[] = { "rect(0",
                                         "rect(1px",
                                         "inset(50%",
                                         "inset(100%",
                                         "circle(0",
                                         "ellipse(0",
                                         "polygon(0 0)",
                                         "polygon(0 0,0 0",
                                         "polygon(0px 0px,0px 0px",
                                         NULL };

  set (css, bit, starts_with_any (value, nothing));
}

static gboolean
is_far_off (const char *value)
{
  char *unit;
  const double place = g_ascii_strtod (value, &unit);

  if (g_str_has_prefix (unit, "v")) /* of the window's width or height */
    return place <= SCREENS_OFF;
  return place <= FAR_OFF || (place >= FAR_OVER && g_str_has_prefix (unit, "px"));
}

static void
read_place (BuoyCss *css, const char *value, guint bit)
{
  set (css, bit, is_far_off (value));
}

/* Four places in one. */
static void
read_inset (BuoyCss *css, const char *value, guint bit)
{
  gboolean far_off = FALSE;

  for (const char *p = value; *p != '\0'; p += strcspn (p, " "), p += strspn (p, " "))
    far_off |= is_far_off (p);
  set (css, bit, far_off);
}

/* What floats is a box (CSS 2.2 §9.7). */
static void
read_float (BuoyCss *css, const char *value, guint bit)
{
  if (!g_str_has_prefix (value, "none"))
    set (css, bit, FALSE);
}

/* translate(-9999px), scale(0) */
static void
read_transform (BuoyCss *css, const char *value, guint bit)
{
  const char *bracket = strchr (value, '(');
  char *end;
  double number;

  if (bracket == NULL)
    return;
  number = g_ascii_strtod (bracket + 1, &end);
  set (css, bit,
       end > bracket + 1 && (g_str_has_prefix (value, "scale") ? number == 0 : number <= FAR_OFF));
}

static void
read_size (BuoyCss *css, const char *value, guint bit)
{
  char *end;
  const double size = g_ascii_strtod (value, &end);

  set (css, bit, end != value && (size == 0 || (size <= 1 && g_str_has_prefix (end, "px"))));
}

static void
read_color (BuoyCss *css, const char *value, guint bit)
{
  static const char *const kept[] = { "inherit", "currentcolor", NULL };

  set (css, bit, buoy_css_color_read (value, &css->color));
  set (css, BUOY_CSS_COLOR_KEPT, starts_with_any (value, kept));
}

/* A picture may have any colour. */
static void
read_background (BuoyCss *css, const char *value, guint bit)
{
  guint32 color = 0;
  gboolean known = strstr (value, "url(") == NULL && strstr (value, "gradient(") == NULL;

  if (known && !g_str_has_prefix (value, "none"))
    known = buoy_css_color_read (value, &color);
  css->background = color;
  set (css, bit, known);
}

static void
read_background_image (BuoyCss *css, const char *value, guint bit)
{
  if (!g_str_has_prefix (value, "none"))
    set (css, bit, FALSE);
}

static const struct
{
  const char *name;
  ReadFunc read;
  guint bit;
} properties[] = {
  { "display", read_display, BUOY_CSS_DISPLAY },
  { "position", read_position, BUOY_CSS_ABSOLUTE },
  { "visibility", read_word, BUOY_CSS_VISIBILITY },
  { "content-visibility", read_word, BUOY_CSS_VISIBILITY },
  { "mso-hide", read_word, BUOY_CSS_MSO_HIDE },
  { "font-size", read_font_size, BUOY_CSS_FONT_SIZE },
  { "font", read_font, BUOY_CSS_FONT_SIZE },
  { "zoom", read_opacity, BUOY_CSS_OPACITY },
  { "opacity", read_opacity, BUOY_CSS_OPACITY },
  { "filter", read_filter, BUOY_CSS_OPACITY },
  { "clip", read_clip, BUOY_CSS_CLIP },
  { "clip-path", read_clip, BUOY_CSS_CLIP_PATH },
  { "-webkit-clip-path", read_clip, BUOY_CSS_CLIP_PATH },
  { "left", read_place, BUOY_CSS_LEFT },
  { "top", read_place, BUOY_CSS_TOP },
  { "right", read_place, BUOY_CSS_RIGHT },
  { "bottom", read_place, BUOY_CSS_BOTTOM },
  { "inset", read_inset, BUOY_CSS_LEFT },
  { "float", read_float, BUOY_CSS_INLINE },
  { "translate", read_place, BUOY_CSS_TRANSFORM },
  { "scale", read_size, BUOY_CSS_TRANSFORM },
  { "margin", read_place, BUOY_CSS_MARGIN_TOP },
  { "margin-left", read_place, BUOY_CSS_MARGIN },
  { "margin-top", read_place, BUOY_CSS_MARGIN_TOP },
  { "text-indent", read_place, BUOY_CSS_INDENT },
  { "transform", read_transform, BUOY_CSS_TRANSFORM },
  { "height", read_size, BUOY_CSS_HEIGHT },
  { "width", read_size, BUOY_CSS_WIDTH },
  { "max-height", read_size, BUOY_CSS_MAX_HEIGHT },
  { "max-width", read_size, BUOY_CSS_MAX_WIDTH },
  { "overflow", read_overflow, BUOY_CSS_OVERFLOW },
  { "color", read_color, BUOY_CSS_COLOR },
  { "-webkit-text-fill-color", read_color, BUOY_CSS_COLOR },
  { "background", read_background, BUOY_CSS_BACKGROUND },
  { "background-color", read_background, BUOY_CSS_BACKGROUND },
  { "background-image", read_background_image, BUOY_CSS_BACKGROUND },
  { "unicode-bidi", read_word, BUOY_CSS_OVERRIDE },
  { "direction", read_word, BUOY_CSS_RTL },
};

static void
read_declaration (BuoyCss *css, const char *name, const char *value)
{
  for (guint i = 0; i < G_N_ELEMENTS (properties); i++)
    {
      BuoyCss one = { 0 };

      if (*properties[i].name != *name || !g_str_equal (properties[i].name, name))
        continue;
      one.color = css->color;
      properties[i].read (&one, value, properties[i].bit);
      if (strstr (value, "!important") != NULL || strstr (value, "! important") != NULL)
        one.important = one.declared;
      buoy_css_merge (css, &one);
      return;
    }
}

void
buoy_css_merge (BuoyCss *css, const BuoyCss *later)
{
  const guint wins = later->declared & ~(css->important & ~later->important);

  css->declared |= wins;
  css->on = (css->on & ~wins) | (later->on & wins);
  css->important |= later->important;
  if ((wins & BUOY_CSS_COLOR) != 0)
    css->color = later->color;
  if ((wins & BUOY_CSS_BACKGROUND) != 0)
    css->background = later->background;
}

static char *
trim (char *text)
{
  return g_strstrip (text);
}

void
buoy_css_read (BuoyCss *css, const char *declarations)
{
  g_autofree char *text = buoy_css_normalize (declarations);
  char *next;

  for (char *p = text; p != NULL && *p != '\0'; p = next)
    {
      char *colon;

      next = strchr (p, ';');
      if (next != NULL)
        *next++ = '\0';
      colon = strchr (p, ':');
      if (colon == NULL)
        continue;
      *colon = '\0';
      read_declaration (css, trim (p), trim (colon + 1));
    }
}
