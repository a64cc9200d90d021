/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The advice fits what the message asks for, and over all fixtures never warns against what the message does not have.
 */
#include "config.h"

#include <bellbuoy.h>
#include <string.h>

#include "notice/buoy-story.h"

/* The reader's own address, forged: the findings say nothing about what the message asks for. */
#define FORGED                                                                                                         \
  "Received: from out.carrier.test (out.carrier.test [203.0.113.9]) by mx.harbour.test with ESMTPS; Tue, 24 Nov 2026 " \
  "09:00:00 +0900\r\n"                                                                                                 \
  "Authentication-Results: mx.harbour.test; spf=none smtp.mailfrom=mailbox.test; dkim=none; dmarc=none "               \
  "header.from=harbour.test\r\n"                                                                                       \
  "From: reader@harbour.test\r\nTo: reader@harbour.test\r\nSubject: Hello\r\n"                                         \
  "Date: Tue, 24 Nov 2026 09:00:00 +0900\r\nMessage-ID: <1@carrier.test>\r\nMIME-Version: 1.0\r\n"
#define HTML FORGED "Content-Type: text/html; charset=utf-8\r\n\r\n"
#define ATTACHED                                                                                                 \
  FORGED                                                                                                         \
  "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nThe list.\r\n"        \
  "--b\r\nContent-Type: application/zip; name=list.zip\r\nContent-Transfer-Encoding: base64\r\n\r\nUEsDBA==\r\n" \
  "--b--\r\n"

typedef struct
{
  const char *name;
  const char *mail;
  const char *advice; /* its beginning */
} AdviceCase;

static const AdviceCase cases[] = {
  { "link", HTML "<p>The list is <a href='https://www.harbour.test/'>here</a>.</p>", "Do not open its links." },
  { "address-to-write-to", HTML "<p>Write to <a href='mailto:desk@harbour.test'>us</a>.</p>", "Do not reply," },
  { "nothing", HTML "<p>Are you at your desk?</p>", "Do not reply," },
  { "file", ATTACHED, "Do not open what is attached," },
  { "form", HTML "<form action='https://www.harbour.test/'><input type=password name=p></form>",
    "Do not type anything into this message." },
  { "call", HTML "<p>Your subscription was charged 399.99 USD. To cancel it, call us at +1 (888) 555-0142.</p>",
    "Do not call the number in it." },
  { "call-and-link",
    HTML "<p>Your subscription was charged 399.99 USD. To cancel it, call us at +1 (888) 555-0142 or come to our "
         "<a href='https://www.harbour.test/'>desk</a>.</p>",
    "Do not open its links and do not call" },
  { "money", HTML "<p>I am in a meeting. Please buy five gift cards for me, and keep it confidential.</p>",
    "Do not pay, transfer or buy" },
  { "money-and-link", HTML "<p>Please buy five gift cards <a href='https://www.harbour.test/'>here</a>.</p>",
    "Do not open its links." },
};

static char *
advise (GBytes *bytes)
{
  g_autoptr (BuoyVerdict) verdict = buoy_scan (bytes, NULL, BUOY_SCAN_PICTURES, NULL, NULL);
  g_autoptr (BuoyNotice) notice = verdict != NULL ? buoy_notice_new (verdict) : NULL;

  return notice != NULL ? g_strdup (buoy_notice_get_advice (notice)) : NULL;
}

static void
test_case (gconstpointer data)
{
  const AdviceCase *row = data;
  g_autoptr (GBytes) bytes = g_bytes_new_static (row->mail, strlen (row->mail));
  g_autofree char *advice = advise (bytes);

  g_assert_nonnull (advice);
  if (!g_str_has_prefix (advice, row->advice))
    g_test_fail_printf ("the advice is “%s”", advice);
}

/* A link that opens no site appears in its finding only. */
static gboolean
cites_link (BuoyVerdict *verdict)
{
  const BuoyEvidenceKind kinds[] = { BUOY_EVIDENCE_LINK_TARGET, BUOY_EVIDENCE_ACTUAL_HOST, BUOY_EVIDENCE_SCHEME };
  const GPtrArray *findings = buoy_verdict_get_findings (verdict);

  for (guint i = 0; i < findings->len; i++)
    for (guint j = 0; j < G_N_ELEMENTS (kinds); j++)
      if (buoy_finding_get_value (g_ptr_array_index (findings, i), kinds[j]) != NULL)
        return TRUE;
  return FALSE;
}

/* Whether the message has links, if the advice names them, or may have some that were not read. */
static gboolean
fits (const char *advice, BuoyVerdict *verdict, BuoyNotice *notice)
{
  g_autoptr (BuoyStory) story = buoy_story_new (notice);

  return strstr (advice, "links") == NULL || buoy_story_get_links (story)->len > 0 || cites_link (verdict)
         || !buoy_verdict_is_whole (verdict);
}

static void
check_file (const char *path)
{
  g_autofree char *text = NULL;
  gsize length = 0;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (BuoyVerdict) verdict = NULL;
  g_autoptr (BuoyNotice) notice = NULL;
  const char *advice;

  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  bytes = g_bytes_new_take (g_steal_pointer (&text), length);
  verdict = buoy_scan (bytes, NULL, BUOY_SCAN_PICTURES, NULL, NULL);
  if (verdict == NULL)
    return;
  notice = buoy_notice_new (verdict);
  advice = buoy_notice_get_advice (notice);
  if ((*advice != '\0') != (buoy_notice_get_level (notice) != BUOY_LEVEL_NONE))
    g_test_fail_printf ("%s: a level without advice, or advice without one", path);
  if (!fits (advice, verdict, notice))
    g_test_fail_printf ("%s has no links, but: %s", path, advice);
}

static void
check_folder (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);

  for (const char *name = g_dir_read_name (folder); name != NULL; name = g_dir_read_name (folder))
    {
      g_autofree char *file = g_build_filename (path, name, NULL);

      if (g_file_test (file, G_FILE_TEST_IS_DIR))
        check_folder (file);
      else if (g_str_has_suffix (name, ".eml"))
        check_file (file);
    }
}

static void
test_all_fixtures (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", NULL);

  check_folder (path);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/advice/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/advice/all-fixtures", test_all_fixtures);
  return g_test_run ();
}
