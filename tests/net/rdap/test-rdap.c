/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Answers of registries: real ones, and malformed ones that must not crash us.
 */
#include "config.h"

#include "net/rdap/buoy-rdap-answer.h"

#include <string.h>

#include "net/rdap/buoy-rdap-bootstrap.h"
#include "registry/buoy-registration-private.h"

#define NOW 1795910400 /* 2026-11-29 */

static BuoyRegistration *
parse (const char *json, char **out_related, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (json, strlen (json));

  return buoy_rdap_answer_parse (bytes, "shop.test", NOW, out_related, error);
}

static BuoyRegistration *
parse_members (const char *members)
{
  g_autofree char *json = g_strdup_printf ("{\"objectClassName\":\"domain\",\"ldhName\":\"SHOP.test\"%s}", members);
  g_autoptr (GError) error = NULL;
  BuoyRegistration *registration = parse (json, NULL, &error);

  g_assert_no_error (error);
  return registration;
}

/* A file of tests/net/rdap, about shop.test, and what is read of it. */
static void
test_file (const char *name, const char *expected, const char *expected_related)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "net", "rdap", name, NULL);
  g_autofree char *json = NULL, *related = NULL, *day = NULL, *servers = NULL, *statuses = NULL, *read = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (BuoyRegistration) registration = NULL;
  g_autoptr (GDateTime) registered = NULL;

  g_assert_true (g_file_get_contents (path, &json, NULL, &error));
  registration = parse (json, &related, &error);
  g_assert_no_error (error);
  registered = buoy_registration_get_registered (registration);
  day = registered == NULL ? NULL : g_date_time_format (registered, "%F %T");
  servers = g_strjoinv (" ", registration->name_servers);
  statuses = g_strjoinv ("; ", registration->statuses);
  read = g_strdup_printf ("%s | %s | %s%s | %s | %s", day, registration->registrar, registration->holder,
                          registration->is_private ? " (private)" : "", statuses, servers);
  g_assert_cmpstr (read, ==, expected);
  g_assert_cmpstr (related, ==, expected_related);
}

static void
test_thin (void)
{
  test_file ("thin.json",
             "2002-07-04 19:15:32 | Example Registrar, LLC |  | client delete prohibited; client transfer prohibited | "
             "ns1.shop.test ns2.shop.test",
             "https://rdap.registrar.example/domain/SHOP.TEST");
}

static void
test_redacted (void)
{
  test_file ("redacted.json", "2026-11-24 23:11:55 | Example Names Inc. |  (private) | active | ", NULL);
}

static void
test_service (void)
{
  test_file (
      "service.json",
      "2026-11-27 01:02:03 | NameExample, LLC | PrivacyGuardian.org llc (private) | client transfer prohibited | "
      "ns1.dns.example ns2.dns.example",
      NULL);
}

static void
test_organisation (void)
{
  test_file ("organisation.json",
             "2003-10-10 01:55:12 | Example BV | Example Services BVBA | active | ns53.dns.example", NULL);
}

static void
test_dates (void)
{
  static const struct
  {
    const char *date;
    int age; /* in days; -1: unknown */
  } dates[] = {
    { "2026-11-28T00:00:00Z", 1 },
    { "2026-11-28T00:00:00.283Z", 1 },
    { "2026-11-24T03:00:00+03:00", 5 },
    { "2026-11-23T19:00:00-05:00", 5 },
    { "2026-11-30T12:00:00Z", 0 },
    { "2026-12-03T00:00:00Z", -1 },
    { "2200-01-01T00:00:00Z", -1 },
    { "1601-01-01T00:00:00Z", -1 },
    { "1985-01-01T00:00:00Z", 15307 },
    { "9999999-01-01T00:00:00Z", -1 },
    { "", -1 },
    { "yesterday", -1 },
    { "2026-02-30T00:00:00Z", -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      g_autofree char *members
          = g_strdup_printf (",\"events\":[{\"eventAction\":\"transfer\",\"eventDate\":\"2026-11-28T00:00:00Z\"},"
                             "{\"eventAction\":\"registration\",\"eventDate\":\"%s\"}]",
                             dates[i].date);
      g_autoptr (BuoyRegistration) registration = parse_members (members);

      g_test_message ("%s", dates[i].date);
      g_assert_cmpint (buoy_registration_get_age (registration, NOW), ==, dates[i].age);
    }
}

/* Members of unexpected types are ignored. */
static void
test_wrong_types (void)
{
  static const char *const members[] = {
    "",
    ",\"events\":{},\"entities\":\"x\",\"status\":1,\"nameservers\":null,\"links\":[1,[],{}]",
    ",\"events\":[null,1,[],{},{\"eventAction\":1,\"eventDate\":[]}]",
    ",\"entities\":[{},{\"roles\":\"registrar\"},{\"roles\":[1,[]]},{\"roles\":[\"registrar\"],\"vcardArray\":1}]",
    ",\"entities\":[{\"roles\":[\"registrar\"],\"vcardArray\":[\"vcard\",[[],[1],[\"fn\"],[\"fn\",{},\"text\",1]]]}]",
    ",\"status\":[1,{},[]],\"nameservers\":[{},{\"ldhName\":1},3]",
  };

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      g_autoptr (BuoyRegistration) registration = parse_members (members[i]);

      g_assert_cmpint (buoy_registration_get_age (registration, NOW), ==, -1);
      g_assert_cmpstr (registration->registrar, ==, "");
      g_assert_cmpuint (g_strv_length (registration->statuses), ==, 0);
      g_assert_cmpuint (g_strv_length (registration->name_servers), ==, 0);
    }
}

/* Text from a registry is displayed without line breaks, escape sequences or endless names. */
static void
test_hostile_words (void)
{
  g_autofree char *name = g_strnfill (5000, 'x');
  g_autofree char *members = g_strdup_printf (
      ",\"status\":[\"a\\u001b[31mb\\nc\"],"
      "\"entities\":[{\"roles\":[\"registrar\"],\"vcardArray\":[\"vcard\",[[\"fn\",{},\"text\",\"%s\"]]]}]",
      name);
  g_autoptr (BuoyRegistration) registration = parse_members (members);

  g_assert_null (strchr (registration->statuses[0], '\033'));
  g_assert_null (strchr (registration->statuses[0], '\n'));
  g_assert_cmpuint (strlen (registration->registrar), <=, 400);
}

static void
test_many_servers (void)
{
  g_autoptr (GString) members = g_string_new (",\"nameservers\":[{\"ldhName\":\"ns.test\"}");
  g_autoptr (BuoyRegistration) registration = NULL;

  for (guint i = 0; i < 1000; i++)
    g_string_append (members, ",{\"ldhName\":\"ns.test\"}");
  g_string_append_c (members, ']');
  registration = parse_members (members->str);
  g_assert_cmpuint (g_strv_length (registration->name_servers), ==, BUOY_REGISTRATION_MAX_LIST);
}

static void
test_no_answers (void)
{
  g_autofree char *brackets = g_strnfill (100 * 1000, '[');
  const struct
  {
    const char *json;
    BuoyRdapError code;
  } answers[] = {
    { "", BUOY_RDAP_ERROR_NOT_JSON },
    { "<html>Please sign in</html>", BUOY_RDAP_ERROR_NOT_JSON },
    { "[]", BUOY_RDAP_ERROR_NOT_JSON },
    { "{", BUOY_RDAP_ERROR_NOT_JSON },
    { "{\"a\":\"\xff\"}", BUOY_RDAP_ERROR_NOT_JSON },
    { brackets, BUOY_RDAP_ERROR_NOT_JSON },
    { "{}", BUOY_RDAP_ERROR_NOT_A_DOMAIN },
    { "{\"objectClassName\":\"entity\",\"ldhName\":\"shop.test\"}", BUOY_RDAP_ERROR_NOT_A_DOMAIN },
    { "{\"objectClassName\":\"domain\"}", BUOY_RDAP_ERROR_OTHER_NAME },
    { "{\"objectClassName\":\"domain\",\"ldhName\":\"bank.test\"}", BUOY_RDAP_ERROR_OTHER_NAME },
  };

  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (parse (answers[i].json, NULL, &error));
      g_assert_error (error, BUOY_RDAP_ERROR, (int) answers[i].code);
    }
}

static void
test_bytes (void)
{
  g_autoptr (BuoyRegistration) registration
      = parse_members (",\"status\":[\"active\"],\"events\":[{\"eventAction\":\"registration\",\"eventDate\":\"2020-01-"
                       "02T03:04:05Z\"}]");
  g_autoptr (GBytes) bytes = buoy_registration_to_bytes (registration);
  g_autoptr (BuoyRegistration) again = buoy_registration_from_bytes (bytes);
  g_autoptr (GBytes) more = buoy_registration_to_bytes (again);

  g_assert_true (g_bytes_equal (bytes, more));
  for (gsize length = 0; length < g_bytes_get_size (bytes); length++)
    {
      g_autoptr (GBytes) part = g_bytes_new_from_bytes (bytes, 0, length);
      BuoyRegistration *cut = buoy_registration_from_bytes (part);

      g_clear_pointer (&cut, buoy_registration_free);
    }
}

static void
test_bootstrap (void)
{
  const BuoyRdapBootstrap *bootstrap = buoy_rdap_bootstrap_get_default ();

  g_assert_cmpstr (buoy_rdap_bootstrap_find (bootstrap, "participan.shop"), ==, "https://rdap.gmoregistry.net/rdap/");
  g_assert_cmpstr (buoy_rdap_bootstrap_find (bootstrap, "example.com"), ==, "https://rdap.verisign.com/com/v1/");
  g_assert_null (buoy_rdap_bootstrap_find (bootstrap, "example.jp"));
  g_assert_null (buoy_rdap_bootstrap_find (bootstrap, "example.kg")); /* only over http */
  g_assert_null (buoy_rdap_bootstrap_find (bootstrap, ""));
  g_assert_cmpstr (buoy_rdap_bootstrap_get_publication (bootstrap), !=, "");
}

static void
test_broken_bootstrap (void)
{
  static const char *const broken[] = { "", "[]", "{}", "{\"services\":1}" };
  static const char odd[]
      = "{\"services\":[1,[],[[]],[[1,\"x\"],[2]],[[\"A\"],[\"http://a/\",\"https://b\",\"https://c/\"]]]}";
  g_autoptr (GBytes) bytes = g_bytes_new_static (odd, strlen (odd));
  g_autoptr (BuoyRdapBootstrap) bootstrap = buoy_rdap_bootstrap_new (bytes);

  g_assert_cmpstr (buoy_rdap_bootstrap_find (bootstrap, "shop.a"), ==, "https://c/");
  g_assert_null (buoy_rdap_bootstrap_find (bootstrap, "shop.x"));
  for (guint i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_autoptr (GBytes) none = g_bytes_new_static (broken[i], strlen (broken[i]));

      g_assert_null (buoy_rdap_bootstrap_new (none));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/net/rdap/thin", test_thin);
  g_test_add_func ("/net/rdap/redacted", test_redacted);
  g_test_add_func ("/net/rdap/service", test_service);
  g_test_add_func ("/net/rdap/organisation", test_organisation);
  g_test_add_func ("/net/rdap/dates", test_dates);
  g_test_add_func ("/net/rdap/wrong-types", test_wrong_types);
  g_test_add_func ("/net/rdap/hostile-words", test_hostile_words);
  g_test_add_func ("/net/rdap/many-servers", test_many_servers);
  g_test_add_func ("/net/rdap/no-answers", test_no_answers);
  g_test_add_func ("/net/rdap/bytes", test_bytes);
  g_test_add_func ("/net/rdap/bootstrap", test_bootstrap);
  g_test_add_func ("/net/rdap/broken-bootstrap", test_broken_bootstrap);
  return g_test_run ();
}
