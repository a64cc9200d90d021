/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * JSON of a document, well-formed and not. What is read is compared as a value.
 */
#include "config.h"

#include "buoy-shown-message-private.h"
#include "shown/buoy-shown-json.h"

static void
assert_read (const char *first, const char *second, const char *expected)
{
  const char *const documents[] = { first, second, NULL };
  g_autoptr (BuoyShown) shown = buoy_shown_json_join ((char **) documents);
  g_autoptr (GVariant) value = g_variant_ref_sink (buoy_shown_to_variant (shown));
  g_autofree char *text = g_variant_print (value, FALSE);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_documents (void)
{
  assert_read (
      "{\"links\":[[\"in\",\"a\",\"https://b.test/\",true],[\"#\",\"c\",null,false]],\"forms\":[],\"text\":\"d\"}",
      "{\"forms\":[[\"/send\",\"Send\",null]],\"hasPasswordField\":true,\"leftOut\":3,\"text\":\"e\"}",
      "([('in', 'a', 'https://b.test/', true, false), ('#', 'c', nothing, false, false),"
      " ('/send', 'Send', nothing, true, true)], 'd\\ne', 3, true)");
}

/* Nothing that cannot be read is left out in silence: neither a link nor a document. */
static void
test_faults (void)
{
  assert_read ("{\"links\":[1,[\"a\"],[null,\"b\"],[2,true],{}],\"leftOut\":-5,\"text\":[]}", NULL,
               "([], '', 5, false)");
  assert_read ("{\"links\":{\"a\":1},\"forms\":null,\"hasPasswordField\":1,\"leftOut\":\"2\"}", NULL,
               "([], '', 0, false)");
  assert_read ("", "{", "([], '', 2000000, false)");
  assert_read ("[]", "{\"links\":[[\"a\",\"b\",null,true]],}", "([], '', 2000000, false)");
  assert_read ("{\"links\":[[\"[[[[[[\",\"\\\"[[[[\",null,true]]}", NULL,
               "([('[[[[[[', '\"[[[[', nothing, true, false)], '', 0, false)");
}

static void
test_depth (void)
{
  g_autofree char *brackets = g_strnfill (5 * 1000 * 1000, '[');

  assert_read (brackets, NULL, "([], '', 1000000, false)");
  assert_read ("{/*\"*/\"links\":[[\"a\",\"b\",null,true]]}", NULL, "([], '', 1000000, false)");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/shown-json/documents", test_documents);
  g_test_add_func ("/shown-json/faults", test_faults);
  g_test_add_func ("/shown-json/depth", test_depth);
  return g_test_run ();
}
