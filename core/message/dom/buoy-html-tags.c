/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "message/dom/buoy-html-tags.h"

#include <gumbo.h>
#include <string.h>

/* The name of an element that HTML does not know, as written. */
static GumboStringPiece
written_tag (const GumboNode *element)
{
  GumboStringPiece piece = element->v.element.original_tag;

  gumbo_tag_from_original_text (&piece);
  return piece;
}

gboolean
buoy_html_tag_is (const GumboNode *element, const char *name)
{
  const GumboTag tag = element->v.element.tag;
  GumboStringPiece piece;

  if (tag != GUMBO_TAG_UNKNOWN)
    return g_str_equal (gumbo_normalized_tagname (tag), name);
  piece = written_tag (element);
  return piece.length == strlen (name) && g_ascii_strncasecmp (piece.data, name, piece.length) == 0;
}

gboolean
buoy_html_tag_is_silent (GumboTag tag)
{
  switch (tag)
    {
    case GUMBO_TAG_DATALIST:
    case GUMBO_TAG_NOEMBED:
    case GUMBO_TAG_NOFRAMES: /* but <noscript> is shown: mail programs run no scripts */
    case GUMBO_TAG_RP:
    case GUMBO_TAG_SCRIPT:
    case GUMBO_TAG_STYLE:
    case GUMBO_TAG_TEMPLATE:
    case GUMBO_TAG_TITLE:
      return TRUE;
    default:
      return FALSE;
    }
}

gboolean
buoy_html_has_fallback (const GumboNode *element)
{
  switch (element->v.element.tag)
    {
    case GUMBO_TAG_AUDIO:
    case GUMBO_TAG_CANVAS:
    case GUMBO_TAG_DESC:
    case GUMBO_TAG_IFRAME:
    case GUMBO_TAG_METER:
    case GUMBO_TAG_PROGRESS:
    case GUMBO_TAG_VIDEO:
      return TRUE;
    default:
      return FALSE;
    }
}

gboolean
buoy_html_tag_is_doubtful (GumboTag tag)
{
  switch (tag)
    {
    case GUMBO_TAG_DETAILS:
    case GUMBO_TAG_MARQUEE:
    case GUMBO_TAG_OBJECT:
    case GUMBO_TAG_SELECT:
      return TRUE;
    default:
      return FALSE;
    }
}

gboolean
buoy_html_tag_is_inline (GumboTag tag)
{
  switch (tag)
    {
    case GUMBO_TAG_A:
    case GUMBO_TAG_ABBR:
    case GUMBO_TAG_B:
    case GUMBO_TAG_BDI:
    case GUMBO_TAG_BDO:
    case GUMBO_TAG_BIG:
    case GUMBO_TAG_CITE:
    case GUMBO_TAG_CODE:
    case GUMBO_TAG_DEL:
    case GUMBO_TAG_DFN:
    case GUMBO_TAG_EM:
    case GUMBO_TAG_FONT:
    case GUMBO_TAG_I:
    case GUMBO_TAG_IMG:
    case GUMBO_TAG_INS:
    case GUMBO_TAG_KBD:
    case GUMBO_TAG_LABEL:
    case GUMBO_TAG_MARK:
    case GUMBO_TAG_NOBR:
    case GUMBO_TAG_Q:
    case GUMBO_TAG_RT:
    case GUMBO_TAG_RUBY:
    case GUMBO_TAG_S:
    case GUMBO_TAG_SMALL:
    case GUMBO_TAG_SPAN:
    case GUMBO_TAG_STRIKE:
    case GUMBO_TAG_STRONG:
    case GUMBO_TAG_SUB:
    case GUMBO_TAG_SUP:
    case GUMBO_TAG_TT:
    case GUMBO_TAG_U:
    case GUMBO_TAG_VAR:
    case GUMBO_TAG_WBR:
    case GUMBO_TAG_UNKNOWN: /* <o:p>, <v:shape>, <custom-tag> */
      return TRUE;
    default:
      return FALSE;
    }
}

static BuoyHtmlNesting
rare_nesting (GumboTag tag)
{
  switch (tag)
    {
    case GUMBO_TAG_TABLE:
    case GUMBO_TAG_TEMPLATE:
    case GUMBO_TAG_OBJECT:
    case GUMBO_TAG_APPLET:
    case GUMBO_TAG_MARQUEE:
    case GUMBO_TAG_SELECT:
      return BUOY_HTML_SCOPE;
    case GUMBO_TAG_H1:
    case GUMBO_TAG_H2:
    case GUMBO_TAG_H3:
    case GUMBO_TAG_H4:
    case GUMBO_TAG_H5:
    case GUMBO_TAG_H6:
    case GUMBO_TAG_FORM:
    case GUMBO_TAG_NOSCRIPT:
    case GUMBO_TAG_FRAMESET:
    case GUMBO_TAG_FOREIGNOBJECT:
    case GUMBO_TAG_DESC:
    case GUMBO_TAG_ANNOTATION_XML:
    case GUMBO_TAG_MI:
    case GUMBO_TAG_MO:
    case GUMBO_TAG_MN:
    case GUMBO_TAG_MS:
    case GUMBO_TAG_MTEXT:
      return BUOY_HTML_ALONE;
    case GUMBO_TAG_SVG:
    case GUMBO_TAG_MATH:
      return BUOY_HTML_FOREIGN;
    case GUMBO_TAG_SCRIPT:
    case GUMBO_TAG_STYLE:
    case GUMBO_TAG_TITLE:
    case GUMBO_TAG_TEXTAREA:
    case GUMBO_TAG_XMP:
    case GUMBO_TAG_IFRAME:
    case GUMBO_TAG_NOEMBED:
    case GUMBO_TAG_NOFRAMES:
      return BUOY_HTML_TEXT;
    default:
      return BUOY_HTML_INLINE;
    }
}

static BuoyHtmlNesting
common_nesting (GumboTag tag)
{
  switch (tag)
    {
    case GUMBO_TAG_A:
    case GUMBO_TAG_B:
    case GUMBO_TAG_BIG:
    case GUMBO_TAG_CODE:
    case GUMBO_TAG_EM:
    case GUMBO_TAG_FONT:
    case GUMBO_TAG_I:
    case GUMBO_TAG_NOBR:
    case GUMBO_TAG_S:
    case GUMBO_TAG_SMALL:
    case GUMBO_TAG_STRIKE:
    case GUMBO_TAG_STRONG:
    case GUMBO_TAG_TT:
    case GUMBO_TAG_U:
      return BUOY_HTML_FORMATTING;
    case GUMBO_TAG_ADDRESS:
    case GUMBO_TAG_ARTICLE:
    case GUMBO_TAG_ASIDE:
    case GUMBO_TAG_BLOCKQUOTE:
    case GUMBO_TAG_BUTTON:
    case GUMBO_TAG_CENTER:
    case GUMBO_TAG_DETAILS:
    case GUMBO_TAG_DIR:
    case GUMBO_TAG_DIV:
    case GUMBO_TAG_DL:
    case GUMBO_TAG_FIELDSET:
    case GUMBO_TAG_FIGCAPTION:
    case GUMBO_TAG_FIGURE:
    case GUMBO_TAG_FOOTER:
    case GUMBO_TAG_HEADER:
    case GUMBO_TAG_HGROUP:
    case GUMBO_TAG_LISTING:
    case GUMBO_TAG_MAIN:
    case GUMBO_TAG_MENU:
    case GUMBO_TAG_NAV:
    case GUMBO_TAG_OL:
    case GUMBO_TAG_PRE:
    case GUMBO_TAG_SECTION:
    case GUMBO_TAG_SUMMARY:
    case GUMBO_TAG_UL:
      return BUOY_HTML_BLOCK;
    case GUMBO_TAG_TR:
    case GUMBO_TAG_THEAD:
    case GUMBO_TAG_TBODY:
    case GUMBO_TAG_TFOOT:
    case GUMBO_TAG_COLGROUP:
    case GUMBO_TAG_COL:
      return BUOY_HTML_PART;
    case GUMBO_TAG_TD:
    case GUMBO_TAG_TH:
    case GUMBO_TAG_CAPTION:
      return BUOY_HTML_CELL;
    default:
      return rare_nesting (tag);
    }
}

BuoyHtmlNesting
buoy_html_tag_nesting (GumboTag tag)
{
  switch (tag)
    {
    case GUMBO_TAG_AREA:
    case GUMBO_TAG_BASE:
    case GUMBO_TAG_BASEFONT:
    case GUMBO_TAG_BGSOUND:
    case GUMBO_TAG_BR:
    case GUMBO_TAG_EMBED:
    case GUMBO_TAG_FRAME:
    case GUMBO_TAG_HR:
    case GUMBO_TAG_IMG:
    case GUMBO_TAG_IMAGE:
    case GUMBO_TAG_INPUT:
    case GUMBO_TAG_LINK:
    case GUMBO_TAG_META:
    case GUMBO_TAG_PARAM:
    case GUMBO_TAG_SOURCE:
    case GUMBO_TAG_TRACK:
    case GUMBO_TAG_WBR:
    case GUMBO_TAG_P:
    case GUMBO_TAG_LI:
    case GUMBO_TAG_DT:
    case GUMBO_TAG_DD:
    case GUMBO_TAG_OPTION:
    case GUMBO_TAG_HTML:
    case GUMBO_TAG_HEAD:
    case GUMBO_TAG_BODY:
      return BUOY_HTML_NEVER;
    default:
      return common_nesting (tag);
    }
}

gboolean
buoy_html_tag_is_foreign (GumboTag tag)
{
  switch (tag)
    {
    case GUMBO_TAG_UNKNOWN:
    case GUMBO_TAG_A:
    case GUMBO_TAG_IMAGE:
    case GUMBO_TAG_STYLE:
    case GUMBO_TAG_SCRIPT:
    case GUMBO_TAG_TITLE:
    case GUMBO_TAG_DESC:
    case GUMBO_TAG_SVG:
    case GUMBO_TAG_MATH:
    case GUMBO_TAG_MI:
    case GUMBO_TAG_MO:
    case GUMBO_TAG_MN:
    case GUMBO_TAG_MS:
    case GUMBO_TAG_MTEXT:
      return TRUE;
    default:
      return FALSE;
    }
}

const char *
buoy_html_attribute (const GumboNode *element, const char *name)
{
  const GumboAttribute *attribute = gumbo_get_attribute (&element->v.element.attributes, name);

  return attribute != NULL ? attribute->value : NULL;
}

gboolean
buoy_html_is_shadow_root (const GumboNode *node)
{
  return node->type == GUMBO_NODE_TEMPLATE && buoy_html_attribute (node, "shadowrootmode") != NULL;
}

const char *
buoy_html_href (const GumboNode *element)
{
  const char *href = buoy_html_attribute (element, "href");

  return href != NULL ? href : buoy_html_attribute (element, "xlink:href");
}
