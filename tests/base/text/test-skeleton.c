/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Names that are confused have the same skeleton; other names have different ones.
 */
#include "config.h"

#include "base/text/buoy-skeleton.h"

typedef struct
{
  const char *a;
  const char *b;
  gboolean alike;
} Pair;

static const Pair pairs[] = {
  { "paypal", "paypa1", TRUE },        { "paypal", "раураӏ", TRUE },        { "paypal", "pаypal", TRUE },
  { "google", "ɡооɡӏе", TRUE },        { "google", "googlé", TRUE },        { "test", "tést", TRUE },
  { "test", "七est", TRUE },           { "eki-net", "ekl-net", TRUE },      { "modern", "modem", TRUE },
  { "test-site", "test–site", TRUE },  { "test-site", "test一site", TRUE }, { "google.com-a", "google.comノa", TRUE },
  { "microsoft", "rnicr0s0ft", TRUE }, { "wells", "vvells", TRUE },         { "kraken", "кгакеп", TRUE },
  { "kraken", "кракен", FALSE },       { "microsoft", "μicrosoft", FALSE }, { "market", "ϻarкet", FALSE },
  { "market", "мarкεt", TRUE },        { "apple", "ample", FALSE },         { "sony", "somy", FALSE },
};

static void
test_pairs (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autofree char *a = buoy_skeleton_new (pairs[i].a);
      g_autofree char *b = buoy_skeleton_new (pairs[i].b);

      g_test_message ("%s %s: %s %s", pairs[i].a, pairs[i].b, a, b);
      g_assert_cmpint (g_strcmp0 (a, b) == 0, ==, pairs[i].alike);
    }
}

/* "crunchyroll" with two letters swapped; only the other has rn for m. */
static void
test_fold (void)
{
  char whole[] = "crnuchyro11";
  char letters[] = "crnuchyro11";

  buoy_skeleton_fold (whole);
  buoy_skeleton_fold_letters (letters);
  g_assert_cmpstr (whole, ==, "cmuchyroll");
  g_assert_cmpstr (letters, ==, "crnuchyroll");
}

static void
test_foreign (void)
{
  static const char *const names[] = { "日本語", "中国", "カー野球", "ひら" };

  g_assert_null (buoy_skeleton_new (NULL));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_null (buoy_skeleton_new (names[i]));
}

static void
test_compare (void)
{
  g_assert_cmpint (buoy_skeleton_compare ("paypal", "paypal"), ==, BUOY_LIKENESS_SAME);
  g_assert_cmpint (buoy_skeleton_compare ("paypai", "paypal"), ==, BUOY_LIKENESS_LETTERS);
  g_assert_cmpint (buoy_skeleton_compare ("paypa1", "paypal"), ==, BUOY_LIKENESS_DIGITS);
  g_assert_cmpint (buoy_skeleton_compare ("pаypal", "paypal"), ==, BUOY_LIKENESS_SCRIPT);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/skeleton/pairs", test_pairs);
  g_test_add_func ("/skeleton/fold", test_fold);
  g_test_add_func ("/skeleton/foreign", test_foreign);
  g_test_add_func ("/skeleton/compare", test_compare);
  return g_test_run ();
}
