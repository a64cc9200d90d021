/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The registry of brands: the rules for the file, and that names and hosts are found as its header says.
 */
#include "config.h"

#include "registry/buoy-brands.h"

#include "base/host/buoy-host.h"
#include "base/text/buoy-text.h"
#include "buoy-types.h"
#include "registry/buoy-data.h"

#include <string.h>

#define MIN_BRANDS 250
#define MIN_JAPANESE 60

static void
test_file (void)
{
  g_autoptr (GBytes) bytes = buoy_data_read_bytes ("brands.ini");
  g_autoptr (GError) error = NULL;
  gsize size = 0;
  const char *data = g_bytes_get_data (bytes, &size);
  g_autoptr (BuoyBrands) brands = buoy_brands_new_from_data (data, size, &error);

  /* the reader checks that every domain is valid and listed only once */
  g_assert_no_error (error);
  g_assert_cmpuint (buoy_brands_get_n (brands), >=, MIN_BRANDS);
  g_assert_cmpuint (buoy_brands_get_n (brands), ==, buoy_brands_get_n (buoy_brands_get_default ()));
}

static gboolean
is_japanese (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);

      if ((c >= 0x3041 && c <= 0x30fe) || (c >= 0x4e00 && c <= 0x9fff))
        return TRUE;
    }
  return FALSE;
}

static void
test_ids (void)
{
  const BuoyBrands *brands = buoy_brands_get_default ();
  const char *last = "";
  guint japanese = 0;

  for (guint i = 0; i < buoy_brands_get_n (brands); i++)
    {
      const BuoyBrand *brand = buoy_brands_get (brands, i);

      g_assert_cmpstr (last, <, brand->id);
      g_assert_cmpuint (strspn (brand->id, "abcdefghijklmnopqrstuvwxyz0123456789-"), ==, strlen (brand->id));
      japanese += is_japanese (brand->title);
      last = brand->id;
    }
  g_assert_cmpuint (japanese, >=, MIN_JAPANESE);
}

static void
check_names (GHashTable *seen, const BuoyBrand *brand, char **names)
{
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_test_message ("[%s] %s", brand->id, names[i]);
      g_assert_cmpstr (names[i], !=, "");
      g_assert_true (g_hash_table_add (seen, names[i]));
    }
}

/* Each name belongs to one brand. */
static void
test_names (void)
{
  const BuoyBrands *brands = buoy_brands_get_default ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < buoy_brands_get_n (brands); i++)
    {
      const BuoyBrand *brand = buoy_brands_get (brands, i);

      check_names (seen, brand, brand->names);
      check_names (seen, brand, brand->ambiguous_names);
      for (guint k = 0; brand->people[k] != NULL; k++)
        g_assert_true (g_strv_contains ((const char *const *) brand->ambiguous_names, brand->people[k]));
    }
}

static void
check_domains (const BuoyBrands *brands, const BuoyBrand *brand, char **domains)
{
  for (guint i = 0; domains[i] != NULL; i++)
    {
      g_autofree char *host
          = domains == brand->suffixes ? g_strconcat ("id.", domains[i], NULL) : g_strdup (domains[i]);
      const BuoyBrand *owner = buoy_brands_find_by_host (brands, host);

      g_test_message ("[%s] %s", brand->id, domains[i]);
      g_assert_true (owner == brand);
      g_assert_true (buoy_brand_owns (brand, host));
      g_assert_true (buoy_host_registrable_domain (domains[i]) != NULL || domains == brand->suffixes);
    }
}

/* The brand found for a host is the one that lists it; a brand below another's domain is of the same group. */
static void
test_domains (void)
{
  const BuoyBrands *brands = buoy_brands_get_default ();

  for (guint i = 0; i < buoy_brands_get_n (brands); i++)
    {
      const BuoyBrand *brand = buoy_brands_get (brands, i);
      const BuoyBrand *above = buoy_brands_find_by_host (brands, buoy_host_registrable_domain (brand->domains[0]));
      char **hosts;

      for (guint list = 0; (hosts = buoy_brand_get_own_hosts (brand, list)) != NULL; list++)
        check_domains (brands, brand, hosts);
      g_assert_true (above == NULL || above == brand || above->siblings == brand->siblings);
    }
}

typedef struct
{
  const char *text;
  const char *found; /* ids in text order; "?" after an ambiguous one */
} NameRow;

static const NameRow name_rows[] = {
  { "Amazon.co.jp", "amazon" },
  { "Ａｍａｚｏｎ", "amazon" },
  { "𝖠𝖤𝖮𝖭 𝗉𝖺𝗒", "aeon-card" },
  { "ＰａｙＰａｌ Support", "paypal" },
  { "amazonian birds", "" },
  { "your Netflix™ plan", "netflix" },
  { "Anne McAfee", "mcafee?" },
  { "三井住友カードをご利用いただき", "smbc-card" },
  { "楽天市場と楽天カード", "rakuten rakuten-card" },
  { "えきねっと会員の皆様", "eki-net" },
  { "オンライン手続きとガイドライン", "" },
  { "LINE", "line?" },
  { "オリコン調べ", "" },
  { "マイナスイオン", "" },
  { "Apple", "apple?" },
  { "Apple ID", "apple" },
  { "Bank of America alert", "bank-of-america" },
  { "", "" },
  { "日本語の文で社名はない", "" },
};

static void
test_find_names (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (name_rows); i++)
    {
      g_autofree char *folded = buoy_text_fold (name_rows[i].text);
      g_autoptr (GArray) matches = buoy_brands_find_names (buoy_brands_get_default (), folded);
      g_autoptr (GString) found = g_string_new (NULL);

      for (guint k = 0; k < matches->len; k++)
        {
          const BuoyBrandMatch *match = &g_array_index (matches, BuoyBrandMatch, k);

          g_assert_cmpuint (match->start, <, match->end);
          g_assert_cmpuint (match->end, <=, strlen (folded));
          g_string_append_printf (found, "%s%s%s", k > 0 ? " " : "", match->brand->id, match->ambiguous ? "?" : "");
        }
      g_test_message ("%s", name_rows[i].text);
      g_assert_cmpstr (found->str, ==, name_rows[i].found);
    }
}

typedef struct
{
  const char *host;
  const char *brand; /* NULL: no brand owns it */
} HostRow;

static const HostRow host_rows[] = {
  { "www5.smbc-card.com", "smbc-card" },
  { "click.contact.vpass.ne.jp", "smbc-card" },
  { "jp-bank.japanpost.jp", "yucho" },
  { "www.post.japanpost.jp", "japan-post" },
  { "ekl-net.vecterdian.example", NULL },
  { "www.eki-net.com.example", NULL },
  { "amazon.co.jp", "amazon" },
  { "notamazon.com", NULL },
  { "post.applecard.apple", "apple" },
  { "mail.hdfcbank.bank.in", "hdfc" },
  { "hdfcbank.fin.in", "hdfc" },
  { "hdfcbank.bank.in.evil.test", NULL },
  { "bank.in", NULL },
  { "apple", NULL },
  { "com", NULL },
  { "", NULL },
  { NULL, NULL },
};

static void
test_find_hosts (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (host_rows); i++)
    {
      const BuoyBrand *brand = buoy_brands_find_by_host (buoy_brands_get_default (), host_rows[i].host);

      g_test_message ("%s", host_rows[i].host);
      g_assert_cmpstr (brand != NULL ? brand->id : NULL, ==, host_rows[i].brand);
    }
}

static const char example[] = "[bank]\ntitle=Bank\ngroup=house\nnames=Example Bank\ndomains=bank.example.com\n"
                              "mail=counter.example.net\n"
                              "[card]\ntitle=Card\ngroup=house\nnames=Example Card;銀行カード\nbare=card\n"
                              "domains=card.example.org;mail.example.org\ncustomers=mail.example.org\n";

static void
test_owner (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *data = g_strdup (example);
  g_autoptr (BuoyBrands) brands = NULL;
  const BuoyBrand *bank;
  const BuoyBrand *card;

  data = g_strdelimit (data, "\r", '\n');
  brands = buoy_brands_new_from_data (data, strlen (data), &error);
  g_assert_null (brands); /* a domain in two lists of one brand is a duplicate too */
  g_assert_error (error, BUOY_ERROR, BUOY_ERROR_DATA);
  g_clear_error (&error);

  strstr (data, ";mail.example.org")[0] = '\n';
  memcpy (strstr (data, "\nmail.example.org"), "\n#", 2);
  brands = buoy_brands_new_from_data (data, strlen (data), &error);
  g_assert_no_error (error);
  bank = buoy_brands_get (brands, 0);
  card = buoy_brands_get (brands, 1);
  g_assert_true (buoy_brand_owns (bank, "www.bank.example.com"));
  g_assert_true (buoy_brand_owns (bank, "card.example.org")); /* of a brand of its group */
  g_assert_false (buoy_brand_owns (bank, "counter.example.net"));
  g_assert_true (buoy_brand_uses (bank, "counter.example.net"));
  g_assert_false (buoy_brand_uses (card, "counter.example.net"));
  g_assert_true (buoy_brand_is_mailbox_host (card, "mail.example.org"));
  g_assert_false (buoy_brand_is_mailbox_host (card, "news.mail.example.org"));
  g_assert_true (buoy_brands_find_confusable (brands, "example bank") == bank);
  g_assert_null (buoy_brands_find_confusable (brands, "card"));
}

static void
test_faults (void)
{
  static const char *const faults[][2] = {
    { "nonsense", NULL },
    { "title=A\n[a]\n", "line 1" },
    { "[a]\n\n# why\nnonsense\n", "line 4" },
    { "[a]\ntitle=A\\s\n", "line 2" },
    { "[a]\ntitle=A\nname=Anna\n", "[a] name" },
    { "[a]\ntitle=A\nnames=Anna\nnames=Bert\n", "[a] names" },
    { "[a]\nnames=Anna\ndomains=a.example.com\n", "[a] title" },
    { "[a]\ntitle=A\ndomains=a.example.com\n", "[a] names" },
    { "[a]\ntitle=A\nnames=Anna\n", "[a] domains" },
    { "[a]\ntitle=A\nnames=Anna;;\ndomains=a.example.com\n", "[a] names" },
    { "[a]\ntitle=A\nnames=Anna\ndomains=com\n", "[a] domains: \"com\"" },
    { "[a]\ntitle=A\nnames=Anna\ndomains=a.example.com\nsuffixes=a.b\n", "[a] suffixes: \"a.b\"" },
    { "[a]\ntitle=A\nnames=Anna\ndomains=A.example.com\n", "[a] domains: \"A.example.com\"" },
    { "[a]\ntitle=A\nnames=Anna\ndomains=a.example.com\n[b]\ntitle=B\nnames=Bert\ndomains=a."
      "example.com\n",
      "[b] domains: \"a.example.com\"" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (buoy_brands_new_from_data (faults[i][0], strlen (faults[i][0]), &error));
      g_assert_error (error, BUOY_ERROR, BUOY_ERROR_DATA);
      g_test_message ("%s", error->message);
      g_assert_true (faults[i][1] == NULL || g_str_has_prefix (error->message, faults[i][1]));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/brands/file", test_file);
  g_test_add_func ("/brands/ids", test_ids);
  g_test_add_func ("/brands/names", test_names);
  g_test_add_func ("/brands/domains", test_domains);
  g_test_add_func ("/brands/find-names", test_find_names);
  g_test_add_func ("/brands/find-hosts", test_find_hosts);
  g_test_add_func ("/brands/owner", test_owner);
  g_test_add_func ("/brands/faults", test_faults);
  return g_test_run ();
}
