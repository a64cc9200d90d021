/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Wrapped links: one form per row, with its target. A look-alike of a wrapper's host is not a wrapper.
 */
#include "config.h"

#include "buoy-context-settings.h"
#include "evidence/links/buoy-redirect.h"
#include "evidence/links/buoy-wrapper.h"

typedef struct
{
  const char *url;
  const char *name;   /* NULL: not a wrapper */
  const char *target; /* NULL: opaque */
} WrapperCase;

static const WrapperCase cases[] = {
  { "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fa.test%2Fx%3Fy%3D1&data=05", "safelinks",
    "https://a.test/x?y=1" },
  { "https://urldefense.proofpoint.com/v1/url?u=http://a.test/x&k=1", "urldefense", "http://a.test/x" },
  { "https://urldefense.com/v2/url?u=https-3A__a.test_x-3Fy-3D1&d=a", "urldefense", "https://a.test/x?y=1" },
  { "https://urldefense.com/v3/__https://a.test/x__;!!b!c$", "urldefense", "https://a.test/x" },
  { "https://urldefense.com/v3/__https://a.test/*frag__;Iw!!b!c$", "urldefense", "https://a.test/#frag" },
  { "https://linkprotect.cudasvc.com/url?a=https%3a%2f%2fa.test%2f&c=E", "barracuda", "https://a.test/" },
  { "https://secure-web.cisco.com/1aBc/https%3A%2F%2Fa.test%2Fx", "cisco", "https://a.test/x" },
  { "https://protect-eu.mimecast.com/s/abc?domain=a.test", "mimecast", NULL },
  { "https://link.edgepilot.com/s/1a2b/AbC?u=https://a.test/x", "edgepilot", "https://a.test/x" },
  { "https://link.edgepilot.com/s/1a2b/AbC", "edgepilot", NULL },
  { "https://atpscan.global.hornetsecurity.com/?d=a&f=b&i=&u=https%3A%2F%2Fa.test%2Fx", "hornetsecurity",
    "https://a.test/x" },
  { "https://antiphishing.vadesecure.com/v4?f=a&s=b&u=https%3A%2F%2Fa.test%2Fx", "vade", "https://a.test/x" },
  { "https://m365.eu.vadesecure.com/safeproxy/v4?f=a&u=https%3A%2F%2Fa.test%2Fx", "vade", "https://a.test/x" },
  { "https://mibc-fr-05.mailinblack.com/securelink/?url=https://a.test&key=eyJ", "mailinblack", NULL },
  { "https://deref-gmx.net/mail/client/aBc/dereferrer/?redirectUrl=https%3A%2F%2Fa.test%2Fx", "deref",
    "https://a.test/x" },
  { "https://www.google.co.jp/url?q=http://a.test/&sa=D", "google-url", "http://a.test/" },
  { "https://www.google.com/amp/s/a.test/x", "google-amp", "https://a.test/x" },
  { "https://translate.google.de/translate?sl=a&u=http://a.test/", "google-translate", "http://a.test/" },
  { "https://www-my--bank-test.translate.goog/x", "google-translate", "https://www.my-bank.test/x" },
  { "https://translate.goog/x", NULL, NULL },
  { "https://www.bing.com/ck/a?p=1&u=a1aHR0cHM6Ly9hLnRlc3QveA&ntb=1", "bing", "https://a.test/x" },
  { "https://www.bing.com/aclick?ld=e8&u=aHR0cHM6Ly9hLnRlc3QveA&rlid=1", "bing", "https://a.test/x" },
  { "https://www.google.com/pagead/aclk?sa=L&adurl=https://a.test/x", "google-ads", "https://a.test/x" },
  { "https://www.google.com/travel/clk?pc=1&pcurl=https%3A%2F%2Fa.test%2Fx", "google-travel", "https://a.test/x" },
  { "https://r.search.yahoo.com/_ylt=A/RV=2/RU=https%3a%2f%2fa.test%2fx/RK=2", "yahoo", "https://a.test/x" },
  { "https://l.facebook.com/l.php?u=https%3A%2F%2Fa.test%2F&h=1", "facebook", "https://a.test/" },
  { "https://www.youtube.com/redirect?q=https%3A%2F%2Fa.test%2F", "youtube", "https://a.test/" },
  { "https://duckduckgo.com/l/?uddg=https%3A%2F%2Fa.test%2F", "duckduckgo", "https://a.test/" },
  { "https://web.archive.org/web/2024/https://a.test/x", "web-archive", "https://a.test/x" },
  { "https://web.archive.org/web/2024/https%3A%2F%2Fa.test/x", "web-archive", "https://a.test/x" },
  { "https://statics.teams.cdn.office.net/x/atp-safelinks.html?url=https%3A%2F%2Fa.test%2F", "teams",
    "https://a.test/" },
  { "https://gcc02.safelinks.protection.office365.us/?url=https%3A%2F%2Fa.test%2F", "safelinks", "https://a.test/" },
  { "https://urldefense.us/v3/__https:/a.test/x__;!!b!c$", "urldefense", "https://a.test/x" },
  { "https://urldefense.com/v3/token", "urldefense", NULL },
  { "https://secure-web.cisco.com/1aBc", "cisco", NULL },
  { "https://us-west-2.protection.sophos.com/?d=a.test&u=aHR0cHM6Ly9hLnRlc3QveA==&i=1", "sophos", "https://a.test/x" },
  { "https://eu.protection.sophos.com/?d=a.test", "sophos", NULL },
  { "https://x-en-ctp.trendmicro.com/wis/clicktime/v1/query?url=https%3A%2F%2Fa.test&umid=1", "trendmicro",
    "https://a.test/" },
  { "https://url.avanan.click/v2/r01/___https://a.test/x___.YXA", "check-point", "https://a.test/x" },
  { "https://protect.checkpoint.com/v2/___https://a.test___.YXA", "check-point", "https://a.test/" },
  { "https://safe.menlosecurity.com/https://a.test/x", "menlo", "https://a.test/x" },
  { "https://a-test.cdn.ampproject.org/c/s/a.test/x", "google-amp", "https://a.test/x" },
  { "https://googleweblight.com/?lite_url=https://a.test/", "google-light", "https://a.test/" },
  { "https://adclick.g.doubleclick.net/pcs/click?xai=A&adurl=https%3A%2F%2Fa.test%2F", "google-ads",
    "https://a.test/" },
  { "https://ad.doubleclick.net/ddm/clk/1;2?https://a.test/", "google-ads", "https://a.test/" },
  { "https://www.facebook.com/l.php?u=https%3A%2F%2Fa.test%2F", "facebook", "https://a.test/" },
  { "https://l.instagram.com/?u=https%3A%2F%2Fa.test%2F&e=1", "facebook", "https://a.test/" },
  { "https://www.linkedin.com/redir/redirect?url=https%3A%2F%2Fa.test%2F&x=1", "linkedin", "https://a.test/" },
  { "https://www.linkedin.com/safety/go?url=https%3A%2F%2Fa.test%2F", "linkedin", "https://a.test/" },
  { "https://www.linkedin.com/slink?code=abc", "linkedin", NULL },
  { "https://slack-redir.net/link?url=https%3A%2F%2Fa.test%2F", "slack", "https://a.test/" },
  { "https://steamcommunity.com/linkfilter/?u=https%3A%2F%2Fa.test%2F", "steam", "https://a.test/" },
  { "https://steamcommunity.com/linkfilter/https://a.test/", "steam", "https://a.test/" },
  { "https://vk.com/away.php?to=https%3A%2F%2Fa.test%2F", "vk", "https://a.test/" },
  { "https://away.vk.com/away.php?to=https%3A%2F%2Fa.test%2F", "vk", "https://a.test/" },
  { "https://www.tiktok.com/link/v2?aid=1&target=https%3A%2F%2Fa.test%2F", "tiktok", "https://a.test/" },
  { "https://href.li/?https://a.test/x?y", "dereferer", "https://a.test/x?y" },
  /* without a scheme, encoded twice, named twice */
  { "https://www.google.com/url?q=www.example.com/x", "google-url", "http://www.example.com/x" },
  { "https://www.google.com/url?q=https%253A%252F%252Fa.test%252Fx", "google-url", "https://a.test/x" },
  { "https://www.google.com/url?q=https://a.test/&url=https://a.test/", "google-url", "https://a.test/" },
  { "https://www.google.com/url?q=https://a.test/&url=https://b.test/", NULL, NULL },
  /* look-alikes, other paths, other schemes */
  { "https://safelinks.protection.outlook.com.evil.test/?url=https%3A%2F%2Fa.test", NULL, NULL },
  { "https://google.evil.test/url?q=http://a.test/", NULL, NULL },
  { "https://www.google.com/search?q=http://a.test/", NULL, NULL },
  { "https://www.google.com/url?q=javascript:alert(1)", NULL, NULL },
  { "https://evil.test/?url=https://www.bank.test/", NULL, NULL },
};

static void
test_case (gconstpointer data)
{
  const WrapperCase *row = data;
  g_autoptr (BuoyUrl) url = buoy_url_parse (row->url, NULL);
  BuoyWrapped wrapped = { 0 };
  const gboolean opened = buoy_wrapper_open (url, &wrapped);
  g_autofree char *target = NULL;

  g_assert_cmpint (opened, ==, row->name != NULL);
  if (!opened)
    return;
  g_assert_cmpstr (wrapped.name, ==, row->name);
  g_assert_cmpint (wrapped.opaque, ==, row->target == NULL);
  target = wrapped.target != NULL ? buoy_url_to_string (wrapped.target) : NULL;
  g_clear_pointer (&wrapped.target, buoy_url_free);
  g_assert_cmpstr (target, ==, row->target);
}

static void
test_named_host (void)
{
  static const WrapperCase named[] = {
    { "https://protect-eu.mimecast.com/s/AbC1?domain=a.test", NULL, "a.test" },
    { "https://url.uk.m.mimecastprotect.com/s/AbC1?domain=a.test", NULL, "a.test" },
    { "https://protect-eu.mimecast.com/s/AbC1", NULL, NULL },
    { "https://shared.outlook.inky.com/link?domain=a.test&t=h.eJx", NULL, "a.test" },
    { "https://mibc-fr-05.mailinblack.com/securelink/?url=https://a.test&key=eyJ", NULL, "a.test" },
    { "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fa.test%2F", NULL, NULL },
    { "https://b.test/s/AbC1?domain=a.test", NULL, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (named); i++)
    {
      g_autoptr (BuoyUrl) url = buoy_url_parse (named[i].url, NULL);
      g_autofree char *host = buoy_wrapper_find_named_host (url);

      g_assert_cmpstr (host, ==, named[i].target);
    }
}

static void
test_gateway (void)
{
  g_autoptr (BuoyContext) context = buoy_context_new ();
  static const WrapperCase gateways[] = {
    { "https://links.corp.test/check?to=https%3A%2F%2Fa.test%2F&k=1", "gateway", "https://a.test/" },
    { "https://eu.links.corp.test/check?to=https%3A%2F%2Fa.test%2F", "gateway", "https://a.test/" },
    { "https://links.corp.test/check?k=1", "gateway", NULL },
    { "https://path.corp.test/t0ken/https://a.test/x?y", "gateway", "https://a.test/x?y" },
    { "https://links.corp.test.evil.test/check?to=https%3A%2F%2Fa.test%2F", NULL, NULL },
  };

  buoy_context_add_gateway (context, "links.corp.test:to");
  buoy_context_add_gateway (context, "Path.Corp.TEST");
  buoy_context_add_gateway (context, "no host!");
  for (guint i = 0; i < G_N_ELEMENTS (gateways); i++)
    {
      g_autoptr (BuoyUrl) url = buoy_url_parse (gateways[i].url, NULL);
      g_autoptr (GPtrArray) names = g_ptr_array_new ();
      gboolean opaque = FALSE;
      g_autoptr (BuoyUrl) target = buoy_redirect_follow (context, url, names, &opaque);
      g_autofree char *text = target != NULL ? buoy_url_to_string (target) : NULL;

      g_assert_cmpstr (names->len > 0 ? g_ptr_array_index (names, 0) : NULL, ==, gateways[i].name);
      g_assert_cmpstr (text, ==, gateways[i].target);
      g_assert_cmpint (opaque, ==, gateways[i].name != NULL && gateways[i].target == NULL);
    }
}

/* Endless layers: the last one that was unwrapped is the result. */
static void
test_nested (void)
{
  g_autoptr (GString) link = g_string_new ("https://a.test/");
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (BuoyUrl) url = NULL;
  g_autoptr (BuoyUrl) target = NULL;
  gboolean opaque = FALSE;

  for (guint i = 0; i < 12; i++)
    {
      g_autofree char *escaped = g_uri_escape_string (link->str, NULL, FALSE);

      g_string_printf (link, "https://l.facebook.com/l.php?u=%s", escaped);
    }
  url = buoy_url_parse (link->str, NULL);
  target = buoy_redirect_follow (NULL, url, names, &opaque);
  g_assert_cmpuint (names->len, ==, 8);
  g_assert_cmpstr (target->host, ==, "l.facebook.com");
}

static const WrapperCase redirects[] = {
  { "https://a.test/go?url=https%3A%2F%2Fb.test%2F&x=1", NULL, "https://b.test/" },
  { "https://a.test/?ReturnUrl=//b.test/x", NULL, "http://b.test/x" },
  { "https://a.test/?next=https%3A%2F%2Fwww.a.test%2F", NULL, NULL },
  { "https://a.test/?next=/home", NULL, NULL },
  { "https://a.test/?utm_source=https://b.test/", NULL, NULL },
  { "https://a.test/?url=https://b.test/&goto=https://c.test/", NULL, NULL },
  { "https://a.test/?x&&https://b.test/y==", NULL, "https://b.test/y==" },
  { "https://a.test/?u=http%3A%2F%2Fb.home+style%3D&u=1", NULL, NULL },
  { "https://a.test/?u=http%3A%2F%2Fb+style%3D.test%2F", NULL, "http://b+style=.test/" },
  { "https://a.test/?u=http%3A%2F%2F%5B2001:db8::1%5D%2F", NULL, "http://[2001:db8::1]/" },
  { "https://a.test/", NULL, NULL },
};

/* Redirects from site to site, and the part that was followed. */
static const WrapperCase ways[] = {
  { "https://a.test/?referer=https%3A%2F%2Fb.test%2F", "redirect", "https://b.test/" },
  { "https://a.test/?u=https%3A%2F%2Fb.test%2F%3Fv%3Dhttps%253A%252F%252Fc.test%252F", "redirect redirect",
    "https://c.test/" },
  { "https://www.google.com/url?q=https%3A%2F%2Fa.test%2F%3Furl%3Dhttps%253A%252F%252Fb.test%252F",
    "google-url redirect", "https://b.test/" },
  { "https://a.test/?url=https%3A%2F%2Fbit.ly%2Fx%3Furl%3Dhttps%253A%252F%252Fb.test%252F", "redirect redirect",
    "https://b.test/" },
  { "https://a.test/?url=https://b.test/&goto=https://c.test/", "", NULL },
  { "https://a.test/", "", NULL },
};

static void
test_trace (gconstpointer data)
{
  const WrapperCase *row = data;
  g_autoptr (BuoyUrl) url = buoy_url_parse (row->url, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (BuoyUrl) end = buoy_redirect_trace (url, names);
  g_autofree char *text = end != NULL ? buoy_url_to_string (end) : NULL;
  g_autofree char *gone = NULL;

  g_ptr_array_add (names, NULL);
  gone = g_strjoinv (" ", (char **) names->pdata);
  g_assert_cmpstr (text, ==, row->target);
  g_assert_cmpstr (gone, ==, row->name);
}

static void
test_redirect (gconstpointer data)
{
  const WrapperCase *row = data;
  g_autoptr (BuoyUrl) url = buoy_url_parse (row->url, NULL);
  g_autoptr (BuoyUrl) next = buoy_redirect_find (url);
  g_autofree char *text = next != NULL ? buoy_url_to_string (next) : NULL;

  g_assert_cmpstr (text, ==, row->target);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/wrapper/%u", i);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  for (guint i = 0; i < G_N_ELEMENTS (redirects); i++)
    {
      g_autofree char *path = g_strdup_printf ("/redirect/%u", i);

      g_test_add_data_func (path, &redirects[i], test_redirect);
    }
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      g_autofree char *path = g_strdup_printf ("/redirect/way-%u", i);

      g_test_add_data_func (path, &ways[i], test_trace);
    }
  g_test_add_func ("/wrapper/gateway", test_gateway);
  g_test_add_func ("/wrapper/named-host", test_named_host);
  g_test_add_func ("/wrapper/nested", test_nested);
  return g_test_run ();
}
