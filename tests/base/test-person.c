/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * When two display names are one person's.
 */
#include "config.h"

#include "base/buoy-person.h"

typedef struct
{
  const char *name;
  const char *key; /* NULL: names nobody */
} Row;

static const Row rows[] = {
  { "Anna Lindqvist", "anna lindqvist" },
  { "Lindqvist, Anna", "anna lindqvist" },
  { "  ANNA   LINDQVIST ", "anna lindqvist" },
  { "Dr. Anna B. Lindqvist", "anna lindqvist" },
  { "Аnna Lindqvist", "anna lindqvist" }, /* a Cyrillic А */
  { "Ann\303\241 Lindqvist", "anna lindqvist" },
  { "Anna-Maria Lindqvist", "anna lindqvist maria" },
  { "Anna Lindqvist (Acme)", "acme anna lindqvist" },
  { "山田太郎", "山田太郎" },
  { "山田 太郎", "山田太郎" },
  { "山田　太郎 様", "山田太郎" },
  { "山田太郎さん", "山田太郎" },
  { "김철수", "김철수" },
  { "Anna", NULL },
  { "A. Lindqvist", NULL },
  { "Dr. Lindqvist", NULL },
  { "山田", NULL },
  { "山田様", NULL },
  { "12345 67890", NULL },
  { "one two three four five six", NULL },
  { "", NULL },
};

static void
test_key (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *key = buoy_person_key (rows[i].name);

      g_test_message ("%s", rows[i].name);
      g_assert_cmpstr (key, ==, rows[i].key);
    }
  g_assert_null (buoy_person_key (NULL));
}

static void
test_long (void)
{
  g_autofree char *name = g_strnfill (100000, 'a');

  g_assert_null (buoy_person_key (name));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/person/key", test_key);
  g_test_add_func ("/person/long", test_long);
  return g_test_run ();
}
