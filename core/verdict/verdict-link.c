/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Which link a reader is about to follow, and what was found about it. A client hands in the URL as its web view
 * writes it, so that URLs are compared as parsed.
 */
#include "config.h"

#include "verdict/buoy-verdict-private.h"

/* A finding cites a link as the host that is shown and, next to it, the one that it opens. */
static gboolean
cites (const BuoyFinding *finding, const BuoyTarget *target)
{
  for (guint i = 0; i + 1 < buoy_finding_get_n_evidence (finding); i++)
    if (g_str_equal (buoy_finding_get_evidence_kind (finding, i), "shown-host")
        && g_str_equal (buoy_finding_get_evidence_kind (finding, i + 1), "actual-host")
        && g_strcmp0 (buoy_finding_get_evidence_value (finding, i), target->shown_host) == 0
        && g_strcmp0 (buoy_finding_get_evidence_value (finding, i + 1), target->host) == 0)
      return TRUE;
  return FALSE;
}

gboolean
buoy_verdict_cites (BuoyVerdict *verdict, const BuoyTarget *target)
{
  for (guint i = 0; i < buoy_verdict_get_n_findings (verdict); i++)
    {
      const BuoyFinding *finding = buoy_verdict_get_finding (verdict, i);

      if (buoy_finding_get_strength (finding) > BUOY_STRENGTH_NOTE && cites (finding, target))
        return TRUE;
    }
  return FALSE;
}

static const BuoyTarget *
find_in_text (BuoyVerdict *verdict, const BuoyEvidence *evidence, const char *address)
{
  for (guint i = 0; i < evidence->targets->len; i++)
    {
      const BuoyTarget *target = g_ptr_array_index (evidence->targets, i);
      g_autofree char *other = NULL;

      if (target->state != BUOY_TARGET_MISMATCH || target->url == NULL || target->host == NULL)
        continue;
      other = buoy_url_to_string (target->url);
      if (g_str_equal (other, address) && buoy_verdict_cites (verdict, target))
        return target;
    }
  return NULL;
}

/* In the text, and in the pages that are attached to it. */
static const BuoyTarget *
find_in (BuoyVerdict *verdict, const BuoyEvidence *evidence, const char *address)
{
  const BuoyTarget *target = find_in_text (verdict, evidence, address);

  for (guint i = 0; target == NULL && i < evidence->pages->len; i++)
    target = find_in_text (verdict, g_ptr_array_index (evidence->pages, i), address);
  return target;
}

/**
 * buoy_verdict_find_false_link:
 * @verdict: a verdict
 * @uri: what a click would open
 * @out_actual_host: (out) (transfer none): the host that it leads to, wrappers opened; untouched on %NULL
 *
 * Looks for a link of the message that opens @uri and is found not to lead where its text says.
 *
 * Returns: (nullable) (transfer none): the host that its text shows, or %NULL if nothing speaks against it
 */
const char *
buoy_verdict_find_false_link (BuoyVerdict *verdict, const char *uri, const char **out_actual_host)
{
  g_autoptr (BuoyUrl) url = NULL;
  g_autofree char *address = NULL;
  const BuoyTarget *target;

  g_return_val_if_fail (verdict != NULL && uri != NULL && out_actual_host != NULL, NULL);

  url = buoy_url_parse (uri, NULL);
  if (url == NULL)
    return NULL;
  address = buoy_url_to_string (url);
  target = find_in (verdict, verdict->evidence, address);
  for (guint i = 0; target == NULL && i < verdict->inner->len; i++)
    target = find_in (verdict, g_ptr_array_index (verdict->inner, i), address);
  if (target == NULL)
    return NULL;
  *out_actual_host = target->host;
  return target->shown_host;
}
