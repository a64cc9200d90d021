/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Which changes of a name are typos of it, by its length and by whose it is; each length has a row on both sides.
 */
#include "config.h"

#include "protected/buoy-typo.h"

typedef enum
{
  BRAND,   /* a company's name, which no other has */
  WORD,    /* a company's name that is a word as well */
  CONTACT, /* of somebody that the reader knows */
} Owner;

typedef struct
{
  const char *letters;
  const char *name;
  Owner owner;
  BuoyTypo expected;
} Row;

static const Row rows[] = {
  { "netflix", "netflix", BRAND, BUOY_TYPO_NONE },
  { "netlfiy", "netflix", BRAND, BUOY_TYPO_NONE }, /* two */
  /* within a long name: another letter, two swapped, one more, one fewer */
  { "netfkix", "netflix", BRAND, BUOY_TYPO_SURE },
  { "netlfix", "netflix", BRAND, BUOY_TYPO_SURE },
  { "netxflix", "netflix", BRAND, BUOY_TYPO_SURE },
  { "netfix", "netflix", BRAND, BUOY_TYPO_SURE },
  { "netfkix", "netflix", WORD, BUOY_TYPO_CHANCE },
  { "netfl1x", "netflix", BRAND, BUOY_TYPO_NONE }, /* a number */
  { "net2flix", "netflix", BRAND, BUOY_TYPO_NONE },
  /* six letters: only what is easily overlooked is sure */
  { "amezon", "amazon", BRAND, BUOY_TYPO_SURE },
  { "amzaon", "amazon", BRAND, BUOY_TYPO_SURE },
  { "amazom", "amazon", BRAND, BUOY_TYPO_SURE },
  { "anazon", "amazon", BRAND, BUOY_TYPO_SURE },
  { "amaxon", "amazon", BRAND, BUOY_TYPO_CHANCE },
  { "amqzon", "amazon", BRAND, BUOY_TYPO_CHANCE },
  { "amazxon", "amazon", BRAND, BUOY_TYPO_CHANCE },
  { "amzon", "amazon", BRAND, BUOY_TYPO_CHANCE },
  { "amezon", "amazon", WORD, BUOY_TYPO_CHANCE },
  { "texaca", "texaco", BRAND, BUOY_TYPO_CHANCE }, /* a vowel at the end is another form of the word */
  /* five letters: by chance, unless the reader knows whose it is */
  { "adebe", "adobe", BRAND, BUOY_TYPO_CHANCE },
  { "adebe", "adobe", CONTACT, BUOY_TYPO_SURE },
  { "adxbe", "adobe", CONTACT, BUOY_TYPO_CHANCE },
  /* a letter that is doubled, or no longer is */
  { "gooogle", "google", BRAND, BUOY_TYPO_SURE },
  { "gogle", "google", BRAND, BUOY_TYPO_SURE },
  { "amazonn", "amazon", BRAND, BUOY_TYPO_SURE },
  { "whatsap", "whatsapp", BRAND, BUOY_TYPO_SURE },
  { "adobbe", "adobe", BRAND, BUOY_TYPO_CHANCE },
  { "gooogle", "google", WORD, BUOY_TYPO_CHANCE },
  /* at the end: another word, a plural */
  { "netflixy", "netflix", BRAND, BUOY_TYPO_NONE },
  { "netfli", "netflix", BRAND, BUOY_TYPO_NONE },
  { "netflis", "netflix", BRAND, BUOY_TYPO_NONE },
  { "hotelsx", "hotelss", BRAND, BUOY_TYPO_NONE },
  { "netflin", "netflix", BRAND, BUOY_TYPO_SURE },
  { "netfliss", "netfliks", BRAND, BUOY_TYPO_SURE }, /* the letter before it */
  /* at the start: two swapped from seven letters, another letter from nine */
  { "entflix", "netflix", BRAND, BUOY_TYPO_SURE },
  { "maazon", "amazon", BRAND, BUOY_TYPO_NONE },
  { "entflix", "netflix", WORD, BUOY_TYPO_NONE },
  { "caltimore", "baltimore", BRAND, BUOY_TYPO_SURE },
  { "whatsapq", "vhatsapq", BRAND, BUOY_TYPO_NONE },
  { "xbaltimore", "baltimore", BRAND, BUOY_TYPO_NONE },
  { "", "baltimore", BRAND, BUOY_TYPO_NONE },
};

static void
test_typo (gconstpointer data)
{
  static const BuoyBrand brand = { .id = "brand" };
  const Row *row = data;
  const BuoyProtectedName name
      = { .letters = row->name, .brand = row->owner == CONTACT ? NULL : &brand, .distinctive = row->owner != WORD };

  g_assert_cmpint (buoy_typo_compare (row->letters, &name), ==, row->expected);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/typo/%u-%s-%s", i, rows[i].letters, rows[i].name);

      g_test_add_data_func (path, &rows[i], test_typo);
    }
  return g_test_run ();
}
