/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Text as it is displayed, and as names are compared.
 */
#include "config.h"

#include "base/text/buoy-text.h"

#include <string.h>

typedef struct
{
  const char *from;
  const char *to;
} Pair;

static const Pair folded[] = {
  { "", "" },
  { "Amazon", "amazon" },
  { "  A \t b\r\n C ", "a b c" },
  { "Ａｍａｚｏｎ", "amazon" },
  { "𝖠𝖤𝖮𝖭", "aeon" },
  { "𝓟𝓪𝔂𝓹𝓪𝓵", "paypal" },
  { "Ⓐⓜⓐⓩⓞⓝ", "amazon" },
  { "🅰mazon", "amazon" },
  { "🇦🇲🇦🇿🇴🇳", "amazon" },
  { "Аmazon", "amazon" }, /* Cyrillic А */
  { "РауРаl", "paypal" }, /* Cyrillic but for the l */
  { "Amazοn", "amazon" }, /* Greek ο */
  { "ѕmbс", "smbc" },
  { "Ꭺmazon", "amazon" }, /* Cherokee */
  { "ԁhl", "dhl" },       /* Komi */
  { "սps", "ups" },       /* Armenian */
  { "ᴀmazon", "amazon" },
  { "楽天Аmazon", "楽天amazon" },
  { "ama\342\200\213zon", "amazon" },
  { "ama\302\255zon", "amazon" },
  { "\342\200\256amazon", "amazon" },
  { "Amazon\357\270\217", "amazon" },
  { "Ámázón", "amazon" },
  { "A\314\201mazon", "amazon" },
  { "Việt Nam", "viet nam" },
  { "A\334\277maz\334\277on", "amazon" }, /* U+073F, a vowel sign of Syriac */
  { "P\314\265ay", "pay" },
  { "а\314\262mazon", "amazon" }, /* a line under a Cyrillic letter */
  { "ᴘᴀʏᴍᴇɴᴛ ᴅᴇᴄʟɪɴᴇᴅ", "payment declined" },
  { "Straße", "strasse" },
  { "ﬁle", "file" },
  /* ASCII words are folded separately from others */
  { "To A \t Ámázón", "to a amazon" },
  { "To A\314\201mazon", "to amazon" },
  { "To  \314\201mazon", "to mazon" },
  { "To a\001\314\201mazon", "to amazon" },
  { " \342\200\213", "" },
  { "To \342\200\213", "to" },
  { "Łódź", "lodz" },
  /* not Latin, intentionally */
  { "Сбербанк", "сбербанк" },
  { "Хорошо", "хорошо" },
  { "Ελλάδα", "ελλάδα" },
  { "Я люблю Amazon", "я люблю amazon" },
  { "エキネット", "エキネット" },
  { "ｴｷﾈｯﾄ", "エキネット" },
  { "ﾊﾟｽﾜｰﾄﾞ", "パスワード" },
  { "か\343\202\231", "が" },
  { "がぎぐ ぱぴぷ", "がぎぐ ぱぴぷ" },
  { "楽天カード", "楽天カード" },
  { "三井\343\200\200住友", "三井 住友" },
  { "한국어", "한국어" },
  { "二ー口ロ", "二ー口ロ" },
  { "\377", "\357\277\275" },
};

static const Pair squeezed[] = {
  { "", "" },
  { "   ", "" },
  { " a  b ", "a b" },
  { "a\302\240\302\240b", "a b" },
  { "\343\200\200あ\343\200\200い\343\200\200", "あ い" },
  { "a\342\200\250b", "a b" },
  { "a\r\n\tb", "a b" },
};

static const Pair visible[] = {
  { "plain", "plain" },
  { "a\342\200\213b", "ab" },
  { "a\302\255b", "ab" },
  { "a\342\200\256b", "ab" },
  { "a\342\201\246b\342\201\251", "ab" },
  { "\357\273\277a", "a" },
  { "a\001\177b", "ab" },
  { "a\tb\nc", "a\tb\nc" },
  { "a\363\240\201\201b", "ab" },
  { "a\343\205\244b", "ab" },
  { "日本語", "日本語" },
};

static const struct
{
  const char *text;
  gboolean mixes;
} mixing[] = {
  { "Amazon", FALSE },
  { "Аmazon", TRUE },
  { "РауРаl", TRUE },
  { "Amazοn Pay", TRUE },
  { "Москва", FALSE },
  { "Москва Moscow", FALSE },
  { "Я люблю Amazon", FALSE },
  { "楽天Amazon", FALSE },
  { "ひらがなカタカナ漢字ABC", FALSE },
  { "Straße Łódź café", FALSE },
  { "5 µm", FALSE },
  { "", FALSE },
  { "\377\376", FALSE },
  { "𝗣aypal", TRUE },
  { "ᴘᴀʏᴍᴇɴᴛ", TRUE },
  { "[ˈnɪnə] ʀ", FALSE },
  { "Ⓐⓜⓐⓩⓞⓝ", TRUE },
  { "ⓘ Ⓡ", FALSE },
  { "A\334\277mazon", TRUE },
  { "p\314\265ay", TRUE },
  { "A\314\201mazon", FALSE },
  { "ẹ\314\200kọ\314\201", FALSE },
  { "ܫ\334\277", FALSE },
  { "か\343\202\231", FALSE },
};

static void
check_pairs (const Pair *pairs, gsize n_pairs, char *(*make) (const char *text))
{
  for (gsize i = 0; i < n_pairs; i++)
    {
      g_autofree char *made = make (pairs[i].from);
      g_autofree char *again = make (made);

      g_assert_cmpstr (made, ==, pairs[i].to);
      g_assert_cmpstr (again, ==, made);
      g_assert_true (g_utf8_validate (made, -1, NULL));
    }
}

static void
test_fold (void)
{
  g_autofree char *nothing = buoy_text_fold (NULL);

  g_assert_cmpstr (nothing, ==, "");
  check_pairs (folded, G_N_ELEMENTS (folded), buoy_text_fold);
}

static void
test_fold_confusable (void)
{
  static const Pair equal[] = {
    { "AppIe", "Apple" },
    { "NlCOS", "NICOS" },
    { "PayPa1", "PayPal" },
    { "G00gle", "Google" },
    { "|ntel", "Intel" },
    { "楽天力ード", "楽天カード" },
    { "三菱UFJ二コス", "三菱UFJニコス" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (equal); i++)
    {
      g_autofree char *one = buoy_text_fold_confusable (equal[i].from);
      g_autofree char *other = buoy_text_fold_confusable (equal[i].to);

      g_assert_cmpstr (one, ==, other);
    }
}

static void
test_squeeze (void)
{
  check_pairs (squeezed, G_N_ELEMENTS (squeezed), buoy_text_squeeze);
}

static void
test_strip (void)
{
  check_pairs (visible, G_N_ELEMENTS (visible), buoy_text_strip_invisible);
}

static void
test_mixes (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (mixing); i++)
    {
      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_cmpint (buoy_text_mixes_scripts (mixing[i].text), ==, mixing[i].mixes);
    }
}

static void
test_make_valid (void)
{
  g_autofree char *broken = buoy_text_make_valid ("a\377b\343\201", -1);
  g_autofree char *nul = buoy_text_make_valid ("a\0b", 3);
  g_autofree char *nothing = buoy_text_make_valid (NULL, -1);

  g_assert_cmpstr (broken, ==, "a\357\277\275b\357\277\275\357\277\275");
  g_assert_cmpstr (nul, ==, "a\357\277\275b");
  g_assert_cmpstr (nothing, ==, "");
}

static void
test_cut (void)
{
  static const char text[] = "あいうえお";

  for (gsize max = 0; max < 20; max++)
    {
      g_autofree char *cut = buoy_text_cut (text, max);

      g_assert_cmpuint (strlen (cut), <=, max);
      g_assert_true (g_utf8_validate (cut, -1, NULL));
      if (max >= strlen (text))
        g_assert_cmpstr (cut, ==, text);
    }
}

/* In pieces as in one, wherever they end. */
static void
test_fold_within (void)
{
  static const char *const words[]
      = { "Amazon ", "ＡＭＡＺＯＮ　", "pаypal\n", "カ\u3099イド", "e\u0301t\u0301", "ﷺ ", "  \r\n" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autoptr (BuoyBudget) budget = buoy_budget_new (NULL);
      g_autofree char *word = g_strnfill (8 * 1024 - 2 + i, 'x'); /* about a piece */
      g_autoptr (GString) text = g_string_new (word);
      g_autofree char *whole = NULL;
      g_autofree char *joined = NULL;

      g_string_append_c (text, ' ');
      while (text->len < 100 * 1000)
        g_string_append (text, words[i]);
      whole = buoy_text_fold (text->str);
      joined = buoy_text_fold_within (text->str, budget, 1);
      g_assert_cmpstr (joined, ==, whole);
      g_assert_cmpuint (buoy_budget_get_n_steps (budget), ==, text->len);
    }
}

static void
test_fold_within_cancelled (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (BuoyBudget) budget = buoy_budget_new (cancellable);
  g_autofree char *text = NULL;

  g_cancellable_cancel (cancellable);
  text = buoy_text_fold_within ("Amazon", budget, 1);
  g_assert_cmpstr (text, ==, "");
  g_assert_true (buoy_budget_is_spent (budget));
}

/* Each kind of byte at each position in a word of eight bytes and after it. */
static void
test_is_valid (void)
{
  static const char bytes[] = { '\0', '\001', '\177', '\200', '\303', '\377' };
  char text[20];

  for (guint i = 0; i < G_N_ELEMENTS (bytes); i++)
    for (gsize at = 0; at < sizeof text; at++)
      {
        const gboolean is_ascii = bytes[i] == '\001' || bytes[i] == '\177';

        memset (text, 'a', sizeof text);
        text[at] = bytes[i];
        g_assert_cmpuint (buoy_text_ascii_length (text, sizeof text), ==, is_ascii ? sizeof text : at);
        g_assert_cmpint (buoy_text_is_valid (text, sizeof text), ==, is_ascii);
      }
  g_assert_true (buoy_text_is_valid ("", 0));
  g_assert_true (buoy_text_is_valid ("aaaaaaaaaé", strlen ("aaaaaaaaaé")));
}

static void
test_stylized (void)
{
  g_assert_true (buoy_text_is_stylized ("service@𝗉aypal.test"));
  g_assert_true (buoy_text_is_stylized ("ｍember@shop.test"));
  g_assert_true (buoy_text_is_stylized ("ⓐ@b.test"));
  g_assert_false (buoy_text_is_stylized ("a@b.test"));
  g_assert_false (buoy_text_is_stylized ("田中@日本語.test"));
  g_assert_false (buoy_text_is_stylized ("André@b.test"));
  g_assert_false (buoy_text_is_stylized ("Andre\314\201@b.test"));
  g_assert_false (buoy_text_is_stylized (""));
}

/* No language uses so many marks on a letter, and sorting them takes quadratic time: including marks from decomposed
 * characters, and marks that are counted separately.
 */
static void
test_mark_rows (void)
{
  static const char *const units[] = { "\314\201", "\314\201\314\247", "\340\275\263", "\357\276\236\314\201" };
  static const BuoyNormalForm forms[] = { BUOY_NORMAL_COMPOSED, BUOY_NORMAL_COMPATIBLE, BUOY_NORMAL_FOLDED };

  for (gsize i = 0; i < G_N_ELEMENTS (units) * G_N_ELEMENTS (forms); i++)
    {
      g_autoptr (GString) text = g_string_new ("x");

      while (text->len < 300000)
        g_string_append (text, units[i / G_N_ELEMENTS (forms)]);

      g_autofree char *normal = buoy_text_normalize (text->str, forms[i % G_N_ELEMENTS (forms)]);

      g_assert_cmpuint (g_utf8_strlen (normal, -1), <=, 1 + 2 * 30);
      g_assert_cmpuint (g_utf8_strlen (normal, -1), >, 20);
    }
}

/* Reordering is not affected by padding. */
static void
test_in_order (void)
{
  g_autofree char *padding = g_strnfill (200000, '.');
  g_autofree char *text = g_strconcat (padding, "\342\200\256moc.elpmaxe", NULL);
  g_autofree char *ordered = buoy_text_in_order (text);

  g_assert_true (g_str_has_suffix (ordered, ".example.com"));
}

static void
test_normalize (void)
{
  g_autofree char *composed = buoy_text_normalize ("A\314\201 Ａ", BUOY_NORMAL_COMPOSED);
  g_autofree char *compatible = buoy_text_normalize ("ﾊﾟ Ａ", BUOY_NORMAL_COMPATIBLE);
  g_autofree char *lower = buoy_text_normalize ("Ａ\302\255", BUOY_NORMAL_FOLDED);
  g_autofree char *nothing = buoy_text_normalize ("", BUOY_NORMAL_COMPOSED);

  g_assert_cmpstr (composed, ==, "Á Ａ");
  g_assert_cmpstr (compatible, ==, "パ A");
  g_assert_cmpstr (lower, ==, "a");
  g_assert_cmpstr (nothing, ==, "");
}

/* A body may have a megabyte; quadratic folding would not finish. */
static void
test_long (void)
{
  static const char *const units[]
      = { "a", "\377", "а", "が", "A\314\201", "\314\201", "\314\201\314\247", "\343\200\200", "ﷺ" };

  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      while (text->len < 300000)
        g_string_append (text, units[i]);

      g_autofree char *fold = buoy_text_fold (text->str);

      g_assert_true (g_utf8_validate (fold, -1, NULL));
      buoy_text_mixes_scripts (text->str);
    }
}

/* "Ez" and "FY" collide in g_str_hash(), and so do all sequences of them. */
static void
test_hash (void)
{
  g_assert_cmpuint (g_str_hash ("EzEzEz"), ==, g_str_hash ("FYEzFY"));
  g_assert_cmpuint (buoy_text_hash ("EzEzEz"), !=, buoy_text_hash ("FYEzFY"));
  g_assert_cmpuint (buoy_text_hash ("EzEzEz"), ==, buoy_text_hash ("EzEzEz"));
  g_assert_cmpuint (buoy_text_hash (""), ==, buoy_text_hash (""));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/fold", test_fold);
  g_test_add_func ("/text/fold-confusable", test_fold_confusable);
  g_test_add_func ("/text/squeeze", test_squeeze);
  g_test_add_func ("/text/strip-invisible", test_strip);
  g_test_add_func ("/text/mixes-scripts", test_mixes);
  g_test_add_func ("/text/stylized", test_stylized);
  g_test_add_func ("/text/make-valid", test_make_valid);
  g_test_add_func ("/text/cut", test_cut);
  g_test_add_func ("/text/fold-within", test_fold_within);
  g_test_add_func ("/text/fold-within/cancelled", test_fold_within_cancelled);
  g_test_add_func ("/text/is-valid", test_is_valid);
  g_test_add_func ("/text/in-order", test_in_order);
  g_test_add_func ("/text/normalize", test_normalize);
  g_test_add_func ("/text/mark-rows", test_mark_rows);
  g_test_add_func ("/text/long", test_long);
  g_test_add_func ("/text/hash", test_hash);
  return g_test_run ();
}
