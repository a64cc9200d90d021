/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A URL written to be mistaken for another: user information that looks like a host, a disguised IP address, a host
 * with foreign or jumbled letters, control characters within.
 */
#include "config.h"

#include "checks/checks-private.h"

#include <string.h>

#include "base/host/buoy-host.h"
#include "base/text/buoy-skeleton.h"
#include "base/text/buoy-text.h"
#include "checks/link-rule.h"
#include "evidence/links/buoy-target.h"

#define MAX_HOST_BYTES 1024 /* a name has 253 letters (RFC 1035 §2.3.4), each of up to four bytes */

static gboolean
is_host (const char *text)
{
  return buoy_host_registrable_domain (text) != NULL && buoy_host_has_known_suffix (text);
}

/* "https://www.bank.example@evil.test/". */
static gboolean
shows_host_as_user (const BuoyUrl *url)
{
  g_autofree char *name = NULL;

  if ((url->anomalies & BUOY_URL_ANOMALY_USERINFO) == 0)
    return FALSE;
  name = g_uri_unescape_string (url->username, NULL);
  return name != NULL && is_host (name);
}

/* User information that looks like a host, or is so long that it hides the host. */
static gboolean
hides_behind_userinfo (const BuoyUrl *url)
{
  static const gsize long_name = 30;

  return (url->anomalies & BUOY_URL_ANOMALY_USERINFO) != 0 && !buoy_host_is_ip (url->host)
         && (strpbrk (url->username, ".%") != NULL || *url->username == '\0' || strlen (url->username) > long_name);
}

static gboolean
disguises_address (const BuoyUrl *url)
{
  return (url->anomalies & BUOY_URL_ANOMALY_IP_FORM) != 0 && buoy_host_is_public_ip (url->host);
}

/* Latin with Cyrillic or Greek in one label (UTS 39 §5.1): no honest name does that. */
static gboolean
mixes_scripts (const BuoyUrl *url)
{
  g_autofree char *unicode = buoy_host_to_unicode (url->host);

  return !g_str_equal (unicode, url->host) && buoy_text_mixes_scripts (unicode);
}

/* Whether the host has the bytes of an emoji or a symbol, read in Windows-1252: "ð" and then "ÿ", which no language has
 * both, or a letter that begins such a sequence, and then a sign that is none. Bulk senders make as many names from
 * them as they like, and no reader could say one of them.
 */
static gboolean
is_garbled (const BuoyUrl *url)
{
  g_autofree char *unicode = buoy_host_to_unicode (url->host);
  const char *emoji = strstr (unicode, "ð");
  gboolean begun = FALSE;

  if (g_str_is_ascii (unicode))
    return FALSE;
  if (emoji != NULL && strstr (emoji, "ÿ") != NULL)
    return TRUE;
  for (const char *p = unicode; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);

      if (begun && c > 0xa0 && c < 0xc0 && !g_unichar_isalnum (c))
        return TRUE;
      begun |= c == 0xe2 || c == 0xe3; /* "â", "ã" */
    }
  return FALSE;
}

/* "www.bank.exampleノlogin.evil.test": a whole host before something that looks like a slash. */
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

/* An invisible letter between others. At either end it is a copying mistake. */
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

/* Only a disguise has these: a percent-encoded host, a newline or an invisible letter before the path. */
static gboolean
is_disguised (const BuoyUrl *url, const BuoyLink *link)
{
  const char *authority = strstr (link->href, "//");
  gsize length;

  if ((url->anomalies & BUOY_URL_ANOMALY_ENCODED_HOST) != 0)
    return TRUE;
  if (authority == NULL)
    return FALSE;
  authority += 2;
  length = strcspn (authority, "/?#");
  if ((url->anomalies & BUOY_URL_ANOMALY_CONTROL) != 0 && memchr (authority, '\n', length) != NULL)
    return TRUE;
  return (url->anomalies & BUOY_URL_ANOMALY_MAPPED_HOST) != 0 && holds_unseen (authority, length);
}

/* User information before the host, which web links don't need. After an address it is a mistake of the sender's. */
static gboolean
has_userinfo (const BuoyTarget *target)
{
  return (target->url->anomalies & BUOY_URL_ANOMALY_USERINFO) != 0 && strchr (target->link->text, '@') == NULL;
}

/* Source code hosts provide such links: "https://team@code.example/team/project". */
static gboolean
repeats_name (const BuoyUrl *url)
{
  return strstr (url->path, url->username) != NULL;
}

/* Browsers ask before opening a page with credentials it did not ask for, since that is used to deceive. Excuse:
 * list-post
 */
static BuoyStrength
weigh_userinfo (const BuoyEvidence *evidence, const BuoyTarget *target)
{
  if (!has_userinfo (target))
    return BUOY_STRENGTH_NOTE;
  if (evidence->auth.state == BUOY_AUTH_PASS || repeats_name (target->url)
      || buoy_brands_find_by_host (buoy_brands_get_default (), target->host) != NULL)
    return BUOY_STRENGTH_MEDIUM;
  return BUOY_STRENGTH_STRONG;
}

/* The length of a control character, plain or percent-encoded, or of a character that looks like one that ends a host;
 * 0 if there is none.
 */
static gsize
break_length (const char *p)
{
  const gunichar c = g_utf8_get_char (p);
  g_autofree char *plain = NULL;
  int code;

  if (*p == '%' && g_ascii_isxdigit (p[1]) && g_ascii_isxdigit (p[2]))
    {
      code = g_ascii_xdigit_value (p[1]) * 16 + g_ascii_xdigit_value (p[2]);
      return code < ' ' || code == 0x7f ? 3 : 0;
    }
  if (c < 0x80)
    return g_ascii_iscntrl (*p) && strchr ("\t\r\n", *p) == NULL ? 1 : 0;
  if (g_unichar_isalnum (c) || g_unichar_ismark (c)) /* does not normalise to one of these */
    return 0;
  plain = g_utf8_normalize (p, g_utf8_next_char (p) - p, G_NORMALIZE_ALL_COMPOSE);
  return strpbrk (plain, "@/\\?#:") != NULL ? (gsize) (g_utf8_next_char (p) - p) : 0;
}

/* "https://www.bank.example%00.evil.test/": browsers refuse it, other programs stop reading at the invalid character.
 */
static gboolean
breaks_off_behind_host (const char *href)
{
  const char *start = strstr (href, "//");
  const char *p, *end;
  g_autofree char *host = NULL;

  if (start == NULL)
    return FALSE;
  start += strspn (start, "/");
  end = start + strcspn (start, "/?#");
  p = start;
  while (p < end && (host != NULL || p - start <= MAX_HOST_BYTES))
    {
      const gsize length = break_length (p);

      if (length == 0 && host != NULL)
        return is_host (host);
      if (length > 0 && host == NULL)
        host = g_strndup (start, (gsize) (p - start));
      p = length > 0 ? p + length : g_utf8_next_char (p);
    }
  return FALSE; /* at the end, it was copied by accident */
}

/* Deceptive characters that count in any link. */
static gboolean
is_misread (const BuoyUrl *url)
{
  return shows_host_as_user (url) || mixes_scripts (url) || hides_behind_slash (url);
}

/* Weighs a link whose text is not its URL. */
static BuoyStrength
weigh_hidden (const BuoyEvidence *evidence, const BuoyTarget *target)
{
  const BuoyUrl *url = target->url;

  if (hides_behind_userinfo (url))
    return BUOY_STRENGTH_STRONG;
  /* a host that the text shows is not hidden */
  if (target->state != BUOY_TARGET_MATCH && (disguises_address (url) || is_disguised (url, target->link)))
    return BUOY_STRENGTH_STRONG;
  return weigh_userinfo (evidence, target);
}

/* Only web addresses can hide a host, and a text that is the address hides nothing. Excuse: none */
static BuoyStrength
weigh (const BuoyEvidence *evidence, const BuoyTarget *target, gconstpointer unused)
{
  const BuoyUrl *url = target->url;

  if (!target->link->in_html && target->link->kind != BUOY_LINK_PLAIN)
    return BUOY_STRENGTH_NOTE;
  if (url == NULL)
    return breaks_off_behind_host (target->link->href) ? BUOY_STRENGTH_STRONG : BUOY_STRENGTH_NOTE;
  if (url->host == NULL || !buoy_url_is_web (url))
    return BUOY_STRENGTH_NOTE;
  /* a template placeholder that was left in ("https://${server}/") leads nowhere */
  if (!buoy_host_is_ip (url->host) && !buoy_host_has_known_suffix (url->host))
    return BUOY_STRENGTH_NOTE;
  if (is_misread (url))
    return BUOY_STRENGTH_STRONG;
  if (is_garbled (url))
    return BUOY_STRENGTH_MEDIUM;
  if (!buoy_target_is_its_text (target))
    return weigh_hidden (evidence, target);
  return disguises_address (url) ? BUOY_STRENGTH_MEDIUM : BUOY_STRENGTH_NOTE;
}

static gboolean
has_garbled (const BuoyEvidence *evidence)
{
  for (guint i = 0; i < evidence->targets->len && !buoy_budget_is_cancelled (evidence->message->budget); i++)
    {
      const BuoyTarget *target = g_ptr_array_index (evidence->targets, i);

      if (target->url != NULL && target->url->host != NULL && is_garbled (target->url))
        return TRUE;
    }
  return FALSE;
}

static void
cite (BuoyFinding *finding, const BuoyTarget *target)
{
  buoy_finding_cite (finding, BUOY_EVIDENCE_LINK_TARGET, target->link->href);
  buoy_finding_cite (finding, BUOY_EVIDENCE_ACTUAL_HOST, target->host);
}

void
buoy_check_deceptive_url (const BuoyEvidence *evidence, BuoyFindings *findings)
{
  static const BuoyLinkRule rule = { weigh, cite, TRUE };

  BuoyFinding *finding = buoy_link_rule_apply (&rule, evidence, NULL, findings);

  if (finding != NULL && finding->strength == BUOY_STRENGTH_MEDIUM && has_garbled (evidence))
    buoy_finding_warn_alone (finding);
}
