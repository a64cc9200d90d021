/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The strength of a link that opens another site than it shows: for each row of the table a mail that it decides, and
 * one that lacks something that the row needs.
 */
#include "config.h"

#include "rule-tell.h"

#define LINK RULE_LINK
#define TWICE(html) html html
#define THRICE(html) html html html

#define OWN_SITE "https://www.shop.test/"
#define OTHERS_SITE "https://www.partner.example/"
#define BRANDS_SITE "https://www.paypal.com/"
#define OWN_COUNTER "https://shop.test/c/1f"
#define CARRIERS_COUNTER "https://click.relay.example/c/1f"
#define SERVICES_COUNTER "https://u1.ct.sendgrid.net/c/1f"
#define SIGNERS_COUNTER "https://click.signer.example/c/1f"
#define SIGNED "DKIM-Signature: v=1; a=rsa-sha256; d=signer.example; s=k; h=from; bh=AAAA; b=AAAA\n"
#define STRANGERS_COUNTER "https://click.stranger.example/c/1f"
#define STRANGERS_PAGE "https://stranger.example/login"
#define COUNTERS_OTHERS LINK ("Read on", STRANGERS_COUNTER)
#define REDIRECT(site) site "go?url=https%3A%2F%2Fstranger.example%2Flogin"

typedef struct
{
  const char *name;
  const char *seen; /* of the sender, who is news@shop.test */
  const char *html;
  const char *expected; /* the strength, or "-" for no finding */
} Row;

static const Row own_side[] = {
  { "readers-own", RULE_NOTHING, LINK ("https://www.reader.test/", "https://wiki.readers.example/1"), "-" },
  { "readers-own-elsewhere", RULE_NOTHING, LINK ("https://www.reader.test/", STRANGERS_PAGE), "strong" },
};

static const Row letters[] = {
  { "letter", RULE_NOTHING, LINK (OTHERS_SITE, "mailto:x@stranger.example"), "medium" },
  { "letter-under-brand", RULE_NOTHING, LINK (BRANDS_SITE, "mailto:x@stranger.example"), "medium" },
  { "letter-under-brands-address", RULE_NOTHING, LINK ("service@paypal.com", "mailto:x@stranger.example"), "strong" },
  { "letter-to-sender", RULE_NOTHING, LINK ("service@paypal.com", "mailto:x@shop.test"), "medium" },
};

static const Row proven_own[] = {
  { "proven-service", RULE_PROVEN, LINK (OWN_SITE, SERVICES_COUNTER), "-" },
  { "proven-carrier", RULE_PROVEN, LINK (OWN_SITE, CARRIERS_COUNTER), "-" },
  { "proven-common", RULE_PROVEN, LINK (OWN_SITE, STRANGERS_COUNTER) TWICE (COUNTERS_OTHERS), "weak" },
  { "proven-uncommon", RULE_PROVEN, LINK (OWN_SITE, STRANGERS_COUNTER) COUNTERS_OTHERS, "medium" },
  { "proven-half", RULE_PROVEN,
    LINK (OWN_SITE, STRANGERS_COUNTER) TWICE (COUNTERS_OTHERS) THRICE (LINK ("Shop", OWN_SITE)), "medium" },
  { "proven-more-than-half", RULE_PROVEN,
    LINK (OWN_SITE, STRANGERS_COUNTER) THRICE (COUNTERS_OTHERS) THRICE (LINK ("Shop", OWN_SITE)), "weak" },
  { "proven-shortener", RULE_PROVEN, LINK (OWN_SITE, "https://bit.ly/3abc"), "weak" },
  { "proven-related", RULE_PROVEN, LINK (OWN_SITE, "https://click.shop.example/login"), "weak" },
  { "proven-mail-domain", RULE_PROVEN, LINK (OWN_SITE, "https://www.news-shop.test/login"), "weak" },
  { "proven-mail-domain-of-another", RULE_PROVEN, LINK (OWN_SITE, "https://www.news-shops.test/login"), "strong" },
  { "proven-redirect", RULE_PROVEN, LINK (OWN_SITE, REDIRECT (OWN_SITE)), "weak" },
  { "proven-strangers-page", RULE_PROVEN, LINK (OWN_SITE, STRANGERS_PAGE), "strong" },
  { "proven-named-in-prose", RULE_PROVEN, LINK ("our shop at shop.test", STRANGERS_PAGE), "medium" },
  { "proven-strangers-counter", RULE_PROVEN, LINK (OWN_SITE, STRANGERS_COUNTER), "medium" },
  { "unproven-strangers-counter", RULE_NOTHING, LINK (OWN_SITE, STRANGERS_COUNTER), "strong" },
};

static const Row indirect[] = {
  { "redirect-of-brand", RULE_NOTHING, LINK (BRANDS_SITE, REDIRECT (BRANDS_SITE)), "strong" },
  { "redirect", RULE_NOTHING, LINK (OTHERS_SITE, REDIRECT (OTHERS_SITE)), "medium" },
  { "title", RULE_NOTHING, "<a href=\"" STRANGERS_PAGE "\" title=\"www.partner.example\">Read on</a>", "medium" },
  { "title-of-brand", RULE_NOTHING, "<a href=\"" STRANGERS_PAGE "\" title=\"www.paypal.com\">Read on</a>", "strong" },
  { "brand-embedded", RULE_PROVEN, LINK ("www.paypal.com", "https://www.paypal.com.shop.test/c/1f"), "strong" },
  { "brand-not-embedded", RULE_PROVEN, LINK (BRANDS_SITE, "https://paypal.com.shop.test/c/1f"), "medium" },
  { "address-through-own", RULE_NOTHING, LINK ("me@partner.example", OWN_COUNTER), "-" },
  { "brands-address-through-own", RULE_PROVEN, LINK ("service@paypal.com", OWN_COUNTER), "weak" },
};

static const Row counters[] = {
  { "own-page-in-full", RULE_PROVEN, LINK (OTHERS_SITE, "https://shop.test/login"), "strong" },
  { "proven-own-counter", RULE_PROVEN, LINK (OTHERS_SITE, OWN_COUNTER), "weak" },
  { "proven-services-counter", RULE_PROVEN, LINK (OTHERS_SITE, SERVICES_COUNTER), "weak" },
  { "proven-carriers-counter", RULE_PROVEN, LINK (OTHERS_SITE, CARRIERS_COUNTER), "weak" },
  { "carriers-counter", RULE_CARRIED, LINK (OTHERS_SITE, CARRIERS_COUNTER), "strong" },
  { "proven-counter-of-brand", RULE_PROVEN, LINK ("www.paypal.com", OWN_COUNTER), "weak" },
  { "proven-counter-of-brand-in-full", RULE_PROVEN, LINK (BRANDS_SITE, OWN_COUNTER), "medium" },
  { "proven-carrier-of-brand", RULE_PROVEN, LINK ("www.paypal.com", CARRIERS_COUNTER), "strong" },
  { "services-counter", RULE_CARRIED, LINK (OWN_SITE, SERVICES_COUNTER), "weak" },
  { "services-counter-doubted", RULE_DOUBTED, LINK (OWN_SITE, SERVICES_COUNTER), "medium" },
  { "carriers-counter-of-own", RULE_CARRIED, LINK (OWN_SITE, CARRIERS_COUNTER), "medium" },
  { "signers-counter-of-own", SIGNED RULE_CARRIED, LINK (OWN_SITE, SIGNERS_COUNTER), "medium" },
  { "signers-counter-of-own-nameless", SIGNED RULE_NAMELESS, LINK (OWN_SITE, SIGNERS_COUNTER), "strong" },
  { "strangers-counter-of-own", RULE_CARRIED, LINK (OWN_SITE, SIGNERS_COUNTER), "strong" },
  { "carriers-counter-of-own-doubted", RULE_DOUBTED, LINK (OWN_SITE, CARRIERS_COUNTER), "strong" },
  { "home-counter-of-brand", RULE_FROM_HOME, LINK (BRANDS_SITE, OWN_COUNTER), "medium" },
  { "own-counter-of-brand", RULE_NOTHING, LINK (BRANDS_SITE, OWN_COUNTER), "strong" },
  { "own-counter-of-brand-in-prose", RULE_NOTHING, LINK ("Pay by PayPal.com now", OWN_COUNTER), "medium" },
  { "own-counter", RULE_NOTHING, LINK ("www.partner.example", OWN_COUNTER), "weak" },
  { "own-counter-in-full", RULE_NOTHING, LINK (OTHERS_SITE, OWN_COUNTER), "medium" },
  { "services-counter-of-others", RULE_NOTHING, LINK (OTHERS_SITE, SERVICES_COUNTER), "medium" },
};

static const Row strangers[] = {
  { "brand-in-prose", RULE_NOTHING, LINK ("Pay by PayPal.com now", STRANGERS_PAGE), "strong" },
  { "named-in-prose", RULE_CARRIED, LINK ("Meet us at Partner.example", STRANGERS_PAGE), "medium" },
  { "named-in-prose-nameless", RULE_NAMELESS, LINK ("Meet us at Partner.example", STRANGERS_PAGE), "strong" },
  { "own-named-in-prose", RULE_NOTHING, LINK ("Meet us at Shop.test", STRANGERS_PAGE), "strong" },
  { "related", RULE_NOTHING, LINK (OTHERS_SITE, "https://click.partner.test/"), "medium" },
  { "proven-common-of-others", RULE_PROVEN, LINK (OTHERS_SITE, STRANGERS_COUNTER) TWICE (COUNTERS_OTHERS), "medium" },
  { "proven-uncommon-of-others", RULE_PROVEN, LINK (OTHERS_SITE, STRANGERS_COUNTER) COUNTERS_OTHERS, "strong" },
  { "home-common-of-others", RULE_FROM_HOME, LINK (OTHERS_SITE, STRANGERS_COUNTER) TWICE (COUNTERS_OTHERS), "medium" },
  { "unproven-common-of-others", RULE_CARRIED, LINK (OTHERS_SITE, STRANGERS_COUNTER) TWICE (COUNTERS_OTHERS),
    "strong" },
  { "carriers-common", RULE_CARRIED, THRICE (LINK (OTHERS_SITE, CARRIERS_COUNTER)), "medium" },
  { "carriers-common-doubted", RULE_DOUBTED, THRICE (LINK (OTHERS_SITE, CARRIERS_COUNTER)), "strong" },
  { "address", RULE_NOTHING, LINK ("me@partner.example", STRANGERS_PAGE), "medium" },
  { "address-in-a-path", RULE_NOTHING, LINK ("partner.example/me@here", STRANGERS_PAGE), "strong" },
};

/* A whole site at the start of the host: the rest of the name may be hidden. */
static const Row in_front[] = {
  { "site-in-front", RULE_NOTHING, LINK ("www.partner.com.stranger.example", STRANGERS_PAGE), "strong" },
  { "site-in-front-of-itself", RULE_NOTHING,
    LINK ("www.partner.com.stranger.example", "https://www.partner.com.stranger.example/"), "-" },
  { "part-in-front", RULE_NOTHING, LINK ("www.partner.stranger.example", STRANGERS_PAGE), "-" },
};

/* Names are written in mixed case, or among other words. */
static const Row written[] = {
  { "address-alone", RULE_NOTHING, LINK ("partner.example", STRANGERS_PAGE), "strong" },
  { "address-alone-loud", RULE_NOTHING, LINK ("PARTNER.EXAMPLE", STRANGERS_PAGE), "strong" },
  { "name-alone", RULE_NOTHING, LINK ("Partner.example", STRANGERS_PAGE), "medium" },
  { "capital-in-path", RULE_NOTHING, LINK ("partner.example/Start", STRANGERS_PAGE), "strong" },
  { "scheme-in-prose", RULE_NOTHING, LINK ("Go to https://Partner.example", STRANGERS_PAGE), "strong" },
  { "www-in-prose", RULE_NOTHING, LINK ("Go to www.Partner.example", STRANGERS_PAGE), "strong" },
  { "www-alone", RULE_NOTHING, LINK ("www.Partner.example", STRANGERS_PAGE), "strong" },
  { "letters-that-end-in-www", RULE_NOTHING, LINK ("Go to awww.Partner.example", STRANGERS_PAGE), "medium" },
  { "spelled", RULE_NOTHING, LINK ("Pay at Partner[.]com", STRANGERS_PAGE), "strong" },
};

/* Addresses of pages that are the same for everyone. */
static const Row pages[] = {
  { "page", RULE_NOTHING, LINK (OTHERS_SITE, "https://shop.test/offers"), "strong" },
  { "page-with-query", RULE_NOTHING, LINK (OTHERS_SITE, "https://shop.test/offers?a"), "medium" },
  { "page-with-empty-query", RULE_NOTHING, LINK (OTHERS_SITE, "https://shop.test/offers?"), "strong" },
  { "page-with-digit", RULE_NOTHING, LINK (OTHERS_SITE, "https://shop.test/offers/9"), "medium" },
  { "page-with-capital", RULE_NOTHING, LINK (OTHERS_SITE, "https://shop.test/offers/Z"), "medium" },
};

/* The sender's own name elsewhere: a country's site, a server of the same name, but not another company's main site. */
static const Row related[] = {
  { "country", RULE_NOTHING, LINK ("https://www.roses.com", "https://www.roses.de/"), "medium" },
  { "country-of-two-labels", RULE_NOTHING, LINK ("https://www.roses.com", "https://www.roses.co.uk/"), "medium" },
  { "country-of-long-labels", RULE_NOTHING, LINK ("https://www.roses.com", "https://www.roses.com.au/"), "medium" },
  { "country-left", RULE_NOTHING, LINK ("https://www.roses.de", "https://www.roses.com/"), "medium" },
  { "server", RULE_NOTHING, LINK ("https://www.roses.com", "https://mail.roses.net/"), "medium" },
  { "main-site", RULE_NOTHING, LINK ("https://www.roses.com", "https://www.roses.net/"), "strong" },
  { "main-site-without-www", RULE_NOTHING, LINK ("https://www.roses.com", "https://roses.net/"), "strong" },
  { "longer-name", RULE_NOTHING, LINK ("https://www.roses.com", "https://www.roseshop.de/"), "strong" },
  { "shorter-name", RULE_NOTHING, LINK ("https://www.roseshop.com", "https://www.roses.de/"), "strong" },
  { "registered-shorter-name", RULE_NOTHING, LINK ("https://www.adidasshop.com", "https://www.adidas.com/"), "weak" },
  { "mail-domain-shorter-name", RULE_NOTHING,
    LINK ("https://www.secureservershop.com", "https://www.secureserver.net/"), "strong" },
  { "shared-shorter-name", RULE_NOTHING, LINK ("https://www.githubshop.com", "https://github.com/x"), "strong" },
  { "anybodys-place", RULE_NOTHING, LINK ("https://www.roses.com", "https://roses.github.io/"), "strong" },
};

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_autofree char *header = g_strconcat (row->seen, "From: Shop <news@shop.test>\nSubject: Hello\n", NULL);
  g_autofree char *found = rule_tell ("link-text-mismatch", header, row->html);

  g_assert_cmpstr (found, ==, row->expected);
}

static void
add_rows (const Row *rows, gsize n_rows)
{
  for (gsize i = 0; i < n_rows; i++)
    {
      g_autofree char *path = g_strconcat ("/mismatch-weight/", rows[i].name, NULL);

      g_test_add_data_func (path, &rows[i], test_row);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_rows (own_side, G_N_ELEMENTS (own_side));
  add_rows (letters, G_N_ELEMENTS (letters));
  add_rows (proven_own, G_N_ELEMENTS (proven_own));
  add_rows (indirect, G_N_ELEMENTS (indirect));
  add_rows (counters, G_N_ELEMENTS (counters));
  add_rows (strangers, G_N_ELEMENTS (strangers));
  add_rows (in_front, G_N_ELEMENTS (in_front));
  add_rows (written, G_N_ELEMENTS (written));
  add_rows (pages, G_N_ELEMENTS (pages));
  add_rows (related, G_N_ELEMENTS (related));
  return g_test_run ();
}
