/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A hyphen at the end of a line, or a break inside a label, turns a host into another one.
 */
#include "config.h"

#include <pango/pangocairo.h>

#include "buoy-sentence.h"

#define MIN_WIDTH 150 /* no label below is wider */
#define MAX_WIDTH 500
#define STEP 10

static const char *const texts[] = {
  "mail-5.participan.shop",
  "www.account-update.login.participan.shop",
  "Really opens: ekl-net.vecterdian.participan.shop",
};

static PangoLayout *
lay_out (const char *text, int width, gboolean keep)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  PangoLayout *layout = pango_layout_new (context);

  g_object_unref (context);
  if (keep)
    {
      buoy_attributes_forbid_hyphens (attributes);
      buoy_attributes_keep_labels (attributes, text);
    }
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, width * PANGO_SCALE);
  pango_layout_set_text (layout, text, -1);
  return layout;
}

static int
count_glyphs (PangoLayout *layout)
{
  int n = 0;

  for (GSList *line = pango_layout_get_lines_readonly (layout); line != NULL; line = line->next)
    for (GSList *run = ((PangoLayoutLine *) line->data)->runs; run != NULL; run = run->next)
      n += ((PangoGlyphItem *) run->data)->glyphs->num_glyphs;
  return n;
}

/* How many lines begin inside a label. */
static int
count_torn (PangoLayout *layout)
{
  const char *text = pango_layout_get_text (layout);
  int n = 0;

  for (int i = 1; i < pango_layout_get_line_count (layout); i++)
    {
      const int start = pango_layout_get_line_readonly (layout, i)->start_index;

      n += text[start - 1] != '.' && text[start - 1] != ' ';
    }
  return n;
}

static void
test_hosts_break_after_dots (void)
{
  int n_torn_otherwise = 0;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    for (int width = MIN_WIDTH; width < MAX_WIDTH; width += STEP)
      {
        g_autoptr (PangoLayout) layout = lay_out (texts[i], width, TRUE);
        g_autoptr (PangoLayout) other = lay_out (texts[i], width, FALSE);

        g_assert_cmpint (count_torn (layout), ==, 0);
        g_assert_cmpint (count_glyphs (layout), <=, g_utf8_strlen (texts[i], -1));
        n_torn_otherwise += count_torn (other);
      }
  g_assert_cmpint (n_torn_otherwise, >, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sentence/hosts-break-after-dots", test_hosts_break_after_dots);
  return g_test_run ();
}
