/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Whether a link leads where its text says. Both go through the same canonicaliser and are compared by registrable
 * domain, never as strings.
 */
#include "config.h"

#include "evidence/links/buoy-target-private.h"

#include <string.h>

#include "base/host/buoy-host.h"
#include "base/shown/buoy-shown-host.h"
#include "registry/buoy-free-mail.h"
#include "evidence/links/buoy-href.h"
#include "evidence/links/buoy-target.h"
#include "registry/buoy-ownership.h"

/* The host in a text like "http://intranet/", if the target is such a host too: names in the reader's own network are
 * only compared with each other, since they cannot be resolved outside. (transfer full) (nullable)
 */
static char *
find_local_name (const BuoyTarget *target)
{
  g_autoptr (BuoyUrl) said = NULL;

  if (target->host == NULL || strchr (target->host, '.') != NULL || *target->host == '['
      || strstr (target->shown_text, "://") == NULL)
    return NULL;
  said = buoy_url_parse (target->shown_text, NULL);
  if (said == NULL || !buoy_url_is_web (said) || strchr (said->host, '.') != NULL)
    return NULL;
  return g_strdup (said->host);
}

/* Whether @suffix does not occur in honest sub-domains: "com", "org", "co.jp". "jp", "net", "shop" and "dev" do. */
static gboolean
is_suffix_of_others (const char *suffix)
{
  return strchr (suffix, '.') != NULL || g_str_equal (suffix, "com") || g_str_equal (suffix, "org");
}

/* The "www.bank.com" in a text "www.bank.com.evil.test": readers see a whole site first, and the rest may be hidden in
 * a way that is not recognised here. NULL if the target's host is the whole text, which then hides nothing. (transfer
 * full)
 */
static char *
find_site_in_front (const BuoyTarget *target)
{
  const char *own = buoy_host_registrable_domain (target->shown_host);
  const char *site;
  const char *dot;
  g_autofree char *front = NULL;

  if (target->host == NULL || own == NULL || own < target->shown_host + 2
      || g_str_equal (target->shown_host, target->host)
      || !buoy_hosts_have_one_owner (target->shown_host, target->host))
    return NULL;
  front = g_strndup (target->shown_host, (gsize) (own - target->shown_host) - 1);
  site = buoy_host_registrable_domain (front);
  dot = site != NULL && buoy_host_has_known_suffix (front) ? strchr (site, '.') : NULL;
  if (dot == NULL || !is_suffix_of_others (dot + 1) || buoy_hosts_have_one_owner (front, target->host))
    return NULL;
  return g_steal_pointer (&front);
}

/* The domain in a text like "service@bank.example" over a web link; NULL for a mailbox provider, where anyone can have
 * an address. (transfer full)
 */
static char *
find_host_of_address (const BuoyTarget *target)
{
  g_autofree char *host = NULL;

  if (target->host == NULL || strchr (target->shown_text, '@') == NULL || strchr (target->shown_text, ' ') != NULL)
    return NULL;
  host = buoy_shown_address_host (target->shown_text);
  return buoy_free_mail_is (host) ? NULL : g_steal_pointer (&host);
}

/* Whether the link leads to @host, if not in a browser: "imaps://imap.example.com/". */
static gboolean
url_names_host (const BuoyTarget *target, const char *host)
{
  g_autofree char *decoded = target->url->host != NULL ? g_uri_unescape_string (target->url->host, NULL) : NULL;
  g_autofree char *ascii = buoy_host_to_ascii (decoded);

  return buoy_hosts_have_one_owner (host, ascii);
}

static gboolean
has_other_owner (const char *host, gconstpointer data)
{
  return !buoy_hosts_have_one_owner (host, data);
}

static gboolean
is_another (const char *host, gconstpointer data)
{
  const BuoyTarget *target = data;

  if (target->host != NULL)
    return has_other_owner (host, target->host);
  return target->url == NULL || !url_names_host (target, host);
}

/* Whether @text begins with the whole URL, so that the reader sees where the link leads. A link that is not closed goes
 * on to the end of the message. Excuse: own-url-in-front
 */
static gboolean
begins_with_target (const BuoyTarget *target, const char *text)
{
  const char *href = target->link->href;

  text += strspn (text, " ");
  return g_str_has_prefix (text, href) && text[strlen (href)] == ' ';
}

/* If @text names the target's own host and another one, it claims the other. (transfer full) (nullable) */
static char *
find_claimed_host (const BuoyTarget *target, const char *text)
{
  char *other = begins_with_target (target, text) ? NULL : buoy_shown_host_find_if (text, is_another, target);

  return other != NULL ? other : buoy_shown_host_find (text);
}

static char *
find_host_of_text (const BuoyTarget *target)
{
  char *host = find_claimed_host (target, target->shown_text);

  if (host == NULL)
    host = find_local_name (target);
  return host != NULL ? host : find_host_of_address (target);
}

void
buoy_target_find_shown_host (BuoyTarget *target)
{
  char *front;

  target->shown_host = find_host_of_text (target);
  front = target->shown_host != NULL ? find_site_in_front (target) : NULL;
  if (front != NULL)
    {
      g_free (target->shown_host);
      target->shown_host = front;
    }
  if (target->shown_host != NULL || target->link->title == NULL)
    return;
  target->shown_host = find_claimed_host (target, target->link->title);
  target->shown_text = target->link->title;
}

char *
buoy_target_find_another (const BuoyTarget *target, const char *host)
{
  if (has_other_owner (target->shown_host, host))
    return g_strdup (target->shown_host);
  return buoy_shown_host_find_if (target->shown_text, has_other_owner, host);
}

/* Whether the scheme is for content of the mail or the device, to which programs link any text. */
static gboolean
is_aside (const char *scheme)
{
  static const char *const schemes[] = { "about", "cid", "mid", "tel", "fax", "callto" };

  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++)
    if (g_str_equal (scheme, schemes[i]))
      return TRUE;
  return g_str_has_prefix (scheme, "x-apple");
}

/* Whether the text names a site, but the link does not open any: "sms:…", "javascript:…", "login.html". */
static gboolean
opens_no_site (const BuoyTarget *target)
{
  if (target->shown_host == NULL || !target->link->in_html)
    return FALSE;
  if (target->url == NULL)
    return buoy_href_is_dead_end (target->link->href);
  return !is_aside (target->url->scheme) && !url_names_host (target, target->shown_host);
}

gboolean
buoy_target_shows_way (const BuoyTarget *target)
{
  const char *path = target->url->path;
  const char *query = target->url->query;

  if (query != NULL && *query != '\0' && strstr (target->shown_text, query) != NULL)
    return TRUE;
  return path[0] != '\0' && path[1] != '\0' && strstr (target->shown_text, path) != NULL;
}

/* @text without the brackets and quotes around a URL: "<https://…>". (transfer full) */
static char *
bare_text (const char *text)
{
  static const char around[] = " <>()[]\"'";
  gsize length;

  text += strspn (text, around);
  length = strlen (text);
  while (length > 0 && strchr (around, text[length - 1]) != NULL)
    length--;
  return g_strndup (text, length);
}

/* Skips the scheme of a web URL: "example.org/x" is equivalent to "https://example.org/x". */
static const char *
skip_web_scheme (const char *url)
{
  return g_str_has_prefix (url, "http") ? strchr (url, ':') : url;
}

gboolean
buoy_target_is_its_text (const BuoyTarget *target)
{
  g_autofree char *bare = NULL;
  g_autofree char *text = NULL;
  g_autofree char *href = NULL;
  g_autoptr (BuoyUrl) said = NULL;
  gboolean has_scheme;

  if (buoy_target_is_plain (target) || g_str_equal (target->shown_text, target->link->href))
    return TRUE;
  if (target->url == NULL || strpbrk (target->shown_text, ":/") == NULL)
    return FALSE;
  bare = bare_text (target->shown_text);
  has_scheme = strchr (bare, ':') != NULL;
  said = has_scheme ? buoy_url_parse (bare, NULL) : buoy_href_open (bare, NULL);
  if (said == NULL)
    return FALSE;
  text = buoy_url_to_string (said);
  href = buoy_url_to_string (target->url);
  return has_scheme ? g_str_equal (text, href) : g_str_equal (skip_web_scheme (text), skip_web_scheme (href));
}

/* Excuse: link-through-shortener */
static BuoyTargetState
compare_hosts (const BuoyTarget *target)
{
  if (target->host == NULL)
    return opens_no_site (target) ? BUOY_TARGET_MISMATCH : BUOY_TARGET_UNKNOWN;
  if (target->shown_host == NULL)
    return BUOY_TARGET_NO_CLAIM;
  if (buoy_hosts_have_one_owner (target->shown_host, target->host))
    return BUOY_TARGET_MATCH;
  if (buoy_host_same_site (target->shown_host, target->url->host) && buoy_target_shows_way (target))
    return BUOY_TARGET_MATCH;
  if (target->undisclosed)
    return BUOY_TARGET_WRAPPED;
  return BUOY_TARGET_MISMATCH;
}

BuoyTargetState
buoy_target_compare (const BuoyTarget *target)
{
  const BuoyTargetState state = compare_hosts (target);

  /* a text that is identical with the target does not deceive */
  if (target->shown_host != NULL && state != BUOY_TARGET_MATCH && buoy_target_is_its_text (target))
    return BUOY_TARGET_MATCH;
  return state;
}

gboolean
buoy_target_is_plain (const BuoyTarget *target)
{
  return target->link->kind == BUOY_LINK_PLAIN || target->link->kind == BUOY_LINK_NAMED;
}
