/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Whom a message makes us ask about, and what a young domain weighs. Nobody answers on the name server's port.
 */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "buoy-context-settings.h"
#include "http/registry.h"
#include "net/buoy-verify-private.h"
#include "scan/buoy-scan.h"

#define DAY (24 * 60 * 60)

typedef struct
{
  const char *name;
  const char *from;     /* an address */
  const char *on_top;   /* header fields above the message */
  const char *href;     /* of a link with the text https://www.bank-site.com/ */
  int age;              /* in days, of every domain */
  gboolean is_contact;  /* the reader knows somebody at vecterdian.shop */
  guint new_days;       /* of the setting; 0: 30 */
  const char *expected; /* domains asked for, sorted; findings of new-domain as "domain:strength" */
} Row;

#define UNKNOWN \
  "Received: from mail5.participan.shop (unknown [198.51.100.7]) by mx.reader.example (Postfix) with ESMTP\r\n"
#define NAMED \
  "Received: from a.participan.shop (a.participan.shop [198.51.100.7]) by mx.reader.example (Postfix) with ESMTP\r\n"
#define OWN "Received: from a.own.shop (a.own.shop [198.51.100.7]) by mx.reader.example (Postfix) with ESMTP\r\n"
#define PROVEN "Authentication-Results: mx.reader.example; dmarc=pass header.from=participan.shop\r\n"

static const Row rows[] = {
  { "server-and-link", "info@bank-site.com", UNKNOWN, "https://a.vecterdian.shop/x", 5, FALSE, 0,
    "participan.shop vecterdian.shop | participan.shop:2 vecterdian.shop:2" },
  { "one-day", "info@bank-site.com", UNKNOWN, "https://bank-site.com/", 0, FALSE, 0,
    "participan.shop | participan.shop:2" },
  { "29-days", "info@bank-site.com", UNKNOWN, "https://bank-site.com/", 29, FALSE, 0,
    "participan.shop | participan.shop:2" },
  { "30-days", "info@bank-site.com", UNKNOWN, "https://bank-site.com/", 30, FALSE, 0, "participan.shop |" },
  { "true-link", "info@bank-site.com", UNKNOWN, "https://www.bank-site.com/x", 5, FALSE, 0,
    "participan.shop | participan.shop:2" },
  { "proven-sender", "info@participan.shop", PROVEN NAMED, "https://www.participan.shop/x", 5, FALSE, 0, " |" },
  { "company", "info@bank-site.com", UNKNOWN, "https://www.amazon.co.jp/x", 5, FALSE, 0,
    "participan.shop | participan.shop:2" },
  { "number", "info@bank-site.com", UNKNOWN, "http://203.0.113.9/x", 5, FALSE, 0,
    "participan.shop | participan.shop:2" },
  { "shared-host", "info@bank-site.com", UNKNOWN, "https://someone.github.io/x", 5, FALSE, 0,
    "participan.shop | participan.shop:2" },
  { "own-server", "info@own.shop", OWN, "https://www.bank-site.com/x", 5, FALSE, 0, " |" },
  { "false-link-to-own-site", "info@own.shop", OWN, "https://own.shop/", 5, FALSE, 0, "own.shop | own.shop:2" },
  { "contact", "info@bank-site.com", UNKNOWN, "https://a.vecterdian.shop/x", 5, TRUE, 0,
    "participan.shop | participan.shop:2" },
  { "seven-days", "info@bank-site.com", UNKNOWN, "https://bank-site.com/", 7, FALSE, 7, "participan.shop |" },
  { "six-of-seven-days", "info@bank-site.com", UNKNOWN, "https://bank-site.com/", 6, FALSE, 7,
    "participan.shop | participan.shop:2" },
};

static RegistryPage *
make_pages (char **bodies, int age)
{
  static const char *const domains[]
      = { "participan.shop", "vecterdian.shop", "amazon.co.jp", "own.shop", "github.io" };
  const gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  g_autoptr (GDateTime) date = g_date_time_new_from_unix_utc (now - (gint64) age * DAY);
  g_autofree char *text = g_date_time_format (date, "%FT%TZ");
  RegistryPage *pages = g_new0 (RegistryPage, G_N_ELEMENTS (domains) + 1);

  for (guint i = 0; i < G_N_ELEMENTS (domains); i++)
    {
      bodies[2 * i] = g_strconcat ("/domain/", domains[i], NULL);
      bodies[2 * i + 1] = g_strdup_printf (
          "{\"objectClassName\":\"domain\",\"ldhName\":\"%s\",\"events\":[{\"eventAction\":\"registration\","
          "\"eventDate\":\"%s\"}]}",
          domains[i], text);
      pages[i].path = bodies[2 * i];
      pages[i].status = 200;
      pages[i].body = bodies[2 * i + 1];
    }
  return pages;
}

static BuoyVerdict *
judge (const Row *row, BuoyLookup *lookup, BuoyAskScope scope, const char *gateway)
{
  g_autofree char *mail
      = g_strdup_printf ("%sFrom: Bank <%s>\r\nTo: reader@reader.example\r\nSubject: x\r\nMIME-Version: 1.0\r\n"
                         "Content-Type: text/html\r\n\r\n<a href=\"%s\">https://www.bank-site.com/</a>\r\n",
                         row->on_top, row->from, row->href);
  g_autoptr (GBytes) bytes = g_bytes_new (mail, strlen (mail));
  g_autoptr (BuoyContext) context = buoy_context_new ();
  g_autoptr (BuoyResolver) resolver = buoy_resolver_new ("127.0.0.1:1", 1);
  g_autoptr (BuoyVerdict) offline = NULL;
  g_autoptr (GError) error = NULL;
  BuoyVerdict *verdict;

  buoy_context_add_trusted_host (context, "mx.reader.example");
  buoy_context_set_lookup_gateway (context, gateway);
  if (row->is_contact)
    buoy_context_add_contact (context, "Friend", "friend@mail.vecterdian.shop");
  if (row->new_days > 0)
    buoy_context_set_new_domain_days (context, row->new_days);
  offline = buoy_scan (bytes, context, BUOY_SCAN_PICTURES, NULL, &error);
  g_assert_no_error (error);
  verdict = buoy_verify_again_with (offline, bytes, scope, resolver, lookup, NULL, &error);
  g_assert_no_error (error);
  return verdict;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

static char *
write_down (Registry *registry, const BuoyVerdict *verdict)
{
  GString *text = g_string_new (NULL);
  g_auto (GStrv) asked = registry_dup_paths (registry);

  qsort (asked, g_strv_length (asked), sizeof *asked, compare);
  for (guint i = 0; asked[i] != NULL; i++)
    g_string_append_printf (text, "%s%s", i == 0 ? "" : " ", asked[i] + strlen ("/domain/"));
  g_string_append (text, " |");
  for (guint i = 0; i < verdict->findings->len; i++)
    {
      const BuoyFinding *finding = g_ptr_array_index (verdict->findings, i);

      if (g_str_equal (buoy_check_get_id (buoy_finding_get_check (finding)), "new-domain"))
        g_string_append_printf (text, " %s:%d", buoy_finding_get_value (finding, BUOY_EVIDENCE_DOMAIN),
                                (int) buoy_finding_get_strength (finding));
    }
  return g_string_free (text, FALSE);
}

static void
try (const Row *row, BuoyAskScope scope, const char *expected)
{
  char *bodies[11] = { NULL };
  g_autofree RegistryPage *pages = make_pages (bodies, row->age);
  Registry *registry = registry_start (pages);
  g_autofree char *folder = g_dir_make_tmp ("bellbuoy-ask-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "answers.db", NULL);
  BuoyLookup *lookup = buoy_lookup_new (buoy_store_open (path, BUOY_STORE_MAX_ANSWERS), registry_get_url (registry));
  g_autoptr (BuoyVerdict) verdict = judge (row, lookup, scope, "");
  g_autofree char *text = write_down (registry, verdict);

  g_assert_cmpstr (text, ==, expected);
  buoy_lookup_free (lookup);
  registry_stop (registry);
  g_unlink (path);
  g_rmdir (folder);
  for (guint i = 0; bodies[i] != NULL; i++)
    g_free (bodies[i]);
}

static void
test_row (gconstpointer data)
{
  const Row *row = data;

  try (row, BUOY_ASK_KEYS, row->expected);
}

/* A host that asks by itself asks registries, too: they tell the sender nothing. */
static void
test_by_itself (void)
{
  try (&rows[0], BUOY_ASK_POLICY, rows[0].expected);
}

/* Where the organisation has a cache, it is asked, and nobody else; that it has no answer accuses nobody. */
static void
test_gateway (void)
{
  const RegistryPage pages[] = { { .path = NULL } };
  Registry *registry = registry_start (pages);
  g_autofree char *folder = g_dir_make_tmp ("bellbuoy-ask-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "answers.db", NULL);
  BuoyLookup *lookup = buoy_lookup_new (buoy_store_open (path, BUOY_STORE_MAX_ANSWERS), registry_get_url (registry));
  g_autoptr (BuoyVerdict) verdict = judge (&rows[0], lookup, BUOY_ASK_KEYS, registry_get_url (registry));
  g_auto (GStrv) asked = registry_dup_paths (registry);

  qsort (asked, g_strv_length (asked), sizeof *asked, compare);
  g_assert_cmpuint (g_strv_length (asked), ==, 2);
  g_assert_cmpstr (asked[0], ==, "/v1/domain/participan.shop");
  g_assert_cmpstr (asked[1], ==, "/v1/domain/vecterdian.shop");
  g_assert_cmpuint (verdict->verification->registrations->len, ==, 0);
  buoy_lookup_free (lookup);
  registry_stop (registry);
  g_unlink (path);
  g_rmdir (folder);
}

#define OBJECT "{\"objectClassName\":\"domain\",\"ldhName\":\"participan.shop\""
#define REGISTERED(date) OBJECT ",\"events\":[{\"eventAction\":\"registration\",\"eventDate\":\"" date "\"}]}"
#define ASKED "/domain/participan.shop"

typedef struct
{
  const char *name;
  RegistryPage page;
  BuoyLookupError why; /* -1: it is an answer, without an age */
} Fault;

static const Fault faults[] = {
  { "drip", { ASKED, .status = 200, .n_bytes = 60 * 1000, .drip_ms = 1000 }, BUOY_LOOKUP_ERROR_UNREACHABLE },
  { "circle", { ASKED, .status = 302, .body = "", .location = ASKED }, BUOY_LOOKUP_ERROR_UNREACHABLE },
  { "html", { ASKED, .status = 200, .body = "<html>Please sign in" }, BUOY_LOOKUP_ERROR_ANSWER },
  { "large", { ASKED, .status = 200, .n_bytes = 1000 * 1000 }, BUOY_LOOKUP_ERROR_UNREACHABLE },
  { "deep", { ASKED, .status = 200, .n_bytes = 60 * 1000 }, BUOY_LOOKUP_ERROR_ANSWER },
  { "1601", { ASKED, .status = 200, .body = REGISTERED ("1601-01-01T00:00:00Z") }, -1 },
  { "2200", { ASKED, .status = 200, .body = REGISTERED ("2200-01-01T00:00:00Z") }, -1 },
  { "no-events", { ASKED, .status = 200, .body = OBJECT "}" }, -1 },
  { "class",
    { ASKED, .status = 200, .body = "{\"objectClassName\":\"entity\",\"ldhName\":\"participan.shop\"}" },
    BUOY_LOOKUP_ERROR_ANSWER },
  { "other-name",
    { ASKED, .status = 200, .body = "{\"objectClassName\":\"domain\",\"ldhName\":\"bank-site.com\"}" },
    BUOY_LOOKUP_ERROR_ANSWER },
  { "busy", { ASKED, .status = 429, .body = "", .retry_after = "60" }, BUOY_LOOKUP_ERROR_BUSY },
  { "broken", { ASKED, .status = 500, .body = "" }, BUOY_LOOKUP_ERROR_UNREACHABLE },
  { "unknown", { "/", .status = 200, .body = "" }, BUOY_LOOKUP_ERROR_NOT_REGISTERED },
};

/* Whatever a registry does, the verdict stays as it is without it, and the details say why there is no answer. */
static void
test_fault (gconstpointer data)
{
  static const Row row = { NULL, "info@bank-site.com", UNKNOWN, "https://bank-site.com/", 0, FALSE, 0, NULL };
  const Fault *fault = data;
  const RegistryPage pages[] = { fault->page, { .path = NULL } };
  Registry *registry = registry_start (pages);
  g_autofree char *folder = g_dir_make_tmp ("bellbuoy-ask-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "answers.db", NULL);
  BuoyLookup *lookup = buoy_lookup_new (buoy_store_open (path, BUOY_STORE_MAX_ANSWERS), registry_get_url (registry));
  g_autoptr (BuoyVerdict) offline = judge (&row, NULL, BUOY_ASK_KEYS, "");
  g_autoptr (BuoyVerdict) verdict = judge (&row, lookup, BUOY_ASK_KEYS, "");
  const GPtrArray *unanswered = verdict->verification->unanswered;

  g_assert_cmpint (buoy_verdict_get_level (verdict), ==, buoy_verdict_get_level (offline));
  g_assert_cmpuint (verdict->findings->len, ==, offline->findings->len);
  g_assert_cmpuint (unanswered->len, ==, (int) fault->why < 0 ? 0 : 1);
  if (unanswered->len > 0)
    g_assert_cmpint (((const BuoyUnanswered *) g_ptr_array_index (unanswered, 0))->why, ==, fault->why);
  buoy_lookup_free (lookup);
  registry_stop (registry);
  g_unlink (path);
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/net/ask-registry/", rows[i].name, NULL);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autofree char *path = g_strconcat ("/net/ask-registry/fault/", faults[i].name, NULL);

      g_test_add_data_func (path, &faults[i], test_fault);
    }
  g_test_add_func ("/net/ask-registry/by-itself", test_by_itself);
  g_test_add_func ("/net/ask-registry/gateway", test_gateway);
  return g_test_run ();
}
