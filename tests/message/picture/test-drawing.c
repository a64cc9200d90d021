/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What counts as a drawing: enough lines of block characters and spaces, or of coloured cells.
 */
#include "config.h"

#include <string.h>

#include "page-cases.h"

#define SIDE 21

typedef struct
{
  const char *name;
  const char *before;
  const char *unit; /* repeated SIDE times a line, SIDE lines */
  const char *line_end;
  const char *after;
  const char *head; /* of the picture; NULL: none */
} DrawingCase;

static const DrawingCase cases[] = {
  { "blocks", "<pre>", "█", "\n", "</pre>", "P5\n21 42\n255\n" },
  { "half-blocks", "<pre>", "▀", "\n", "</pre>", "P5\n21 42\n255\n" },
  { "squares", "", "⬛", "<br>", "", "P5\n42 42\n255\n" },
  { "spans", "", "<span style='background:#000'>&nbsp;</span>", "<br>\n", "", "P5\n21 42\n255\n" },
  { "cells", "<table><tr>\n ", "<td bgcolor=black></td> \n", "</tr>\n<tr>", "</table>", "P5\n42 42\n255\n" },
  { "wide-cells", "<table><tr>", "<td colspan=2> </td>", "</tr><tr>", "</table>", "P5\n84 42\n255\n" },
  { "text-behind", "<pre>", "█", "\n", "</pre>Regards", "P5\n21 42\n255\n" },
  { "text-beside", "<pre>", "█", " a\n", "</pre>", NULL },
  { "letters", "<p>", "a", "<br>", "</p>", NULL },
  { "numbers-in-cells", "<table><tr>", "<td>1</td>", "</tr><tr>", "</table>", NULL },
  { "one-line", "<pre>", "█", "", "</pre>", NULL },
  { "unseen", "<pre style='display:none'>", "█", "\n", "</pre>", NULL },
};

/* @user_data receives the only picture. */
static gboolean
take_picture (const GPtrArray *pictures, GPtrArray *texts, gpointer user_data)
{
  GBytes **out_picture = user_data;

  g_assert_cmpuint (pictures->len, ==, 1);
  *out_picture = g_bytes_ref (g_ptr_array_index (pictures, 0));
  return TRUE;
}

static void
test_drawing (gconstpointer data)
{
  const DrawingCase *row = data;
  g_autoptr (GString) html = g_string_new (row->before);
  g_autoptr (BuoyMessage) counted = NULL;
  g_autoptr (BuoyMessage) message = NULL;
  g_autoptr (GBytes) picture = NULL;

  for (guint i = 0; i < SIDE; i++)
    {
      for (guint k = 0; k < SIDE; k++)
        g_string_append (html, row->unit);
      g_string_append (html, row->line_end);
    }
  g_string_append (html, row->after);
  counted = page_case_read (html->str);
  g_assert_cmpuint (counted->n_unread_pictures, ==, row->head != NULL ? 1 : 0);
  message = page_case_look (html->str, take_picture, &picture);
  g_assert_cmpint (picture != NULL, ==, row->head != NULL);
  if (row->head != NULL)
    {
      gsize length;
      const char *bytes = g_bytes_get_data (picture, &length);

      g_assert_cmpuint (length, >, strlen (row->head));
      g_assert_cmpint (strncmp (bytes, row->head, strlen (row->head)), ==, 0);
    }
}

/* Foreground, background, and foreground in the background's colour. */
static void
test_shades (void)
{
  g_autoptr (GString) html = g_string_new ("<pre style='background:#eee'>");
  g_autoptr (BuoyMessage) message = NULL;
  g_autoptr (GBytes) picture = NULL;
  const guint8 *pixels;

  for (guint i = 0; i < SIDE; i++)
    g_string_append (html, "█▀▄ <b style='color:#eee'>██████████████████</b>\n");
  message = page_case_look (html->str, take_picture, &picture);
  g_assert_nonnull (picture);
  pixels = g_bytes_get_data (picture, NULL);
  pixels += strlen ("P5\n22 42\n255\n");
  g_assert_cmpmem (pixels, 6, "\0\0\xff\xff\xff\xff", 6);
  g_assert_cmpmem (pixels + 22, 6, "\0\xff\0\xff\xff\xff", 6);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/drawing/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_drawing);
    }
  g_test_add_func ("/drawing/shades", test_shades);
  return g_test_run ();
}
