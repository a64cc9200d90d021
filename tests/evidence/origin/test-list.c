/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Mailing lists: which messages may be a list's, which list they teach, and when it is known.
 */
#include "config.h"

#include "trace.h"

#include "buoy-context-private.h"
#include "evidence/identity/buoy-lesson-read.h"
#include "evidence/origin/buoy-list.h"

#define HOP(name, client)                                                                                           \
  "Received: from " name " (" client ") by mx.reader.example (Postfix) with ESMTPS id 1; Mon, 4 May 2020 08:00:00 " \
  "+0900\n"
#define FROM_LIST HOP ("lists.talk.test", "lists.talk.test [198.51.100.21]")
#define FROM_EVIL HOP ("out.evil.test", "out.evil.test [198.51.100.22]")
#define FROM_RENTED HOP ("vm-198-51-100-23.talk.test", "vm-198-51-100-23.talk.test [198.51.100.23]")
#define FROM_NAMELESS HOP ("lists.talk.test", "unknown [198.51.100.24]")
#define FROM_NAMELESS_IPV6 HOP ("lists.talk.test", "unknown [IPv6:2001:db8:7:1::24]")
#define FROM_GOOGLE HOP ("mail-oo1-f80.google.com", "mail-oo1-f80.google.com [209.85.210.80]")
#define PASSED(domain) "Authentication-Results: mx.reader.example; spf=pass smtp.mailfrom=" domain "\n"
#define ID "List-Id: Talk <talk.lists.talk.test>\n"
#define POST(address) "List-Post: <mailto:" address ">\n"
#define ME "From: me@gmail.com\n"

/* A message of which three posts came before on three days, according to a memory that does not look at it. */
static const struct
{
  const char *name, *headers;
  const char *list; /* that it teaches; NULL: none */
  gboolean claims_list;
} cases[] = {
  { "of-its-server", FROM_LIST ID POST ("talk@lists.talk.test") BANK, "talk.lists.talk.test talk.test", TRUE },
  { "by-envelope", PASSED ("lists.talk.test") FROM_EVIL ID POST ("talk@lists.talk.test") BANK,
    "talk.lists.talk.test evil.test", TRUE },
  { "posted-elsewhere", FROM_EVIL ID POST ("notes@evil.test") BANK, NULL, TRUE },
  { "id-of-nobody", FROM_EVIL ID "Precedence: list\n" BANK, NULL, FALSE },
  { "without-id", FROM_LIST POST ("talk@lists.talk.test") BANK, "lists.talk.test talk.test", TRUE },
  { "nameless", PASSED ("lists.talk.test") FROM_NAMELESS ID POST ("talk@lists.talk.test") BANK,
    "talk.lists.talk.test c6336418", TRUE },
  { "nameless-ipv6", PASSED ("lists.talk.test") FROM_NAMELESS_IPV6 ID POST ("talk@lists.talk.test") BANK,
    "talk.lists.talk.test 20010db800070001", TRUE },
  { "rented-machine", FROM_RENTED ID POST ("talk@lists.talk.test") BANK, NULL, TRUE },
  { "google-groups",
    PASSED ("googlegroups.com") FROM_GOOGLE "List-Id: <nuts.googlegroups.com>\n" POST ("nuts@googlegroups.com") BANK,
    "nuts.googlegroups.com google.com", TRUE },
  { "gmail-account",
    PASSED ("gmail.com") FROM_GOOGLE "List-Id: <nuts.googlegroups.com>\n"
                                     "List-Post: <mailto:nuts@googlegroups.com>, <mailto:me@gmail.com>\n" ME,
    NULL, FALSE },
};

/* @record: what is remembered. (transfer full) */
static BuoyEvidence *
evidence_new (const char *headers, const BuoySenderRecord *record)
{
  g_autoptr (BuoyContext) shared = buoy_context_new ();
  g_autoptr (BuoySenderMemory) memory = buoy_sender_memory_new ();
  g_autoptr (BuoyContext) context = NULL;

  memory->list = *record;
  buoy_context_add_trusted_host (shared, "mx.reader.example");
  context = buoy_context_new_for_sender (shared, memory);
  return trace_evidence_new_with (headers, NULL, NULL, context);
}

static void
test_cases (void)
{
  const BuoySenderRecord known = { .n_messages = 3, .n_proven = 3, .n_days = 3 };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (BuoyEvidence) evidence = evidence_new (cases[i].headers, &known);
      g_autoptr (BuoyLesson) lesson = buoy_lesson_read (evidence);
      g_autofree char *list = NULL;

      g_test_message ("%s", cases[i].name);
      g_assert_nonnull (lesson);
      list = lesson->list != NULL ? g_strdup_printf ("%s %s", lesson->list, lesson->list_server) : NULL;
      g_assert_cmpstr (list, ==, cases[i].list);
      g_assert_cmpint (evidence->claims_list, ==, cases[i].claims_list);
      g_assert_cmpint (evidence->is_list, ==, cases[i].list != NULL);
    }
}

/* What has to be remembered. */
static void
test_known (void)
{
  static const struct
  {
    BuoySenderRecord record;
    gboolean is_list;
  } rows[] = {
    { { .n_proven = 3, .n_days = 3 }, TRUE },
    { { .n_proven = 2, .n_days = 2 }, FALSE },
    { { .n_proven = 3, .n_days = 2 }, FALSE },
    { { .n_proven = 3, .n_days = 3, .was_warned = TRUE }, TRUE },
    { { .n_proven = 3, .n_days = 3, .traits[BUOY_TRAIT_JUNK].n = 1 }, FALSE },
    { { .n_proven = 3, .n_days = 3, .traits[BUOY_TRAIT_JUNK] = { 1, { 4 } } }, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (BuoyEvidence) evidence = evidence_new (cases[0].headers, &rows[i].record);

      g_assert_cmpint (evidence->is_list, ==, rows[i].is_list);
    }
}

/* Whose address is the list's. */
static void
test_sender (void)
{
  static const struct
  {
    const char *headers;
    gboolean is_sender;
  } rows[] = {
    { "List-Post: <https://lists.test/post>, <mailto:Talk@lists.test?subject=x>\nFrom: talk@lists.test\n", TRUE },
    { "X-BeenThere: talk@lists.test\nFrom: talk@lists.test\n", TRUE },
    { "List-Post: <mailto:talk@lists.test>, <mailto:me@evil.test>\nFrom: me@evil.test\n", FALSE },
    { "List-Post: <mailto:smalltalk@lists.test>\nFrom: talk@lists.test\n", FALSE },
    { "List-Post: NO (me@evil.test forbids it) <mailto:talk@lists.test>\nFrom: me@evil.test\n", FALSE },
    { "List-Post: NO\nFrom: me@evil.test\n", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (BuoyEvidence) evidence = trace_evidence_new (rows[i].headers, NULL, NULL);

      g_test_message ("%s", rows[i].headers);
      g_assert_cmpint (buoy_list_is_sender (evidence), ==, rows[i].is_sender);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/list/cases", test_cases);
  g_test_add_func ("/list/known", test_known);
  g_test_add_func ("/list/sender", test_sender);
  return g_test_run ();
}
