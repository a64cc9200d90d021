/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Where each link leads, and whether that is where its text says. Both sides go through the same
 * canonicaliser and are compared by registrable domain, never as strings.
 */
#include "config.h"

#include "evidence/buoy-target.h"

#include "base/buoy-host.h"
#include "base/buoy-shown-host.h"
#include "evidence/buoy-href.h"
#include "evidence/buoy-open-host.h"
#include "evidence/buoy-redirect.h"
#include "evidence/buoy-wrapper.h"

#include <string.h>

void
buoy_target_free (gpointer data)
{
  BuoyTarget *target = data;

  g_clear_pointer (&target->url, buoy_url_free);
  g_clear_pointer (&target->target, buoy_url_free);
  g_clear_pointer (&target->wrappers, g_ptr_array_unref);
  g_free (target->shown_host);
  g_free (target);
}

gboolean
buoy_target_same_owner (const char *ascii_a, const char *ascii_b)
{
  const BuoyBrand *brand;

  if (ascii_a == NULL || ascii_b == NULL)
    return FALSE;
  if (buoy_host_same_site (ascii_a, ascii_b))
    return TRUE;

  brand = buoy_brands_find_by_host (buoy_brands_get_default (), ascii_a);
  if (brand != NULL && buoy_brand_uses (brand, ascii_b))
    return TRUE;
  brand = buoy_brands_find_by_host (buoy_brands_get_default (), ascii_b);
  return brand != NULL && buoy_brand_uses (brand, ascii_a);
}

static const BuoyUrl *
innermost (const BuoyTarget *target)
{
  return target->target != NULL ? target->target : target->url;
}

static void
set_host (BuoyTarget *target)
{
  target->host = innermost (target)->host;
  target->domain = buoy_host_registrable_domain (target->host);
  if (buoy_open_host_classify (target->host) == BUOY_OPEN_HOST_SHORTENER)
    target->undisclosed = TRUE;
}

static void
resolve_url (BuoyTarget *target, const BuoyContext *context)
{
  target->url = buoy_href_open (target->link->href, target->link->base);
  if (target->url == NULL || !buoy_url_is_special (target->url) || target->url->host == NULL
      || *target->url->host == '\0')
    return;

  target->wrappers = g_ptr_array_new ();
  target->target
      = buoy_redirect_follow (context, target->url, target->wrappers, &target->undisclosed);
  set_host (target);
}

static gboolean
is_mailto (const BuoyTarget *target)
{
  return target->url != NULL && g_str_equal (target->url->scheme, "mailto");
}

/* mailto: the text is held against the address; a text that names a site, against the address's domain. */
static void
resolve_mailto (BuoyTarget *target)
{
  g_autofree char *domain = buoy_href_mail_domain (target->url);

  target->state = BUOY_TARGET_NO_CLAIM;
  target->shown_host = buoy_shown_address_host (target->link->text);
  if (target->shown_host == NULL)
    target->shown_host = buoy_shown_host_find (target->link->text);
  if (target->shown_host == NULL)
    return;
  target->state = domain == NULL || buoy_target_same_owner (target->shown_host, domain)
                      ? BUOY_TARGET_MATCH
                      : BUOY_TARGET_MISMATCH;
}

/* Schemes of what is in the mail or on the reader's device, which programs put behind any text. */
static gboolean
is_aside (const char *scheme)
{
  static const char *const schemes[] = { "about", "cid", "mid", "tel", "fax", "callto" };

  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++)
    if (g_str_equal (scheme, schemes[i]))
      return TRUE;
  return g_str_has_prefix (scheme, "x-apple");
}

/* "imaps://imap.example.com/" under "imap.example.com": not for a browser, and where it says. */
static gboolean
opens_shown_host (const BuoyTarget *target)
{
  g_autofree char *decoded
      = target->url->host != NULL ? g_uri_unescape_string (target->url->host, NULL) : NULL;
  g_autofree char *ascii = buoy_host_to_ascii (decoded);

  return buoy_target_same_owner (target->shown_host, ascii);
}

/* A text that names a site over a link that opens no site at all: "sms:…", "javascript:…", "login.html". */
static gboolean
opens_no_site (const BuoyTarget *target)
{
  if (target->shown_host == NULL || !target->link->in_html)
    return FALSE;
  if (target->url == NULL)
    return buoy_href_is_dead_end (target->link->href);
  return !is_aside (target->url->scheme) && !opens_shown_host (target);
}

/* The text is the URL that goes on to another site: it says no more than the link does. */
static gboolean
shows_way (const BuoyTarget *target)
{
  const char *path = target->url->path;
  const char *query = target->url->query;

  if (query != NULL && *query != '\0' && strstr (target->claim, query) != NULL)
    return TRUE;
  return path[0] != '\0' && path[1] != '\0' && strstr (target->claim, path) != NULL;
}

/* A site that sends its visitors on to any address. That a link carries the address of another site excuses nothing, so
 * only a text that names the redirecting site is held against the other one.
 */
static void
follow_redirect (BuoyTarget *target)
{
  g_autoptr (BuoyUrl) next = target->host != NULL ? buoy_redirect_find (innermost (target)) : NULL;
  const BuoyBrand *brand;

  if (next == NULL || buoy_target_same_owner (target->host, next->host))
    return;
  if (target->shown_host == NULL)
    {
      g_ptr_array_add (target->wrappers, (gpointer) BUOY_REDIRECT);
      return;
    }
  brand = buoy_brands_find_by_host (buoy_brands_get_default (), target->host);
  if (!buoy_target_same_owner (target->shown_host, target->host)
      || buoy_target_same_owner (target->shown_host, next->host) || (brand != NULL && brand->shared)
      || shows_way (target))
    return;
  g_ptr_array_add (target->wrappers, (gpointer) BUOY_REDIRECT);
  g_clear_pointer (&target->target, buoy_url_free);
  target->target = g_steal_pointer (&next);
  target->redirected = TRUE;
  set_host (target);
}

/* Without what stands around a URL in a text: "<https://…>". */
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

gboolean
buoy_target_is_its_text (const BuoyTarget *target)
{
  g_autofree char *bare = NULL;
  g_autofree char *text = NULL;
  g_autofree char *href = NULL;
  g_autoptr (BuoyUrl) said = NULL;

  if (g_str_equal (target->link->text, target->link->href))
    return TRUE;
  if (target->url == NULL || strchr (target->link->text, ':') == NULL)
    return FALSE;
  bare = bare_text (target->link->text);
  said = buoy_url_parse (bare, NULL);
  text = said != NULL ? buoy_url_to_string (said) : NULL;
  href = buoy_url_to_string (target->url);
  return g_strcmp0 (text, href) == 0;
}

static BuoyTargetState
compare_hosts (const BuoyTarget *target)
{
  if (target->host == NULL)
    return opens_no_site (target) ? BUOY_TARGET_MISMATCH : BUOY_TARGET_UNKNOWN;
  if (target->shown_host == NULL)
    return BUOY_TARGET_NO_CLAIM;
  if (buoy_target_same_owner (target->shown_host, target->host))
    return BUOY_TARGET_MATCH;
  if (buoy_host_same_site (target->shown_host, target->url->host) && shows_way (target))
    return BUOY_TARGET_MATCH;
  if (target->undisclosed)
    return BUOY_TARGET_WRAPPED;
  return BUOY_TARGET_MISMATCH;
}

/* "http://intranet/": a name of one's own network is held against another such name only, since nobody outside can tell
 * what it stands for.
 */
static char *
find_local_name (const BuoyTarget *target)
{
  g_autoptr (BuoyUrl) said = NULL;

  if (target->host == NULL || strchr (target->host, '.') != NULL || *target->host == '['
      || strstr (target->link->text, "://") == NULL)
    return NULL;
  said = buoy_url_parse (target->link->text, NULL);
  if (said == NULL || !buoy_url_is_web (said) || strchr (said->host, '.') != NULL)
    return NULL;
  return g_strdup (said->host);
}

/* What its text names; where that names nothing, what a reader sees who points at it. */
static void
find_shown_host (BuoyTarget *target)
{
  target->shown_host = buoy_shown_host_find (target->link->text);
  if (target->shown_host == NULL)
    target->shown_host = find_local_name (target);
  if (target->shown_host != NULL || target->link->title == NULL)
    return;
  target->shown_host = buoy_shown_host_find (target->link->title);
  target->claim = target->link->title;
}

static BuoyTargetState
compare (const BuoyTarget *target)
{
  const BuoyTargetState state = compare_hosts (target);

  /* identical text and target deceive nobody, whatever they are */
  if (target->shown_host != NULL && state != BUOY_TARGET_MATCH && buoy_target_is_its_text (target))
    return BUOY_TARGET_MATCH;
  return state;
}

static BuoyTarget *
target_new (const BuoyLink *link, const BuoyContext *context)
{
  BuoyTarget *target = g_new0 (BuoyTarget, 1);

  target->link = link;
  target->claim = link->text;
  resolve_url (target, context);
  if (is_mailto (target))
    {
      resolve_mailto (target);
      return target;
    }
  if (link->kind == BUOY_LINK_PLAIN) /* its text is its target */
    target->shown_host = g_strdup (target->url != NULL ? target->url->host : NULL);
  else
    {
      find_shown_host (target);
      follow_redirect (target);
    }
  target->state = compare (target);
  return target;
}

void
buoy_evidence_fill_targets (BuoyEvidence *evidence)
{
  const GPtrArray *links = evidence->message->links;
  const gboolean proven = evidence->auth.state == BUOY_AUTH_PASS;

  for (guint i = 0; i < links->len; i++)
    {
      BuoyTarget *target = target_new (g_ptr_array_index (links, i), evidence->context);

      target->trusted
          = proven
            && buoy_context_trusts_link (evidence->context, evidence->from_domain, target->host);
      g_ptr_array_add (evidence->targets, target);
    }
}

gboolean
buoy_evidence_leads_somewhere (const BuoyEvidence *evidence)
{
  for (guint i = 0; i < evidence->targets->len; i++)
    {
      const BuoyTarget *target = g_ptr_array_index (evidence->targets, i);

      if (target->link->in_html || !is_mailto (target))
        return TRUE;
    }
  for (guint i = 0; i < evidence->pages->len; i++)
    if (buoy_evidence_leads_somewhere (g_ptr_array_index (evidence->pages, i)))
      return TRUE;
  return FALSE;
}
