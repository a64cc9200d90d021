/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A verdict that is not trusted has nobody asked about, and nothing remembered of, whom its message does not name.
 */
#include "config.h"

#include <string.h>

#include "verdict/buoy-header-bytes.h"
#include "scan/buoy-scan.h"
#include "verdict/buoy-verdict-bytes.h"

static const struct
{
  const char *header;
  const char *sender; /* a domain or an address, of which the process says that it is From's */
  gboolean is_kept;
} senders[] = {
  { "From: Shop <news@Shop.Example>\n", "shop.example", TRUE },
  { "Subject: x\r\nfrom: Shop\r\n <news@shop.example>\r\n", "shop.example", TRUE },
  { "From: a@gmail.com (Anna)\n", "a@gmail.com", TRUE },
  { "From: =?utf-8?q?B=C3=BCcher?= <a@b\xc3\xbc"
    "cher.example>\n",
    "xn--bcher-kva.example", TRUE },
  { "From: <a@first.example>\nFrom: <b@second.example>\n", "second.example", TRUE },
  { "From: Shop <news@mail@shop.example>\n", "mail", TRUE },
  { "Subject: x\nFrom : Shop <news@shop.example>\n", "shop.example", TRUE },
  { "Subject: x\nFROM \t:\n news@shop.example\n", "shop.example", TRUE },
  { "From-To: x@evil.example\nFrom: <a@shop.example>\n", "shop.example", TRUE },
  { "From-To: x@evil.example\nFrom: <a@shop.example>\n", "evil.example", FALSE },
  { "From: Shop <news@shop.example>\n", "op.example", FALSE },
  { "From: Shop <news@shop.example>\n", "shop.exam", FALSE },
  { "From: Shop <news@shop.example.evil.example>\n", "shop.example", FALSE },
  { "From: Shop <xa@gmail.com>\n", "a@gmail.com", FALSE },
  { "From: Shop <news@shop.example>\n", "friends-of-the-reader.evil.example", FALSE },
  { "From: Shop <news@shop.example>\nSubject: x@evil.example\n", "evil.example", FALSE },
  { "From: Shop <news@shop.example>\n\nFrom: x@evil.example\n", "evil.example", FALSE },
  { "X-From: x@evil.example\n", "evil.example", FALSE },
  { "From: x\n", "", FALSE },
};

static const struct
{
  const char *header;
  const char *address;
  gboolean is_kept;
} addresses[] = {
  { "Received: from a ([203.0.113.9]) by b\n", "203.0.113.9", TRUE },
  { "Received: from a ([IPv6:2001:DB8:0::1]) by b\n", "2001:db8::1", TRUE },
  { "Received: from a (2001:db8::1) by b\n", "2001:db8::1", TRUE },
  { "Received: from a ([::ffff:203.0.113.9]) by b\n", "203.0.113.9", TRUE },
  { "Received: from a ([203.0.113.90]) by b\n", "203.0.113.9", FALSE },
  { "Received: from a by b\n\n203.0.113.9\n", "203.0.113.9", FALSE },
  { "Received: from a by b\n", "2001:db8:6d79:2066:7269:656e:6473::", FALSE },
};

#define RECEIVED "Received: from Out.Shop.Example ([203.0.113.9])\n by mx.reader.example with ESMTPS\n"
#define RESULTS "Authentication-Results: auth.reader.example; spf=pass\n"

static const struct
{
  const char *header;
  BuoyHandOverLine line; /* of which the process says that it was there */
  gboolean is_kept;
} hand_overs[] = {
  { RECEIVED, { "mx.reader.example", "203.0.113.9", "out.shop.example", NULL }, TRUE },
  { RECEIVED, { "mx.reader.example", "203.0.113.9", NULL, BUOY_RESULTS_OF_SERVER }, TRUE },
  { RECEIVED RESULTS, { "mx.reader.example", "203.0.113.9", NULL, "auth.reader.example" }, TRUE },
  { RECEIVED, { "mx.evil.example", "203.0.113.9", NULL, NULL }, FALSE },
  { RECEIVED, { "mx.reader.example", "203.0.113.10", NULL, NULL }, FALSE },
  { RECEIVED, { "mx.reader.example", "203.0.113.9", "out.evil.example", NULL }, FALSE },
  { RECEIVED, { "mx.reader.example", "203.0.113.9", NULL, "auth.reader.example" }, FALSE },
  { RECEIVED, { "mx.reader.example", "no address", NULL, NULL }, FALSE },
};

#define FROM "From: a@shop.example\n"

static const struct
{
  const char *header;
  const char *list; /* of which the process says that the message is a post */
  gboolean is_kept;
} lists[] = {
  { FROM "List-Id: Talk <Talk.Lists.Example>\n", "talk.lists.example", TRUE },
  { FROM "List-Post: <mailto:talk@lists.example>\n", "lists.example", TRUE },
  { FROM "List-Id: <talk.lists.example>\n", "lists.example", FALSE },
  { FROM "List-Id: <talk.lists.example>\n", "talk.lists.exam", FALSE },
  { FROM "List-Id: <talk.lists.example>\n", "news.lists.example", FALSE },
  { FROM "List-Id: <talk.lists.example>\n\nnews.lists.example\n", "news.lists.example", FALSE },
  { FROM "List-Id: <talk.lists.example>\n", "<talk.lists.example>", FALSE },
  { FROM "List-Id: <talk.lists.example>\n", "", FALSE },
};

/* A verdict on a message with that header. (transfer full) */
static BuoyVerdict *
verdict_new (const char *header, GBytes **out_bytes)
{
  g_autofree char *text = g_strconcat (header, strstr (header, "\n\n") != NULL ? "" : "\n", "text\n", NULL);

  *out_bytes = g_bytes_new (text, strlen (text));
  return buoy_scan (*out_bytes, NULL, 0, NULL, NULL);
}

static void
test_senders (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (senders); i++)
    {
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (BuoyVerdict) verdict = verdict_new (senders[i].header, &bytes);
      char **asked = &verdict->facts->questions.sender;

      g_free (*asked);
      *asked = g_strdup (senders[i].sender);
      g_clear_pointer (&verdict->lesson, buoy_lesson_unref);
      verdict->lesson = buoy_lesson_new ();
      verdict->lesson->sender = g_strdup (senders[i].sender);
      buoy_verdict_drop_foreign (verdict, bytes);
      g_test_message ("%s: %s", senders[i].sender, senders[i].header);
      g_assert_cmpint (*asked != NULL, ==, senders[i].is_kept);
      g_assert_cmpint (verdict->lesson != NULL, ==, senders[i].is_kept);
    }
}

static void
test_addresses (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (addresses); i++)
    {
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (BuoyVerdict) verdict = verdict_new (addresses[i].header, &bytes);
      char **asked = &verdict->facts->questions.address;

      g_free (*asked);
      *asked = g_strdup (addresses[i].address);
      buoy_verdict_drop_foreign (verdict, bytes);
      g_test_message ("%s: %s", addresses[i].address, addresses[i].header);
      g_assert_cmpint (*asked != NULL, ==, addresses[i].is_kept);
    }
}

/* @facts, the answer of a process that read @header. (transfer full) (nullable) */
static GPtrArray *
send_facts (BuoyHeaderFacts *facts, GBytes *header)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (buoy_header_facts_free);
  g_autoptr (GPtrArray) headers = g_ptr_array_new ();
  g_autoptr (GBytes) bytes = NULL;

  g_ptr_array_add (all, facts);
  g_ptr_array_add (headers, header);
  bytes = buoy_header_facts_to_bytes (all);
  return buoy_header_facts_from_bytes (bytes, headers);
}

static void
test_servers (void)
{
  const BuoyHandOverLine none = { NULL };

  for (guint i = 0; i < 2 * G_N_ELEMENTS (hand_overs); i++)
    {
      const guint row = i / 2;
      const BuoyHandOverLine line = hand_overs[row].line;
      const BuoyHandOver hand_over = { 18000, i % 2 == 0 ? line : none, i % 2 == 0 ? none : line };
      g_autoptr (GBytes) header = g_bytes_new_static (hand_overs[row].header, strlen (hand_overs[row].header));
      g_autoptr (GPtrArray) facts = NULL;
      BuoyHeaderFacts *sent = buoy_header_facts_new ();
      const BuoyHeaderFacts *got;

      sent->hand_over = buoy_hand_over_copy (&hand_over);
      facts = send_facts (sent, header);
      g_assert_nonnull (facts);
      got = g_ptr_array_index (facts, 0);
      g_test_message ("%s %s: %s", line.by, line.peer, hand_overs[row].header);
      g_assert_cmpint (got->hand_over != NULL, ==, hand_overs[row].is_kept);
      if (got->hand_over != NULL)
        g_assert_cmpint (got->hand_over->day, ==, 18000);
    }
}

static void
test_asked (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (senders); i++)
    {
      g_autoptr (GBytes) header = g_bytes_new_static (senders[i].header, strlen (senders[i].header));
      g_autoptr (GPtrArray) facts = NULL;
      BuoyHeaderFacts *sent = buoy_header_facts_new ();

      sent->sender = buoy_lesson_new ();
      sent->sender->sender = g_strdup (senders[i].sender);
      sent->sender->home = g_strdup ("shop.example");
      facts = send_facts (sent, header);
      g_test_message ("%s: %s", senders[i].sender, senders[i].header);
      g_assert_cmpint (facts != NULL && ((const BuoyHeaderFacts *) g_ptr_array_index (facts, 0))->sender != NULL, ==,
                       senders[i].is_kept);
    }
}

/* A lesson of the sender, which the header names, and of @list. (transfer full) */
static BuoyLesson *
post_new (const char *list)
{
  BuoyLesson *lesson = buoy_lesson_new ();

  lesson->sender = g_strdup ("shop.example");
  lesson->home = g_strdup ("shop.example");
  lesson->list = g_strdup (list);
  lesson->list_server = g_strdup ("lists.example");
  return lesson;
}

/* Neither asked about nor taught; the sender is. */
static void
test_lists (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (BuoyVerdict) verdict = verdict_new (lists[i].header, &bytes);
      g_autoptr (GBytes) header = g_bytes_new_static (lists[i].header, strlen (lists[i].header));
      g_autoptr (GPtrArray) facts = NULL;
      BuoyHeaderFacts *sent = buoy_header_facts_new ();
      const BuoyLesson *asked;

      g_test_message ("%s: %s", lists[i].list, lists[i].header);
      g_clear_pointer (&verdict->lesson, buoy_lesson_unref);
      verdict->lesson = post_new (lists[i].list);
      buoy_verdict_drop_foreign (verdict, bytes);
      g_assert_nonnull (verdict->lesson);
      g_assert_cmpint (verdict->lesson->list != NULL, ==, lists[i].is_kept);
      g_assert_cmpint (verdict->lesson->list_server != NULL, ==, lists[i].is_kept);
      sent->sender = post_new (lists[i].list);
      facts = send_facts (sent, header);
      g_assert_nonnull (facts);
      asked = ((const BuoyHeaderFacts *) g_ptr_array_index (facts, 0))->sender;
      g_assert_nonnull (asked);
      g_assert_cmpint (asked->list != NULL, ==, lists[i].is_kept);
    }
}

/* One for each header, and no more than fit. */
static void
test_number (void)
{
  g_autoptr (GBytes) header = g_bytes_new_static ("From: a\n", 8);
  g_autoptr (GPtrArray) headers = g_ptr_array_new ();
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (buoy_header_facts_free);
  g_autoptr (GBytes) few = NULL;
  g_autoptr (GBytes) request = NULL;

  for (guint i = 0; i <= BUOY_MAX_HEADERS_AT_A_TIME; i++)
    g_ptr_array_add (headers, header);
  for (guint i = 0; i < BUOY_MAX_HEADERS_AT_A_TIME; i++)
    g_ptr_array_add (all, buoy_header_facts_new ());
  few = buoy_header_facts_to_bytes (all);
  g_assert_null (buoy_header_facts_from_bytes (few, headers));
  request = buoy_headers_to_bytes (headers);
  g_assert_null (buoy_headers_from_bytes (request));
}

#define N_OTHERS 1000

/* What a sender writes before the sender's address does not hide it. */
static void
test_others (void)
{
  GString *text = g_string_new (NULL);
  g_autoptr (GBytes) header = NULL;
  g_autoptr (GPtrArray) facts = NULL;
  BuoyHeaderFacts *sent = buoy_header_facts_new ();

  for (guint i = 0; i < N_OTHERS; i++)
    g_string_append (text, "From-To: x@evil.example\n");
  g_string_append (text, "From: \"");
  for (guint i = 0; i < N_OTHERS; i++)
    g_string_append (text, "x@evil.example ");
  g_string_append (text, "\" <a@shop.example>\n\n");
  header = g_string_free_to_bytes (text);
  sent->sender = buoy_lesson_new ();
  sent->sender->sender = g_strdup ("shop.example");
  sent->sender->home = g_strdup ("shop.example");
  facts = send_facts (sent, header);
  g_assert_nonnull (facts);
  g_assert_nonnull (((const BuoyHeaderFacts *) g_ptr_array_index (facts, 0))->sender);
}

#define MANY_BYTES (2 * 1024 * 1024)

/* Longer than the process may say, and the header has nearly only what an address may begin with. A search that is not
 * linear does not end before the test is stopped.
 */
static void
test_long (void)
{
  g_autofree char *a = g_strnfill (MANY_BYTES, 'a');
  g_autofree char *header = g_strconcat ("From: x\nX: ", a, "\nFrom: ", a, "\n", NULL);
  g_autofree char *sender = g_strconcat (a + MANY_BYTES / 2, "@shop.example", NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (BuoyVerdict) verdict = NULL;
  char *value = strstr (header, "X: ") + strlen ("X: ");

  for (gsize i = 0; i + 4 <= MANY_BYTES; i += 4)
    memcpy (value + i, "::a ", 4);
  verdict = verdict_new (header, &bytes);
  g_free (verdict->facts->questions.sender);
  g_free (verdict->facts->questions.address);
  verdict->facts->questions.sender = g_strdup (sender);
  verdict->facts->questions.address = g_strdup ("2001:db8::1");
  buoy_verdict_drop_foreign (verdict, bytes);
  g_assert_null (verdict->facts->questions.sender);
  g_assert_null (verdict->facts->questions.address);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/own/senders", test_senders);
  g_test_add_func ("/own/addresses", test_addresses);
  g_test_add_func ("/own/servers", test_servers);
  g_test_add_func ("/own/asked", test_asked);
  g_test_add_func ("/own/lists", test_lists);
  g_test_add_func ("/own/number", test_number);
  g_test_add_func ("/own/others", test_others);
  g_test_add_func ("/own/long", test_long);
  return g_test_run ();
}
