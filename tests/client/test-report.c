/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Which places a reader is offered, and that each group of data/report.ini is complete; which report addresses are
 * valid.
 */
#include "config.h"

#include "buoy-report.h"

#include <string.h>

typedef struct
{
  const char *name;
  const char *languages[4];
  const char *ids; /* joined by a space */
  const char *allowed[3];
} Case;

static const Case cases[] = {
  { "japanese", { "ja_JP", "ja", "C" }, "antiphishing-council anti-spam-center", { "*" } },
  { "japanese-second", { "de", "ja" }, "antiphishing-council anti-spam-center", { "*" } },
  { "english", { "en_GB", "en", "C" }, "apwg", { "*" } },
  { "none", { NULL }, "apwg", { "*" } },
  { "one", { "ja" }, "anti-spam-center", { "anti-spam-center", "apwg" } },
  { "of-another-language", { "ja" }, "", { "apwg" } },
  { "nowhere", { "en" }, "", { NULL } },
};

static void
test_places (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (GPtrArray) places = buoy_report_places_new (c->languages, c->allowed);
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

static const struct
{
  const char *written;
  const char *address; /* NULL: none */
} addresses[] = {
  { "abuse@company.example", "abuse@company.example" },
  { "  abuse@company.example\n", "abuse@company.example" },
  { "通報@会社.example", "通報@会社.example" },
  { "", NULL },
  { NULL, NULL },
  { "abuse", NULL },
  { "@company.example", NULL },
  { "abuse@", NULL },
  { "a@company.example, b@company.example", NULL },
  { "a@company.example;b@company.example", NULL },
  { "Abuse <abuse@company.example>", NULL },
  { "abuse@company.example\nBcc: all@company.example", NULL },
  { "a@b@company.example", NULL },
  { "abuse@company.example\xff", NULL },
};

static void
test_organisation (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (addresses); i++)
    {
      g_autoptr (BuoyReportPlace) place = buoy_report_place_new_organisation (addresses[i].written);

      g_assert_cmpstr (place != NULL ? place->address : NULL, ==, addresses[i].address);
      if (place == NULL)
        continue;
      g_assert_null (place->name);
      g_assert_cmpstr (place->subject, !=, "");
      g_assert_cmpstr (place->note, !=, "");
    }
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
  g_test_add_func ("/report/organisation", test_organisation);
  return g_test_run ();
}
