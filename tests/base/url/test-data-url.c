/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * data: URLs: how they are recognised, and what they contain.
 */
#include "config.h"

#include "base/url/buoy-data-url.h"

#include <string.h>

typedef struct
{
  const char *url;
  const char *type; /* NULL: not a data: URL */
  const char *decoded;
} Row;

static const Row rows[] = {
  { "data:,a", "", "a" },
  { "DATA:Text/HTML,a%20b", "text/html", "a b" },
  { "  da\nta:text/html,a\tb \r\n", "text/html", "ab " },
  { "data:text/html;base64,PGI+", "text/html;base64", "<b>" },
  { "data:text/html;BASE64,PGI%2B", "text/html;base64", "<b>" },
  { "data:text/html;  base64 ,PGI+", "text/html;  base64", "<b>" },
  { "data:;base64,PG I+", ";base64", "<b>" },
  { "data:text/html;charset=utf-8;base64,PGI+", "text/html;charset=utf-8;base64", "<b>" },
  { "data:text/html;base64;charset=utf-8,PGI+", "text/html;base64;charset=utf-8", "PGI+" },
  { "data:text/html;xbase64,PGI+", "text/html;xbase64", "PGI+" },
  { "data:base64,PGI+", "base64", "PGI+" },
  { "data:;base64,", ";base64", "" },
  { "data:;base64,A", ";base64", "" },
  { "data:;base64,%00%00", ";base64", "" },
  { "data:/data:Z", NULL, NULL },
  { "dat:a,b", NULL, NULL },
  { "da,ta:a", NULL, NULL },
  { ",", NULL, NULL },
  { "", NULL, NULL },
};

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (BuoyDataUrl) url = buoy_data_url_parse (row->url);
  g_autoptr (GBytes) bytes = url != NULL ? buoy_data_url_decode (url, url->is_base64) : NULL;

  g_assert_cmpstr (url != NULL ? url->type : NULL, ==, row->type);
  if (row->decoded != NULL)
    g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), row->decoded, strlen (row->decoded));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/data-url/%u", i);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  return g_test_run ();
}
