/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Hidden text that outweighs the visible text, letters that only look Latin, or a reversed file name. Preheaders (the
 * line shown in message lists) are hidden in honest newsletters, so little hidden text is normal. Much of it is written
 * for filters, which shops do too, with an authenticated name and links to their own site only.
 */
#include "config.h"

#include "checks/checks-private.h"

#include "base/text/buoy-text.h"
#include "registry/buoy-senders.h"
#include "evidence/links/buoy-target.h"
#include "registry/buoy-ownership.h"

#include <string.h>

#define INVISIBLE_MIN 2 /* within words; a single one is an editing mistake */
#define HIDDEN_MIN 1500 /* bytes; preheaders with padding have fewer */

static gboolean
hides_much (const BuoyMessage *message)
{
  const gsize seen = strlen (message->html_text);

  return message->hidden_text_bytes > HIDDEN_MIN && message->hidden_text_bytes > seen + seen / 2;
}

/* Invisible characters between Latin letters: "C\u200boin\u200bbase". Emoji and other scripts need them. */
static gboolean
is_torn (const char *text)
{
  guint n_invisible = 0;
  gboolean behind_letter = FALSE;
  gboolean open = FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);

      if (c >= 0x80 && buoy_text_is_invisible (c))
        {
          open = behind_letter;
          continue;
        }
      behind_letter = c < 0x80 && g_ascii_isalpha ((char) c);
      n_invisible += open && behind_letter;
      open = FALSE;
    }
  return n_invisible >= INVISIBLE_MIN;
}

/* "invoice\u202efdp.exe", displayed as "invoiceexe.pdf" (UAX 9 §2.2); no honest name is reversed. */
static const char *
find_turned_name (const BuoyEvidence *evidence)
{
  const GPtrArray *files = evidence->message->attachments;

  for (guint i = 0; i < files->len; i++)
    if (strstr (g_ptr_array_index (files, i), "\u202e") != NULL)
      return g_ptr_array_index (files, i);
  for (guint i = 0; i < evidence->pages->len; i++)
    {
      const BuoyEvidence *page = g_ptr_array_index (evidence->pages, i);

      if (strstr (page->page->name, "\u202e") != NULL)
        return page->page->name;
    }
  return NULL;
}

static gboolean
is_disguised (const char *text)
{
  return buoy_text_mixes_scripts (text) || is_torn (text);
}

/* All links open From's own site, or trackers of sending services. */
static gboolean
leads_home (const BuoyEvidence *evidence)
{
  for (guint i = 0; i < evidence->targets->len; i++)
    {
      const BuoyTarget *target = g_ptr_array_index (evidence->targets, i);

      if (target->link->in_html && target->host != NULL && *target->host != '\0'
          && !buoy_hosts_have_one_owner (target->host, evidence->from_domain)
          && buoy_senders_find_by_host (target->host) == NULL)
        return FALSE;
    }
  return evidence->pages->len == 0;
}

static gboolean
is_proven_at_home (const BuoyEvidence *evidence)
{
  return evidence->auth.state == BUOY_AUTH_PASS && !buoy_evidence_is_anonymous (evidence) && leads_home (evidence);
}

/* Excuse: links-home, link-to-counter */
void
buoy_check_hidden_text (const BuoyEvidence *evidence, BuoyFindings *findings)
{
  const BuoyMessage *message = evidence->message;
  const char *name = evidence->from != NULL ? evidence->from->name : "";
  const char *disguised = NULL;
  BuoyFinding *finding;

  if (is_disguised (name))
    disguised = name;
  else if (is_disguised (message->subject))
    disguised = message->subject;
  else
    disguised = find_turned_name (evidence);

  if (disguised == NULL && !hides_much (message))
    return;
  finding = buoy_findings_add (findings);
  if (disguised == NULL && is_proven_at_home (evidence))
    buoy_finding_weaken (finding, BUOY_STRENGTH_WEAK);
  buoy_finding_cite (finding, BUOY_EVIDENCE_DISGUISED_TEXT, disguised);
}
