/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Links are painted in a colour and its pixels counted, which also finds them where no script can look.
 */
#include "config.h"

#include "display-private.h"
#include "e-buoy-css.h"

#include <string.h>

#define MAX_HREFS 1000
#define LINKS ":is(:any-link, a[*|href], area[href])"

/* Links are looked for by these colours, which no message has by chance: that of the message at 0, of the next, and so
 * on; and that of frames that are no part of a message.
 */
#define FIRST_COLOR 0xfe0110
#define FOREIGN_COLOR 0xfe01fd
#define KNOWN_COLOR 0x02fd03

/* A link hands its colour down to its content: to look for the links around each element for each of a thousand links
 * would take minutes.
 */
static void
append_rule (GString *css, const char *selector, guint color)
{
  g_string_append_printf (css, "%s { --bellbuoy-link: #%06x !important; }\n", selector, color);
}

static void
append_rules (GString *css, guint color)
{
  append_rule (css, LINKS, color);
  append_rule (css, ":is(:any-link, a, area)[*|href^=\"mailto:\" i]", KNOWN_COLOR);
  g_string_append (css, LINKS ", " LINKS " * { background: var(--bellbuoy-link) !important;"
                              " color: var(--bellbuoy-link) !important; fill: var(--bellbuoy-link) !important;"
                              " outline: 2px solid var(--bellbuoy-link) !important; }\n");
}

static void
add_sheet (Display *self, const char *css, const char *pattern)
{
  const char *patterns[] = { pattern, NULL };
  WebKitUserStyleSheet *sheet
      = webkit_user_style_sheet_new (css, WEBKIT_USER_CONTENT_INJECT_ALL_FRAMES, WEBKIT_USER_STYLE_LEVEL_USER,
                                     pattern != NULL ? patterns : NULL, NULL);

  webkit_user_content_manager_add_style_sheet (self->manager, sheet);
  g_ptr_array_add (self->sheets, sheet);
}

void
display_remove_sheets (Display *self)
{
  webkit_user_content_manager_remove_all_style_sheets (self->manager);
  g_ptr_array_set_size (self->sheets, 0);
}

/* For all frames, or if several messages are shown, for those that are parts of this one. */
static void
add_sheet_for (Display *self, guint index, const GPtrArray *hrefs)
{
  g_autofree char *pattern = g_strdup_printf (MESSAGE "%u", self->first + index);
  g_autoptr (GString) css = g_string_new (NULL);

  append_rules (css, FIRST_COLOR + index);
  for (guint i = 0; i < hrefs->len && hrefs->len <= MAX_HREFS; i++)
    {
      g_autoptr (GString) selector = g_string_new (":is(:any-link, a, area)[*|href=");

      e_buoy_css_append_string (selector, g_ptr_array_index (hrefs, i));
      g_string_append_c (selector, ']');
      append_rule (css, selector->str, KNOWN_COLOR);
    }
  add_sheet (self, css->str, self->part_lists->len > 1 ? pattern : NULL);
}

static void
add_sheet_for_foreign (Display *self)
{
  g_autoptr (GString) css = g_string_new (NULL);

  append_rules (css, FOREIGN_COLOR);
  add_sheet (self, css->str, NULL);
}

static void
on_snapshot (GObject *view, GAsyncResult *result, gpointer data)
{
  cairo_surface_t **surface = data;

  *surface = webkit_web_view_get_snapshot_finish (WEBKIT_WEB_VIEW (view), result, NULL);
  if (*surface == NULL)
    *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 1, 1);
}

/* Adds the pixels of each message. Returns those of frames that are no part of one. */
static int
count_pixels (cairo_surface_t *surface, guint n, int *out_n)
{
  const int width = cairo_image_surface_get_width (surface);
  const int height = cairo_image_surface_get_height (surface);
  const int stride = cairo_image_surface_get_stride (surface);
  const guint8 *data;
  int n_foreign = 0;

  cairo_surface_flush (surface);
  data = cairo_image_surface_get_data (surface);
  for (int y = 0; y < height; y++)
    {
      const guint32 *row = (const guint32 *) (gconstpointer) (data + y * stride);

      for (int x = 0; x < width; x++)
        {
          const guint32 color = row[x] & 0xffffff;

          if (color >= FIRST_COLOR && color < FIRST_COLOR + n)
            out_n[color - FIRST_COLOR]++;
          else
            n_foreign += color == FOREIGN_COLOR;
        }
    }
  return n_foreign;
}

void
display_count_other_links (Display *self, const GPtrArray *hrefs, int *out_n)
{
  cairo_surface_t *surface = NULL;
  int n_foreign;

  display_remove_sheets (self);
  if (hrefs->len > 1)
    add_sheet_for_foreign (self);
  for (guint i = 0; i < hrefs->len; i++)
    add_sheet_for (self, i, g_ptr_array_index (hrefs, i));
  webkit_web_view_get_snapshot (self->view, WEBKIT_SNAPSHOT_REGION_FULL_DOCUMENT, WEBKIT_SNAPSHOT_OPTIONS_NONE, NULL,
                                on_snapshot, &surface);
  while (surface == NULL)
    g_main_context_iteration (NULL, TRUE);
  memset (out_n, 0, hrefs->len * sizeof *out_n);
  n_foreign = count_pixels (surface, hrefs->len, out_n);
  for (guint i = 0; i < hrefs->len; i++)
    if (((const GPtrArray *) g_ptr_array_index (hrefs, i))->len > MAX_HREFS)
      out_n[i] = -1;
    else if (display_has_foreign (self, i))
      out_n[i] += n_foreign;
  cairo_surface_destroy (surface);
}
