/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "message/html/buoy-html-look.h"

#include <gumbo.h>
#include <string.h>

#include "message/css/buoy-css-sheet.h"
#include "message/dom/buoy-html-tags.h"

#define PAPER 0xffffffffu /* a page without a colour of its own */
#define INK 0x000000ffu
#define LINK_INK 0x0000eeffu /* HTML §15.3.4 */
#define FONT_PX 16
#define TINY_PX 1.5     /* nobody reads that */
#define READABLE_PX 6   /* everybody does */
#define MIN_ATTRIBUTE 5 /* of width="" and height="" */
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
buoy_look_init (BuoyLook *look, BuoyVisibility box)
{
  const BuoyLook plain = { .box = box, .font_px = FONT_PX, .root_px = FONT_PX, .opacity = 1 };

  *look = plain;
  set_color (&look->ink, INK);
  set_color (&look->link_ink, LINK_INK);
  set_color (&look->paper, PAPER);
}

static void
raise_to (BuoyVisibility *visibility, BuoyVisibility at_least)
{
  *visibility = MAX (*visibility, at_least);
}

/* What counts replaces, what may count leaves a doubt where the two differ. */
static void
settle (BuoyVisibility *visibility, BuoyVisibility said, gboolean unsure)
{
  if (!unsure)
    *visibility = said;
  else if (*visibility != said)
    *visibility = BUOY_DOUBTFUL;
}

/* What an element says of itself, which what is in it does not inherit. */
typedef struct
{
  BuoyVisibility display;
  double opacity;
  BuoyVisibility opaque;
  BuoyVisibility doubt;
  gboolean override;
  gboolean has_override;
  const BuoyLook *parent;
  GumboTag tag;
} Own;

static void
apply_font_size (BuoyLook *look, const Own *own, const BuoyCssDeclaration *said, gboolean unsure)
{
  const double base = said->unit == BUOY_CSS_PX ? 1 : said->unit == BUOY_CSS_REM ? look->root_px : own->parent->font_px;
  const double px = said->number * base;
  /* browsers leave some of a share, but of nothing */
  const gboolean hides = px <= 0 || (px <= TINY_PX && said->unit == BUOY_CSS_PX);
  BuoyVisibility font = hides ? BUOY_HIDDEN : px < READABLE_PX ? BUOY_DOUBTFUL : BUOY_VISIBLE;

  if (said->visibility == BUOY_DOUBTFUL || (said->unit == BUOY_CSS_EM && own->parent->font == BUOY_DOUBTFUL))
    font = BUOY_DOUBTFUL;
  settle (&look->font, font, unsure);
  if (!unsure)
    look->font_px = px;
}

static void
apply_color (BuoyLook *look, const Own *own, const BuoyCssDeclaration *said, gboolean unsure)
{
  if (said->inherits && !unsure)
    look->ink = own->parent->ink;
  else if (said->inherits)
    add_color (&look->ink, own->parent->ink.colors[0]);
  else if (!said->knows_color)
    look->ink.may_be_any = TRUE;
  else if (unsure)
    add_color (&look->ink, said->color);
  else
    set_color (&look->ink, said->color);
}

/* A transparent one is the parent's. */
static void
apply_background (BuoyLook *look, const Own *own, const BuoyCssDeclaration *said, gboolean unsure)
{
  const guint alpha = said->color & ALPHA;

  if (!said->knows_color || (alpha != 0 && alpha != ALPHA))
    look->paper.may_be_any = TRUE;
  else if (alpha == 0 && !unsure)
    look->paper = own->parent->paper;
  else if (alpha == 0)
    add_color (&look->paper, own->parent->paper.colors[0]);
  else if (unsure)
    add_color (&look->paper, said->color);
  else
    set_color (&look->paper, said->color);
}

static void
apply_opacity (Own *own, const BuoyCssDeclaration *said, gboolean unsure)
{
  settle (&own->opaque, said->visibility, unsure);
  if (!unsure)
    own->opacity = said->number;
}

static void
doubt_all (BuoyLook *look, Own *own)
{
  own->display = own->opaque = own->doubt = look->visibility = look->font = BUOY_DOUBTFUL;
  look->ink.may_be_any = look->paper.may_be_any = TRUE;
}

static void
apply (BuoyLook *look, Own *own, const BuoyCssDeclaration *said, gboolean unsure)
{
  unsure |= said->unsure;
  switch (said->property)
    {
    case BUOY_CSS_DISPLAY:
      settle (&own->display, said->visibility, unsure);
      look->breaks = unsure ? look->breaks : said->on;
      break;
    case BUOY_CSS_VISIBILITY:
      settle (&look->visibility, said->inherits ? own->parent->visibility : said->visibility, unsure);
      break;
    case BUOY_CSS_OPACITY:
      apply_opacity (own, said, unsure);
      break;
    case BUOY_CSS_FONT_SIZE:
      apply_font_size (look, own, said, unsure);
      break;
    case BUOY_CSS_COLOR:
      apply_color (look, own, said, unsure);
      break;
    case BUOY_CSS_BACKGROUND:
      apply_background (look, own, said, unsure);
      break;
    case BUOY_CSS_OVERFLOW:
      look->overflows_hidden = TRUE;
      break;
    case BUOY_CSS_SIZE:
      look->is_small = TRUE;
      break;
    case BUOY_CSS_DOUBT:
      own->doubt = BUOY_DOUBTFUL;
      break;
    case BUOY_CSS_ALL:
      doubt_all (look, own);
      break;
    case BUOY_CSS_DIRECTION:
      look->rtl = said->on;
      break;
    case BUOY_CSS_OVERRIDE:
      own->has_override = TRUE;
      own->override = said->on;
      break;
    case BUOY_CSS_NOTHING:
    default:
      break;
    }
}

static void
apply_all (BuoyLook *look, Own *own, const GArray *declarations, gboolean important, gboolean unsure)
{
  for (guint i = 0; declarations != NULL && i < declarations->len; i++)
    {
      const BuoyCssDeclaration *said = &g_array_index (declarations, BuoyCssDeclaration, i);

      if (said->important == important)
        apply (look, own, said, unsure);
    }
}

/* Rules by their rank, then the style attribute; then what is important of either; then what has ranks of its own. */
static void
apply_cascade (BuoyLook *look, Own *own, const GumboNode *element, BuoyCssSheet *sheet)
{
  const GArray *matches = buoy_css_sheet_match (sheet, element);
  const char *written = buoy_html_attribute (element, "style");
  const GArray *style = written != NULL ? buoy_css_sheet_read_style (sheet, written) : NULL;

  for (guint pass = 0; pass < 4; pass++)
    {
      const gboolean important = pass % 2;
      const gboolean outranks = pass >= 2;

      for (guint i = 0; i < matches->len; i++)
        {
          const BuoyCssMatch *match = &g_array_index (matches, BuoyCssMatch, i);

          if (match->place == BUOY_CSS_ITSELF && match->outranks == outranks)
            apply_all (look, own, match->declarations, important, match->unsure || outranks);
        }
      if (!outranks)
        apply_all (look, own, style, important, FALSE);
    }
}

/* HTML §2.3.6: "ffffff" is a colour in an attribute. */
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
read_old_attributes (BuoyLook *look, const GumboNode *element)
{
  const GumboTag tag = element->v.element.tag;

  read_old_color (&look->paper, element, "bgcolor");
  if (buoy_html_attribute (element, "background") != NULL)
    look->paper.may_be_any = TRUE;
  if (tag == GUMBO_TAG_FONT)
    read_old_color (&look->ink, element, "color");
  if (tag == GUMBO_TAG_BODY)
    {
      read_old_color (&look->ink, element, "text");
      read_old_color (&look->link_ink, element, "link");
    }
  if (tag != GUMBO_TAG_IMG && (is_small_attribute (element, "width") || is_small_attribute (element, "height")))
    look->is_small = TRUE;
}

/* Not shown (HTML §15.3.1) unless a style says otherwise. <dialog> is a tag of its own for gumbo from 0.11 on. */
static gboolean
is_closed (const GumboNode *element)
{
  return buoy_html_attribute (element, "hidden") != NULL || buoy_html_attribute (element, "popover") != NULL
         || (buoy_html_tag_is (element, "dialog") && buoy_html_attribute (element, "open") == NULL);
}

/* What a browser's own sheet says. In old pages a table begins with a size of its own. */
static void
read_tag (BuoyLook *look, Own *own, const GumboNode *element)
{
  const GumboElement *tag = &element->v.element;

  own->display = is_closed (element) ? BUOY_HIDDEN : BUOY_VISIBLE;
  look->breaks = !buoy_html_tag_is_inline (tag->tag);
  if (buoy_html_tag_is_doubtful (tag->tag) || tag->tag_namespace != GUMBO_NAMESPACE_HTML)
    own->doubt = BUOY_DOUBTFUL;
  if (tag->tag == GUMBO_TAG_A)
    look->ink = look->link_ink;
  if (tag->tag == GUMBO_TAG_TABLE && look->font == BUOY_HIDDEN)
    look->font = BUOY_DOUBTFUL;
  if (tag->tag == GUMBO_TAG_SMALL || tag->tag == GUMBO_TAG_SUB || tag->tag == GUMBO_TAG_SUP)
    {
      const BuoyCssDeclaration smaller = { .number = 0.83, .unit = BUOY_CSS_EM };

      apply_font_size (look, own, &smaller, FALSE);
    }
}

/* HTML §3.2.6.4: "rtl" on <bdo> turns its text around, elsewhere it is only where a line begins. */
static void
settle_direction (BuoyLook *look, const Own *own)
{
  const gboolean is_bdo = own->tag == GUMBO_TAG_BDO;

  if (is_bdo || own->has_override)
    look->reversed = look->rtl && (is_bdo || own->override);
}

static void
settle_box (BuoyLook *look, const Own *own)
{
  look->opacity *= own->opacity;
  raise_to (&look->box, own->display);
  raise_to (&look->box, own->opaque);
  raise_to (&look->box, own->doubt);
  if (look->opacity < SEEN)
    raise_to (&look->box, look->opacity <= FADED ? BUOY_HIDDEN : BUOY_DOUBTFUL);
  if (look->is_small && look->overflows_hidden)
    raise_to (&look->box, BUOY_DOUBTFUL);
  look->breaks &= own->display != BUOY_HIDDEN;
}

void
buoy_look_enter (BuoyLook *look, const GumboNode *element, BuoyCssSheet *sheet)
{
  const BuoyLook parent = *look;
  Own own = { .opacity = 1, .parent = &parent, .tag = element->v.element.tag };
  const char *dir = buoy_html_attribute (element, "dir");

  read_tag (look, &own, element);
  if (element->v.element.attributes.length > 0)
    read_old_attributes (look, element);
  if (dir != NULL)
    look->rtl = g_ascii_strcasecmp (dir, "rtl") == 0;
  apply_cascade (look, &own, element, sheet);
  settle_direction (look, &own);
  settle_box (look, &own);
  if (buoy_html_has_fallback (element))
    look->box = BUOY_HIDDEN;
  if (element->v.element.tag == GUMBO_TAG_HTML)
    look->root_px = look->font_px;
}

BuoyVisibility
buoy_look_box_visibility (const BuoyLook *look)
{
  return MAX (look->box, look->visibility);
}

static BuoyVisibility
color_visibility (const BuoyColors *ink, const BuoyColors *paper)
{
  const gboolean sure = ink->n == 1 && paper->n == 1 && !ink->may_be_any && !paper->may_be_any;
  BuoyVisibility worst = ink->may_be_any || paper->may_be_any ? BUOY_DOUBTFUL : BUOY_VISIBLE;

  for (guint i = 0; i < ink->n; i++)
    for (guint j = 0; j < paper->n; j++)
      raise_to (&worst, buoy_css_color_contrast (ink->colors[i], paper->colors[j]));
  return sure ? worst : MIN (worst, BUOY_DOUBTFUL);
}

BuoyVisibility
buoy_look_text_visibility (const BuoyLook *look)
{
  const BuoyVisibility box = buoy_look_box_visibility (look);
  const BuoyVisibility color = color_visibility (&look->ink, &look->paper);

  /* what is moved may stand on another background, and a shadow has a colour of its own */
  return MAX (MAX (box, look->font), box == BUOY_DOUBTFUL ? MIN (color, BUOY_DOUBTFUL) : color);
}
