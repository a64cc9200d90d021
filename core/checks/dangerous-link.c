/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A link that runs code or opens another program instead of a web page.
 */
#include "config.h"

#include "checks/checks-private.h"

static gboolean
is_dangerous (const BuoyUrl *url)
{
  static const char *const schemes[]
      = { "javascript",   "vbscript", "data",    "file",     "search-ms",     "search",
          "smb",          "ms-msdt",  "ms-word", "ms-excel", "ms-powerpoint", "ms-appinstaller",
          "ms-officecmd", "jar",      "mhtml",   "blob",     "view-source" };

  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++)
    if (g_str_equal (url->scheme, schemes[i]))
      return TRUE;
  return FALSE;
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

void
buoy_check_dangerous_link (const BuoyEvidence *evidence, BuoyFindings *findings)
{
  for (guint i = 0; i < evidence->targets->len; i++)
    {
      const BuoyTarget *target = g_ptr_array_index (evidence->targets, i);
      BuoyFinding *finding;

      if (target->url == NULL || !target->link->in_html || !is_dangerous (target->url)
          || is_own_script (evidence, target->url) || does_nothing (target->url)
          || is_local_file (target->url))
        continue;
      finding = buoy_findings_add (findings);
      buoy_finding_cite (finding, "scheme", target->url->scheme);
      buoy_finding_cite (finding, "link-text", target->link->text);
      return;
    }
}
