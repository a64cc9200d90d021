/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The values on either side of each threshold of a check: moving a threshold by one breaks a row.
 */
#include "config.h"

#include <string.h>

#include "link-tell.h"

typedef struct
{
  const char *name;
  const char *header;   /* a field */
  const char *before;   /* of the page */
  const char *repeated; /* as often as @times says */
  guint times;
  const char *after;
  const char *expected; /* the level, then each finding as id:strength */
} Threshold;

static const Threshold thresholds[] = {
  { "hidden-1500-bytes", "", "<p>Hello</p><div style=\"display:none\">", "a", 1500, "</div>", "none" },
  { "hidden-1501-bytes", "", "<p>Hello</p><div style=\"display:none\">", "a", 1501, "</div>",
    "none hidden-text:medium" },
  { "hidden-half-as-much-again", "", "<p>", "<i>bb</i><b style=\"display:none\">aaa</b>", 600, "", "none" },
  { "hidden-more-than-that", "", "<p>", "<i>bb</i><b style=\"display:none\">aaa</b>", 600,
    "<b style=\"display:none\">a</b>", "none hidden-text:medium" },
  { "torn-once", "Subject: C\u200boinbase\n", "<p>Hello</p>", "", 0, "", "none" },
  { "torn-twice", "Subject: C\u200boin\u200bbase\n", "<p>Hello</p>", "", 0, "", "none hidden-text:medium" },
  { "user-of-30-letters", "", "<a href=\"https://", "a", 30, "@paypal.com/x\">Click</a>", "none deceptive-url:medium" },
  { "user-of-31-letters", "", "<a href=\"https://", "a", 31, "@paypal.com/x\">Click</a>",
    "danger deceptive-url:strong" },
  { "scl-4", "X-MS-Exchange-Organization-SCL: 4\n", "<p>Hello</p>", "", 0, "", "none" },
  { "scl-5", "X-MS-Exchange-Organization-SCL: 5\n", "<p>Hello</p>", "", 0, "", "none spam-stamp:weak" },
  { "ocn-89", "X-OCN-SPAM-CHECK: 89\n", "<p>Hello</p>", "", 0, "", "none" },
  { "ocn-90", "X-OCN-SPAM-CHECK: 90\n", "<p>Hello</p>", "", 0, "", "none spam-stamp:weak" },
  { "page-of-31-letters", "", "<a href=\"https://shop.test/", "a", 31, "\">https://partner.example</a>",
    "danger link-text-mismatch:strong" },
  { "page-that-could-count", "", "<a href=\"https://shop.test/", "a", 32, "\">https://partner.example</a>",
    "none link-text-mismatch:medium" },
  { "greeting-in-opening", "", "<p>", "b", 586, " dear customer, your account</p>", "none no-addressee:weak" },
  { "greeting-behind-opening", "", "<p>", "b", 587, " dear customer, your account</p>", "none" },
  { "word-whole", "Subject: Your invoice is overdue\n", "<p>Hello</p>", "", 0, "", "none urgency:weak" },
  { "word-longer", "Subject: The overduely paid\n", "<p>Hello</p>", "", 0, "", "none" },
  { "word-within", "Subject: The insurgent\n", "<p>Hello</p>", "", 0, "", "none" },
  { "reply-same-local", "Reply-To: news@gmail.com\n", "<p>Hello</p>", "", 0, "", "none" },
  { "reply-longer-local", "Reply-To: newsy@gmail.com\n", "<p>Hello</p>", "", 0, "", "none reply-to-diverts:medium" },
  { "reply-shorter-local", "Reply-To: new@gmail.com\n", "<p>Hello</p>", "", 0, "", "none reply-to-diverts:medium" },
  { "share-public", "", "<a href=\"file://198.51.100.7/x\">Open</a>", "", 0, "",
    "danger dangerous-link:strong ip-address-link:medium stray-links:medium" },
  { "share-private", "", "<a href=\"file://192.168.1.7/x\">Open</a>", "", 0, "", "none dangerous-link:medium" },
  { "share-name", "", "<a href=\"smb://files.evil.example/x\">Open</a>", "", 0, "", "danger dangerous-link:strong" },
  { "share-without-domain", "", "<a href=\"smb://files/x\">Open</a>", "", 0, "", "none dangerous-link:medium" },
  { "namesake-of-4-letters", "", "<a href=\"https://usa.visa.com/x\">www.visagiftcards.com</a>", "", 0, "",
    "danger link-text-mismatch:strong" },
  { "namesake-of-5-letters", "", "<a href=\"https://www.apple.com/x\">www.applegiftcards.com</a>", "", 0, "",
    "none link-text-mismatch:weak" },
};

static void
test_threshold (gconstpointer data)
{
  const Threshold *row = data;
  g_autoptr (GString) mail = g_string_new (row->header);
  g_autofree char *told = NULL;

  g_string_append (mail, "From: Shop <news@shop.test>\nTo: reader@reader.test\n");
  if (strstr (row->header, "Subject:") == NULL)
    g_string_append (mail, "Subject: Hello\n");
  g_string_append_printf (mail, "Content-Type: text/html; charset=utf-8\n\n%s", row->before);
  for (guint i = 0; i < row->times; i++)
    g_string_append (mail, row->repeated);
  g_string_append (mail, row->after);
  told = mail_tell (mail->str);
  g_assert_cmpstr (told, ==, row->expected);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (thresholds); i++)
    {
      g_autofree char *path = g_strconcat ("/thresholds/", thresholds[i].name, NULL);

      g_test_add_data_func (path, &thresholds[i], test_threshold);
    }
  return g_test_run ();
}
