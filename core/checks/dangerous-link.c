/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A link that runs code or opens another program instead of a web page.
 */
#include "config.h"

#include "checks/checks-private.h"

#include "base/buoy-host.h"
#include "checks/link-rule.h"
#include "evidence/buoy-target.h"

#include <string.h>

/* Handlers of Windows, each of which opens a program; of these, the shop and the mail program are asked for openly. */
static gboolean
is_windows_handler (const char *scheme)
{
  return g_str_has_prefix (scheme, "ms-") && !g_str_equal (scheme, "ms-windows-store")
         && !g_str_equal (scheme, "ms-outlook");
}

static gboolean
is_dangerous (const BuoyUrl *url)
{
  static const char *const schemes[]
      = { "javascript", "vbscript", "data", "file",        "filesystem", "search",
          "search-ms",  "smb",      "jar",  "mhtml",       "blob",       "mk",
          "shell",      "hcp",      "its",  "view-source", NULL };

  return g_strv_contains (schemes, url->scheme) || is_windows_handler (url->scheme);
}

/* \\server\share: a browser takes it for a site, Windows fetches it from a file server and signs in there. */
static gboolean
is_share (const BuoyLink *link)
{
  const char *href = link->href + strspn (link->href, " \t\r\n");

  return href[0] == '\\' && href[1] == '\\';
}

/* A page of its own runs scripts anyway. */
static gboolean
is_own_script (const BuoyEvidence *evidence, const BuoyUrl *url)
{
  return evidence->page != NULL && g_str_equal (url->scheme, "javascript");
}

/* javascript:void(0) and the like do nothing: left over from web editors in honest newsletters. */
static gboolean
does_nothing (const BuoyUrl *url)
{
  return g_str_equal (url->scheme, "javascript")
         && (*url->path == '\0' || g_str_has_prefix (url->path, "void")
             || g_str_has_prefix (url->path, ";"));
}

/* file:///C:/… left over from a word processor points to the sender's own disk and is dead here. */
static gboolean
is_local_file (const BuoyUrl *url)
{
  return g_str_equal (url->scheme, "file") && (url->host == NULL || *url->host == '\0');
}

/* The scheme that makes the link dangerous; NULL. */
static const char *
danger_of (const BuoyEvidence *evidence, const BuoyTarget *target)
{
  const BuoyUrl *url = target->url;

  if (!target->link->in_html)
    return NULL;
  if (is_share (target->link))
    return "file";
  if (url == NULL || !is_dangerous (url) || is_own_script (evidence, url) || does_nothing (url)
      || is_local_file (url))
    return NULL;
  return url->scheme;
}

/* What nobody writes into a mail for any other end than to have something run; pages and pictures out of nowhere. */
static gboolean
is_weapon (const BuoyUrl *url)
{
  static const char *const schemes[] = { "vbscript", "search", "search-ms", "ms-search", "ms-msdt", "jar",
                                         "mhtml",    "mk",     "its",       "hcp",       "shell",   NULL };

  if (url == NULL)
    return FALSE;
  return g_strv_contains (schemes, url->scheme)
         || (g_str_equal (url->scheme, "data") && g_ascii_strncasecmp (url->path, "image/", 6) != 0);
}

/* A file server out in the world that is not the sender's. Offices link to their own, by names that end within. */
static gboolean
is_foreign_share (const BuoyEvidence *evidence, const BuoyTarget *target)
{
  const char *host = target->host;

  if (host == NULL || evidence->auth.state == BUOY_AUTH_PASS || evidence->is_list
      || buoy_target_is_its_text (target) || buoy_target_same_owner (host, evidence->from_domain))
    return FALSE;
  return buoy_host_is_public_ip (host)
         || (!buoy_host_is_ip (host) && buoy_host_registrable_domain (host) != NULL);
}

static BuoyStrength
weigh (const BuoyEvidence *evidence, const BuoyTarget *target, gconstpointer unused)
{
  static const char *const shares[] = { "file", "smb", NULL };
  const char *scheme = danger_of (evidence, target);

  if (scheme == NULL)
    return BUOY_STRENGTH_NOTE;
  if (is_weapon (target->url)
      || (g_strv_contains (shares, scheme) && is_foreign_share (evidence, target)))
    return BUOY_STRENGTH_STRONG;
  return BUOY_STRENGTH_MEDIUM;
}

static void
cite (BuoyFinding *finding, const BuoyTarget *target)
{
  buoy_finding_cite (finding, "scheme", is_share (target->link) ? "file" : target->url->scheme);
  buoy_finding_cite (finding, "link-text", target->link->text);
}

void
buoy_check_dangerous_link (const BuoyEvidence *evidence, BuoyFindings *findings)
{
  static const BuoyLinkRule rule = { weigh, cite, TRUE };

  buoy_link_rule_apply (&rule, evidence, NULL, findings);
}
