/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Something that a mail client shows was not analysed because the message exceeds a limit. The sender controls that, so
 * it excuses nothing: the unread part may contain a misleading link.
 */
#include "config.h"

#include "checks/checks-private.h"

/* Limits that may keep a link from being judged; PDF files and text beyond the identity checks are mentioned only in
 * the details.
 */
static const char *const link_limits[]
    = { "headers", "parts", "depth", "page", "links", "html-depth", "attached", "time", NULL };

/* What hides the text of links in the message itself. Attached pages are shown by browsers, and honest reports bring
 * their own fonts.
 */
static const char *const text_limits[] = { "font", NULL };

/* Limits that may hide a QR code. Honest senders attach large photographs too, so this only adds to other findings. */
static const char *const code_limits[] = { "qr", "pictures", NULL };

static gboolean
is_cut (const BuoyMessage *message, const char *const *limits)
{
  for (guint i = 0; i < message->limits->len; i++)
    if (g_strv_contains (limits, g_ptr_array_index (message->limits, i)))
      return TRUE;
  return FALSE;
}

static gboolean
has_cut_page (const BuoyEvidence *evidence)
{
  for (guint i = 0; i < evidence->pages->len; i++)
    {
      const BuoyEvidence *page = g_ptr_array_index (evidence->pages, i);

      if (page->cut_short || is_cut (page->message, link_limits) || has_cut_page (page))
        return TRUE;
    }
  return FALSE;
}

void
buoy_check_unread_content (const BuoyEvidence *evidence, BuoyFindings *findings)
{
  const gboolean hides_links
      = evidence->cut_short || is_cut (evidence->message, link_limits) || has_cut_page (evidence);
  const gboolean hides_text = is_cut (evidence->message, text_limits);

  if (!hides_links && !hides_text && !is_cut (evidence->message, code_limits))
    return;
  if (!hides_links && !hides_text)
    buoy_finding_weaken (buoy_findings_add (findings), BUOY_STRENGTH_WEAK);
  else if (!hides_links || evidence->is_inner || evidence->auth.state == BUOY_AUTH_PASS)
    buoy_finding_weaken (buoy_findings_add (findings), BUOY_STRENGTH_MEDIUM);
  else
    buoy_findings_add (findings);
}
