/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A link that runs code or opens another program instead of a web page.
 */
#include "config.h"

#include "checks/checks-private.h"

#include "base/host/buoy-host.h"
#include "checks/link-rule.h"
#include "evidence/links/buoy-href.h"
#include "evidence/links/buoy-target.h"
#include "registry/buoy-ownership.h"

#include <string.h>

/* Windows protocol handlers, each of which opens a program; those of the store and the mail program are used openly. */
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
      = { "javascript", "vbscript", "data", "file",  "filesystem", "search", "search-ms",   "smb", "jar",
          "mhtml",      "blob",     "mk",   "shell", "hcp",        "its",    "view-source", NULL };

  return g_strv_contains (schemes, url->scheme) || is_windows_handler (url->scheme);
}

/* An attached page runs scripts anyway. */
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
         && (*url->path == '\0' || g_str_has_prefix (url->path, "void") || g_str_has_prefix (url->path, ";"));
}

/* "data:Z": without a comma there is no data (RFC 2397 §3). */
static gboolean
is_empty (const BuoyUrl *url)
{
  return g_str_equal (url->scheme, "data") && strchr (url->path, ',') == NULL;
}

/* file:///C:/… is left over from a word processor; it refers to the sender's own disk and does nothing here. */
static gboolean
is_local_file (const BuoyUrl *url, const char *server)
{
  return g_str_equal (url->scheme, "file") && server == NULL;
}

/* Opens something dangerous instead of a page. @server: (nullable): the file server that the link names */
static gboolean
opens_program (const BuoyEvidence *evidence, const BuoyTarget *target, const char *server)
{
  const BuoyUrl *url = target->url;

  if (server != NULL)
    return TRUE;
  return url != NULL && is_dangerous (url) && !is_own_script (evidence, url) && !does_nothing (url) && !is_empty (url)
         && !is_local_file (url, server);
}

/* Schemes used only to execute something, and non-image data: URLs. */
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

/* In the reader's organisation, whose members may link to its file servers. */
static gboolean
is_own_server (const BuoyEvidence *evidence, const char *server)
{
  if (buoy_context_owns_domain (evidence->context, server))
    return TRUE;
  return evidence->sender.relation >= BUOY_SENDER_ORGANISATION
         && buoy_hosts_have_one_owner (server, evidence->from_domain);
}

/* A file server on the internet: Windows sends the reader's credentials there. Offices link to their own by local
 * names; an authenticated company may link to its own.
 */
static gboolean
is_foreign_server (const BuoyEvidence *evidence, const char *server)
{
  if (is_own_server (evidence, server)
      || (evidence->auth.state == BUOY_AUTH_PASS && buoy_hosts_have_one_owner (server, evidence->from_domain)))
    return FALSE;
  return buoy_host_is_public_ip (server)
         || (!buoy_host_is_ip (server) && buoy_host_registrable_domain (server) != NULL);
}

/* Excuse: decoy-script, decoy-script-void, decoy-share */
static BuoyStrength
weigh (const BuoyEvidence *evidence, const BuoyTarget *target, gconstpointer unused)
{
  g_autofree char *server = buoy_href_file_server (target->link->href, target->url);

  if (!target->link->in_html || !opens_program (evidence, target, server) || buoy_target_is_its_text (target))
    return BUOY_STRENGTH_NOTE;
  if (is_weapon (target->url) || (server != NULL && is_foreign_server (evidence, server)))
    return BUOY_STRENGTH_STRONG;
  return BUOY_STRENGTH_MEDIUM;
}

static void
cite (BuoyFinding *finding, const BuoyTarget *target)
{
  g_autofree char *server = buoy_href_file_server (target->link->href, target->url);

  buoy_finding_cite (finding, BUOY_EVIDENCE_SCHEME, server != NULL ? "file" : target->url->scheme);
  buoy_finding_cite (finding, BUOY_EVIDENCE_ACTUAL_HOST, server);
  buoy_finding_cite (finding, BUOY_EVIDENCE_LINK_TEXT, target->link->text);
}

void
buoy_check_dangerous_link (const BuoyEvidence *evidence, BuoyFindings *findings)
{
  static const BuoyLinkRule rule = { weigh, cite, TRUE };

  buoy_link_rule_apply (&rule, evidence, NULL, findings);
}
