/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A provider on the way marked the message as spam, in the subject or in a header field. Always a weak sign: it is
 * another program's guess. It completes a warning only beside findings that hardly any honest message has: open
 * hosting, or replies that go elsewhere.
 */
#include "config.h"

#include "checks/checks-private.h"

#include "evidence/origin/buoy-boundary.h"
#include "lexicon/buoy-lexicon-reader.h"

#include <stdlib.h>
#include <string.h>

#define SCL_SPAM 5 /* Exchange's spam confidence level from which mail is moved to Junk */

/* (transfer full) (nullable) */
static char *
stamp_in_subject (const char *folded)
{
  const gsize length = buoy_lexicon_begins (buoy_lexicon_get_default (), BUOY_LEXICON_SPAM_STAMP, folded, G_MAXSIZE);

  return length > 0 ? g_strndup (folded, length) : NULL;
}

static gboolean
says_yes (const char *value)
{
  return g_ascii_strncasecmp (value, "yes", 3) == 0 || g_ascii_strncasecmp (value, "true", 4) == 0;
}

static gboolean
says_high_level (const char *value)
{
  return atoi (value) >= SCL_SPAM;
}

static gboolean
says_all (const char *value)
{
  return g_ascii_strtod (value, NULL) >= 90.0;
}

static gboolean
says_microsoft_spam (const char *value)
{
  return strstr (value, "SFV:SPM") != NULL || strstr (value, "CAT:PHSH") != NULL || strstr (value, "CAT:HPHISH") != NULL
         || strstr (value, "CAT:SPM") != NULL || strstr (value, "CAT:HSPM") != NULL;
}

static gboolean
says_composite_fail (const char *value)
{
  return strstr (value, "compauth=fail") != NULL;
}

typedef struct
{
  const char *header;
  gboolean (*is_spam) (const char *value);
} ProviderRow;

static const ProviderRow providers[] = {
  { "X-Spam-Flag", says_yes },
  { "X-Spam-Status", says_yes },
  { "X-Spam", says_yes },
  { "X-OCN-SPAM-CHECK", says_all },
  { "X-Biglobe-spamcheck", says_all },
  { "X-MS-Exchange-Organization-SCL", says_high_level },
  { "X-Forefront-Antispam-Report", says_microsoft_spam },
  { "Authentication-Results", says_composite_fail },
};

/* Whether a field of the row's name says so. The first one above the trust boundary decides; below, where anyone on the
 * way may have written, one of several is enough. Excuse: spam-no
 */
static gboolean
is_stamped (const BuoyEvidence *evidence, const ProviderRow *row)
{
  const GPtrArray *headers = evidence->message->headers;

  for (guint i = 0; i < headers->len; i++)
    {
      const BuoyHeader *header = g_ptr_array_index (headers, i);

      if (g_ascii_strcasecmp (header->name, row->header) != 0)
        continue;
      if (row->is_spam (header->value))
        return TRUE;
      if (i < evidence->boundary->header_index && evidence->boundary->n_trusted > 0)
        return FALSE;
    }
  return FALSE;
}

static const ProviderRow *
stamp_in_headers (const BuoyEvidence *evidence)
{
  for (guint i = 0; i < G_N_ELEMENTS (providers); i++)
    if (is_stamped (evidence, &providers[i]))
      return &providers[i];
  return NULL;
}

void
buoy_check_spam_stamp (const BuoyEvidence *evidence, BuoyFindings *findings)
{
  g_autofree char *stamp = NULL;
  const ProviderRow *row;
  BuoyFinding *finding;

  if (evidence->is_inner)
    return;
  stamp = stamp_in_subject (evidence->folded_subject);
  row = stamp == NULL ? stamp_in_headers (evidence) : NULL;
  if (stamp == NULL && row == NULL)
    return;
  finding = buoy_findings_add (findings);
  buoy_finding_cite (finding, BUOY_EVIDENCE_STAMP, stamp != NULL ? stamp : row->header);
}
