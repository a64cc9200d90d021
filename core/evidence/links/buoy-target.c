/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Where each link leads. buoy-target-state.c compares that with its text.
 */
#include "config.h"

#include "evidence/links/buoy-target.h"

#include "base/host/buoy-host.h"
#include "base/shown/buoy-shown-host.h"
#include "evidence/links/buoy-href.h"
#include "registry/buoy-open-host.h"
#include "evidence/links/buoy-redirect.h"
#include "evidence/links/buoy-target-private.h"
#include "evidence/links/buoy-wrapper.h"
#include "registry/buoy-ownership.h"

#include <string.h>

#define LINK_STEPS 500 /* for a link: its hosts are looked up in the registry */
#define BYTE_STEPS 4   /* for a byte of its URL, which is parsed for each reading of the text and each wrapper */

void
buoy_target_free (gpointer data)
{
  BuoyTarget *target = data;

  g_clear_pointer (&target->url, buoy_url_free);
  g_clear_pointer (&target->target, buoy_url_free);
  g_clear_pointer (&target->wrappers, g_ptr_array_unref);
  g_free (target->onward);
  g_free (target->shown_host);
  g_free (target);
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
  target->target = buoy_redirect_follow (context, target->url, target->wrappers, &target->undisclosed);
  set_host (target);
}

static gboolean
is_mailto (const BuoyTarget *target)
{
  return target->url != NULL && g_str_equal (target->url->scheme, "mailto");
}

/* Compares the text of a mailto: link, if it names an address or a site, with the domain of the link's address. */
static void
resolve_mailto (BuoyTarget *target)
{
  g_autofree char *domain = buoy_href_mail_domain (target->url);

  target->state = BUOY_TARGET_NO_CLAIM;
  target->shown_host = buoy_shown_address_host (target->shown_text);
  if (target->shown_host == NULL)
    target->shown_host = buoy_shown_host_find (target->shown_text);
  if (target->shown_host == NULL)
    return;
  target->state = domain == NULL || buoy_hosts_have_one_owner (target->shown_host, domain) ? BUOY_TARGET_MATCH
                                                                                           : BUOY_TARGET_MISMATCH;
}

/* The host to which an open redirect on a registered company's site leads; NULL if From is the company's, or the host
 * is registered too. (transfer full)
 */
static char *
find_onward (const BuoyEvidence *evidence, const BuoyTarget *target, const BuoyUrl *next)
{
  const BuoyBrand *owner = buoy_brands_find_by_host (buoy_brands_get_default (), target->host);

  if (owner == NULL || buoy_hosts_have_one_owner (target->host, evidence->from_domain)
      || buoy_brands_find_by_host (buoy_brands_get_default (), next->host) != NULL)
    return NULL;
  return g_strdup (next->host);
}

/* Follows a site with an open redirect. The URL of another site in a link excuses nothing, so only a text that names
 * the redirecting site is compared with the other one.
 */
static void
follow_redirect (const BuoyEvidence *evidence, BuoyTarget *target)
{
  g_autoptr (BuoyUrl) next = NULL;
  const BuoyBrand *brand;

  if (target->host == NULL)
    return;
  next = target->shown_host != NULL ? buoy_redirect_find (innermost (target))
                                    : buoy_redirect_find_any (innermost (target));
  if (next == NULL || buoy_hosts_have_one_owner (target->host, next->host))
    return;
  if (target->shown_host == NULL)
    {
      g_ptr_array_add (target->wrappers, (gpointer) BUOY_REDIRECT);
      target->onward = find_onward (evidence, target, next);
      return;
    }
  brand = buoy_brands_find_by_host (buoy_brands_get_default (), target->host);
  if (!buoy_hosts_have_one_owner (target->shown_host, target->host)
      || buoy_hosts_have_one_owner (target->shown_host, next->host) || (brand != NULL && brand->shared)
      || buoy_target_shows_way (target))
    return;
  g_ptr_array_add (target->wrappers, (gpointer) BUOY_REDIRECT);
  g_clear_pointer (&target->target, buoy_url_free);
  target->target = g_steal_pointer (&next);
  target->redirected = TRUE;
  set_host (target);
}

/* An opaque wrapper that names another site than the text does. The path stays the wrapper's, since that of the wrapped
 * link is unknown, and need not be that of the site's front page.
 */
static void
accuse_by_named_host (BuoyTarget *target)
{
  g_autofree char *named = buoy_wrapper_find_named_host (innermost (target));
  g_autofree char *another = named != NULL ? buoy_target_find_another (target, named) : NULL;
  g_autofree char *text = NULL;
  BuoyUrl *url;

  if (another == NULL)
    return;
  text = g_strconcat ("https://", named, innermost (target)->path, NULL);
  url = buoy_url_parse (text, NULL);
  if (url == NULL)
    return;
  g_clear_pointer (&target->target, buoy_url_free);
  target->target = url;
  target->undisclosed = FALSE;
  set_host (target);
  g_free (target->shown_host);
  target->shown_host = g_steal_pointer (&another);
  target->state = buoy_target_compare (target);
}

static BuoyTarget *
target_new_for_reading (const BuoyEvidence *evidence, const BuoyLink *link, const char *text)
{
  BuoyTarget *target = g_new0 (BuoyTarget, 1);

  target->link = link;
  target->shown_text = text;
  resolve_url (target, evidence->context);
  if (is_mailto (target))
    {
      resolve_mailto (target);
      return target;
    }
  if (buoy_target_is_plain (target)) /* the text is the target */
    target->shown_host = g_strdup (target->url != NULL ? target->url->host : NULL);
  else
    {
      buoy_target_find_shown_host (target);
      follow_redirect (evidence, target);
    }
  target->state = buoy_target_compare (target);
  if (target->state == BUOY_TARGET_WRAPPED)
    accuse_by_named_host (target);
  return target;
}

/* How suspicious a reading makes the link; least if it names the site that the link opens. */
static guint
gravity (const BuoyTarget *target)
{
  static const guint gravities[] = {
    [BUOY_TARGET_MATCH] = 0,   [BUOY_TARGET_NO_CLAIM] = 1, [BUOY_TARGET_UNKNOWN] = 2,
    [BUOY_TARGET_WRAPPED] = 3, [BUOY_TARGET_MISMATCH] = 4,
  };

  return gravities[target->state];
}

/* A link with hidden or possibly hidden text is judged by its gravest reading; of equal ones, by the most certain. */
static BuoyTarget *
target_new (const BuoyEvidence *evidence, const BuoyLink *link)
{
  const char *const readings[] = { link->sure_text, link->text, link->head_text, link->full_text };
  BuoyTarget *gravest = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (readings); i++)
    {
      BuoyTarget *target = readings[i] != NULL ? target_new_for_reading (evidence, link, readings[i]) : NULL;

      if (target != NULL && (gravest == NULL || gravity (target) > gravity (gravest)))
        {
          g_clear_pointer (&gravest, buoy_target_free);
          gravest = g_steal_pointer (&target);
        }
      g_clear_pointer (&target, buoy_target_free);
    }
  return gravest;
}

static gsize
length_of (const char *text)
{
  return text != NULL ? strlen (text) : 0;
}

/* Whether the budget allows judging the link, and keeping its URL, which may be as long as the href and the base. */
static gboolean
has_room_for (const BuoyEvidence *evidence, const BuoyLink *link)
{
  BuoyBudget *budget = evidence->message->budget;
  const gsize url = strlen (link->href) + length_of (link->base);
  const gsize texts = length_of (link->text) + length_of (link->sure_text) + length_of (link->head_text)
                      + length_of (link->full_text) + length_of (link->title);

  return buoy_budget_spend (budget, LINK_STEPS + BYTE_STEPS * (url + texts)) && buoy_budget_keep (budget, url);
}

GPtrArray *
buoy_targets_new (const BuoyEvidence *evidence, gboolean *out_cut_short)
{
  GPtrArray *targets = g_ptr_array_new_with_free_func (buoy_target_free);
  const GPtrArray *links = evidence->message->links;
  const gboolean proven = evidence->auth.state == BUOY_AUTH_PASS;

  for (guint i = 0; i < links->len; i++)
    {
      const BuoyLink *link = g_ptr_array_index (links, i);
      BuoyTarget *target;

      if (!has_room_for (evidence, link))
        {
          *out_cut_short = TRUE;
          continue;
        }
      target = target_new (evidence, link);
      target->trusted = proven && buoy_context_trusts_link (evidence->context, evidence->from_domain, target->host);
      g_ptr_array_add (targets, target);
    }
  return targets;
}

gboolean
buoy_evidence_has_destination (const BuoyEvidence *evidence)
{
  for (guint i = 0; i < evidence->targets->len; i++)
    {
      const BuoyTarget *target = g_ptr_array_index (evidence->targets, i);

      if (target->link->in_html || (!is_mailto (target) && target->link->kind != BUOY_LINK_NAMED))
        return TRUE;
    }
  for (guint i = 0; i < evidence->pages->len; i++)
    if (buoy_evidence_has_destination (g_ptr_array_index (evidence->pages, i)))
      return TRUE;
  return FALSE;
}
