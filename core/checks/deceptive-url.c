/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A URL written so that a reader takes it for another: user information that looks like a host, an IP address that
 * does not look like one, a host of foreign letters, controls in the middle.
 */
#include "config.h"

#include "checks/checks-private.h"

#include <string.h>

#include "base/buoy-host.h"
#include "base/buoy-skeleton.h"
#include "base/buoy-text.h"
#include "checks/link-rule.h"
#include "evidence/buoy-target.h"

/* "https://www.bank.example@evil.test/": a name before the @ that could be a host, or one too long to see past. */
static gboolean
hides_behind_userinfo (const BuoyUrl *url)
{
  static const gsize long_name = 30;

  return (url->oddities & BUOY_URL_ODD_USERINFO) != 0 && !buoy_host_is_ip (url->host)
         && (strchr (url->username, '.') != NULL || strstr (url->username, "%2E") != NULL
             || *url->username == '\0' || strlen (url->username) > long_name
             || strchr (url->username, '%') != NULL);
}

static gboolean
disguises_address (const BuoyUrl *url)
{
  return (url->oddities & BUOY_URL_ODD_IP_FORM) != 0 && buoy_host_is_public_ip (url->host);
}

/* Latin and Cyrillic or Greek in one label (UTS 39 §5.1): no honest name is written so. */
static gboolean
mixes_scripts (const BuoyUrl *url)
{
  g_autofree char *unicode = buoy_host_to_unicode (url->host);

  return !g_str_equal (unicode, url->host) && buoy_text_mixes_scripts (unicode);
}

/* "www.bank.exampleノlogin.evil.test": a whole host before what passes for the slash behind it. */
static gboolean
hides_behind_slash (const BuoyUrl *url)
{
  g_autofree char *unicode = buoy_host_to_unicode (url->host);

  if (g_str_is_ascii (unicode))
    return FALSE;
  for (const char *p = unicode; *p != '\0'; p = g_utf8_next_char (p))
    {
      g_autofree char *before = NULL;

      if (!buoy_skeleton_is_slash (g_utf8_get_char (p)))
        continue;
      before = g_strndup (unicode, p - unicode);
      if (g_str_is_ascii (before) && buoy_host_registrable_domain (before) != NULL
          && buoy_host_has_known_suffix (before))
        return TRUE;
    }
  return FALSE;
}

/* A letter that nobody sees, between others. At either end it is a slip of who copied the address. */
static gboolean
holds_unseen (const char *start, gsize length)
{
  const char *end = start + length;
  gboolean seen = FALSE;
  gboolean unseen = FALSE;

  for (const char *p = start; p < end; p = g_utf8_next_char (p))
    {
      if (buoy_text_is_invisible (g_utf8_get_char (p)))
        unseen = seen;
      else if (unseen)
        return TRUE;
      else
        seen = TRUE;
    }
  return FALSE;
}

/* What only a disguise has: a percent-encoded host, a newline or an unseen letter before the path. */
static gboolean
is_disguised (const BuoyUrl *url, const BuoyLink *link)
{
  const char *authority = strstr (link->href, "//");
  gsize length;

  if ((url->oddities & BUOY_URL_ODD_ENCODED_HOST) != 0)
    return TRUE;
  if (authority == NULL)
    return FALSE;
  authority += 2;
  length = strcspn (authority, "/?#");
  if ((url->oddities & BUOY_URL_ODD_CONTROL) != 0 && memchr (authority, '\n', length) != NULL)
    return TRUE;
  return (url->oddities & BUOY_URL_ODD_MAPPED_HOST) != 0 && holds_unseen (authority, length);
}

/* A name and an @ before the host, which nobody needs on a page. Behind an address it is a slip of the sender's. */
static gboolean
has_userinfo (const BuoyTarget *target)
{
  return (target->url->oddities & BUOY_URL_ODD_USERINFO) != 0
         && strchr (target->link->text, '@') == NULL;
}

/* Hosts of programs' sources hand such links out: "https://team@code.example/team/project". */
static gboolean
repeats_name (const BuoyUrl *url)
{
  return strstr (url->path, url->username) != NULL;
}

/* Browsers ask before they open a page with a name that it did not ask for, since it is there to deceive. */
static BuoyStrength
weigh_userinfo (const BuoyEvidence *evidence, const BuoyTarget *target)
{
  if (!has_userinfo (target))
    return BUOY_STRENGTH_NOTE;
  if (evidence->auth.state == BUOY_AUTH_PASS || evidence->is_list || repeats_name (target->url)
      || buoy_brands_find_by_host (buoy_brands_get_default (), target->host) != NULL)
    return BUOY_STRENGTH_MEDIUM;
  return BUOY_STRENGTH_STRONG;
}

static BuoyStrength
weigh_disguise (const BuoyEvidence *evidence, const BuoyTarget *target)
{
  const BuoyUrl *url = target->url;

  if (url == NULL || url->host == NULL || !buoy_url_is_web (url) || !target->link->in_html)
    return BUOY_STRENGTH_NOTE;
  /* a placeholder that nobody filled in ("https://${server}/") leads nowhere */
  if (!buoy_host_is_ip (url->host) && !buoy_host_has_known_suffix (url->host))
    return BUOY_STRENGTH_NOTE;
  if (hides_behind_userinfo (url) || mixes_scripts (url) || hides_behind_slash (url))
    return BUOY_STRENGTH_STRONG;
  /* a host that the text shows is not hidden */
  if (target->state != BUOY_TARGET_MATCH
      && (disguises_address (url) || is_disguised (url, target->link)))
    return BUOY_STRENGTH_STRONG;
  return weigh_userinfo (evidence, target);
}

/* What the link's text shows just so deceives nobody. */
static BuoyStrength
weigh (const BuoyEvidence *evidence, const BuoyTarget *target, gconstpointer unused)
{
  const BuoyStrength strength = weigh_disguise (evidence, target);

  return strength > BUOY_STRENGTH_NOTE && buoy_target_is_its_text (target) ? BUOY_STRENGTH_NOTE : strength;
}

static void
cite (BuoyFinding *finding, const BuoyTarget *target)
{
  buoy_finding_cite (finding, "link-target", target->link->href);
  buoy_finding_cite (finding, "actual-host", target->host);
}

void
buoy_check_deceptive_url (const BuoyEvidence *evidence, BuoyFindings *findings)
{
  static const BuoyLinkRule rule = { weigh, cite, TRUE };

  buoy_link_rule_apply (&rule, evidence, NULL, findings);
}
