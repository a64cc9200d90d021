/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * JSON as RFC 8259 has it, and nothing else: what a parser may read is decided here.
 */
#include "config.h"

#include "policy/buoy-policy-json.h"

#include <string.h>

typedef struct
{
  const char *name;
  const char *text;
  guint n_members;  /* before the fault */
  guint fault_line; /* 0: none */
} Case;

/* clang-format off */
static const Case cases[] = {
  { "empty-object", "{}", 0, 0 },
  { "members", "{\"a\": 1,\n \"b\": [true, null, \"\\u00e9\\n\"]}\n", 2, 0 },
  { "pair", "{\"a\": \"\\ud83d\\ude00\"}", 1, 0 },
  { "number", "{\"a\": -0.5e+3, \"b\": 0}", 2, 0 },
  { "byte-order-mark", "\xef\xbb\xbf{}", 0, 1 },
  { "nothing", "", 0, 1 },
  { "list", "[]", 0, 1 },
  { "comment", "{\n// why\n\"a\": 1}", 0, 2 },
  { "comment-of-c", "{ /* why */ \"a\": 1}", 0, 1 },
  { "comma-at-end", "{\"a\": 1,\n\"b\": 2,\n}", 2, 3 },
  { "comma-in-list", "{\"a\": 1,\n\"b\": [1,]}", 1, 2 },
  { "no-comma", "{\"a\": 1\n\"b\": 2}", 0, 2 },
  { "single-quotes", "{'a': 1}", 0, 1 },
  { "no-quotes", "{a: 1}", 0, 1 },
  { "no-colon", "{\"a\" 1}", 0, 1 },
  { "half", "{\"a\": 1,\n\"b\": [\"x\"", 1, 2 },
  { "half-a-text", "{\"a\": \"x", 0, 1 },
  { "line-end-in-text", "{\"a\": \"x\ny\"}", 0, 1 },
  { "tab-in-text", "{\"a\": \"x\ty\"}", 0, 1 },
  { "something-after", "{\"a\": 1}\n\nx", 1, 3 },
  { "two-objects", "{\"a\": 1}{}", 1, 1 },
  { "octal", "{\"a\": 012}", 0, 1 },
  { "hexadecimal", "{\"a\": 0x12}", 0, 1 },
  { "plus", "{\"a\": +1}", 0, 1 },
  { "point", "{\"a\": 1.}", 0, 1 },
  { "endless-number", "{\"a\": 12345678901234567890}", 0, 1 },
  { "infinity", "{\"a\": Infinity}", 0, 1 },
  { "word", "{\"a\": True}", 0, 1 },
  { "nul", "{\"a\": \"\\u0000\"}", 0, 1 },
  { "half-a-pair", "{\"a\": \"\\ud83d\"}", 0, 1 },
  { "low-half", "{\"a\": \"\\ude00\"}", 0, 1 },
  { "escape", "{\"a\": \"\\x41\"}", 0, 1 },
  { "not-utf-8", "{\"a\": 1,\n\"b\": \"\xff\"}", 0, 2 },
  { "deep", "{\"a\": [[[[[[[[[[1]]]]]]]]]]}", 0, 1 },
  { "as-deep-as-may-be", "{\"a\": [[[[[[[1]]]]]]]}", 1, 0 },
};
/* clang-format on */

static GPtrArray *
members_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) buoy_policy_member_free);
}

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (GPtrArray) members = members_new ();
  guint line;
  const char *why = buoy_policy_json_split (c->text, strlen (c->text), members, &line);

  g_assert_cmpuint (members->len, ==, c->n_members);
  if (c->fault_line == 0)
    g_assert_null (why);
  else
    {
      g_assert_nonnull (why);
      g_assert_cmpuint (line, ==, c->fault_line);
    }
}

/* A hundred thousand brackets overflow the stack of a parser that has no limit. */
static void
test_storm (void)
{
  static const char *const openings[] = { "[", "{\"a\":" };

  for (guint i = 0; i < G_N_ELEMENTS (openings); i++)
    {
      g_autoptr (GString) text = g_string_new ("{\"a\": ");
      g_autoptr (GPtrArray) members = members_new ();
      guint line;

      for (guint j = 0; j < 100 * 1000; j++)
        g_string_append (text, openings[i]);
      g_assert_nonnull (buoy_policy_json_split (text->str, text->len, members, &line));
      g_assert_cmpuint (members->len, ==, 0);
    }
}

static void
test_member (void)
{
  const char *text = "{\n \"\\u0061b\" :\n  {\"x\": 1}}";
  g_autoptr (GPtrArray) members = members_new ();
  const BuoyPolicyMember *member;
  guint line;

  g_assert_null (buoy_policy_json_split (text, strlen (text), members, &line));
  g_assert_cmpuint (members->len, ==, 1);
  member = members->pdata[0];
  g_assert_cmpstr (member->name, ==, "ab");
  g_assert_cmpstr (member->json, ==, "{\"x\": 1}");
  g_assert_cmpuint (member->line, ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/policy/json/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/policy/json/storm", test_storm);
  g_test_add_func ("/policy/json/member", test_member);
  return g_test_run ();
}
