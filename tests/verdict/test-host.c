/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A program that only reads verdicts: it is linked without GMime and gumbo, so nothing that it calls parses mail. It
 * makes a verdict by hand, sends it through bytes, and tells everything of it.
 */
#include "config.h"

#include <link.h>
#include <string.h>

#include "buoy-context-bytes.h"
#include "same.h"
#include "verdict/buoy-found-bytes.h"
#include "verdict/buoy-verdict-bytes.h"

static BuoyLinkFacts *
make_link (void)
{
  BuoyLinkFacts *link = g_new0 (BuoyLinkFacts, 1);

  link->state = BUOY_TARGET_MISMATCH;
  link->text = g_strdup ("www.shop.test");
  link->href = g_strdup ("https://evil.test/");
  link->shown_host = g_strdup ("www.shop.test");
  link->host = g_strdup ("evil.test");
  link->domain = g_strdup ("evil.test");
  link->address = g_strdup ("https://evil.test/");
  link->opened_host = g_strdup ("evil.test");
  link->is_web = TRUE;
  link->accused = TRUE;
  return link;
}

static BuoyFacts *
make_facts (void)
{
  BuoyFacts *facts = buoy_facts_new ();
  BuoyTextFacts *text = buoy_text_facts_new ();

  facts->message_id = g_strdup ("");
  facts->subject = g_strdup ("Your order");
  facts->has_from = TRUE;
  facts->from_name = g_strdup ("Shop");
  facts->from_address = g_strdup ("news@shop.test");
  facts->from_domain = g_strdup ("shop.test");
  facts->auth.source = g_strdup ("none");
  facts->auth.spf = g_strdup ("none");
  facts->auth.dkim = g_strdup ("none");
  facts->auth.dmarc = g_strdup ("none");
  facts->auth.arc = g_strdup ("none");
  text->is_message = TRUE;
  text->title = g_strdup ("Your order");
  g_ptr_array_add (text->links, make_link ());
  g_ptr_array_add (facts->texts, text);
  return facts;
}

static BuoyListedLink *
make_listed_link (void)
{
  BuoyListedLink *link = g_new0 (BuoyListedLink, 1);

  link->link.href = g_strdup ("https://evil.test/");
  link->link.shown = g_strdup ("www.shop.test");
  link->link.actual = g_strdup ("evil.test");
  link->link.address = g_strdup ("https://evil.test/");
  link->host = g_strdup ("evil.test");
  return link;
}

static BuoyVerdict *
make_verdict (void)
{
  BuoyVerdict *verdict = buoy_verdict_new ();
  guint n_rows;
  BuoyFinding *finding = buoy_finding_new (&buoy_check_rows_get (&n_rows)[0]);

  buoy_finding_cite (finding, BUOY_EVIDENCE_SHOWN_HOST, "www.shop.test");
  buoy_finding_cite (finding, BUOY_EVIDENCE_ACTUAL_HOST, "evil.test");
  g_ptr_array_add (verdict->findings, finding);
  g_ptr_array_add (verdict->false_links, make_listed_link ());
  verdict->facts = make_facts ();
  verdict->level = BUOY_LEVEL_DANGER;
  verdict->advice = BUOY_ADVICE_LINKS;
  verdict->trust = BUOY_TRUST_UNPROVEN;
  return verdict;
}

static void
test_read (void)
{
  g_autoptr (BuoyVerdict) verdict = make_verdict ();
  g_autoptr (GBytes) bytes = buoy_verdict_to_bytes (verdict);
  g_autoptr (GError) error = NULL;
  g_autoptr (BuoyVerdict) copy = buoy_verdict_from_bytes (bytes, &error);

  g_assert_no_error (error);
  assert_same (verdict, copy);
  g_assert_nonnull (buoy_verdict_find_false_link (copy, "https://evil.test/"));
}

/* What a host sends. */
static void
test_send (void)
{
  g_autoptr (BuoyContext) context = buoy_context_new ();
  g_autoptr (BuoyVerification) verification = buoy_verification_new ();
  g_autoptr (GBytes) told = NULL;
  g_autoptr (GBytes) found = NULL;

  buoy_context_add_own_address (context, "reader@reader.test");
  told = buoy_context_to_bytes (context);
  found = buoy_found_to_bytes (NULL, verification);
  g_assert_nonnull (told);
  g_assert_nonnull (found);
}

static int
look_at_library (struct dl_phdr_info *info, size_t size, void *data)
{
  static const char *const parsers[] = { "gmime", "gumbo" };

  for (guint i = 0; i < G_N_ELEMENTS (parsers); i++)
    if (strstr (info->dlpi_name, parsers[i]) != NULL)
      g_ptr_array_add (data, g_strdup (info->dlpi_name));
  return 0;
}

/* The dynamic section of this program and of what it needs. */
static void
test_libraries (void)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);

  dl_iterate_phdr (look_at_library, found);
  g_assert_cmpuint (found->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/host/read", test_read);
  g_test_add_func ("/host/send", test_send);
  g_test_add_func ("/host/libraries", test_libraries);
  return g_test_run ();
}
