/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Declarations (CSS Syntax 3 §5.5.6): one row per property that can hide text.
 */
#include "config.h"

#include <string.h>

#include "message/css/buoy-css-claims.h"
#include "message/css/buoy-css-tokens.h"
#include "message/css/buoy-css-values.h"

#define IMPORTANT "important"

typedef void (*ReadFunc) (BuoyCssDeclaration *declaration, const char *value);

/* "*" stands for the rest of a name. mso-hide is not included: only Outlook supports it. */
static const struct
{
  const char *name;
  BuoyCssProperty property;
  ReadFunc read;
} properties[] = {
  { "display", BUOY_CSS_DISPLAY, buoy_css_read_display },
  { "visibility", BUOY_CSS_VISIBILITY, buoy_css_read_visibility },
  { "opacity", BUOY_CSS_OPACITY, buoy_css_read_opacity },
  { "-webkit-opacity", BUOY_CSS_OPACITY, buoy_css_read_opacity },
  { "font-size", BUOY_CSS_FONT_SIZE, buoy_css_read_font_size },
  { "font", BUOY_CSS_FONT_SIZE, buoy_css_read_font },
  { "color", BUOY_CSS_COLOR, buoy_css_read_color },
  { "-webkit-text-fill-color", BUOY_CSS_COLOR, buoy_css_read_fill },
  { "background", BUOY_CSS_BACKGROUND, buoy_css_read_background },
  { "background-color", BUOY_CSS_BACKGROUND, buoy_css_read_background },
  { "background-image", BUOY_CSS_BACKGROUND, buoy_css_read_background_image },
  { "overflow", BUOY_CSS_OVERFLOW, buoy_css_read_overflow },
  { "overflow-x", BUOY_CSS_OVERFLOW, buoy_css_read_overflow },
  { "overflow-y", BUOY_CSS_OVERFLOW, buoy_css_read_overflow },
  { "height", BUOY_CSS_SIZE, buoy_css_read_size },
  { "width", BUOY_CSS_SIZE, buoy_css_read_size },
  { "max-*", BUOY_CSS_SIZE, buoy_css_read_size },
  { "block-size", BUOY_CSS_SIZE, buoy_css_read_size },
  { "inline-size", BUOY_CSS_SIZE, buoy_css_read_size },
  { "line-height", BUOY_CSS_SIZE, buoy_css_read_size },
  { "margin*", BUOY_CSS_DOUBT, buoy_css_read_place },
  { "padding*", BUOY_CSS_DOUBT, buoy_css_read_place },
  { "inset*", BUOY_CSS_DOUBT, buoy_css_read_place },
  { "left", BUOY_CSS_DOUBT, buoy_css_read_place },
  { "top", BUOY_CSS_DOUBT, buoy_css_read_place },
  { "right", BUOY_CSS_DOUBT, buoy_css_read_place },
  { "bottom", BUOY_CSS_DOUBT, buoy_css_read_place },
  { "text-indent", BUOY_CSS_DOUBT, buoy_css_read_place },
  { "letter-spacing", BUOY_CSS_DOUBT, buoy_css_read_spacing },
  { "word-spacing", BUOY_CSS_DOUBT, buoy_css_read_spacing },
  { "z-index", BUOY_CSS_DOUBT, buoy_css_read_layer },
  { "content", BUOY_CSS_DOUBT, buoy_css_read_content },
  { "all", BUOY_CSS_ALL, buoy_css_read_all },
  { "animation", BUOY_CSS_DOUBT, buoy_css_read_effect },
  { "animation-name", BUOY_CSS_DOUBT, buoy_css_read_effect },
  { "-webkit-animation*", BUOY_CSS_DOUBT, buoy_css_read_effect },
  { "clip", BUOY_CSS_DOUBT, buoy_css_read_effect },
  { "clip-path", BUOY_CSS_DOUBT, buoy_css_read_effect },
  { "-webkit-clip-path", BUOY_CSS_DOUBT, buoy_css_read_effect },
  { "color-scheme", BUOY_CSS_DOUBT, buoy_css_read_effect },
  { "contain", BUOY_CSS_DOUBT, buoy_css_read_effect },
  { "content-visibility", BUOY_CSS_DOUBT, buoy_css_read_effect },
  { "filter", BUOY_CSS_DOUBT, buoy_css_read_effect },
  { "-webkit-filter", BUOY_CSS_DOUBT, buoy_css_read_effect },
  { "font-size-adjust", BUOY_CSS_DOUBT, buoy_css_read_effect },
  { "-webkit-line-clamp", BUOY_CSS_DOUBT, buoy_css_read_effect },
  { "mask*", BUOY_CSS_DOUBT, buoy_css_read_effect },
  { "-webkit-mask*", BUOY_CSS_DOUBT, buoy_css_read_effect },
  { "mix-blend-mode", BUOY_CSS_DOUBT, buoy_css_read_effect },
  { "offset*", BUOY_CSS_DOUBT, buoy_css_read_effect },
  { "rotate", BUOY_CSS_DOUBT, buoy_css_read_effect },
  { "scale", BUOY_CSS_DOUBT, buoy_css_read_effect },
  { "translate", BUOY_CSS_DOUBT, buoy_css_read_effect },
  { "text-shadow", BUOY_CSS_DOUBT, buoy_css_read_effect },
  { "-webkit-text-stroke", BUOY_CSS_DOUBT, buoy_css_read_effect },
  { "transform", BUOY_CSS_DOUBT, buoy_css_read_effect },
  { "-webkit-transform", BUOY_CSS_DOUBT, buoy_css_read_effect },
  { "-webkit-text-security", BUOY_CSS_DOUBT, buoy_css_read_effect },
  { "zoom", BUOY_CSS_DOUBT, buoy_css_read_effect },
  { "direction", BUOY_CSS_DIRECTION, buoy_css_read_direction },
  { "unicode-bidi", BUOY_CSS_OVERRIDE, buoy_css_read_override },
};

static gboolean
is_name (const char *name, const char *pattern)
{
  const char *star = strchr (pattern, '*');

  return star != NULL ? strncmp (name, pattern, (gsize) (star - pattern)) == 0 : g_str_equal (name, pattern);
}

/* Removes "!important", including white space in it. */
static gboolean
cut_important (char *value)
{
  const gsize length = strlen (value);
  char *end;

  if (!g_str_has_suffix (value, IMPORTANT))
    return FALSE;
  end = value + length - strlen (IMPORTANT);
  while (end > value && end[-1] == ' ')
    end--;
  if (end == value || end[-1] != '!')
    return FALSE;
  end[-1] = '\0';
  g_strchomp (value);
  return TRUE;
}

static void
read_value (BuoyCssDeclaration *declaration, ReadFunc read, char *value)
{
  declaration->important = cut_important (value);
  if (*value == '\0') /* invalid */
    declaration->property = BUOY_CSS_NOTHING;
  else
    read (declaration, value);
  if (declaration->property == BUOY_CSS_DOUBT || declaration->property == BUOY_CSS_SIZE)
    declaration->visibility = BUOY_DOUBTFUL;
}

gboolean
buoy_css_declaration_read (BuoyCssDeclaration *declaration, const char *property, const char *value, const char *end)
{
  const BuoyCssDeclaration nothing = { 0 };

  *declaration = nothing;
  for (guint i = 0; i < G_N_ELEMENTS (properties); i++)
    if (*properties[i].name == *property && is_name (property, properties[i].name))
      {
        g_autofree char *normal = buoy_css_normalize (value, end);

        declaration->property = properties[i].property;
        read_value (declaration, properties[i].read, normal);
        return declaration->property != BUOY_CSS_NOTHING;
      }
  return FALSE;
}

/* A declaration ends at a semicolon outside blocks; an unclosed block includes the rest. */
static const char *
skip_declaration (const char *p)
{
  guint depth = 0;

  while (*p != '\0' && (depth > 0 || *p != ';'))
    {
      depth += *p == '{';
      depth -= *p == '}' && depth > 0;
      p = buoy_css_skip (p);
    }
  return p;
}

GArray *
buoy_css_read_style (const char *style, GPtrArray *claims)
{
  GArray *declarations = g_array_new (FALSE, FALSE, sizeof (BuoyCssDeclaration));

  while (*style != '\0')
    {
      const char *end = skip_declaration (style);
      const char *value;
      g_autofree char *property = buoy_css_split (style, end, &value);
      BuoyCssDeclaration declaration;

      if (property != NULL)
        {
          if (buoy_css_declaration_read (&declaration, property, value, end))
            g_array_append_val (declarations, declaration);
          buoy_css_claims_read (claims, property, value, end);
        }
      style = *end == ';' ? end + 1 : end;
    }
  return declarations;
}
