/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Parses values completely: browsers drop a declaration whose value is invalid, and a value that is not understood here
 * is unsure.
 */
#include "config.h"

#include "message/css/buoy-css-values.h"

#include <string.h>

#define MAX_NEGATIVE_PX 40 /* honest margins are smaller */
#define MAX_PX 1000        /* beyond that, text may be off the screen */
#define MAX_NARROWING_PX 2 /* between letters */
#define MIN_BOX_PX 5       /* smaller boxes show no line */
#define MIN_LINE 0.5       /* the same, relative to the font size */
#define FADED 0.05         /* at this opacity, text is invisible */
#define SEEN 0.3           /* from this opacity on, it is certainly visible */
#define EM_PX 16           /* about */

static gboolean
is_one_of (const char *value, const char *const *words)
{
  return g_strv_contains (words, value);
}

static void
be_unsure (BuoyCssDeclaration *declaration)
{
  declaration->unsure = TRUE;
  declaration->visibility = BUOY_DOUBTFUL;
}

/* Reads a length in px. FALSE if it depends on the window; "%" and "em" are taken of a usual font. */
static gboolean
read_px (const char *text, double *out_px)
{
  static const struct
  {
    const char *unit;
    double px;
  } units[]
      = { { "", 1 },     { "px", 1 },     { "pt", 96 / 72.0 }, { "pc", 16 },           { "in", 96 }, { "cm", 37.8 },
          { "mm", 3.8 }, { "em", EM_PX }, { "rem", EM_PX },    { "%", EM_PX / 100.0 }, { "ex", 8 },  { "ch", 8 } };
  const char *unit;

  if (!buoy_css_number_read (text, out_px, &unit))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (g_str_equal (units[i].unit, unit))
      {
        *out_px *= units[i].px;
        return TRUE;
      }
  return FALSE;
}

void
buoy_css_read_display (BuoyCssDeclaration *declaration, const char *value)
{
  static const char *const within[] = { "inline",   "inline-block", "inline-table", "inline-flex", "inline-grid",
                                        "contents", "initial",      "unset",        NULL };
  static const char *const lines[] = { "block",
                                       "list-item",
                                       "table",
                                       "table-row",
                                       "table-cell",
                                       "table-row-group",
                                       "table-header-group",
                                       "table-footer-group",
                                       "table-caption",
                                       "flex",
                                       "grid",
                                       "flow-root",
                                       "-webkit-box",
                                       NULL };

  declaration->on = is_one_of (value, lines);
  if (g_str_equal (value, "none"))
    declaration->visibility = BUOY_HIDDEN;
  else if (!declaration->on && !is_one_of (value, within))
    be_unsure (declaration);
}

void
buoy_css_read_visibility (BuoyCssDeclaration *declaration, const char *value)
{
  declaration->inherits = g_str_equal (value, "inherit") || g_str_equal (value, "unset");
  if (g_str_equal (value, "hidden") || g_str_equal (value, "collapse"))
    declaration->visibility = BUOY_HIDDEN;
  else if (!declaration->inherits && !g_str_equal (value, "visible") && !g_str_equal (value, "initial"))
    be_unsure (declaration);
}

void
buoy_css_read_opacity (BuoyCssDeclaration *declaration, const char *value)
{
  const char *unit;
  double opacity;

  if (!buoy_css_number_read (value, &opacity, &unit) || (*unit != '\0' && *unit != '%'))
    {
      be_unsure (declaration);
      return;
    }
  opacity = *unit == '%' ? opacity / 100 : opacity;
  declaration->number = CLAMP (opacity, 0, 1);
  declaration->visibility = opacity <= FADED ? BUOY_HIDDEN : opacity < SEEN ? BUOY_DOUBTFUL : BUOY_VISIBLE;
}

static gboolean
read_size_word (BuoyCssDeclaration *declaration, const char *value)
{
  static const struct
  {
    const char *word;
    BuoyCssUnit unit;
    double number;
  } words[] = { { "medium", BUOY_CSS_PX, 16 },  { "initial", BUOY_CSS_PX, 16 },  { "small", BUOY_CSS_PX, 13 },
                { "x-small", BUOY_CSS_PX, 10 }, { "xx-small", BUOY_CSS_PX, 9 },  { "large", BUOY_CSS_PX, 18 },
                { "x-large", BUOY_CSS_PX, 24 }, { "xx-large", BUOY_CSS_PX, 32 }, { "smaller", BUOY_CSS_EM, 0.83 },
                { "larger", BUOY_CSS_EM, 1.2 }, { "inherit", BUOY_CSS_EM, 1 },   { "unset", BUOY_CSS_EM, 1 } };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (words[i].word, value))
      {
        declaration->number = words[i].number;
        declaration->unit = words[i].unit;
        return TRUE;
      }
  return FALSE;
}

/* Bare numbers are sizes only in quirks mode. */
void
buoy_css_read_font_size (BuoyCssDeclaration *declaration, const char *value)
{
  const char *unit;

  if (read_size_word (declaration, value))
    return;
  if (!read_px (value, &declaration->number) || declaration->number < 0)
    {
      be_unsure (declaration);
      return;
    }
  unit = value + strspn (value, "+-.0123456789");
  declaration->unsure = *unit == '\0' && declaration->number != 0;
  if (g_str_equal (unit, "rem"))
    declaration->unit = BUOY_CSS_REM;
  else if (*unit == '%' || *unit == 'e' || *unit == 'c')
    declaration->unit = g_str_equal (unit, "cm") ? BUOY_CSS_PX : BUOY_CSS_EM;
  if (declaration->unit != BUOY_CSS_PX)
    declaration->number /= EM_PX;
}

/* Reads "italic bold 12px/1.5 serif": keywords, the size, and a family, without which the value is invalid. */
void
buoy_css_read_font (BuoyCssDeclaration *declaration, const char *value)
{
  static const char *const before[]
      = { "normal", "italic", "oblique", "bold", "bolder", "lighter", "small-caps", NULL };
  g_auto (GStrv) words = g_strsplit (value, " ", -1);
  guint i = 0;

  while (words[i] != NULL
         && (is_one_of (words[i], before) || (strlen (words[i]) == 3 && g_str_has_suffix (words[i], "00"))))
    i++;
  if (words[i] == NULL || words[i + 1] == NULL || (!g_ascii_isalpha (*words[i + 1]) && *words[i + 1] != '"'))
    {
      be_unsure (declaration);
      return;
    }
  words[i][strcspn (words[i], "/")] = '\0';
  buoy_css_read_font_size (declaration, words[i]);
}

void
buoy_css_read_color (BuoyCssDeclaration *declaration, const char *value)
{
  static const char *const kept[] = { "inherit", "currentcolor", "unset", NULL };

  declaration->inherits = is_one_of (value, kept);
  declaration->knows_color = buoy_css_color_read (value, &declaration->color);
  declaration->unsure = !declaration->inherits && !declaration->knows_color;
}

/* Reads -webkit-text-fill-color, which overrides the colour in any other rule, so the result is unsure. */
void
buoy_css_read_fill (BuoyCssDeclaration *declaration, const char *value)
{
  buoy_css_read_color (declaration, value);
  declaration->unsure = TRUE;
}

/* Whether @word, a part of a background, is not a colour and does not hide anything. */
static gboolean
is_layout (const char *word)
{
  static const char *const words[]
      = { "none",   "repeat", "no-repeat", "repeat-x", "repeat-y", "center", "top",     "left",  "right", "bottom",
          "scroll", "fixed",  "cover",     "contain",  "local",    "/",      "initial", "unset", NULL };
  double px;

  return is_one_of (word, words) || read_px (word, &px);
}

/* An image may have any colour, or none if it is not loaded. */
void
buoy_css_read_background (BuoyCssDeclaration *declaration, const char *value)
{
  g_auto (GStrv) words = NULL;

  declaration->knows_color = buoy_css_color_read (value, &declaration->color);
  if (declaration->knows_color)
    return;
  words = g_strsplit (value, " ", -1);
  declaration->knows_color = TRUE;
  for (guint i = 0; words[i] != NULL; i++)
    if (!buoy_css_color_read (words[i], &declaration->color) && !is_layout (words[i]))
      declaration->knows_color = FALSE;
  declaration->unsure = !declaration->knows_color;
}

void
buoy_css_read_background_image (BuoyCssDeclaration *declaration, const char *value)
{
  declaration->unsure = TRUE;
  if (g_str_equal (value, "none"))
    declaration->property = BUOY_CSS_NOTHING;
}

void
buoy_css_read_overflow (BuoyCssDeclaration *declaration, const char *value)
{
  if (g_str_equal (value, "visible"))
    declaration->property = BUOY_CSS_NOTHING;
}

void
buoy_css_read_size (BuoyCssDeclaration *declaration, const char *value)
{
  static const char *const large[]
      = { "auto", "none", "normal", "initial", "unset", "inherit", "fit-content", "min-content", "max-content", NULL };
  const char *unit;
  double number;
  double px;

  if (is_one_of (value, large))
    declaration->property = BUOY_CSS_NOTHING;
  else if (buoy_css_number_read (value, &number, &unit) && (*unit == '%' || *unit == '\0'))
    declaration->property = number >= (*unit == '%' ? MIN_BOX_PX : MIN_LINE) ? BUOY_CSS_NOTHING : BUOY_CSS_SIZE;
  else if (read_px (value, &px) && px >= MIN_BOX_PX)
    declaration->property = BUOY_CSS_NOTHING;
}

static gboolean
is_near (const char *value, double min_px, double max_px)
{
  static const char *const still[] = { "auto", "normal", "initial", "unset", "inherit", NULL };
  g_auto (GStrv) words = g_strsplit (value, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      double px;

      if (!is_one_of (words[i], still) && (!read_px (words[i], &px) || px < min_px || px > max_px))
        return FALSE;
    }
  return TRUE;
}

void
buoy_css_read_place (BuoyCssDeclaration *declaration, const char *value)
{
  if (is_near (value, -MAX_NEGATIVE_PX, MAX_PX))
    declaration->property = BUOY_CSS_NOTHING;
}

void
buoy_css_read_spacing (BuoyCssDeclaration *declaration, const char *value)
{
  if (is_near (value, -MAX_NARROWING_PX, MAX_PX))
    declaration->property = BUOY_CSS_NOTHING;
}

void
buoy_css_read_layer (BuoyCssDeclaration *declaration, const char *value)
{
  const char *unit;
  double number;

  if (g_str_equal (value, "auto") || (buoy_css_number_read (value, &number, &unit) && number >= 0))
    declaration->property = BUOY_CSS_NOTHING;
}

/* Values without an effect are not doubtful. */
void
buoy_css_read_effect (BuoyCssDeclaration *declaration, const char *value)
{
  static const char *const idle[] = { "none", "auto",  "normal",     "initial",    "unset",      "visible", "1",
                                      "100%", "light", "light dark", "light only", "only light", NULL };

  if (is_one_of (value, idle))
    declaration->property = BUOY_CSS_NOTHING;
}

void
buoy_css_read_content (BuoyCssDeclaration *declaration, const char *value)
{
  if (strchr (value, '(') == NULL)
    declaration->property = BUOY_CSS_NOTHING;
}

void
buoy_css_read_all (BuoyCssDeclaration *declaration, const char *value)
{
}

void
buoy_css_read_direction (BuoyCssDeclaration *declaration, const char *value)
{
  declaration->on = g_str_equal (value, "rtl");
}

void
buoy_css_read_override (BuoyCssDeclaration *declaration, const char *value)
{
  declaration->on = g_str_equal (value, "bidi-override") || g_str_equal (value, "isolate-override");
}
