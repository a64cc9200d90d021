/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "message/html/buoy-computed-style.h"

#include <gumbo.h>
#include <string.h>

#include "message/css/buoy-css-sheet.h"
#include "message/dom/buoy-html-tags.h"

#define WHITE 0xffffffffu /* a page without a colour */
#define BLACK 0x000000ffu
#define LINK_BLUE 0x0000eeffu /* HTML §15.3.4 */
#define FONT_PX 16
#define TINY_PX 1.5     /* unreadable */
#define READABLE_PX 6   /* always readable */
#define MIN_ATTRIBUTE 5 /* pixels in width="" and height="" that show a line */
#define FADED 0.05
#define SEEN 0.3
#define ALPHA 0xffu

static void
set_color (BuoyColors *colors, guint32 color)
{
  colors->colors[0] = color;
  colors->n = 1;
  colors->may_be_any = FALSE;
}

static void
add_color (BuoyColors *colors, guint32 color)
{
  if (colors->n < BUOY_MAX_COLORS)
    colors->colors[colors->n++] = color;
  else
    colors->may_be_any = TRUE;
}

void
buoy_computed_style_init (BuoyComputedStyle *style, BuoyVisibility box)
{
  const BuoyComputedStyle plain = { .box = box, .font_px = FONT_PX, .root_px = FONT_PX, .opacity = 1 };

  *style = plain;
  set_color (&style->color, BLACK);
  set_color (&style->link_color, LINK_BLUE);
  set_color (&style->background, WHITE);
}

static void
raise_to (BuoyVisibility *visibility, BuoyVisibility at_least)
{
  *visibility = MAX (*visibility, at_least);
}

/* A certain value replaces the previous one; an uncertain one makes it doubtful if they differ. */
static void
settle (BuoyVisibility *visibility, BuoyVisibility said, gboolean unsure)
{
  if (!unsure)
    *visibility = said;
  else if (*visibility != said)
    *visibility = BUOY_DOUBTFUL;
}

/* An element's own values, which its content does not inherit. */
typedef struct
{
  BuoyVisibility display;
  double opacity;
  BuoyVisibility opaque;
  BuoyVisibility doubt;
  gboolean override;
  gboolean has_override;
  const BuoyComputedStyle *parent;
  GumboTag tag;
} Own;

static void
apply_font_size (BuoyComputedStyle *style, const Own *own, const BuoyCssDeclaration *said, gboolean unsure)
{
  const double base = said->unit == BUOY_CSS_PX    ? 1
                      : said->unit == BUOY_CSS_REM ? style->root_px
                                                   : own->parent->font_px;
  const double px = said->number * base;
  /* browsers enforce a minimum for relative sizes, except for zero */
  const gboolean hides = px <= 0 || (px <= TINY_PX && said->unit == BUOY_CSS_PX);
  BuoyVisibility font = hides ? BUOY_HIDDEN : px < READABLE_PX ? BUOY_DOUBTFUL : BUOY_VISIBLE;

  if (said->visibility == BUOY_DOUBTFUL || (said->unit == BUOY_CSS_EM && own->parent->font == BUOY_DOUBTFUL))
    font = BUOY_DOUBTFUL;
  settle (&style->font, font, unsure);
  if (!unsure)
    style->font_px = px;
}

static void
apply_color (BuoyComputedStyle *style, const Own *own, const BuoyCssDeclaration *said, gboolean unsure)
{
  if (said->inherits && !unsure)
    style->color = own->parent->color;
  else if (said->inherits)
    add_color (&style->color, own->parent->color.colors[0]);
  else if (!said->knows_color)
    style->color.may_be_any = TRUE;
  else if (unsure)
    add_color (&style->color, said->color);
  else
    set_color (&style->color, said->color);
}

/* A transparent background shows that of the parent. */
static void
apply_background (BuoyComputedStyle *style, const Own *own, const BuoyCssDeclaration *said, gboolean unsure)
{
  const guint alpha = said->color & ALPHA;

  if (!said->knows_color || (alpha != 0 && alpha != ALPHA))
    style->background.may_be_any = TRUE;
  else if (alpha == 0 && !unsure)
    style->background = own->parent->background;
  else if (alpha == 0)
    add_color (&style->background, own->parent->background.colors[0]);
  else if (unsure)
    add_color (&style->background, said->color);
  else
    set_color (&style->background, said->color);
}

static void
apply_opacity (Own *own, const BuoyCssDeclaration *said, gboolean unsure)
{
  settle (&own->opaque, said->visibility, unsure);
  if (!unsure)
    own->opacity = said->number;
}

static void
doubt_all (BuoyComputedStyle *style, Own *own)
{
  own->display = own->opaque = own->doubt = style->visibility = style->font = BUOY_DOUBTFUL;
  style->color.may_be_any = style->background.may_be_any = TRUE;
}

static void
apply (BuoyComputedStyle *style, Own *own, const BuoyCssDeclaration *said, gboolean unsure)
{
  unsure |= said->unsure;
  switch (said->property)
    {
    case BUOY_CSS_DISPLAY:
      settle (&own->display, said->visibility, unsure);
      style->breaks = unsure ? style->breaks : said->on;
      break;
    case BUOY_CSS_VISIBILITY:
      settle (&style->visibility, said->inherits ? own->parent->visibility : said->visibility, unsure);
      break;
    case BUOY_CSS_OPACITY:
      apply_opacity (own, said, unsure);
      break;
    case BUOY_CSS_FONT_SIZE:
      apply_font_size (style, own, said, unsure);
      break;
    case BUOY_CSS_COLOR:
      apply_color (style, own, said, unsure);
      break;
    case BUOY_CSS_BACKGROUND:
      apply_background (style, own, said, unsure);
      break;
    case BUOY_CSS_OVERFLOW:
      style->overflows_hidden = TRUE;
      break;
    case BUOY_CSS_SIZE:
      style->is_small = TRUE;
      break;
    case BUOY_CSS_DOUBT:
      own->doubt = BUOY_DOUBTFUL;
      break;
    case BUOY_CSS_ALL:
      doubt_all (style, own);
      break;
    case BUOY_CSS_DIRECTION:
      style->rtl = unsure ? style->rtl : said->on;
      style->may_turn |= unsure;
      break;
    case BUOY_CSS_OVERRIDE:
      own->has_override |= !unsure;
      own->override = unsure ? own->override : said->on;
      style->may_turn |= unsure;
      break;
    case BUOY_CSS_NOTHING:
    default:
      break;
    }
}

static void
apply_all (BuoyComputedStyle *style, Own *own, const GArray *declarations, gboolean important, gboolean unsure)
{
  for (guint i = 0; declarations != NULL && i < declarations->len; i++)
    {
      const BuoyCssDeclaration *said = &g_array_index (declarations, BuoyCssDeclaration, i);

      if (said->important == important)
        apply (style, own, said, unsure);
    }
}

/* Applies rules by rank, then the style attribute; then the important declarations of both; then rules with an order of
 * their own.
 */
static void
apply_cascade (BuoyComputedStyle *style, Own *own, const GumboNode *element, BuoyCssSheet *sheet)
{
  const GArray *matches = buoy_css_sheet_match (sheet, element);
  const char *written = buoy_html_attribute (element, "style");
  const GArray *attribute = written != NULL ? buoy_css_sheet_read_style (sheet, written) : NULL;

  for (guint pass = 0; pass < 4; pass++)
    {
      const gboolean important = pass % 2;
      const gboolean outranks = pass >= 2;

      /* Bounded: buoy_css_sheet_match() has spent for each match */
      for (guint i = 0; i < matches->len; i++)
        {
          const BuoyCssMatch *match = &g_array_index (matches, BuoyCssMatch, i);

          if (match->place == BUOY_CSS_ITSELF && match->outranks == outranks)
            apply_all (style, own, match->declarations, important, match->unsure || outranks);
        }
      if (!outranks)
        apply_all (style, own, attribute, important, FALSE);
    }
}

/* HTML §2.3.6: "ffffff" is a valid colour in an attribute. */
static void
read_old_color (BuoyColors *colors, const GumboNode *element, const char *name)
{
  const char *value = buoy_html_attribute (element, name);
  g_autofree char *lower = value != NULL ? g_strstrip (g_ascii_strdown (value, -1)) : NULL;
  g_autofree char *marked = g_strconcat ("#", lower, NULL);
  guint32 color;

  if (value == NULL || *lower == '\0')
    return;
  if (buoy_css_color_read (lower, &color) || buoy_css_color_read (marked, &color))
    set_color (colors, color);
  else
    colors->may_be_any = TRUE;
}

static gboolean
is_small_attribute (const GumboNode *element, const char *name)
{
  const char *value = buoy_html_attribute (element, name);

  return value != NULL && g_ascii_strtod (value, NULL) < MIN_ATTRIBUTE;
}

/* bgcolor="#fff", background="picture.gif", <font color>, <body text link>, width="0". */
static void
read_old_attributes (BuoyComputedStyle *style, const GumboNode *element)
{
  const GumboTag tag = element->v.element.tag;

  read_old_color (&style->background, element, "bgcolor");
  if (buoy_html_attribute (element, "background") != NULL)
    style->background.may_be_any = TRUE;
  if (tag == GUMBO_TAG_FONT)
    read_old_color (&style->color, element, "color");
  if (tag == GUMBO_TAG_BODY)
    {
      read_old_color (&style->color, element, "text");
      read_old_color (&style->link_color, element, "link");
    }
  if (tag != GUMBO_TAG_IMG && (is_small_attribute (element, "width") || is_small_attribute (element, "height")))
    style->is_small = TRUE;
}

/* Whether @element is not shown unless styled otherwise (HTML §15.3.1). gumbo has a tag for <dialog> since 0.11. */
static gboolean
is_closed (const GumboNode *element)
{
  return buoy_html_attribute (element, "hidden") != NULL || buoy_html_attribute (element, "popover") != NULL
         || (buoy_html_tag_is (element, "dialog") && buoy_html_attribute (element, "open") == NULL);
}

/* Applies the browser's own style sheet. In quirks mode, a table resets the font size. */
static void
read_tag (BuoyComputedStyle *style, Own *own, const GumboNode *element)
{
  const GumboElement *tag = &element->v.element;

  own->display = is_closed (element) ? BUOY_HIDDEN : BUOY_VISIBLE;
  style->breaks = !buoy_html_tag_is_inline (tag->tag);
  if (buoy_html_tag_is_doubtful (tag->tag) || tag->tag_namespace != GUMBO_NAMESPACE_HTML)
    own->doubt = BUOY_DOUBTFUL;
  if (tag->tag == GUMBO_TAG_A)
    style->color = style->link_color;
  if (tag->tag == GUMBO_TAG_TABLE && style->font == BUOY_HIDDEN)
    style->font = BUOY_DOUBTFUL;
  if (tag->tag == GUMBO_TAG_SMALL || tag->tag == GUMBO_TAG_SUB || tag->tag == GUMBO_TAG_SUP)
    {
      const BuoyCssDeclaration smaller = { .number = 0.83, .unit = BUOY_CSS_EM };

      apply_font_size (style, own, &smaller, FALSE);
    }
}

/* HTML §3.2.6.4: "rtl" on <bdo> reverses its text, elsewhere it only sets where a line begins. A block within has a
 * paragraph of its own, where an override ends (CSS Writing Modes 4 §2.4.2).
 */
static void
settle_direction (BuoyComputedStyle *style, const Own *own)
{
  const gboolean is_bdo = own->tag == GUMBO_TAG_BDO;

  if (is_bdo || own->has_override)
    style->reversed = style->rtl && (is_bdo || own->override);
  else if (style->breaks)
    style->reversed = FALSE;
  style->may_turn |= style->reversed;
}

static void
settle_box (BuoyComputedStyle *style, const Own *own)
{
  style->opacity *= own->opacity;
  raise_to (&style->box, own->display);
  raise_to (&style->box, own->opaque);
  raise_to (&style->box, own->doubt);
  if (style->opacity < SEEN)
    raise_to (&style->box, style->opacity <= FADED ? BUOY_HIDDEN : BUOY_DOUBTFUL);
  if (style->is_small && style->overflows_hidden)
    raise_to (&style->box, BUOY_DOUBTFUL);
  style->breaks &= own->display != BUOY_HIDDEN;
}

void
buoy_computed_style_enter (BuoyComputedStyle *style, const GumboNode *element, BuoyCssSheet *sheet)
{
  const BuoyComputedStyle parent = *style;
  Own own = { .opacity = 1, .parent = &parent, .tag = element->v.element.tag };
  const char *dir = buoy_html_attribute (element, "dir");

  read_tag (style, &own, element);
  if (element->v.element.attributes.length > 0)
    read_old_attributes (style, element);
  if (dir != NULL)
    style->rtl = g_ascii_strcasecmp (dir, "rtl") == 0;
  apply_cascade (style, &own, element, sheet);
  settle_direction (style, &own);
  settle_box (style, &own);
  if (buoy_html_has_fallback (element))
    style->box = BUOY_HIDDEN;
  if (element->v.element.tag == GUMBO_TAG_HTML)
    style->root_px = style->font_px;
}

BuoyVisibility
buoy_computed_style_box_visibility (const BuoyComputedStyle *style)
{
  return MAX (style->box, style->visibility);
}

static BuoyVisibility
color_visibility (const BuoyColors *color, const BuoyColors *background)
{
  const gboolean sure = color->n == 1 && background->n == 1 && !color->may_be_any && !background->may_be_any;
  BuoyVisibility worst = color->may_be_any || background->may_be_any ? BUOY_DOUBTFUL : BUOY_VISIBLE;

  /* Bounded: BUOY_MAX_COLORS */
  for (guint i = 0; i < color->n; i++)
    for (guint j = 0; j < background->n; j++)
      raise_to (&worst, buoy_css_color_contrast (color->colors[i], background->colors[j]));
  return sure ? worst : MIN (worst, BUOY_DOUBTFUL);
}

BuoyVisibility
buoy_computed_style_text_visibility (const BuoyComputedStyle *style)
{
  const BuoyVisibility box = buoy_computed_style_box_visibility (style);
  const BuoyVisibility color = color_visibility (&style->color, &style->background);

  /* moved text may be on another background, and a shadow has its own colour */
  return MAX (MAX (box, style->font), box == BUOY_DOUBTFUL ? MIN (color, BUOY_DOUBTFUL) : color);
}
