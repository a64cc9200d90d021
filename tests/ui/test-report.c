/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Which places a reader is offered, and that each group of data/report.ini is whole.
 */
#include "config.h"

#include "buoy-report.h"

#include <string.h>

typedef struct
{
  const char *name;
  const char *languages[4];
  const char *ids; /* joined by a space */
} Case;

static const Case cases[] = {
  { "japanese", { "ja_JP", "ja", "C" }, "antiphishing-council anti-spam-center" },
  { "japanese-second", { "de", "ja" }, "antiphishing-council anti-spam-center" },
  { "english", { "en_GB", "en", "C" }, "apwg" },
  { "none", { NULL }, "apwg" },
};

static void
test_places (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (GPtrArray) places = buoy_report_places_new (c->languages);
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < places->len; i++)
    {
      const BuoyReportPlace *place = g_ptr_array_index (places, i);

      g_string_append_printf (ids, "%s%s", i > 0 ? " " : "", place->id);
      g_assert_cmpstr (place->name, !=, "");
      g_assert_cmpstr (place->subject, !=, "");
      g_assert_cmpstr (place->note, !=, "");
      g_assert_nonnull (strchr (place->address, '@'));
    }
  g_assert_cmpstr (ids->str, ==, c->ids);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/report/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_places);
    }
  return g_test_run ();
}
