/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Wrapping a link never changes the verdict: every row of the wrapper table, with each host and parameter, in every
 * encoding of the target, and within another wrapper.
 */
#include "config.h"

#include <string.h>

#include "evidence/links/buoy-unwrap.h"
#include "evidence/links/buoy-wrapper.h"
#include "link-tell.h"

static const Link links[] = {
  { "news@shop.test", "www.shop.test", "www.shop.test" },
  { "news@shop.test", "Read on", "www.shop.test" },
  { "a@friend.example", "Read on", "other.example" },
  { "a@friend.example", "https://www.bank.example/", "evil.example" },
  { "a@friend.example", "www.paypal.com", "evil.example" },
  { "info@paypal.com", "https://www.paypal.com/", "evil.example" },
  { "a@friend.example", "Log in at bank.example", "evil.example" },
};

/* Placeholders in a form: the target as it is, without its scheme, percent-encoded, in base64url, as in Proofpoint's
 * v1.
 */
typedef struct
{
  char *(*unwrap) (const BuoyUrl *url);
  const char *form; /* after the host and the row's path */
} Form;

static const Form forms[] = {
  { buoy_urldefense_decode, "/v1/url?u={pct}&k=1" },
  { buoy_urldefense_decode, "/v2/url?u={v2}&d=DwMF" },
  { buoy_urldefense_decode, "/v3/__{url}__;!!a!b$" },
  { buoy_unwrap_last_segment, "/1aBc/{pct}" },
  { buoy_unwrap_base64_u, "/?d=a.test&u={base64}&i=1" },
  { buoy_unwrap_underscores, "/v2/r01/___{url}___.YXA" },
  { buoy_unwrap_embedded_path, "/2024/{url}" },
  { buoy_unwrap_embedded_path, "/2024/{pct}" },
  { buoy_unwrap_amp, "s/{bare}" },
  { buoy_unwrap_amp_cache, "/c/s/{bare}" },
  { buoy_unwrap_translate, "/a?_x_tr_sl=auto" },
  { buoy_unwrap_query, "?{url}" },
  { buoy_unwrap_query, "?{pct}" },
  { buoy_unwrap_bing, "?p=1&u=a1{base64}&ntb=1" },
  { buoy_unwrap_yahoo, "/_ylt=A/RV=2/RU={pct}/RK=2" },
  { buoy_unwrap_steam, "/?url={pct}" },
  { buoy_unwrap_steam, "/?u={pct}" },
  { buoy_unwrap_steam, "/{url}" },
};

static char *
replace (const char *text, const char *mark, const char *value)
{
  g_auto (GStrv) parts = g_strsplit (text, mark, -1);

  return g_strjoinv (value, parts);
}

static char *
percent_encode (const char *text, guint times, gboolean lower)
{
  char *out = g_strdup (text);

  for (guint i = 0; i < times; i++)
    {
      g_autofree char *before = out;

      out = g_uri_escape_string (before, NULL, FALSE);
    }
  for (char *p = out; lower && *p != '\0'; p++)
    if (*p == '%' && p[1] != '\0' && p[2] != '\0')
      {
        p[1] = g_ascii_tolower (p[1]);
        p[2] = g_ascii_tolower (p[2]);
      }
  return out;
}

/* As Proofpoint's second version: "-" for "%", "_" for "/". */
static char *
encode_v2 (const char *target)
{
  char *out = percent_encode (target, 1, FALSE);
  g_autofree char *slashes = replace (out, "%2F", "_");
  g_autofree char *hyphens = replace (slashes, "-", "%2D");

  g_free (out);
  return replace (hyphens, "%", "-");
}

static char *
encode_base64url (const char *target)
{
  char *out = g_base64_encode ((const guchar *) target, strlen (target));

  g_strdelimit (out, "+", '-');
  return g_strdelimit (out, "/", '_');
}

static char *
fill_form (const char *form, const char *target)
{
  g_autofree char *pct = percent_encode (target, 1, FALSE);
  g_autofree char *base64 = encode_base64url (target);
  g_autofree char *v2 = encode_v2 (target);
  g_autofree char *a = replace (form, "{pct}", pct);
  g_autofree char *b = replace (a, "{base64}", base64);
  g_autofree char *c = replace (b, "{v2}", v2);
  g_autofree char *d = replace (c, "{bare}", target + strlen ("https://"));

  return replace (d, "{url}", target);
}

/* www.my-bank.test as www-my--bank-test. */
static char *
encode_label (const char *host)
{
  g_autofree char *hyphens = replace (host, "-", "--");

  return g_strdelimit (g_steal_pointer (&hyphens), ".", '-');
}

/* A host that matches a pattern of the table. */
static char *
host_of (const BuoyWrapperRow *row, const char *pattern, const char *target_host)
{
  g_autofree char *any = replace (pattern, "*", "co.jp");
  g_autofree char *label = row->unwrap == buoy_unwrap_translate ? encode_label (target_host) : g_strdup ("eur01");

  return strchr (pattern, '*') != NULL ? g_steal_pointer (&any) : g_strconcat (label, ".", any, NULL);
}

static void
check (const Link *link, const char *target, const char *wrapped)
{
  g_autofree char *expected = link_tell (link->from, target, link->text);
  g_autofree char *told = link_tell (link->from, wrapped, link->text);

  g_test_message ("%s", wrapped);
  g_assert_cmpstr (told, ==, expected);
}

/* Checks the wrapped link by itself, and within another wrapper. */
static void
check_both (const Link *link, const char *target, const char *wrapped)
{
  g_autofree char *escaped = percent_encode (wrapped, 1, FALSE);
  g_autofree char *twice
      = g_strconcat ("https://nam12.safelinks.protection.outlook.com/?url=", escaped, "&data=05", NULL);

  check (link, target, wrapped);
  check (link, target, twice);
}

static void
check_params (const BuoyWrapperRow *row, const char *host, const Link *link)
{
  g_auto (GStrv) names = g_strsplit (row->params, " ", -1);
  g_autofree char *target = g_strdup_printf ("https://%s/a?b=c", link->host);
  const char *path = row->path != NULL ? row->path : "/";

  for (guint i = 0; names[i] != NULL; i++)
    for (guint times = 0; times <= 2; times++)
      {
        g_autofree char *value = percent_encode (target, times, times == 1 && i % 2 == 0);
        g_autofree char *loud = g_ascii_strup (host, -1);
        g_autofree char *wrapped = g_strconcat ("https://", times == 0 ? loud : host, path, "?x=1&", names[i], "=",
                                                value, "&data=05%7C01", NULL);

        check_both (link, target, wrapped);
      }
}

static void
check_forms (const BuoyWrapperRow *row, const char *host, const Link *link)
{
  g_autofree char *target = g_strdup_printf ("https://%s/a", link->host);
  guint n_forms = 0;

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autofree char *tail = NULL;
      g_autofree char *joined = NULL;
      g_autofree char *wrapped = NULL;

      if (forms[i].unwrap != row->unwrap)
        continue;
      tail = fill_form (forms[i].form, target);
      joined = g_strconcat (host, row->path != NULL ? row->path : "", NULL);
      if (g_str_has_suffix (joined, "/") && *tail == '/')
        joined[strlen (joined) - 1] = '\0';
      wrapped = g_strconcat ("https://", joined, tail, NULL);
      check_both (link, target, wrapped);
      n_forms++;
    }
  g_assert_cmpuint (n_forms, >, 0); /* a new encoding needs a form here */
}

static void
test_row (gconstpointer data)
{
  const BuoyWrapperRow *row = data;
  g_auto (GStrv) patterns = g_strsplit (row->hosts, " ", -1);

  for (guint i = 0; patterns[i] != NULL; i++)
    for (guint k = 0; k < G_N_ELEMENTS (links); k++)
      {
        g_autofree char *host = host_of (row, patterns[i], links[k].host);

        if (row->unwrap == NULL)
          check_params (row, host, &links[k]);
        else
          check_forms (row, host, &links[k]);
      }
}

int
main (int argc, char **argv)
{
  guint n_rows;
  const BuoyWrapperRow *rows = buoy_wrapper_rows_get (&n_rows);

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < n_rows; i++)
    {
      g_autofree char *path = g_strdup_printf ("/wrapped/%s-%u", rows[i].name, i);

      if (rows[i].unwrap != NULL || rows[i].params != NULL) /* the others are opaque */
        g_test_add_data_func (path, &rows[i], test_row);
    }
  return g_test_run ();
}
