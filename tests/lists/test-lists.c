/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "lists/buoy-block-list-private.h"
#include "lists/buoy-own-sites.h"
#include "lists/buoy-site-reader.h"
#include "lists/buoy-site-table.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

typedef struct
{
  BuoySiteFormat format;
  const char *entry;
  const char *name; /* NULL: it is none */
} EntryRow;

static const EntryRow entries[] = {
  { BUOY_SITE_FORMAT_HOSTS, "Evil.TEST", "evil.test" },
  { BUOY_SITE_FORMAT_HOSTS, "evil.test.", "evil.test" },
  { BUOY_SITE_FORMAT_HOSTS, "日本.test", "xn--wgv71a.test" },
  { BUOY_SITE_FORMAT_HOSTS, "203.0.113.9", "203.0.113.9" },
  { BUOY_SITE_FORMAT_HOSTS, "https://evil.test/a", "evil.test/a" },
  { BUOY_SITE_FORMAT_HOSTS, "test", NULL },
  { BUOY_SITE_FORMAT_HOSTS, "a b.test", NULL },
  { BUOY_SITE_FORMAT_HOSTS, "*.evil.test", NULL },
  { BUOY_SITE_FORMAT_HOSTS, "", NULL },
  { BUOY_SITE_FORMAT_DOMAINS, "evil.test", ".evil.test" },
  { BUOY_SITE_FORMAT_DOMAINS, "*.evil.test", ".evil.test" },
  { BUOY_SITE_FORMAT_DOMAINS, ".evil.test", ".evil.test" },
  { BUOY_SITE_FORMAT_DOMAINS, "203.0.113.9", NULL },
  { BUOY_SITE_FORMAT_DOMAINS, "https://evil.test/", NULL },
  { BUOY_SITE_FORMAT_DOMAINS, "*", NULL },
  { BUOY_SITE_FORMAT_URLS, "evil.test", "evil.test" },
  { BUOY_SITE_FORMAT_URLS, "https://evil.test", "evil.test" },
  { BUOY_SITE_FORMAT_URLS, "https://evil.test./", "evil.test" },
  { BUOY_SITE_FORMAT_URLS, "https://me:pw@evil.test/", "evil.test" },
  { BUOY_SITE_FORMAT_URLS, "http://0xcb.0.0x7109/", "203.0.113.9" },
  { BUOY_SITE_FORMAT_URLS, "http://evil.test:80/", "evil.test" },
  { BUOY_SITE_FORMAT_URLS, "http://evil.test:8080/", "evil.test:8080" },
  { BUOY_SITE_FORMAT_URLS, "https://evil.test/a/", "evil.test/a/*" },
  { BUOY_SITE_FORMAT_URLS, "https://evil.test/a//b/../%6Cogin#top", "evil.test/a/login" },
  { BUOY_SITE_FORMAT_URLS, "https://evil.test/?id=1", "evil.test/?id=1" },
  { BUOY_SITE_FORMAT_URLS, "https://evil.test/a%00b%zz%", "evil.test/a%00b%zz%" },
  { BUOY_SITE_FORMAT_URLS, "ftp://evil.test/", NULL },
  { BUOY_SITE_FORMAT_URLS, "javascript://evil.test/", NULL },
  { BUOY_SITE_FORMAT_URLS, "https:///", NULL },
  { BUOY_SITE_FORMAT_URLS, "https://[2001:db8::1]/", NULL },
};

static void
test_entry (gconstpointer data)
{
  const EntryRow *row = data;
  g_autoptr (BuoySite) site = buoy_site_parse (row->entry, row->format);

  g_assert_cmpstr (site != NULL ? site->name : NULL, ==, row->name);
}

typedef struct
{
  const char *entry; /* of a reader's own list */
  const char *url;
  gboolean held;
} SiteRow;

static const SiteRow sites[] = {
  { "evil.test", "https://evil.test/any/page?of=it", TRUE },
  { "evil.test", "https://EVIL.test./", TRUE },
  { "evil.test", "https://evil.test:8443/", TRUE },
  { "evil.test", "https://www.evil.test/", FALSE },
  { "evil.test", "https://evil.test.other.test/", FALSE },
  { "evil.test", "https://fine.test/evil.test", FALSE },
  { "evil.test", "mailto:me@evil.test", FALSE },
  { "*.evil.test", "https://evil.test/", TRUE },
  { "*.evil.test", "https://a.b.c.d.e.f.g.h.i.j.k.evil.test/", TRUE },
  { "*.evil.test", "https://not-evil.test/", FALSE },
  { "evil.test/a", "https://evil.test/a", TRUE },
  { "evil.test/a", "https://evil.test/a?b", TRUE },
  { "evil.test/a", "https://evil.test/a/b/c/d/e/f/g/h/i/j/k", TRUE },
  { "evil.test/a", "https://evil.test/ab", FALSE },
  { "evil.test/a", "https://evil.test/", FALSE },
  { "evil.test/a/", "https://evil.test//%61//b", TRUE },
  { "evil.test:8080", "http://evil.test:8080/", TRUE },
  { "evil.test:8080", "http://evil.test/", FALSE },
  { "203.0.113.9", "http://203.0.113.9/", TRUE },
  { "203.0.113.9", "http://3405803785/", TRUE },
  { "github.io", "https://github.io/", TRUE },
  { "github.io", "https://someone.github.io/", FALSE },
  { "*.github.io", "https://github.io/", FALSE },
};

static void
test_site (gconstpointer data)
{
  const SiteRow *row = data;
  BuoyOwnSites *own = buoy_own_sites_new ();
  g_autoptr (BuoyUrl) url = buoy_url_parse (row->url, NULL);
  BuoySiteKey keys[BUOY_SITE_MAX_KEYS];

  g_assert_true (buoy_own_sites_are_empty (own));
  g_assert_true (buoy_own_sites_add (own, row->entry));
  g_assert_false (buoy_own_sites_are_empty (own));
  g_assert_cmpint (buoy_own_sites_hold (own, keys, buoy_site_find_keys (url, keys)), ==, row->held);
  buoy_own_sites_free (own);
}

static void
test_no_site (void)
{
  static const char *const none[] = { "", "com", "*.com", "co.jp", "*.co.jp", "*", "https://", "a b.test", "/path" };
  BuoyOwnSites *own = buoy_own_sites_new ();

  for (guint i = 0; i < G_N_ELEMENTS (none); i++)
    {
      g_test_message ("%s", none[i]);
      g_assert_false (buoy_own_sites_add (own, none[i]));
    }
  g_assert_true (buoy_own_sites_are_empty (own));
  buoy_own_sites_free (own);
}

/* However long an address is, its keys are few. */
static void
test_number_of_keys (void)
{
  GString *text = g_string_new ("https://");
  g_autoptr (BuoyUrl) url = NULL;
  BuoySiteKey keys[BUOY_SITE_MAX_KEYS];

  for (guint i = 0; i < 60; i++)
    g_string_append (text, "a.");
  g_string_append (text, "evil.test:8080");
  for (guint i = 0; i < 100 * 1000; i++)
    g_string_append (text, "/a");
  g_string_append (text, "?b");
  url = buoy_url_parse (text->str, NULL);
  g_assert_cmpuint (buoy_site_find_keys (url, keys), ==, BUOY_SITE_MAX_KEYS);
  g_string_free (text, TRUE);
}

static BuoySiteChoice
choose (const BuoySite *site)
{
  if (g_str_equal (site->host, "refused.test"))
    return BUOY_SITE_REFUSE;
  return g_str_equal (site->host, "shared.test") ? BUOY_SITE_LEAVE_OUT : BUOY_SITE_TAKE;
}

static void
test_reader (void)
{
  static const char text[] = "a.test\r\nshared.test\n\n broken one\n# no\nb.test";
  g_autoptr (BuoySiteList) list = buoy_site_list_read (text, strlen (text), BUOY_SITE_FORMAT_HOSTS, choose);

  g_assert_cmpuint (list->keys->len, ==, 2);
  g_assert_cmpuint (list->n_left_out, ==, 1);
  g_assert_cmpuint (list->n_broken, ==, 1);
  g_assert_null (list->refused);
}

static void
test_refused (void)
{
  static const char text[] = "a.test\n Refused.TEST # why\nb.test\nrefused.test/\n";
  g_autoptr (BuoySiteList) list = buoy_site_list_read (text, strlen (text), BUOY_SITE_FORMAT_HOSTS, choose);

  g_assert_cmpstr (list->refused, ==, "Refused.TEST");
  g_assert_cmpuint (list->keys->len, ==, 1);
}

static void
test_page (void)
{
  g_assert_true (buoy_site_list_is_page ("\xef\xbb\xbf \r\n<html>", 12));
  g_assert_false (buoy_site_list_is_page ("a.test <html>", 13));
  g_assert_false (buoy_site_list_is_page (" \n", 2));
  g_assert_false (buoy_site_list_is_page (NULL, 0));
}

static GArray *
make_keys (guint n)
{
  GArray *keys = g_array_new (FALSE, FALSE, sizeof (BuoySiteKey));

  for (guint i = 0; i < n; i++)
    {
      const BuoySiteKey key = (BuoySiteKey) i * 0x9e3779b97f4a7c15u;

      g_array_append_val (keys, key);
      g_array_append_val (keys, key);
    }
  return keys;
}

/* A table is the same after it was kept; a part of its file is none. */
static void
test_table (void)
{
  g_autofree char *folder = g_dir_make_tmp ("bellbuoy-XXXXXX", NULL);
  g_autofree char *lists = g_build_filename (folder, "lists", NULL);
  g_autofree char *path = g_build_filename (lists, "corp.sites", NULL);
  const BuoySiteOrigin origin = { "https://lists.test/", "urls", "\"7\"", "", 1795910400, 3 };
  g_autoptr (BuoySiteTable) made = buoy_site_table_new (make_keys (1000));
  g_autoptr (BuoySiteTable) kept = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (buoy_site_table_open (path));
  g_assert_false (buoy_site_table_touch (path, 1));
  buoy_site_table_save (made, &origin, path, &error);
  g_assert_no_error (error);
  g_assert_true (buoy_site_table_touch (path, 1795920000));
  kept = buoy_site_table_open (path);
  g_assert_cmpuint (buoy_site_table_get_n_keys (kept), ==, 1000);
  g_assert_cmpstr (buoy_site_table_get_origin (kept)->source, ==, origin.source);
  g_assert_cmpstr (buoy_site_table_get_origin (kept)->etag, ==, origin.etag);
  g_assert_cmpint (buoy_site_table_get_origin (kept)->fetched, ==, 1795920000);
  g_assert_cmpuint (buoy_site_table_get_origin (kept)->n_left_out, ==, 3);
  for (guint i = 0; i < 1000; i++)
    {
      const BuoySiteKey keys[] = { (BuoySiteKey) i * 0x9e3779b97f4a7c15u + 1, (BuoySiteKey) i * 0x9e3779b97f4a7c15u };

      g_assert_false (buoy_site_table_holds (kept, keys, 1));
      g_assert_true (buoy_site_table_holds (kept, keys, 2));
    }
  g_unlink (path);
  g_rmdir (lists);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* The file of @list, or -1; whether it is known if there is one. */
static gboolean
open_with_limit (BuoyBlockList *list, rlim_t n_files, int *out_file)
{
  struct rlimit kept, low;
  gboolean known;

  g_assert_no_errno (getrlimit (RLIMIT_NOFILE, &kept));
  low = kept;
  low.rlim_cur = MIN (n_files, kept.rlim_max);
  g_assert_no_errno (setrlimit (RLIMIT_NOFILE, &low));
  known = buoy_block_list_open_file (list, out_file);
  g_assert_no_errno (setrlimit (RLIMIT_NOFILE, &kept));
  return known;
}

/* A process with too many open files has the list, and says that it cannot read it; later it can. */
static void
test_shortage (void)
{
  g_autoptr (BuoyBlockList) list = buoy_block_list_new ("shortage urls https://lists.test/", NULL);
  g_autofree char *path = buoy_block_list_get_path (list, NULL);
  const BuoySiteOrigin origin = { "https://lists.test/", "urls", "", "", 1795910400, 0 };
  g_autoptr (BuoySiteTable) made = buoy_site_table_new (make_keys (1));
  int file;

  g_assert_true (open_with_limit (list, 0, &file));
  g_assert_cmpint (file, ==, -1);
  g_assert_true (buoy_site_table_save (made, &origin, path, NULL));
  g_assert_false (open_with_limit (list, 0, &file));
  g_assert_cmpint (file, ==, -1);
  g_assert_true (open_with_limit (list, RLIM_INFINITY, &file));
  g_assert_cmpint (file, >=, 0);
  close (file);
  g_unlink (path);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      g_autofree char *path = g_strdup_printf ("/lists/entry/%u", i);

      g_test_add_data_func (path, &entries[i], test_entry);
    }
  for (guint i = 0; i < G_N_ELEMENTS (sites); i++)
    {
      g_autofree char *path = g_strdup_printf ("/lists/site/%u", i);

      g_test_add_data_func (path, &sites[i], test_site);
    }
  g_test_add_func ("/lists/no-site", test_no_site);
  g_test_add_func ("/lists/number-of-keys", test_number_of_keys);
  g_test_add_func ("/lists/reader", test_reader);
  g_test_add_func ("/lists/refused", test_refused);
  g_test_add_func ("/lists/page", test_page);
  g_test_add_func ("/lists/table", test_table);
  g_test_add_func ("/lists/shortage", test_shortage);
  return g_test_run ();
}
