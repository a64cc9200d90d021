/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What an href opens in a mail, with and without a base.
 */
#include "config.h"

#include "evidence/links/buoy-href.h"

typedef struct
{
  const char *href;
  const char *base;
  const char *url; /* NULL: nothing */
  gboolean dead_end;
} HrefCase;

static const HrefCase cases[] = {
  { "https://a.test/x", NULL, "https://a.test/x", FALSE },
  { "login", "https://a.test/x/", "https://a.test/x/login", FALSE },
  { "www.a.test", "https://b.test/", "https://b.test/www.a.test", FALSE },
  { "//a.test/x", NULL, "http://a.test/x", FALSE },
  { "\\\\a.test\\x", NULL, "http://a.test/x", FALSE },
  { " www.example.com/x", NULL, "http://www.example.com/x", FALSE },
  { " www.example.com\n", NULL, "http://www.example.com/", FALSE },
  { "example.com:8080/x", NULL, "http://example.com:8080/x", FALSE },
  { "ftp.example.com/x", NULL, "ftp://ftp.example.com/x", FALSE },
  { "a@example.com", NULL, "mailto:a@example.com", FALSE },
  { "feed:https://a.test/", NULL, "https://a.test/", FALSE },
  { "outbind://1/https://a.test/", NULL, "https://a.test/", FALSE },
  { "login.html", NULL, NULL, TRUE },
  { "/login/", NULL, NULL, TRUE },
  { "#top", NULL, NULL, FALSE },
  { "", NULL, NULL, FALSE },
  { "[[url]]", NULL, NULL, FALSE },
  { "https://[/", NULL, NULL, FALSE },
};

typedef struct
{
  const char *href;
  const char *domain;
} MailCase;

static const MailCase mail_cases[] = {
  { "mailto:a@a.test", "a.test" },
  { "mailto:a%40a.test?subject=x", "a.test" },
  { "mailto:a@a.test,b@b.test", "a.test" },
  { "mailto:a@A.TEST%zz", NULL },
  { "mailto:?to=a@a.test&subject=x", "a.test" },
  { "mailto:?to=a%40a.test", "a.test" },
  { "mailto:?cc=a@a.test", NULL },
  { "mailto:", NULL },
};

typedef struct
{
  const char *href;
  const char *server; /* NULL: not on a file server */
} ServerCase;

static const ServerCase server_cases[] = {
  { "\\\\files.test\\s", "files.test" },
  { " \\\\FILES.test\\s", "files.test" },
  { "\\\\files.test@SSL@443\\s", "files.test" },
  { "file://files.test/s", "files.test" },
  { "file:\\\\files.test\\s", "files.test" },
  { "file:////files.test/s", "files.test" },
  { "file://///files.test", "files.test" },
  { "file:///\\\\files.test\\s", "files.test" },
  { "file:///%5C%5Cfiles.test/s", "files.test" },
  { "file:///./\\\\files.test", "files.test" },
  { "file:///\\\\203.0.113.9\\a.rtf!x", "203.0.113.9" },
  { "smb://files.test/s", "files.test" },
  { "file:////", "" },
  { "file:///C:/s", NULL },
  { "file:///files.test/s", NULL },
  { "file://localhost/s", NULL },
  { "https://files.test//s", NULL },
};

static void
test_server (gconstpointer data)
{
  const ServerCase *row = data;
  g_autoptr (BuoyUrl) url = buoy_href_open (row->href, NULL);
  g_autofree char *server = buoy_href_file_server (row->href, url);

  g_assert_cmpstr (server, ==, row->server);
}

static void
test_open (gconstpointer data)
{
  const HrefCase *row = data;
  g_autoptr (BuoyUrl) url = buoy_href_open (row->href, row->base);
  g_autofree char *text = url != NULL ? buoy_url_to_string (url) : NULL;

  g_assert_cmpstr (text, ==, row->url);
  if (url == NULL)
    g_assert_cmpint (buoy_href_is_dead_end (row->href), ==, row->dead_end);
}

static void
test_mail (gconstpointer data)
{
  const MailCase *row = data;
  g_autoptr (BuoyUrl) url = buoy_url_parse (row->href, NULL);
  g_autofree char *domain = buoy_href_mail_domain (url);

  g_assert_cmpstr (domain, ==, row->domain);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/href/open/%u", i);

      g_test_add_data_func (path, &cases[i], test_open);
    }
  for (guint i = 0; i < G_N_ELEMENTS (mail_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/href/mail/%u", i);

      g_test_add_data_func (path, &mail_cases[i], test_mail);
    }
  for (guint i = 0; i < G_N_ELEMENTS (server_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/href/file-server/%u", i);

      g_test_add_data_func (path, &server_cases[i], test_server);
    }
  return g_test_run ();
}
