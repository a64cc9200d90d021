/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A verdict that went through bytes tells what the one tells that was made here: over all of tests/data, or over the
 * folders that are named. Bytes that are cut or altered make no verdict, or a whole one.
 */
#include "config.h"

#include <string.h>

#include "../checks/fixture.h"
#include "same.h"
#include "verdict/buoy-verdict-bytes.h"

static BuoyVerdict *
through_bytes (BuoyVerdict *verdict)
{
  g_autoptr (GBytes) bytes = buoy_verdict_to_bytes (verdict);
  g_autoptr (GError) error = NULL;
  BuoyVerdict *copy;

  g_assert_nonnull (bytes);
  copy = buoy_verdict_from_bytes (bytes, &error);
  g_assert_no_error (error);
  buoy_verdict_attach (copy, verdict->context, verdict->verification);
  return copy;
}

static void
test_file (const char *path)
{
  g_autoptr (GBytes) bytes = fixture_read (path);
  g_autoptr (BuoyVerdict) readable = buoy_scan_without_pictures (bytes, NULL, NULL, NULL);
  g_autoptr (BuoyVerdict) verdict = readable != NULL ? fixture_scan (bytes) : NULL;
  g_autoptr (BuoyVerdict) copy = NULL;
  g_autoptr (GBytes) first = NULL;
  g_autoptr (GBytes) second = NULL;

  if (verdict == NULL)
    return;
  copy = through_bytes (verdict);
  first = buoy_verdict_to_bytes (verdict);
  second = buoy_verdict_to_bytes (copy);
  g_test_message ("%s: %" G_GSIZE_FORMAT " bytes", path, g_bytes_get_size (first));
  assert_same (verdict, copy);
  g_assert_true (g_bytes_equal (first, second));
}

static guint
test_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n_files = 0;
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      n_files += test_folder (path);
      if (!g_str_has_suffix (name, ".eml"))
        continue;
      test_file (path);
      n_files++;
    }
  return n_files;
}

static void
test_same (gconstpointer data)
{
  const char *const *folders = data;
  g_autofree char *own = g_test_build_filename (G_TEST_DIST, "data", NULL);
  guint n_files = 0;

  for (guint i = 0; folders[i] != NULL; i++)
    n_files += test_folder (folders[i]);
  if (folders[0] == NULL)
    n_files = test_folder (own);
  g_assert_cmpuint (n_files, >, 0);
}

static const char mail[] = "From: Shop <news@shop.test>\n"
                           "Subject: Hi\n"
                           "Content-Type: text/html\n"
                           "\n"
                           "<a href='https://evil.test/'>www.shop.test</a><a href='https://shop.test/%20a'>here</a>\n";

static GBytes *
make_bytes (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (mail, sizeof mail - 1);
  g_autoptr (BuoyVerdict) verdict = buoy_scan (bytes, NULL, NULL, NULL);

  return buoy_verdict_to_bytes (verdict);
}

static void
test_cut (void)
{
  g_autoptr (GBytes) whole = make_bytes ();

  for (gsize length = 0; length < g_bytes_get_size (whole); length++)
    {
      g_autoptr (GBytes) cut = g_bytes_new_from_bytes (whole, 0, length);
      g_autoptr (GError) error = NULL;

      g_assert_null (buoy_verdict_from_bytes (cut, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
    }
}

/* Each byte, in several ways. What is still a verdict can be told. */
static void
test_altered (void)
{
  static const guint8 masks[] = { 0x01, 0x80, 0xff };
  g_autoptr (GBytes) whole = make_bytes ();
  gsize length;
  const guint8 *data = g_bytes_get_data (whole, &length);
  guint n_refused = 0;

  for (gsize i = 0; i < length * G_N_ELEMENTS (masks); i++)
    {
      g_autofree guint8 *copy = g_memdup2 (data, length);
      g_autoptr (GBytes) altered = NULL;
      g_autoptr (BuoyVerdict) verdict = NULL;

      copy[i / G_N_ELEMENTS (masks)] ^= masks[i % G_N_ELEMENTS (masks)];
      altered = g_bytes_new_take (g_steal_pointer (&copy), length);
      verdict = buoy_verdict_from_bytes (altered, NULL);
      if (verdict != NULL)
        assert_same (verdict, verdict);
      n_refused += verdict == NULL;
    }
  g_assert_cmpuint (n_refused, >, length);
}

static void
test_longer (void)
{
  g_autoptr (GBytes) whole = make_bytes ();
  g_autoptr (GByteArray) longer = g_byte_array_new ();

  g_byte_array_append (longer, g_bytes_get_data (whole, NULL), (guint) g_bytes_get_size (whole));
  g_byte_array_append (longer, (const guint8 *) "", 1);
  g_clear_pointer (&whole, g_bytes_unref);
  whole = g_byte_array_free_to_bytes (g_steal_pointer (&longer));
  g_assert_null (buoy_verdict_from_bytes (whole, NULL));
}

/* A reader's registry is not asked for what a taken-over process makes up. */
static void
test_questions (void)
{
  static const struct
  {
    const char *domain;
    gboolean is_fine;
  } cases[] = {
    { "example.com", TRUE }, { "secret.example.com", FALSE }, { "secret text.com", FALSE },
    { "com", FALSE },        { "localhost", FALSE },          { "127.0.0.1", FALSE },
    { "", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (mail, sizeof mail - 1);
      g_autoptr (BuoyVerdict) verdict = buoy_scan (bytes, NULL, NULL, NULL);
      g_autoptr (BuoyVerdict) copy = NULL;
      g_autoptr (GBytes) told = NULL;

      g_ptr_array_set_size (verdict->facts->questions.domains, 0);
      g_ptr_array_add (verdict->facts->questions.domains, g_strdup (cases[i].domain));
      told = buoy_verdict_to_bytes (verdict);
      copy = buoy_verdict_from_bytes (told, NULL);
      g_assert_cmpint (copy != NULL, ==, cases[i].is_fine);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/bytes/same", argv + 1, test_same);
  g_test_add_func ("/bytes/cut", test_cut);
  g_test_add_func ("/bytes/altered", test_altered);
  g_test_add_func ("/bytes/longer", test_longer);
  g_test_add_func ("/bytes/questions", test_questions);
  return g_test_run ();
}
