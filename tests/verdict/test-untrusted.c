/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Bytes that are cut or altered, or that our own processes never write, make no verdict, or a whole one.
 */
#include "config.h"

#include "base/buoy-record.h"
#include "same.h"
#include "verdict/buoy-judge.h"
#include "scan/buoy-scan.h"
#include "verdict/buoy-verdict-bytes.h"
#include "verdict/facts-record.h"
#include "verdict/judge-task.h"

static const char mail[] = "From: Shop <news@shop.test>\n"
                           "Subject: Hi\n"
                           "Content-Type: text/html\n"
                           "\n"
                           "<a href='https://evil.test/'>www.shop.test</a><a href='https://shop.test/%20a'>here</a>\n";

static GBytes *
make_bytes (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (mail, sizeof mail - 1);
  g_autoptr (BuoyVerdict) verdict = buoy_scan (bytes, NULL, BUOY_SCAN_PICTURES, NULL, NULL);

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

/* Small bytes must not fill the memory of who reads them. */
static void
test_many (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (mail, sizeof mail - 1);
  g_autoptr (BuoyVerdict) verdict = buoy_scan (bytes, NULL, BUOY_SCAN_PICTURES, NULL, NULL);
  g_autoptr (GBytes) whole = NULL;

  for (guint i = 0; i < BUOY_RECORD_MAX_ELEMENTS; i++)
    g_ptr_array_add (verdict->facts->addressees, g_strdup (""));
  whole = buoy_verdict_to_bytes (verdict);
  g_assert_null (buoy_verdict_from_bytes (whole, NULL));
}

static void
test_lesson (void)
{
  static const struct
  {
    guint n_names, place;
    gboolean is_fine;
  } cases[] = { { 0, G_MAXUINT, TRUE }, { 1, 0, TRUE }, { 1, G_MAXUINT, FALSE }, { 0, 0, FALSE }, { 1, 3, FALSE } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (mail, sizeof mail - 1);
      g_autoptr (BuoyVerdict) verdict = buoy_scan (bytes, NULL, BUOY_SCAN_PICTURES, NULL, NULL);
      g_autoptr (BuoyVerdict) copy = NULL;
      g_autoptr (GBytes) told = NULL;

      g_clear_pointer (&verdict->lesson, buoy_lesson_unref);
      verdict->lesson = buoy_lesson_new ();
      verdict->lesson->sender = g_strdup ("shop.test");
      verdict->lesson->home = g_strdup ("shop.test");
      verdict->lesson->n_names = cases[i].n_names;
      if (cases[i].place != G_MAXUINT)
        verdict->lesson->names[cases[i].place].key = g_strdup ("shop");
      told = buoy_verdict_to_bytes (verdict);
      copy = buoy_verdict_from_bytes (told, NULL);
      g_assert_cmpint (copy != NULL, ==, cases[i].is_fine);
    }
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
      g_autoptr (BuoyVerdict) verdict = buoy_scan (bytes, NULL, BUOY_SCAN_PICTURES, NULL, NULL);
      g_autoptr (BuoyVerdict) copy = NULL;
      g_autoptr (GBytes) told = NULL;

      g_ptr_array_set_size (verdict->facts->questions.domains, 0);
      g_ptr_array_add (verdict->facts->questions.domains, g_strdup (cases[i].domain));
      told = buoy_verdict_to_bytes (verdict);
      copy = buoy_verdict_from_bytes (told, NULL);
      g_assert_cmpint (copy != NULL, ==, cases[i].is_fine);
    }
}

/* More lists of pictures, or pictures, than a message can have would take all memory of the host. */
static void
test_pictures (void)
{
  static const struct
  {
    guint n_lists, n_pictures;
    gboolean is_fine;
  } cases[] = {
    { 1, BUOY_MAX_PICTURES, TRUE },
    { 1, BUOY_MAX_PICTURES + 1, FALSE },
    { BUOY_RECORD_MAX_LIST, 1, TRUE },
    { BUOY_RECORD_MAX_LIST + 1, 0, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) lists = g_ptr_array_new ();
      g_autoptr (GPtrArray) list = g_ptr_array_new ();
      g_autoptr (GPtrArray) copy = NULL;
      g_autoptr (GBytes) picture = g_bytes_new_static ("x", 1);
      g_autoptr (GBytes) told = NULL;

      for (guint j = 0; j < cases[i].n_pictures; j++)
        g_ptr_array_add (list, picture);
      for (guint j = 0; j < cases[i].n_lists; j++)
        g_ptr_array_add (lists, list);
      told = buoy_picture_lists_to_bytes (lists);
      copy = buoy_picture_lists_from_bytes (told);
      g_assert_cmpint (copy != NULL, ==, cases[i].is_fine);
    }
}

static const char warned[]
    = "Authentication-Results: mx.harbour.test; spf=pass smtp.mailfrom=news.test; dkim=none; dmarc=none\n"
      "From: PayPal <service@shop.test>\n"
      "To: you@harbour.test\n"
      "Subject: Your account is suspended\n"
      "MIME-Version: 1.0\n"
      "Content-Type: multipart/related; boundary=b\n"
      "\n"
      "--b\n"
      "Content-Type: text/html\n"
      "\n"
      "<p>Verify your password today.</p><a href='https://evil.test/'>www.paypal.com</a>\n"
      "--b\n"
      "Content-Type: image/png\n"
      "Content-Transfer-Encoding: base64\n"
      "\n"
      "iVBORw0KGgoAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\n"
      "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\n"
      "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\n"
      "--b--\n";

/* Whatever a process claims to have read in a picture, the message is not taken for a better one. */
static void
test_codes (void)
{
  static const char *const codes[] = {
    "https://shop.test/",
    "https://www.paypal.com/",
    "https://harbour.test/",
    "https://news.test/",
    "mailto:you@harbour.test",
    "www.paypal.com",
    "",
    "\xff",
  };
  g_autoptr (GBytes) bytes = g_bytes_new_static (warned, sizeof warned - 1);
  g_autoptr (BuoyVerdict) first = buoy_scan (bytes, NULL, 0, NULL, NULL);

  g_assert_true (buoy_verdict_has_unread_pictures (first));
  g_assert_cmpint (buoy_verdict_get_level (first), ==, BUOY_LEVEL_DANGER);
  for (guint i = 0; i <= G_N_ELEMENTS (codes); i++)
    {
      g_autoptr (GPtrArray) seen = g_ptr_array_new_with_free_func (buoy_picture_facts_free);
      BuoyPictureFacts *facts = buoy_picture_facts_new ();
      g_autoptr (BuoyVerdict) second = NULL;

      facts->complete = TRUE;
      for (guint j = 0; j < G_N_ELEMENTS (codes); j++)
        if (i == j || i == G_N_ELEMENTS (codes))
          g_ptr_array_add (facts->codes, g_strdup (codes[j]));
      g_ptr_array_add (seen, facts);
      second = buoy_judge_again (first, bytes, NULL, seen, NULL, NULL, NULL);
      g_assert_false (buoy_verdict_has_unread_pictures (second));
      g_assert_cmpint (buoy_verdict_get_level (second), >=, buoy_verdict_get_level (first));
      g_assert_cmpuint (second->findings->len, >=, first->findings->len);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/untrusted/cut", test_cut);
  g_test_add_func ("/untrusted/altered", test_altered);
  g_test_add_func ("/untrusted/longer", test_longer);
  g_test_add_func ("/untrusted/many", test_many);
  g_test_add_func ("/untrusted/lesson", test_lesson);
  g_test_add_func ("/untrusted/questions", test_questions);
  g_test_add_func ("/untrusted/pictures", test_pictures);
  g_test_add_func ("/untrusted/codes", test_codes);
  return g_test_run ();
}
