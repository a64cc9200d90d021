/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * When a link or form needs a confirmation, and when it is refused.
 */
#include "config.h"

#include "buoy-context-settings.h"
#include "buoy-doubt.h"

#define HEAD "From: a@bank.example\nTo: b@home.example\nSubject: x\nMIME-Version: 1.0\nContent-Type: text/html\n\n"
#define FALSE_LINK \
  HEAD "<a href='https://evil.test/x'>https://www.bank.example/</a> <a href='https://fine.example/'>fine</a>"
#define PLAIN HEAD "<a href='https://fine.example/'>fine</a>"
#define NO_DOUBT -1

typedef struct
{
  const char *name;
  const char *mail; /* NULL: it could not be judged */
  const char *uri;
  gboolean is_form;
  int kind; /* BuoyDoubtKind */
  const char *shown;
  const char *actual;
} Case;

static const Case cases[] = {
  { "false", FALSE_LINK, "https://evil.test/x", FALSE, BUOY_DOUBT_FALSE_LINK, "www.bank.example", "evil.test" },
  { "same-site", FALSE_LINK, "https://evil.test/y", FALSE, BUOY_DOUBT_FALSE_LINK, "www.bank.example", "evil.test" },
  { "fine", FALSE_LINK, "https://fine.example/", FALSE, NO_DOUBT, NULL, NULL },
  { "unseen", FALSE_LINK, "https://other.test/", FALSE, BUOY_DOUBT_UNREAD, NULL, "https://other.test/" },
  { "mail", FALSE_LINK, "mailto:x@evil.test", FALSE, NO_DOUBT, NULL, NULL },
  { "place", FALSE_LINK, "#top", FALSE, NO_DOUBT, NULL, NULL },
  { "quiet", PLAIN, "https://fine.example/", FALSE, NO_DOUBT, NULL, NULL },
  { "unjudged", NULL, "https://fine.example/", FALSE, BUOY_DOUBT_UNREAD, NULL, "https://fine.example/" },
  { "unjudged-mail", NULL, "MAILTO:x@evil.test", FALSE, NO_DOUBT, NULL, NULL },
  { "form", FALSE_LINK, "https://fine.example/", TRUE, BUOY_DOUBT_FORM, NULL, "https://fine.example/" },
  { "form-quiet", PLAIN, "https://fine.example/", TRUE, NO_DOUBT, NULL, NULL },
  { "form-unseen", PLAIN, "https://other.test/", TRUE, BUOY_DOUBT_FORM, NULL, "https://other.test/" },
  { "form-unjudged", NULL, "https://fine.example/", TRUE, BUOY_DOUBT_FORM, NULL, "https://fine.example/" },
  { "form-unjudged-mail", NULL, "mailto:x@evil.test", TRUE, NO_DOUBT, NULL, NULL },
};

static BuoyVerdict *
judge (const char *mail)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (mail, strlen (mail));
  g_autoptr (GError) error = NULL;
  BuoyVerdict *verdict = buoy_scan (bytes, NULL, BUOY_SCAN_PICTURES, NULL, &error);

  g_assert_no_error (error);
  return verdict;
}

static void
test_doubt (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (BuoyVerdict) verdict = c->mail != NULL ? judge (c->mail) : NULL;
  BuoyDoubt doubt = { BUOY_DOUBT_UNCHECKED, NULL, NULL };
  const gboolean doubts
      = c->is_form ? buoy_doubt_form (&doubt, verdict, c->uri) : buoy_doubt_link (&doubt, verdict, c->uri);

  g_assert_cmpint (doubts ? (int) doubt.kind : NO_DOUBT, ==, c->kind);
  if (!doubts)
    return;
  g_assert_cmpstr (doubt.shown, ==, c->shown);
  g_assert_cmpstr (doubt.actual, ==, c->actual);
}

static const struct
{
  BuoyDoubtKind kind;
  gboolean blocks, evades, refused;
} refusals[] = {
  { BUOY_DOUBT_FALSE_LINK, FALSE, FALSE, FALSE }, { BUOY_DOUBT_FALSE_LINK, TRUE, FALSE, TRUE },
  { BUOY_DOUBT_LOOKALIKE, TRUE, FALSE, TRUE },    { BUOY_DOUBT_LISTED, TRUE, FALSE, TRUE },
  { BUOY_DOUBT_FORM, TRUE, FALSE, TRUE },         { BUOY_DOUBT_UNCHECKED, TRUE, TRUE, FALSE },
  { BUOY_DOUBT_UNREAD, TRUE, FALSE, FALSE },      { BUOY_DOUBT_UNREAD, TRUE, TRUE, TRUE },
  { BUOY_DOUBT_UNREAD, FALSE, TRUE, FALSE },
};

/* A blocked site is opened by a link that says so, and by one that names another site. */
static void
test_listed (void)
{
  static const char mail[] = "From: a@sender.example\nTo: b@reader.example\nSubject: x\nContent-Type: text/html\n\n"
                             "<a href='https://bad.test/'>bad.test</a> <a href='https://bad.test/x'>here</a> "
                             "<a href='https://bad.test/y'>www.bank.example</a>";
  static const struct
  {
    const char *uri;
    BuoyDoubtKind kind;
    const char *shown, *actual;
  } rows[] = {
    { "https://bad.test/", BUOY_DOUBT_LISTED, NULL, "bad.test" },
    { "https://bad.test/x", BUOY_DOUBT_LISTED, NULL, "bad.test" },
    { "https://bad.test/y", BUOY_DOUBT_FALSE_LINK, "www.bank.example", "bad.test" },
  };
  g_autoptr (GBytes) bytes = g_bytes_new_static (mail, strlen (mail));
  g_autoptr (BuoyContext) context = buoy_context_new ();
  g_autoptr (BuoyVerdict) verdict = NULL;

  buoy_context_block_site (context, "bad.test");
  verdict = buoy_scan (bytes, context, BUOY_SCAN_PICTURES, NULL, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      BuoyDoubt doubt;

      g_assert_true (buoy_doubt_link (&doubt, verdict, rows[i].uri));
      g_assert_cmpint (doubt.kind, ==, rows[i].kind);
      g_assert_cmpstr (doubt.shown, ==, rows[i].shown);
      g_assert_cmpstr (doubt.actual, ==, rows[i].actual);
    }
}

static void
test_refusals (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      const BuoyDoubt doubt = { refusals[i].kind, NULL, NULL };

      g_assert_cmpint (buoy_doubt_is_refused (&doubt, refusals[i].blocks, refusals[i].evades), ==, refusals[i].refused);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/doubt/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_doubt);
    }
  g_test_add_func ("/doubt/listed", test_listed);
  g_test_add_func ("/doubt/refused", test_refusals);
  return g_test_run ();
}
