/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What is known of a protected name from its letters, its owner and its domain; each length has a row on both sides.
 */
#include "config.h"

#include <string.h>

#include "protected/buoy-protected-name.h"

static const char *const lamps[] = { "harbour lamps", NULL };
static const char *const harbour[] = { "harbour", NULL };
static const char *const nothing[] = { NULL };
static const char *const lamps_domains[] = { "lampenhaus.test", "cdn-of-hl.test", NULL };

static const BuoyBrand lamps_brand
    = { .id = "a", .names = (char **) lamps, .ambiguous_names = (char **) nothing, .domains = (char **) lamps_domains };
static const BuoyBrand word_brand = {
  .id = "b", .names = (char **) harbour, .ambiguous_names = (char **) harbour, .domains = (char **) lamps_domains
};

typedef struct
{
  const char *name;
  const BuoyBrand *brand; /* NULL: a contact's */
  gboolean named;
  gboolean distinctive;
} NameRow;

static const NameRow name_rows[] = {
  /* a contact's: from five letters, if it is no common word */
  { "lampe", NULL, FALSE, TRUE },
  { "lamp", NULL, FALSE, FALSE },
  { "online", NULL, FALSE, FALSE },
  /* what the registry lists as a name */
  { "harbour-lamps", &lamps_brand, TRUE, TRUE },
  { "harbourlamps", &lamps_brand, TRUE, TRUE },
  { "harbourlamp", &lamps_brand, FALSE, TRUE },
  { "harbour", &word_brand, FALSE, FALSE },
  /* what it does not: from eight letters or with a hyphen, if it is not all words */
  { "hlampsxq", &lamps_brand, FALSE, TRUE },
  { "hlampsx", &lamps_brand, FALSE, FALSE },
  { "hl-amps", &lamps_brand, FALSE, TRUE },
  { "worldonline", &lamps_brand, FALSE, FALSE },
};

static void
test_name (gconstpointer data)
{
  const NameRow *row = data;
  g_autoptr (GStringChunk) texts = g_string_chunk_new (256);
  BuoyProtectedName name = { .domain = "harbour-lamps.co.test", .brand = row->brand };

  buoy_protected_name_init (&name, row->name, texts);
  g_assert_cmpint (name.named, ==, row->named);
  g_assert_cmpint (name.distinctive, ==, row->distinctive);
  g_assert_null (strchr (name.name, '-'));
  g_assert_cmpuint (name.label_length, ==, strlen ("harbour-lamps"));
  g_assert_cmpstr (buoy_protected_name_suffix (&name), ==, "co.test");
}

/* Skeletons read "rn" as "m" and "cl" as "d"; for typos the letters are kept. */
static void
test_letters (void)
{
  static const struct
  {
    const char *name;
    const char *skeleton;
    const char *letters;
  } rows[] = {
    { "harbour", "harbour", "harbour" },
    { "barnes", "bames", "barnes" },
    { "0i-clarnes", "oldames", "olclarnes" },
  };
  g_autoptr (GStringChunk) texts = g_string_chunk_new (256);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      BuoyProtectedName name = { .domain = "a.test" };

      buoy_protected_name_init (&name, rows[i].name, texts);
      g_assert_cmpstr (name.skeleton, ==, rows[i].skeleton);
      g_assert_cmpstr (name.letters, ==, rows[i].letters);
      g_assert_cmpuint (name.skeleton_length, ==, strlen (rows[i].skeleton));
    }
}

static void
test_join (void)
{
  g_autofree char *spaces = buoy_protected_name_join_name ("prime video");
  g_autofree char *signs = buoy_protected_name_join_name ("o'brien & co. e-mail+");

  g_assert_cmpstr (spaces, ==, "primevideo");
  g_assert_cmpstr (signs, ==, "obriencoemail");
}

static void
test_digits (void)
{
  g_assert_true (buoy_name_mixes_digits ("m365"));
  g_assert_true (buoy_name_mixes_digits ("3m"));
  g_assert_false (buoy_name_mixes_digits ("365"));
  g_assert_false (buoy_name_mixes_digits ("mail"));
  g_assert_false (buoy_name_mixes_digits (""));
}

typedef struct
{
  const char *name;
  const char *domain;
  const BuoyBrand *brand;
  gboolean expected;
} TypoRow;

static const TypoRow typo_rows[] = {
  /* a name of its own: from five letters; a word: from seven */
  { "lampe", "lampe.test", NULL, TRUE },
  { "lamp", "lamp.test", NULL, FALSE },
  { "harbour", "harbour.test", &word_brand, TRUE },
  { "harbou", "harbour.test", &word_brand, FALSE },
  /* "mail" and "email" are no letters of its own */
  { "lampemail", "lampemail.test", NULL, FALSE },
  { "lampesmail", "lampesmail.test", NULL, TRUE },
  { "lampeemail", "lampeemail.test", NULL, TRUE },
  { "lamemail", "lamemail.test", NULL, FALSE },
  /* a domain for pictures does not bear its owner's name, unless a part of it does */
  { "lampenhaus", NULL, &lamps_brand, TRUE },
  { "cdn-of-hlx", "cdn-of-hlx.test", &lamps_brand, FALSE },
  { "myharbourlampsimages", "myharbourlampsimages.test", &lamps_brand, TRUE },
  { "myharbour-images", "myharbour-images.test", &lamps_brand, FALSE },
};

static void
test_typo (gconstpointer data)
{
  const TypoRow *row = data;
  g_autoptr (GStringChunk) texts = g_string_chunk_new (256);
  BuoyProtectedName name
      = { .domain = row->domain != NULL ? row->domain : row->brand->domains[0], .brand = row->brand };

  buoy_protected_name_init (&name, row->name, texts);
  g_assert_cmpint (buoy_protected_name_can_have_typo (&name), ==, row->expected);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/protected-name/letters", test_letters);
  g_test_add_func ("/protected-name/join", test_join);
  g_test_add_func ("/protected-name/digits", test_digits);
  for (guint i = 0; i < G_N_ELEMENTS (name_rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/protected-name/name/%u-%s", i, name_rows[i].name);

      g_test_add_data_func (path, &name_rows[i], test_name);
    }
  for (guint i = 0; i < G_N_ELEMENTS (typo_rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/protected-name/typo/%u-%s", i, typo_rows[i].name);

      g_test_add_data_func (path, &typo_rows[i], test_typo);
    }
  return g_test_run ();
}
