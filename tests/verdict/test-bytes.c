/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A verdict that went through bytes tells what the one tells that was made here: over all of tests/data, or over all
 * files of the folders that are named.
 */
#include "config.h"

#include <string.h>

#include "../checks/fixture.h"
#include "buoy-context-settings.h"
#include "notice/buoy-json.h"
#include "registry/buoy-registration-private.h"
#include "registry/buoy-server-private.h"
#include "same.h"
#include "buoy-context-bytes.h"
#include "verdict/buoy-engine.h"
#include "verdict/buoy-found-bytes.h"
#include "verdict/buoy-verdict-bytes.h"

static BuoyVerdict *
through_bytes (BuoyVerdict *verdict)
{
  g_autoptr (GBytes) bytes = buoy_verdict_to_bytes (verdict);
  g_autoptr (GError) error = NULL;
  BuoyVerdict *copy;

  g_assert_nonnull (bytes);
  copy = buoy_verdict_from_bytes (bytes, &error);
  g_assert_no_error (error);
  buoy_verdict_attach (copy, verdict->context, verdict->verification);
  return copy;
}

static BuoyContext *
context_through_bytes (BuoyContext *context)
{
  g_autoptr (GBytes) bytes = buoy_context_to_bytes (context);
  g_autoptr (GBytes) again = NULL;
  g_autoptr (GError) error = NULL;
  BuoyContext *copy;

  g_assert_nonnull (bytes);
  copy = buoy_context_from_bytes (bytes, &error);
  g_assert_no_error (error);
  again = buoy_context_to_bytes (copy);
  g_assert_true (g_bytes_equal (bytes, again));
  return copy;
}

/* What another process makes of the message and the reader's context. */
static BuoyVerdict *
judge_elsewhere (GBytes *bytes, BuoyVerdict *verdict)
{
  g_autoptr (BuoyContext) shared = context_through_bytes (verdict->context);
  BuoySenderMemory *sender = verdict->context->sender;
  g_autoptr (BuoyContext) context
      = sender != NULL ? buoy_context_new_for_sender (shared, sender) : buoy_context_ref (shared);
  g_autoptr (GBytes) found = buoy_found_to_bytes (verdict->facts->pictures, verdict->verification);
  g_autoptr (GPtrArray) pictures = NULL;
  g_autoptr (BuoyVerification) verification = NULL;
  g_autoptr (GError) error = NULL;
  BuoyVerdict *other;

  g_assert_true (buoy_found_from_bytes (found, &pictures, &verification, &error));
  g_assert_no_error (error);
  other = buoy_engine.judge (bytes, context, verdict->shown, pictures, verification, NULL, &error);
  g_assert_no_error (error);
  return other;
}

static void
test_file (const char *path)
{
  g_autoptr (GBytes) bytes = fixture_read (path);
  g_autoptr (BuoyVerdict) readable = buoy_scan (bytes, NULL, 0, NULL, NULL);
  g_autoptr (BuoyVerdict) verdict = readable != NULL ? fixture_scan (bytes) : NULL;
  g_autoptr (BuoyVerdict) copy = NULL;
  g_autoptr (GBytes) first = NULL;
  g_autoptr (GBytes) second = NULL;
  g_autoptr (BuoyVerdict) elsewhere = NULL;
  g_autoptr (GBytes) third = NULL;

  if (verdict == NULL)
    return;
  copy = through_bytes (verdict);
  first = buoy_verdict_to_bytes (verdict);
  second = buoy_verdict_to_bytes (copy);
  g_test_message ("%s: %" G_GSIZE_FORMAT " bytes", path, g_bytes_get_size (first));
  assert_same (verdict, copy);
  g_assert_true (g_bytes_equal (first, second));
  elsewhere = judge_elsewhere (bytes, verdict);
  third = buoy_verdict_to_bytes (elsewhere);
  g_assert_true (g_bytes_equal (first, third));
}

static guint
test_folder (const char *folder, gboolean only_mails)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n_files = 0;
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      n_files += test_folder (path, only_mails);
      if (g_file_test (path, G_FILE_TEST_IS_DIR) || (only_mails && !g_str_has_suffix (name, ".eml")))
        continue;
      test_file (path);
      n_files++;
    }
  return n_files;
}

static void
test_same (gconstpointer data)
{
  const char *const *folders = data;
  g_autofree char *own = g_test_build_filename (G_TEST_DIST, "data", NULL);
  guint n_files = 0;

  for (guint i = 0; folders[i] != NULL; i++)
    n_files += test_folder (folders[i], FALSE);
  if (folders[0] == NULL)
    n_files = test_folder (own, TRUE);
  g_assert_cmpuint (n_files, >, 0);
}

/* Each thing that a host can tell. */
static void
test_context (void)
{
  g_autoptr (BuoyContext) context = buoy_context_new ();
  g_autoptr (BuoyBlockList) list = buoy_block_list_new ("bad hosts /nowhere/list", NULL);
  g_autoptr (BuoyReceivingSide) side = buoy_receiving_side_new ("mx.reader.test");
  static const char *const kinds[] = { "sender", NULL };
  g_autoptr (BuoyContext) copy = NULL;
  g_autoptr (GArray) files = NULL;

  buoy_context_add_trusted_host (context, "mx.reader.test");
  buoy_context_add_trusted_host (context, "192.0.2.0/24");
  buoy_context_add_trusted_host (context, "2001:db8::1");
  buoy_context_add_own_address (context, "Reader@Reader.test");
  buoy_context_add_own_domain (context, "bücher.test");
  buoy_context_add_contact (context, "山田太郎", "taro.yamada@yamada.test");
  buoy_context_add_contact (context, "", "nobody@yamada.test");
  buoy_context_add_gateway (context, "wrap.reader.test:u");
  buoy_context_add_gateway (context, "path.reader.test");
  buoy_context_suppress_check (context, "urgency");
  buoy_context_suppress_check (context, "hidden-text");
  buoy_context_trust_sender (context, "shop.test");
  buoy_context_trust_link (context, "shop.test", "track.test");
  buoy_context_block_site (context, "*.evil.test");
  buoy_context_block_site (context, "evil.test/path");
  buoy_context_allow_site (context, "https://fine.test/?q");
  buoy_context_protect_domain (context, "partner.test");
  buoy_context_protect_person (context, "Chief Executive <chief@reader.test>");
  buoy_context_add_block_list (context, list);
  buoy_context_set_list_max_age (context, 5);
  buoy_context_set_new_domain_days (context, 7);
  buoy_context_set_lookup_kinds (context, kinds);
  buoy_context_set_qr_codes (context, FALSE);
  side->inner_address = g_strdup ("192.0.2.1");
  side->n_messages = 12;
  buoy_context_set_receiving_side (context, side);
  copy = context_through_bytes (context);
  g_assert_cmpuint (copy->trusted_networks->len, ==, 2);
  g_assert_cmpuint (copy->contacts->len, ==, 2);
  g_assert_cmpuint (g_hash_table_size (copy->namesakes), ==, g_hash_table_size (context->namesakes));
  g_assert_cmpstr (copy->side->inner_address, ==, "192.0.2.1");
  g_assert_cmpuint (copy->side->n_messages, ==, 12);
  g_assert_cmpint (copy->lookup_kinds, ==, BUOY_LOOKUP_SENDER);
  g_assert_true (copy->skips_codes);
  files = buoy_context_open_lists (context);
  g_assert_nonnull (files);
  g_assert_cmpuint (files->len, ==, 1);
  g_assert_cmpint (g_array_index (files, int, 0), ==, -1);
  buoy_context_take_lists (copy, (const int *) (gpointer) files->data, files->len);
}

static BuoyServer *
make_server (void)
{
  BuoyServer *server = buoy_server_new ("192.0.2.7");

  g_strfreev (server->names);
  server->names = g_strsplit ("a.test b.test", " ", -1);
  server->n_agreeing = 1;
  server->state = BUOY_SERVER_NAME_AGREES;
  server->asked = 1700000000;
  server->place = g_new0 (BuoyPlace, 1);
  server->place->country = g_strdup ("JP");
  server->place->city = g_strdup ("Kōbe");
  server->place->network = g_strdup ("Net");
  server->place->table = g_strdup ("table");
  server->place->number = 64500;
  return server;
}

static void
test_found (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("From: a@b.test\n\nx", 18);
  g_autoptr (BuoyVerification) verification = buoy_verification_new ();
  BuoySignature *signature = buoy_verification_add (verification, "b.test", "key");
  g_autoptr (GPtrArray) pictures = g_ptr_array_new_with_free_func (buoy_picture_facts_free);
  BuoyPictureFacts *seen = buoy_picture_facts_new ();
  BuoyUnanswered *unanswered = g_new0 (BuoyUnanswered, 1);
  g_autoptr (BuoyVerdict) verdict = NULL;
  g_autoptr (BuoyVerdict) other = NULL;

  signature->reason = "no-answer";
  unanswered->domain = g_strdup ("c.test");
  unanswered->why = BUOY_LOOKUP_ERROR_BUSY;
  unanswered->source = g_strdup ("registry.test");
  unanswered->asked = 1795910400;
  g_ptr_array_add (verification->unanswered, unanswered);
  g_ptr_array_add (verification->registrations, buoy_registration_new ("d.test"));
  verification->server = make_server ();
  g_ptr_array_add (verification->link_servers, make_server ());
  verification->asked_sender = TRUE;
  verification->policy = BUOY_DMARC_REJECT;
  g_ptr_array_add (seen->codes, g_strdup ("https://code.test/"));
  g_ptr_array_add (pictures, seen);
  verdict = buoy_engine.judge (bytes, NULL, NULL, pictures, verification, NULL, NULL);
  verdict->context = buoy_context_new ();
  other = judge_elsewhere (bytes, verdict);
  buoy_context_unref (g_steal_pointer (&other->context));
  g_assert_cmpuint (other->facts->pictures->len, ==, 1);
  other->context = buoy_context_ref (verdict->context);
  assert_same (verdict, other);
}

/* Bytes of a program that writes other fields are refused as a whole. */
static void
test_found_version (void)
{
  static const guint8 before[] = { 0x01, 0x00, 0x46, 0x42 }; /* without the source of what was not answered */
  g_autoptr (GBytes) found = buoy_found_to_bytes (NULL, NULL);
  gsize size;
  gpointer data = g_bytes_unref_to_data (g_steal_pointer (&found), &size);
  g_autoptr (GPtrArray) pictures = NULL;
  g_autoptr (BuoyVerification) verification = NULL;
  g_autoptr (GError) error = NULL;

  memcpy (data, before, sizeof before);
  found = g_bytes_new_take (data, size);
  g_assert_false (buoy_found_from_bytes (found, &pictures, &verification, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
}

/* What a sender can write that no registry and no calendar has. */
static void
test_senders_words (void)
{
  static const char *const mails[] = {
    "From: a@shop.test\nDate: Fri, 31 Dec 9999 23:59:59 -1200\n\nx",
    "From: a@shop.test\nContent-Type: text/html\n\n<a href='https://ev!l$.com/'>www.shop.test</a>",
    "From: a@shop.test\nReceived: from x (x [203.0.113.9]) by mx.reader.test; Fri, 31 Dec 9999 23:59:59 -1200\n\nx",
  };

  for (guint i = 0; i < G_N_ELEMENTS (mails); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (mails[i], strlen (mails[i]));
      g_autoptr (BuoyVerdict) verdict = buoy_scan (bytes, NULL, 0, NULL, NULL);
      g_autoptr (BuoyVerdict) copy = through_bytes (verdict);

      assert_same (verdict, copy);
    }
}

/* A sealed context is written once; one for a sender is the account's. */
static void
test_kept_bytes (void)
{
  g_autoptr (BuoyContext) context = buoy_context_new ();
  g_autoptr (BuoySenderMemory) sender = buoy_sender_memory_new ();
  g_autoptr (BuoyContext) for_sender = NULL;
  g_autoptr (GBytes) before = buoy_context_to_bytes (context);
  g_autoptr (GBytes) first = NULL;
  g_autoptr (GBytes) second = NULL;

  buoy_context_add_own_domain (context, "reader.test");
  for_sender = buoy_context_new_for_sender (context, sender);
  first = buoy_context_to_bytes (for_sender);
  second = buoy_context_to_bytes (context);
  g_assert_true (first == second);
  g_assert_false (g_bytes_equal (before, first));
}

/* Mails whose links are as many and as long as links may be. */
static const struct
{
  guint n_links;
  gsize length;     /* of an address */
  const char *fill; /* what it is made of */
  gboolean is_long; /* the text of the link, too */
} large_mails[] = {
  { 120, 56000, "x", FALSE }, { 120, 56000, "\xc3\xa9", FALSE }, { 2000, 4000, "x", TRUE }, { 10000, 100, "x", FALSE }
};

static char *
repeat (const char *fill, gsize length)
{
  GString *text = g_string_new (NULL);

  while (text->len < length)
    g_string_append (text, fill);
  return g_string_free (text, FALSE);
}

static GBytes *
make_large_mail (guint i)
{
  GString *mail = g_string_new ("From: a@shop.test\nContent-Type: text/html; charset=utf-8\n\n");
  g_autofree char *path = repeat (large_mails[i].fill, large_mails[i].length);

  for (guint n = 0; n < large_mails[i].n_links; n++)
    g_string_append_printf (mail, "<a href='https://evil%u.test/%s'>www.shop.test/%s</a>\n", n, path,
                            large_mails[i].is_long ? path : "");
  return g_string_free_to_bytes (mail);
}

/* Both ends of an href are kept, by which a client marks the link. */
static void
assert_may_be_marked (const BuoyFalseLink *link, const char *href)
{
  g_auto (GStrv) ends = g_strsplit (link->href, "…", 2);

  g_assert_true (g_str_has_prefix (href, ends[0]));
  g_assert_true (ends[1] != NULL ? g_str_has_suffix (href, ends[1]) : g_str_equal (href, ends[0]));
  g_assert_cmpint (strlen (ends[0]), >, strlen ("https://evil7"));
}

/* Nothing of them is lost: texts are cut, all findings and links are there, and a click is recognised. */
static void
test_large (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (large_mails); i++)
    {
      g_autoptr (GBytes) bytes = make_large_mail (i);
      g_autoptr (BuoyVerdict) verdict = buoy_scan (bytes, NULL, 0, NULL, NULL);
      g_autoptr (BuoyVerdict) copy = through_bytes (verdict);
      g_autofree char *path = repeat (large_mails[i].fill, large_mails[i].length);
      g_autofree char *clicked = g_strconcat ("https://evil7.test/", path, NULL);
      g_autofree char *other = g_strconcat ("https://evil7.test/", path, "?", NULL);
      const BuoyFalseLink *link = buoy_verdict_find_false_link (copy, clicked);
      g_autofree char *one = buoy_verdict_to_json (verdict);
      g_autofree char *two = buoy_verdict_to_json (copy);

      g_assert_cmpstr (one, ==, two);
      g_assert_nonnull (link);
      g_assert_cmpstr (link->actual, ==, "evil7.test");
      assert_may_be_marked (link, clicked);
      g_assert_true (buoy_verdict_find_false_link (copy, link->address) == link);
      g_assert_nonnull (buoy_verdict_find_false_link (copy, other)); /* by its host */
      g_assert_cmpint (buoy_verdict_get_level (copy), ==, BUOY_LEVEL_DANGER);
    }
}

static void
test_shortened (void)
{
  static const guint longest[] = { 4096, 1024, 256, 64 };
  g_autofree char *path = repeat ("p", 5000);
  g_autofree char *address = g_strconcat ("https://evil.test/", path, "a", NULL);
  g_autofree char *other = g_strconcat ("https://evil.test/", path, "b", NULL);
  g_autofree char *again = g_strdup (address);

  for (guint i = 0; i < G_N_ELEMENTS (longest); i++)
    {
      g_autofree char *one = buoy_facts_shorten_address (address, longest[i]);
      g_autofree char *two = buoy_facts_shorten_address (other, longest[i]);
      char *step = buoy_facts_shorten_address (again, longest[i]);

      g_free (again);
      again = step;
      g_assert_cmpstr (one, ==, again);
      g_assert_cmpstr (one, !=, two);
      g_assert_cmpuint (strlen (one), <, longest[i] + 100);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/bytes/same", argv + 1, test_same);
  g_test_add_func ("/bytes/context", test_context);
  g_test_add_func ("/bytes/kept", test_kept_bytes);
  g_test_add_func ("/bytes/found", test_found);
  g_test_add_func ("/bytes/found-version", test_found_version);
  g_test_add_func ("/bytes/large", test_large);
  g_test_add_func ("/bytes/shortened", test_shortened);
  g_test_add_func ("/bytes/senders-words", test_senders_words);
  return g_test_run ();
}
