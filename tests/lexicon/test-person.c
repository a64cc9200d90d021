/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Whether two display names are of the same person.
 */
#include "config.h"

#include "lexicon/buoy-person.h"

typedef struct
{
  const char *name;
  const char *key; /* NULL: not a person */
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

/* Padding after a name makes no difference. */
static void
test_padded (void)
{
  static const char *const paddings[] = { ".", " ", "\342\200\213", "- " };

  for (guint i = 0; i < G_N_ELEMENTS (paddings); i++)
    {
      g_autoptr (GString) name = g_string_new ("Anna Lindqvist");
      g_autofree char *key = NULL;

      while (name->len < 800)
        g_string_append (name, paddings[i]);
      key = buoy_person_key (name->str);
      g_assert_cmpstr (key, ==, "anna lindqvist");
    }
}

static const struct
{
  const char *name;
  const char *key;
  gboolean within;
} within[] = {
  { "代表取締役 山田太郎", "山田太郎", TRUE },
  { "海洋ロジ 代表取締役 山田 太郎", "山田太郎", TRUE },
  { "代表取締役山田太郎", "山田太郎", TRUE },
  { "山田太郎社長", "山田太郎", TRUE },
  { "Anna Lindqvist, CEO", "anna lindqvist", TRUE },
  { "CEO Lindqvist Anna", "anna lindqvist", TRUE },
  { "Anna Lindqvist (Harbour Shipping and Trading Ltd)", "anna lindqvist", TRUE },
  { "Anna Berg and Bo Lindqvist", "anna lindqvist", FALSE },
  { "田中実業", "田中実", FALSE },
};

static void
test_within (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (within); i++)
    {
      g_autoptr (GPtrArray) keys = buoy_person_keys_within (within[i].name);

      g_test_message ("%s", within[i].name);
      g_assert_cmpint (g_ptr_array_find_with_equal_func (keys, within[i].key, g_str_equal, NULL), ==, within[i].within);
    }
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
  g_test_add_func ("/person/padded", test_padded);
  g_test_add_func ("/person/long", test_long);
  g_test_add_func ("/person/within", test_within);
  return g_test_run ();
}
