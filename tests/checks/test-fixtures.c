/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Walks tests/data: <check-id>/hit-*.eml must give that finding, <check-id>/miss-*.eml must not, clean/ must stay
 * silent as a whole. Every check has at least one of both.
 */
#include "config.h"

#include <bellbuoy.h>
#include <string.h>

static GBytes *
read_file (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *text = NULL;
  gsize length = 0;

  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (text, length);
}

/* Whose mailbox the fixtures lie in: mail to and from harbour.test is the reader's own side, two people are known. */
static BuoyContext *
reader_new (void)
{
  BuoyContext *context = buoy_context_new ();

  buoy_context_add_own_address (context, "reader@harbour.test");
  buoy_context_add_own_domain (context, "harbour.test");
  buoy_context_add_contact (context, "Anna Lindqvist", "anna@lindqvist.test");
  buoy_context_add_contact (context, "Anna Lindqvist", "anna.lindqvist@gmail.com");
  buoy_context_add_contact (context, "山田太郎", "taro@yamada.test");
  buoy_context_add_contact (context, "Customer Service", "service@shop.test");
  return context;
}

static BuoyVerdict *
scan_file (const char *path)
{
  g_autoptr (GBytes) bytes = read_file (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (BuoyContext) context = reader_new ();
  BuoyVerdict *verdict = buoy_scan (bytes, context, NULL, &error);

  g_assert_no_error (error);
  return verdict;
}

static gboolean
has_finding (BuoyVerdict *verdict, const char *id)
{
  for (guint i = 0; i < buoy_verdict_get_n_findings (verdict); i++)
    {
      const BuoyFinding *finding = buoy_verdict_get_finding (verdict, i);

      if (g_str_equal (buoy_finding_get_id (finding), id)
          && buoy_finding_get_strength (finding) > BUOY_STRENGTH_NOTE)
        return TRUE;
    }
  return FALSE;
}

/* "…/data/urgency/hit-english.eml": the folder is the check, the first word the expectation. */
static void
test_fixture (gconstpointer data)
{
  const char *path = data;
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *id = g_path_get_basename (folder);
  g_autofree char *name = g_path_get_basename (path);
  g_autoptr (BuoyVerdict) verdict = scan_file (path);

  if (g_str_equal (id, "clean"))
    g_assert_cmpstr (buoy_level_to_string (buoy_verdict_get_level (verdict)), ==, "none");
  else
    g_assert_cmpint (has_finding (verdict, id), ==, g_str_has_prefix (name, "hit-"));
}

/* What some of them make of the whole message: one sign alone warns of nothing, save where it is a falsehood. */
static const struct
{
  const char *path;
  const char *level;
} levels[] = {
  { "attached-page/hit-login-page.eml", "danger" },
  { "attached-page/hit-login-page-proven.eml", "caution" },
  { "attached-page/hit-false-link.eml", "danger" },
  { "dangerous-link/hit-javascript.eml", "none" },
  { "dangerous-link/hit-search-ms.eml", "danger" },
  { "dangerous-link/hit-share.eml", "danger" },
  { "dangerous-link/hit-share-within.eml", "none" },
  { "deceptive-address/hit-several.eml", "none" },
  { "deceptive-address/hit-two-fields.eml", "danger" },
  { "deceptive-address/hit-two-fields-of-one-house.eml", "none" },
  { "deceptive-address/hit-invisible.eml", "danger" },
  { "deceptive-address/hit-cut-by-nul.eml", "danger" },
  { "stray-links/hit-unproven.eml", "none" },
  { "stray-links/hit-proven-through-counter.eml", "none" },
  { "stray-links/hit-masked.eml", "caution" },
  { "stray-links/hit-impossible-sender.eml", "caution" },
  { "contact-impersonation/hit-other-address.eml", "none" },
  { "contact-impersonation/hit-free-mail.eml", "none" },
  { "role-impersonation/hit-mail-team.eml", "none" },
  { "role-impersonation/hit-mail-team-at-open-host.eml", "caution" },
  { "role-impersonation/hit-own-house-from-nowhere.eml", "caution" },
  { "role-impersonation/hit-unproven-admin.eml", "caution" },
  { "role-impersonation/hit-desk-of-an-app.eml", "caution" },
  { "lookalike-domain/hit-short-slip-claimed.eml", "danger" },
  { "own-address/hit-unproven.eml", "danger" },
  { "own-address/hit-nameless-server.eml", "danger" },
  { "from-origin-mismatch/hit-before-proof.eml", "none" },
  { "from-origin-mismatch/hit-brand-leads-to-strangers.eml", "danger" },
  { "from-origin-mismatch/hit-nameless-leads-away.eml", "caution" },
  { "from-origin-mismatch/hit-own-address.eml", "danger" },
  { "from-origin-mismatch/hit-own-organisation.eml", "danger" },
  { "from-origin-mismatch/hit-own-organisation-from-elsewhere.eml", "danger" },
  { "from-origin-mismatch/hit-own-organisation-by-service.eml", "none" },
  { "from-origin-mismatch/hit-own-organisation-by-provider.eml", "none" },
};

static void
test_levels (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    {
      g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", levels[i].path, NULL);
      g_autoptr (BuoyVerdict) verdict = scan_file (path);

      g_test_message ("%s", levels[i].path);
      g_assert_cmpstr (buoy_level_to_string (buoy_verdict_get_level (verdict)), ==,
                       levels[i].level);
    }
}

/* Adds the fixtures of one folder; returns how many begin with @prefix. */
static guint
add_folder (const char *id, const char *prefix)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", id, NULL);
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;
  guint n = 0;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *test = g_strdup_printf ("/fixtures/%s/%s", id, name);

      if (!g_str_has_prefix (name, prefix))
        continue;
      n++;
      g_test_add_data_func_full (test, g_build_filename (path, name, NULL), test_fixture, g_free);
    }
  return n;
}

int
main (int argc, char **argv)
{
  guint n_checks;
  const BuoyCheck *checks = buoy_checks_get (&n_checks);

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < n_checks; i++)
    {
      g_assert_cmpuint (add_folder (checks[i].id, "hit-"), >, 0);
      g_assert_cmpuint (add_folder (checks[i].id, "miss-"), >, 0);
    }
  g_assert_cmpuint (add_folder ("clean", ""), >, 0);
  g_test_add_func ("/fixtures/levels", test_levels);
  return g_test_run ();
}
