/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The rules of single checks: for each distinction in a rule a mail, and the result of that check alone.
 */
#include "config.h"

#include "rule-tell.h"

#define FROM(text) "From: " text "\n"
#define SUBJECT(text) "Subject: " text "\n"
#define SHOP FROM ("Shop <news@shop.test>")
#define PAYPAL FROM ("PayPal <news@shop.test>") SUBJECT ("Hello")
#define PAYPAL_ADDRESS FROM ("Shop <paypal@shop.test>") SUBJECT ("Hello")
#define PAYPAL_SUBJECT SUBJECT ("PayPal: your account")
#define PAYPAL_TEXT SHOP PAYPAL_SUBJECT
#define LONG_AGO                                                                            \
  "Received: from out.relay.example (out.relay.example [198.51.100.7]) by mx.reader.test; " \
  "Thu, 26 Jan 2004 09:00:00 +0900\n"

#define FAILED_BY(envelope) "spf=pass smtp.mailfrom=" envelope "; dmarc=fail header.from=shop.test\n"
#define PROVEN_FOR(domain) RULE_RESULTS "dmarc=pass header.from=" domain "\n" RULE_CARRIED
#define LISTS_HOP "Received: from out.lists.example (out.lists.example [198.51.100.7])" RULE_BY
#define LIST LISTS_HOP "List-Post: <mailto:all@lists.example>\n"
#define PAYPAL_BY_LIST RULE_RESULTS "spf=pass smtp.mailfrom=all@lists.example; dmarc=fail header.from=paypal.com\n" LIST
#define PAYPAL_REFUSED_BY_LIST \
  RULE_RESULTS "spf=pass smtp.mailfrom=all@lists.example; dmarc=fail (p=reject) header.from=paypal.com\n" LIST

#define BRANDS_LINK RULE_LINK ("Log in", "https://www.paypal.com/")
#define SENDERS_LINK RULE_LINK ("Read on", "https://www.shop.test/")
#define KNOWN_LINK RULE_LINK ("Buy", "https://www.amazon.com/")
#define HIDDEN(html) "<div style=\"display:none\">" html "</div>"
#define STRANGERS_LINK RULE_LINK ("Go", "https://stranger.example/")

typedef struct
{
  const char *id;
  const char *name;
  const char *header;
  const char *html;
  const char *expected; /* as rule_tell() */
} Row;

static const Row rows[] = {
  /* a brand's name as the display name */
  { "brand-impersonation", "name", PAYPAL, BRANDS_LINK, "strong" },
  { "brand-impersonation", "name-proven", RULE_PROVEN PAYPAL, BRANDS_LINK, "weak" },
  { "brand-impersonation", "name-proven-without-links", RULE_PROVEN PAYPAL, "", "strong" },
  { "brand-impersonation", "name-proven-and-known", RULE_PROVEN PAYPAL, BRANDS_LINK KNOWN_LINK, "medium" },
  { "brand-impersonation", "name-proven-and-own", RULE_PROVEN PAYPAL, BRANDS_LINK SENDERS_LINK, "strong" },
  { "brand-impersonation", "name-proven-and-stranger", RULE_PROVEN PAYPAL, BRANDS_LINK STRANGERS_LINK, "strong" },
  { "brand-impersonation", "name-proven-and-hidden", RULE_PROVEN PAYPAL, HIDDEN (BRANDS_LINK), "strong" },
  { "brand-impersonation", "name-proven-and-hidden-stranger", RULE_PROVEN PAYPAL, BRANDS_LINK HIDDEN (STRANGERS_LINK),
    "strong" },
  { "brand-impersonation", "word-of-parcel-desk", RULE_PROVEN FROM ("GLS | Seguimiento del paquete <news@shop.test>"),
    SENDERS_LINK, "strong" },
  { "brand-impersonation", "word-of-branch", RULE_PROVEN FROM ("Filiale Sparkasse <news@shop.test>"), SENDERS_LINK,
    "strong" },
  { "brand-impersonation", "word-of-recipe", RULE_PROVEN FROM ("Orange y limon <news@shop.test>"), SENDERS_LINK, "-" },
  { "brand-impersonation", "name-old", LONG_AGO PAYPAL, BRANDS_LINK, "weak" },
  { "brand-impersonation", "name-old-and-stranger", LONG_AGO PAYPAL, BRANDS_LINK STRANGERS_LINK, "weak" },
  { "brand-impersonation", "name-old-without-links", LONG_AGO PAYPAL, "", "strong" },
  { "brand-impersonation", "country-of-four-letters", PROVEN_FOR ("ebay.lv") FROM ("eBay <news@ebay.lv>"), "", "-" },
  { "brand-impersonation", "country-unproven", FROM ("eBay <news@ebay.lv>"), "", "strong" },
  { "brand-impersonation", "country-of-three-letters", PROVEN_FOR ("dhl.lv") FROM ("DHL <news@dhl.lv>"), STRANGERS_LINK,
    "strong" },
  { "brand-impersonation", "address", PAYPAL_ADDRESS, BRANDS_LINK, "medium" },
  { "brand-impersonation", "address-proven", RULE_PROVEN PAYPAL_ADDRESS, BRANDS_LINK, "-" },
  { "brand-impersonation", "address-proven-and-stranger", RULE_PROVEN PAYPAL_ADDRESS, BRANDS_LINK STRANGERS_LINK,
    "medium" },
  { "brand-impersonation", "text", PAYPAL_TEXT, STRANGERS_LINK, "medium" },
  { "brand-impersonation", "text-in-answer", SHOP SUBJECT ("Re: PayPal: your account"), STRANGERS_LINK, "medium" },
  { "brand-impersonation", "text-stamped", SHOP SUBJECT ("[SPAM] PayPal: your account"), STRANGERS_LINK, "medium" },
  { "brand-impersonation", "text-without-links", PAYPAL_TEXT, "", "-" },
  { "brand-impersonation", "text-and-own", FROM ("Lamps <news@shop.test>") PAYPAL_SUBJECT, SENDERS_LINK, "-" },
  { "brand-impersonation", "text-own-and-stranger", PAYPAL_TEXT, SENDERS_LINK STRANGERS_LINK, "medium" },
  { "brand-impersonation", "text-brand-and-known", PAYPAL_TEXT, BRANDS_LINK KNOWN_LINK, "medium" },
  { "brand-impersonation", "text-proven-own-and-stranger", RULE_PROVEN FROM ("Lamps <news@shop.test>") PAYPAL_SUBJECT,
    SENDERS_LINK STRANGERS_LINK, "-" },
  { "brand-impersonation", "text-of-office", RULE_PROVEN FROM ("Customer Support <news@shop.test>") PAYPAL_SUBJECT,
    SENDERS_LINK, "medium" },
  { "brand-impersonation", "text-of-unproven-office", FROM ("Customer Support <news@shop.test>") PAYPAL_SUBJECT,
    SENDERS_LINK, "medium" },
  { "brand-impersonation", "text-without-name", RULE_PROVEN FROM ("news@shop.test") PAYPAL_SUBJECT, SENDERS_LINK, "-" },
  { "brand-impersonation", "text-proven-stranger", RULE_PROVEN PAYPAL_TEXT, STRANGERS_LINK, "medium" },
  { "brand-impersonation", "text-old", LONG_AGO PAYPAL_TEXT, STRANGERS_LINK, "weak" },

  /* replies that go elsewhere */
  { "reply-to-diverts", "free", SHOP "Reply-To: x@gmail.com\n", "", "medium" },
  { "reply-to-diverts", "free-proven", RULE_PROVEN SHOP "Reply-To: x@gmail.com\n", "", "medium" },
  { "reply-to-diverts", "free-proven-same-name", RULE_PROVEN SHOP "Reply-To: Shop <x@gmail.com>\n", "", "weak" },
  { "reply-to-diverts", "free-same-name", SHOP "Reply-To: Shop <x@gmail.com>\n", "", "medium" },
  { "reply-to-diverts", "free-proven-no-names", RULE_PROVEN "From: news@shop.test\nReply-To: x@gmail.com\n", "",
    "medium" },
  { "reply-to-diverts", "free-of-list", SHOP "List-Post: <mailto:news@shop.test>\nReply-To: x@gmail.com\n", "",
    "weak" },
  { "reply-to-diverts", "free-of-another-list", SHOP "List-Post: <mailto:all@shop.test>\nReply-To: x@gmail.com\n", "",
    "medium" },
  { "reply-to-diverts", "company", SHOP "Reply-To: x@partner.example\n", "", "weak" },
  { "reply-to-diverts", "company-proven", RULE_PROVEN SHOP "Reply-To: x@partner.example\n", "", "-" },
  { "reply-to-diverts", "own-domain", SHOP "Reply-To: x@mail.shop.test\n", "", "-" },
  { "reply-to-diverts", "free-to-free", "From: news@gmail.com\nReply-To: x@gmail.com\n", "", "medium" },
  { "reply-to-diverts", "free-to-company", "From: news@gmail.com\nReply-To: x@partner.example\n", "", "-" },

  /* a contact's name with another address, and additional signs */
  { "contact-impersonation", "name", "From: Mika Sato <x@other.example>\n", "", "medium" },
  { "contact-impersonation", "colleague-at-free-mail", "From: Mika Sato <x@gmail.com>\n", "", "medium weak" },
  { "contact-impersonation", "friend-at-free-mail", "From: Ken Mori <x@gmail.com>\n", "", "medium" },
  { "contact-impersonation", "asks-for-money", "From: Mika Sato <x@other.example>\nSubject: wire transfer\n", "",
    "medium weak" },

  /* a password field */
  { "credential-form", "no-form", SHOP, "<input type=password>", "medium" },
  { "credential-form", "own-site", SHOP, "<form action=\"https://shop.test/\"><input type=password></form>", "medium" },
  { "credential-form", "own-site-doubted", RULE_DOUBTED SHOP,
    "<form action=\"https://shop.test/\"><input type=password></form>", "strong" },
  { "credential-form", "own-site-nameless", RULE_NAMELESS SHOP,
    "<form action=\"https://shop.test/\"><input type=password></form>", "strong" },
  { "credential-form", "stranger", RULE_PROVEN SHOP,
    "<form action=\"https://stranger.example/\"><input type=password></form>", "strong" },

  /* results of mail filters */
  { "spam-stamp", "composite-fail", "Authentication-Results: mx.reader.test; compauth=fail reason=001\n" SHOP, "",
    "weak" },
  { "spam-stamp", "composite-pass", "Authentication-Results: mx.reader.test; compauth=pass reason=100\n" SHOP, "",
    "-" },
  { "spam-stamp", "flag", "X-Spam-Flag: YES\n" SHOP, "", "weak" },
  { "spam-stamp", "status", "X-Spam-Status: Yes, score=9\n" SHOP, "", "weak" },
  { "spam-stamp", "status-no", "X-Spam-Status: No, score=1\n" SHOP, "", "-" },
  { "spam-stamp", "filter-spam", "X-Forefront-Antispam-Report: SFV:SPM;CAT:NONE\n" SHOP, "", "weak" },
  { "spam-stamp", "filter-phish", "X-Forefront-Antispam-Report: SFV:NSPM;CAT:PHSH\n" SHOP, "", "weak" },
  { "spam-stamp", "filter-clean", "X-Forefront-Antispam-Report: SFV:NSPM;CAT:NONE\n" SHOP, "", "-" },

  /* failed authentication, by what it would authenticate */
  { "authentication-failed", "failed", RULE_FAILED SHOP, "", "medium" },
  { "authentication-failed", "failed-to-be-refused",
    RULE_RESULTS "dmarc=fail (p=reject) header.from=shop.test\n" RULE_CARRIED SHOP, "", "strong" },
  { "authentication-failed", "failed-own-side",
    RULE_RESULTS "dmarc=fail header.from=reader.test\n" RULE_CARRIED "From: desk@reader.test\n", "", "strong" },
  { "authentication-failed", "failed-by-list", RULE_RESULTS FAILED_BY ("all@lists.example") LIST SHOP, "", "weak" },
  { "authentication-failed", "failed-of-employee-by-list", PAYPAL_BY_LIST FROM ("Mika <mika@paypal.com>"), "", "weak" },
  { "authentication-failed", "failed-of-company-by-list", PAYPAL_BY_LIST FROM ("PayPal <mika@paypal.com>"), "",
    "strong" },
  { "authentication-failed", "refused-of-employee-by-list", PAYPAL_REFUSED_BY_LIST FROM ("Mika <mika@paypal.com>"), "",
    "medium" },
  { "authentication-failed", "refused-of-employee-by-list-to-strangers",
    PAYPAL_REFUSED_BY_LIST FROM ("Mika <mika@paypal.com>"), STRANGERS_LINK, "strong" },
  { "from-origin-mismatch", "employee-by-list", PAYPAL_BY_LIST FROM ("Mika <mika@paypal.com>"), STRANGERS_LINK,
    "medium" },
  { "from-origin-mismatch", "company-by-list", PAYPAL_BY_LIST FROM ("PayPal <mika@paypal.com>"), STRANGERS_LINK,
    "strong" },
  { "authentication-failed", "failed-by-list-of-another", RULE_RESULTS FAILED_BY ("x@stranger.example") LIST SHOP, "",
    "medium" },
  { "authentication-failed", "failed-by-list-refused",
    RULE_RESULTS "spf=fail smtp.mailfrom=all@lists.example; dmarc=fail header.from=shop.test\n" LIST SHOP, "",
    "medium" },
  { "authentication-failed", "failed-by-newsletter",
    RULE_RESULTS FAILED_BY ("all@lists.example") LISTS_HOP "List-Id: <all.lists.example>\n" SHOP, "", "medium" },
  { "authentication-failed", "unproven",
    RULE_RESULTS "spf=pass smtp.mailfrom=x@stranger.example; dkim=none\n" RULE_FROM_HOME SHOP, "", "medium" },
  { "authentication-failed", "unproven-own-server",
    RULE_RESULTS "spf=none smtp.mailfrom=shop.test; dkim=none\n" RULE_FROM_HOME SHOP, "", "-" },
  { "authentication-failed", "passed", RULE_PROVEN SHOP, "", "-" },
};

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_autofree char *found = rule_tell (row->id, row->header, row->html);

  g_assert_cmpstr (found, ==, row->expected);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/rules/%s/%s", rows[i].id, rows[i].name);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  return g_test_run ();
}
