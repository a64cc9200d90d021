/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Brands that are claimed, and brands that are only mentioned. One message per row.
 */
#include "config.h"

#include "evidence/buoy-evidence.h"

#include <string.h>

typedef struct
{
  const char *from;
  const char *subject;
  const char *body;
  const char *claims; /* "brand:places" in order: N name, A address, O opening, S subject, W voice, L logo,
                       * T link text, P local part */
} Row;

static const Row names[] = {
  { "Amazon.co.jp <a@mail.example>", "Hello", "", "amazon:N" },
  { "\"Amazon Prime会員センター\" <a@mail.example>", "Hello", "", "amazon:N" },
  { "\"[DHL] Express\" <a@mail.example>", "Hello", "", "dhl:N" },
  { "PayPal Service <a@mail.example>", "Hello", "", "paypal:N" },
  { "Apple Support <a@mail.example>", "Hello", "", "apple:N" },
  { "\"Apple\" <a@mail.example>", "Hello", "", "apple:N" },
  { "\"Anna Beck (Google)\" <a@mail.example>", "Hello", "", "" },
  { "\"Anna Beck (Berlin) Google\" <a@mail.example>", "Hello", "", "google:N" },
  { "\"Service (Google)\" <a@mail.example>", "Hello", "", "google:N" },
  { "T E M U <a@mail.example>", "Hello", "", "temu:N+d" },
  { "え き ね っ と <a@mail.example>", "Hello", "", "eki-net:N+d" },
  { "楽・天・市・場 <a@mail.example>", "Hello", "", "rakuten:N+d" },
  { "T·E·M·U <a@mail.example>", "Hello", "", "temu:N+d" },
  { "え–き–ね–っ–と <a@mail.example>", "Hello", "", "eki-net:N+d" },
  { "\"D/H/L\" <a@mail.example>", "Hello", "", "dhl:N+d" },
  { "\"[T][E][M][U]\" <a@mail.example>", "Hello", "", "temu:N+d" },
  { "\"T:E:M:U\" <a@mail.example>", "Hello", "", "temu:N+d" },
  { "\"( P ) ( a ) ( y ) ( P ) ( a ) ( l ) Team\" <a@mail.example>", "Hello", "", "paypal:N+d" },
  { "楽 天 <a@mail.example>", "Hello", "", "rakuten:N+d" },
  { "【楽】【天】 <a@mail.example>", "Hello", "", "rakuten:N+d" },
  { "\"A:B:C Ltd\" <a@mail.example>", "Hello", "", "" },
  { "\"[J][P] News\" <a@mail.example>", "Hello", "", "" },
  { "\"[E][E]\" <a@mail.example>", "Hello", "", "" },
  { "林 誠 <a@mail.example>", "Hello", "", "" },
  { "\"D.H.L. Janssen\" <mail@janssen.example>", "Hello", "See you tomorrow.", "dhl:N+d+i" },
  { "\"D. H. L. de Vries\" <vries@mail.example>", "Hello", "See you tomorrow.", "dhl:N+d+i" },
  { "\"K. L. M. de Vries\" <a@devries.example>", "Hello", "See you tomorrow.", "" },
  { "\"D.H.L. Janssen\" <mail@janssen.example>", "Hello", "The book is overdue.", "dhl:N+d+i" },
  { "\"D.H.L. Janssen\" <mail@janssen.example>", "Hello", "Your account has been locked.", "dhl:N+d" },
  { "\"D.H.L. Parcel\" <parcel@mail.example>", "Hello", "", "dhl:N+d" },
  { "\"D.H.L. Com\" <a@mail.com>", "Hello", "", "dhl:N+d" },
  { "\"D.H.L. Janssen\" <a@mail.example>", "Hello", "", "dhl:N+d" },
  { "AmazÖn <a@mail.example>", "Hello", "", "amazon:N" },
  { "Netfllx <a@mail.example>", "Hello", "", "netflix:N+d" },
  { "\"Fatura Netfllx: 4763\" <a@mail.example>", "Hello", "", "netflix:N+d" },
  { "Ꮇicrosoft Mail Support <a@mail.example>", "Hello", "", "microsoft:N+d" },
  { "NlCOS <a@mail.example>", "Hello", "", "mufg-nicos:N+d" },
  { "McAfee™ <a@mail.example>", "Hello", "", "mcafee:N" },
  { "Katie from Ledger <a@mail.example>", "Hello", "", "ledger:N" },
  { "\"smbc-card.com\" <a@mail.example>", "Hello", "", "smbc-card:N" },
  { "\"mail@rakuten.co.jp\" <a@mail.example>", "Hello", "", "rakuten:N" },
  { "ヤマト運輸からのお知らせ <a@mail.example>", "Hello", "", "yamato:N" },
  { "ANA <a@mail.example>", "Hello", "", "ana:N" },
  { "Ana <a@mail.example>", "Hello", "", "" },
  { "Chase <a@mail.example>", "Hello", "", "" },
  { "Chase Alerts <a@mail.example>", "Hello", "", "chase:N" },
  { "John Smith (Google) <john@mail.example>", "Hello", "", "" },
  { "John Smith at Microsoft <john@mail.example>", "Hello", "", "" },
  { "\"'Anna' via Facebook\" <anna@mail.example>", "Hello", "", "facebook:N" },
  { "田中太郎（三井住友銀行） <tanaka@mail.example>", "Hello", "", "" },
  { "Amazon Watch <a@mail.example>", "Hello", "", "" },
  { "Apple Daily <a@mail.example>", "Hello", "", "" },
  { "Visa Consulting <a@mail.example>", "Hello", "", "" },
  { "Orange County <a@mail.example>", "Hello", "", "" },
  { "\"anna@gmail.com\" <anna@mail.example>", "Hello", "", "" },
  { "EE Department <a@university.example>", "Hello", "", "" },
  { "Plaza <a@plaza.example>", "Hello", "", "" },
  { "Plaza <a@mail.example>", "Hello", "", "plaza:N" },
  { "WordPress <wordpress@blog.example>", "Hello", "", "" },
  { "Microsoft Outlook <postmaster@mail.example>", "Hello", "", "microsoft:N" },
  { "Penny <penny@mail.example>", "Hello", "", "" },
  { "Courier DPD via Allegro <a@allegromail.pl>", "Hello", "", "allegro:NA dpd:C" },
  { "PayPay銀行 JCBカード <a@paypay-bank.co.jp>", "Hello", "", "paypay-bank:NA" },
};

static const Row addresses[] = {
  { "a@eki-net.com", "Hello", "", "eki-net:A" },
  { "anna@gmail.com", "Hello", "", "" },
  { "taro@docomo.ne.jp", "Hello", "", "" },
  { "ドコモ <info@docomo.ne.jp>", "Hello", "", "docomo:N" },
  { "faq.mizuhobank.co.jp@kalpo.example", "Hello", "", "mizuho-bank:P" },
  { "amazon@mail.example", "Hello", "", "amazon:P" },
  { "a@netflix-login.example", "Hello", "", "netflix:P" },
  { "a@loginpaypal.example", "Hello", "", "paypal:P" },
  { "line@mail.example", "Hello", "", "" },
  { "visa-info@embassy.example", "Hello", "", "" },
  { "a@shop.onmicrosoft.com", "Hello", "", "" },
  { "apple.tree@mail.example", "Hello", "", "" },
};

static const Row texts[] = {
  { "a@mail.example", "【三井住友カード】ご利用確認", "", "smbc-card:O" },
  { "a@mail.example", "[spam]【重要】Amazonプライム", "", "amazon:O" },
  { "a@mail.example", "[meiwaku] 楽天カードより", "", "rakuten-card:O" },
  { "a@mail.example", "[PayPal Support] limited", "", "paypal:O" },
  { "a@mail.example", "[𝗡𝗲𝘁𝗳𝗹𝗶𝘅]: account on hold", "", "netflix:O+d" },
  { "a@mail.example", "Netflix: 𝗻𝗲𝘄 shows", "", "netflix:O" },
  { "a@mail.example", "【Ａｍａｚｏｎ】お知らせ", "", "amazon:O" },
  { "a@mail.example", "[paypal-devel] patch", "", "paypal:S" },
  { "a@mail.example", "Re: Netflix account", "", "netflix:O" },
  { "a@mail.example", "How to leave Netflix", "", "netflix:S" },
  { "a@mail.example", "Your Nеtflix account", "", "netflix:O+d" },
  { "a@mail.example", "Your Netflix аccount", "", "netflix:S" },
  { "a@mail.example", "How to bаke аpple pie", "", "" },
  { "a@mail.example", "Fwd: Re: [spam] Netflix", "", "netflix:O" },
  { "a@mail.example", "Apple pie", "", "" },
  { "a@mail.example", "Hello", "Your Netflix account is on hold.", "netflix:W" },
  { "a@mail.example", "Hello", "Dear PayPal customer,", "paypal:W" },
  { "a@mail.example", "Hello", "Copyright (c) 2026 Amazon.com, Inc.", "amazon:W" },
  { "a@mail.example", "Hello", "いつもえきねっとをご利用いただき", "eki-net:W" },
  { "a@mail.example", "Hello", "三井住友カード　お客様センター", "smbc-card:W" },
  { "a@mail.example", "Hello", "発行元：エポスカード", "epos-card:W" },
  { "a@mail.example", "Hello", "Ihr PayPal-Konto wurde gesperrt", "paypal:W" },
  { "a@mail.example", "Hello", "votre compte Netflix", "netflix:W" },
  { "a@mail.example", "Hello", "Your DHL parcel is held.", "dhl:W" },
  { "a@mail.example", "Hello", "A DHL parcel came for you.", "" },
  { "a@mail.example", "Hello", "Netflixのお支払いができませんでした", "netflix:W" },
  { "a@mail.example", "Hello", "Netflixのお支払い方法が増えた", "" },
  { "a@mail.example", "Hello", "The talk compared Netflix and Amazon.", "" },
  { "a@mail.example", "Hello", "昨日、楽天市場で買いました。", "" },
  { "a@mail.example", "Hello", "I moved my account to Google last week.", "" },
};

static const struct
{
  BuoyClaimPlace place;
  char letter;
} letters[] = {
  { BUOY_CLAIM_FROM_NAME, 'N' }, { BUOY_CLAIM_FROM_ADDRESS, 'A' }, { BUOY_CLAIM_SUBJECT_OPENING, 'O' },
  { BUOY_CLAIM_SUBJECT, 'S' },   { BUOY_CLAIM_BODY_WE, 'W' },      { BUOY_CLAIM_LOGO, 'L' },
  { BUOY_CLAIM_LINK_TEXT, 'T' }, { BUOY_CLAIM_LOCAL_PART, 'P' },   { BUOY_CLAIM_CUSTOMER, 'C' },
};

static BuoyEvidence *
read_mail (const char *from, const char *subject, const char *type, const char *body)
{
  g_autofree char *text = g_strdup_printf ("From: %s\nTo: reader@home.example\nSubject: %s\nMIME-Version: 1.0\n"
                                           "Content-Type: %s; charset=utf-8\n\n%s\n",
                                           from, subject, type, body);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autoptr (BuoyMessage) message = buoy_message_new_from_bytes (bytes, &error);

  g_assert_no_error (error);
  return buoy_evidence_new (message, NULL, FALSE);
}

static char *
describe (const BuoyEvidence *evidence)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < evidence->claims->len; i++)
    {
      const BuoyClaim *claim = g_ptr_array_index (evidence->claims, i);

      g_string_append_printf (out, "%s%s:", i > 0 ? " " : "", claim->brand->id);
      for (guint k = 0; k < G_N_ELEMENTS (letters); k++)
        if ((claim->where & letters[k].place) != 0)
          g_string_append_c (out, letters[k].letter);
      if (claim->disguised)
        g_string_append (out, "+d");
      if (claim->initials)
        g_string_append (out, "+i");
    }
  return g_string_free (out, FALSE);
}

static void
check_rows (const Row *rows, gsize n_rows)
{
  for (gsize i = 0; i < n_rows; i++)
    {
      g_autoptr (BuoyEvidence) evidence = read_mail (rows[i].from, rows[i].subject, "text/plain", rows[i].body);
      g_autofree char *claims = describe (evidence);

      g_test_message ("%s | %s | %s", rows[i].from, rows[i].subject, rows[i].body);
      g_assert_cmpstr (claims, ==, rows[i].claims);
    }
}

static void
test_names (void)
{
  check_rows (names, G_N_ELEMENTS (names));
}

static void
test_addresses (void)
{
  check_rows (addresses, G_N_ELEMENTS (addresses));
}

static void
test_texts (void)
{
  check_rows (texts, G_N_ELEMENTS (texts));
}

static const BuoyClaim *
gravest_claim (const BuoyEvidence *evidence)
{
  g_assert_cmpuint (evidence->claims->len, >, 0);
  return g_ptr_array_index (evidence->claims, 0);
}

typedef struct
{
  const char *from;
  const char *html;
  gboolean is_brands;
  gboolean to_brand;
  gboolean elsewhere;
} LinkRow;

static const LinkRow link_rows[] = {
  { "Netflix <a@mail.example>", "<a href='https://bad.example/'>Sign in</a>", FALSE, FALSE, TRUE },
  { "Netflix <a@mail.example>", "<a href='https://www.netflix.com/'>Sign in</a>", FALSE, TRUE, FALSE },
  { "Netflix <info@netflix.com>", "<a href='https://www.netflix.com/'>Sign in</a>", TRUE, TRUE, FALSE },
  { "Netflix <info@netflix.com>", "<a href='https://www.facebook.com/x'>Follow</a>", TRUE, FALSE, FALSE },
  { "Netflix <info@netflix.com>", "<a href='https://apps.apple.com/x'>App</a>", TRUE, FALSE, FALSE },
  { "Netflix <info@netflix.com.example>", "<a href='https://www.netflix.com.example/'>x</a>", FALSE, FALSE, TRUE },
  { "楽天カード <info@rakuten.co.jp>", "<a href='https://www.rakuten-card.co.jp/'>x</a>", TRUE, TRUE, FALSE },
  { "Google <a@gmail.com>", "<a href='https://bad.example/'>x</a>", FALSE, FALSE, TRUE },
  { "PLAZA <a@plazastyle.com>", "<a href='http://mpse.jp/plaza/'>x</a>", TRUE, FALSE, FALSE },
};

static void
test_links (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (link_rows); i++)
    {
      const LinkRow *row = &link_rows[i];
      g_autoptr (BuoyEvidence) evidence = read_mail (row->from, "Hello", "text/html", row->html);
      const BuoyClaim *claim = gravest_claim (evidence);

      g_test_message ("%s | %s", row->from, row->html);
      g_assert_cmpint (claim->from_is_brands, ==, row->is_brands);
      g_assert_cmpint (claim->links_to_brand, ==, row->to_brand);
      g_assert_cmpint (claim->leads_elsewhere, ==, row->elsewhere);
      g_assert_false (claim->proven); /* not authenticated here */
    }
}

static void
test_pictures (void)
{
  static const char *const rows[][2] = {
    { "<img src='a.png' alt='PayPal logo'>", "paypal:L" },
    { "<img src='a.png' alt='Amazon'><img src='b.png' alt='Facebook'>", "amazon:L" },
    { "<img src='a.png' alt='Facebook'><img src='b.png' alt='Instagram'>", "" },
    { "<img src='a.png' alt='Visa'><img src='b.png' alt='Mastercard'>", "" },
    { "<img src='a.png' alt='A boy who reads about Amazon'>", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (BuoyEvidence) evidence = read_mail ("a@mail.example", "Hello", "text/html", rows[i][0]);
      g_autofree char *claims = describe (evidence);

      g_assert_cmpstr (claims, ==, rows[i][1]);
    }
}

static void
test_link_text (void)
{
  g_autoptr (BuoyEvidence) evidence = read_mail ("a@mail.example", "Hello", "text/html",
                                                 "<a href='https://ekl-net.example/'>https://www.eki-net.com/</a>");
  g_autofree char *claims = describe (evidence);

  g_assert_cmpstr (claims, ==, "eki-net:T");
}

/* Many brands don't hide any. */
static void
test_many (void)
{
  g_autoptr (GString) body = g_string_new (NULL);
  g_autoptr (BuoyEvidence) evidence = NULL;
  const BuoyBrands *brands = buoy_brands_get_default ();

  for (guint i = 0; i < buoy_brands_get_n (brands); i++)
    g_string_append_printf (body, "Your %s account. ", buoy_brands_get (brands, i)->title);
  evidence = read_mail ("a@mail.example", "Hello", "text/plain", body->str);
  g_assert_cmpuint (evidence->claims->len, >, buoy_brands_get_n (brands) / 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/identity/names", test_names);
  g_test_add_func ("/identity/addresses", test_addresses);
  g_test_add_func ("/identity/texts", test_texts);
  g_test_add_func ("/identity/links", test_links);
  g_test_add_func ("/identity/pictures", test_pictures);
  g_test_add_func ("/identity/link-text", test_link_text);
  g_test_add_func ("/identity/many", test_many);
  return g_test_run ();
}
