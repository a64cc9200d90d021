/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Colours are tints of the theme's own, so that text keeps the theme's contrast, dark or light; only the stripe and the
 * level's word have our own colours, with a contrast of at least 4.5:1 (WCAG 2.1, 1.4.3).
 */
#include "config.h"

#include "buoy-style.h"

#define DANGER_COLOR "#c01c28"
#define CAUTION_COLOR "#e5a50a"

#define BAR(level, color, part)                                                                                     \
  ".bellbuoy-bar." level " { background-color: mix(@theme_bg_color, " color ", " part "); border-color: " color ";" \
  "  border-width: 0 0 1px 6px; }"                                                                                  \
  ".bellbuoy-word." level " { background-color: " color "; }"

static const char css[]
    = ".bellbuoy-bar { background-color: mix(@theme_bg_color, @theme_fg_color, 0.06); color: @theme_fg_color;"
      "  padding: 12px; border-style: solid; border-width: 0 0 1px 0; border-color: @borders; }" BAR ("danger",
                                                                                                      DANGER_COLOR,
                                                                                                      "0.12")
          BAR ("caution", CAUTION_COLOR, "0.10") ".bellbuoy-heading { font-size: 110%; }"
                                                 ".bellbuoy-dim { opacity: 0.8; }"
                                                 ".bellbuoy-note, .bellbuoy-page :disabled, "
                                                 ".bellbuoy-page :disabled label { "
                                                 "color: mix(@theme_fg_color, @theme_bg_color, 0.2); }"
                                                 ".bellbuoy-card { border: 1px solid alpha(currentColor, 0.25); "
                                                 "border-radius: 6px; padding: 6px 9px; }"
                                                 ".bellbuoy-unverified { border-style: dashed; opacity: 0.75; }"
                                                 ".bellbuoy-boundary.danger { border-color: " DANGER_COLOR
                                                 "; border-width: 2px; }"
                                                 ".bellbuoy-boundary.caution { border-color: " CAUTION_COLOR
                                                 "; border-width: 2px; }"
                                                 ".bellbuoy-folded { padding: 4px 12px; }"
                                                 ".bellbuoy-folded button { padding: 0 8px; }"
                                                 ".bellbuoy-word { border-radius: 4px; padding: 1px 8px; }"
                                                 ".bellbuoy-word.danger { color: white; }"
                                                 ".bellbuoy-word.caution { color: black; }";

static const char *
class_of (BuoyLevel level)
{
  return level == BUOY_LEVEL_DANGER ? "danger" : "caution";
}

static void
add_provider (GdkScreen *screen)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_data (provider, css, -1, NULL);
  gtk_style_context_add_provider_for_screen (screen, GTK_STYLE_PROVIDER (provider),
                                             GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

void
buoy_style_prepare (GdkScreen *screen)
{
  if (g_object_get_data (G_OBJECT (screen), "bellbuoy-style") != NULL)
    return;
  add_provider (screen);
  g_object_set_data (G_OBJECT (screen), "bellbuoy-style", GINT_TO_POINTER (TRUE));
}

void
buoy_style_set_level (GtkWidget *widget, BuoyLevel level)
{
  GtkStyleContext *context = gtk_widget_get_style_context (widget);

  for (BuoyLevel other = BUOY_LEVEL_CAUTION; other <= BUOY_LEVEL_DANGER; other++)
    if (other != level)
      gtk_style_context_remove_class (context, class_of (other));
  if (level != BUOY_LEVEL_NONE)
    gtk_style_context_add_class (context, class_of (level));
}

void
buoy_style_apply (GtkWidget *widget, const char *css_class, BuoyLevel level)
{
  buoy_style_prepare (gtk_widget_get_screen (widget));
  gtk_style_context_add_class (gtk_widget_get_style_context (widget), css_class);
  buoy_style_set_level (widget, level);
}

void
buoy_style_get_color (BuoyLevel level, GdkRGBA *out_color)
{
  gdk_rgba_parse (out_color, level == BUOY_LEVEL_DANGER ? DANGER_COLOR : CAUTION_COLOR);
}

double
buoy_style_get_em (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double size = pango_font_description_get_size (font) / (double) PANGO_SCALE;

  if (pango_font_description_get_size_is_absolute (font))
    return size;
  return size * gdk_screen_get_resolution (gtk_widget_get_screen (widget)) / 72; /* points per inch */
}
