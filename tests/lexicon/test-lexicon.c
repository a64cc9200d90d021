/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The built-in files, and errors in broken ones.
 */
#include "config.h"

#include "lexicon/buoy-lexicon-reader.h"

#include "base/text/buoy-text.h"
#include "buoy-types.h"

/* A phrase in any other form would never be found. */
static void
test_folded (void)
{
  const BuoyLexicon *lexicon = buoy_lexicon_get_default ();

  for (guint s = 0; s < BUOY_LEXICON_N_SECTIONS; s++)
    {
      const GPtrArray *section = buoy_lexicon_get (lexicon, (BuoyLexiconSection) s);

      g_assert_cmpuint (section->len, >, 0);
      for (guint i = 0; i < section->len; i++)
        {
          g_autofree char *phrase = g_strdup (g_ptr_array_index (section, i));
          g_autofree char *folded = buoy_text_fold (phrase);

          g_assert_cmpstr (g_strstrip (phrase), ==, folded);
        }
    }
}

static void
test_names (void)
{
  for (guint s = 0; s < BUOY_LEXICON_N_SECTIONS; s++)
    {
      BuoyLexiconSection found;

      g_assert_true (buoy_lexicon_section_by_name (buoy_lexicon_section_name ((BuoyLexiconSection) s), &found));
      g_assert_cmpuint (found, ==, s);
    }
}

static void
test_read (void)
{
  static const char text[] = "# words\n\n[urgency]\n  at once \r\n\"[now]\"\n[call]\nring\n[urgency]\nlast line";
  g_autoptr (GBytes) file = g_bytes_new_static (text, sizeof text - 1);
  g_autoptr (BuoyLexicon) lexicon = buoy_lexicon_new ();
  g_autoptr (GError) error = NULL;
  const GPtrArray *urgency;

  g_assert_true (buoy_lexicon_read (lexicon, file, &error));
  g_assert_no_error (error);
  urgency = buoy_lexicon_get (lexicon, BUOY_LEXICON_URGENCY);
  g_assert_cmpuint (urgency->len, ==, 3);
  g_assert_cmpstr (g_ptr_array_index (urgency, 0), ==, "at once");
  g_assert_cmpstr (g_ptr_array_index (urgency, 1), ==, "[now]");
  g_assert_cmpstr (g_ptr_array_index (urgency, 2), ==, "last line");
  g_assert_cmpuint (buoy_lexicon_get (lexicon, BUOY_LEXICON_CALL)->len, ==, 1);
}

static void
test_broken (void)
{
  static const char *const rows[][2] = {
    { "[urgency]\nnow\n[haste]\nsoon\n", "line 3: there is no such section" },
    { "# words\nnow\n", "line 2: a phrase stands before the first section" },
    { "[]\n", "line 1: there is no such section" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GBytes) file = g_bytes_new_static (rows[i][0], strlen (rows[i][0]));
      g_autoptr (BuoyLexicon) lexicon = buoy_lexicon_new ();
      g_autoptr (GError) error = NULL;

      g_assert_false (buoy_lexicon_read (lexicon, file, &error));
      g_assert_error (error, BUOY_ERROR, BUOY_ERROR_DATA);
      g_assert_cmpstr (error->message, ==, rows[i][1]);
    }
}

static void
test_begins (void)
{
  static const struct
  {
    BuoyLexiconSection section;
    const char *text;
    gsize max;
    const char *phrase; /* "": none */
  } rows[] = {
    { BUOY_LEXICON_REPLY_MARK, "re: your order", 99, "re:" },
    { BUOY_LEXICON_REPLY_MARK, "your re: order", 99, "" },
    { BUOY_LEXICON_REPLY_MARK, "", 99, "" },
    /* the longest one within the limit */
    { BUOY_LEXICON_ROLE_PART, "サービスセンター長", 99, "サービスセンター" },
    { BUOY_LEXICON_ROLE_PART, "サービスセンター長", 12, "サービス" },
    { BUOY_LEXICON_ROLE_PART, "サービスセンター長", 11, "" },
    /* a Latin phrase must end at a word boundary */
    { BUOY_LEXICON_ABOUT_BRAND, "watch", 99, "watch" },
    { BUOY_LEXICON_ABOUT_BRAND, "watches", 99, "" },
    { BUOY_LEXICON_NAME_ENDING, " corporation", 99, " corporation" },
    { BUOY_LEXICON_NAME_ENDING, " corporate", 99, "" },
    { BUOY_LEXICON_SPAM_STAMP, "[spam] x", 99, "[spam]" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("%s", rows[i].text);
      g_assert_cmpuint (buoy_lexicon_begins (buoy_lexicon_get_default (), rows[i].section, rows[i].text, rows[i].max),
                        ==, strlen (rows[i].phrase));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lexicon/folded", test_folded);
  g_test_add_func ("/lexicon/names", test_names);
  g_test_add_func ("/lexicon/read", test_read);
  g_test_add_func ("/lexicon/broken", test_broken);
  g_test_add_func ("/lexicon/begins", test_begins);
  return g_test_run ();
}
