/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * How an element's text looks to the reader: by its attributes, its style and the page's style sheets, and by what it
 * inherits (CSS Cascade 4 §7.2): a visible child of an invisible parent is seen, a child of what isn't there is not.
 */
#include "config.h"

#include <string.h>

#include "message/buoy-html-private.h"

#define PAPER 0xffffffffu /* a page without a colour of its own */
#define INK 0x000000ffu
#define LINK_INK 0x0000eeffu /* HTML §15.3.4 */
#define FAINT 0x10           /* an alpha below is not seen */

const char *
buoy_html_attribute (const GumboNode *element, const char *name)
{
  const GumboAttribute *attribute = gumbo_get_attribute (&element->v.element.attributes, name);

  return attribute != NULL ? attribute->value : NULL;
}

void
buoy_look_init (BuoyLook *look)
{
  const BuoyLook plain
      = { .color = INK, .background = PAPER, .knows_color = TRUE, .knows_background = TRUE };

  *look = plain;
}

static gboolean
says (const BuoyCss *css, guint bit)
{
  return (css->on & bit) != 0;
}

/* Sizes and margins are for boxes; a <span> has none unless it says so (CSS 2.2 §10.2). */
static gboolean
is_box (const BuoyCss *css, GumboTag tag)
{
  if (says (css, BUOY_CSS_ABSOLUTE))
    return TRUE;
  if ((css->declared & BUOY_CSS_INLINE) != 0)
    return !says (css, BUOY_CSS_INLINE);
  return !buoy_html_tag_is_inline (tag);
}

static gboolean
takes_away (const BuoyCss *css, GumboTag tag)
{
  const guint sizes = BUOY_CSS_HEIGHT | BUOY_CSS_WIDTH | BUOY_CSS_MAX_HEIGHT | BUOY_CSS_MAX_WIDTH;

  if (says (css, BUOY_CSS_CLIP_PATH | BUOY_CSS_MSO_HIDE))
    return TRUE;
  if (says (css, BUOY_CSS_ABSOLUTE)
      && says (css,
               BUOY_CSS_LEFT | BUOY_CSS_TOP | BUOY_CSS_RIGHT | BUOY_CSS_BOTTOM | BUOY_CSS_CLIP))
    return TRUE;
  if (!is_box (css, tag))
    return FALSE;
  return says (css, BUOY_CSS_MARGIN | BUOY_CSS_MARGIN_TOP | BUOY_CSS_INDENT | BUOY_CSS_TRANSFORM)
         || (says (css, sizes) && says (css, BUOY_CSS_OVERFLOW));
}

/* HTML §2.3.6: "ffffff" is a colour in an attribute. */
static gboolean
read_old_color (const char *value, guint32 *out_color)
{
  g_autofree char *lower = g_strstrip (g_ascii_strdown (value, -1));
  g_autofree char *marked = g_strconcat ("#", lower, NULL);

  return buoy_css_color_read (lower, out_color) || buoy_css_color_read (marked, out_color);
}

/* bgcolor="#fff", background="picture.gif", <font color>. */
static void
read_old_attributes (BuoyCss *css, const GumboNode *element)
{
  const char *background = buoy_html_attribute (element, "bgcolor");
  const char *color
      = element->v.element.tag == GUMBO_TAG_FONT ? buoy_html_attribute (element, "color") : NULL;

  if (buoy_html_attribute (element, "background") != NULL)
    css->declared |= BUOY_CSS_BACKGROUND;
  else if (background != NULL)
    {
      css->declared |= BUOY_CSS_BACKGROUND;
      if (read_old_color (background, &css->background))
        css->on |= BUOY_CSS_BACKGROUND;
    }
  if (color == NULL)
    return;
  css->declared |= BUOY_CSS_COLOR;
  if (read_old_color (color, &css->color))
    css->on |= BUOY_CSS_COLOR;
}

/* HTML §3.2.6.4: "rtl" on <bdo> turns its text around, elsewhere it is only where a line begins. */
static void
read_direction (BuoyLook *look, const BuoyCss *css, const GumboNode *element)
{
  const char *dir = buoy_html_attribute (element, "dir");
  const gboolean is_bdo = element->v.element.tag == GUMBO_TAG_BDO;

  if (dir != NULL)
    look->rtl = g_ascii_strcasecmp (dir, "rtl") == 0;
  if ((css->declared & BUOY_CSS_RTL) != 0)
    look->rtl = says (css, BUOY_CSS_RTL);
  if (is_bdo || (css->declared & BUOY_CSS_OVERRIDE) != 0)
    look->reversed = look->rtl && (is_bdo || says (css, BUOY_CSS_OVERRIDE));
}

static void
read_colors (BuoyLook *look, const BuoyCss *css, GumboTag tag)
{
  if ((css->declared & BUOY_CSS_COLOR) != 0 && !says (css, BUOY_CSS_COLOR_KEPT))
    {
      look->knows_color = says (css, BUOY_CSS_COLOR);
      look->color = css->color;
    }
  else if (tag == GUMBO_TAG_A && (css->declared & BUOY_CSS_COLOR) == 0)
    {
      look->knows_color = TRUE;
      look->color = LINK_INK;
    }
  if ((css->declared & BUOY_CSS_BACKGROUND) == 0)
    return;
  if (!says (css, BUOY_CSS_BACKGROUND))
    look->knows_background = FALSE;
  else if ((css->background & 0xff) >= FAINT)
    {
      look->knows_background = (css->background & 0xff) == 0xff;
      look->background = css->background;
    }
}

/* Not shown (HTML §15.3.1) unless a style says otherwise. <dialog> is a tag of its own for gumbo from 0.11 on. */
static gboolean
is_closed (const BuoyCss *css, const GumboNode *element)
{
  if ((css->declared & BUOY_CSS_DISPLAY) != 0)
    return says (css, BUOY_CSS_DISPLAY);
  return buoy_html_attribute (element, "hidden") != NULL
         || (buoy_html_tag_is (element, "dialog") && buoy_html_attribute (element, "open") == NULL);
}

/* "b<div hidden>x</div>.test" reads "b.test", and so does "b<div style='display: inline'>.test</div>" (CSS Display §2). */
static void
read_display (BuoyLook *look, const BuoyCss *css, const GumboNode *element)
{
  const gboolean closed = is_closed (css, element);

  look->gone |= closed;
  look->breaks = !closed && !buoy_html_tag_is_inline (element->v.element.tag) && !says (css, BUOY_CSS_UNBROKEN);
}

static void
read_css (BuoyLook *look, const BuoyCss *css, const GumboNode *element)
{
  const GumboTag tag = element->v.element.tag;

  read_display (look, css, element);
  look->gone |= takes_away (css, tag);
  look->faded |= says (css, BUOY_CSS_OPACITY);
  if ((css->declared & BUOY_CSS_VISIBILITY) != 0)
    look->unseen = says (css, BUOY_CSS_VISIBILITY);
  if ((css->declared & BUOY_CSS_FONT_SIZE) != 0)
    look->tiny
        = says (css, BUOY_CSS_FONT_SIZE) || (look->tiny && says (css, BUOY_CSS_FONT_RELATIVE));
  read_colors (look, css, tag);
}

void
buoy_look_enter (BuoyLook *look, const GumboNode *element, BuoyCssSheet *sheet)
{
  const char *style = buoy_html_attribute (element, "style");
  BuoyCss css = { 0 };

  if (element->v.element.attributes.length > 0)
    read_old_attributes (&css, element);
  buoy_css_sheet_apply (sheet, element, &css);
  if (style != NULL)
    buoy_css_sheet_read (sheet, style, &css);
  if (buoy_html_has_fallback (element))
    look->faded = TRUE;
  read_css (look, &css, element);
  read_direction (look, &css, element);
}

BuoyVisibility
buoy_look_box_visibility (const BuoyLook *look)
{
  if (look->gone || look->faded || look->unseen)
    return BUOY_HIDDEN;
  return look->doubtful ? BUOY_DOUBTFUL : BUOY_VISIBLE;
}

static gboolean
hides_text (const BuoyLook *look)
{
  if (look->tiny)
    return TRUE;
  if (!look->knows_color)
    return FALSE;
  return (look->color & 0xff) < FAINT
         || (look->knows_background && buoy_css_color_is_same (look->color, look->background));
}

BuoyVisibility
buoy_look_text_visibility (const BuoyLook *look)
{
  return hides_text (look) ? BUOY_HIDDEN : buoy_look_box_visibility (look);
}
