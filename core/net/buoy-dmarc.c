/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Looks up the policy of From's domain, or else of its organisational domain (RFC 7489 §6.6.3), as far as the reader
 * allows.
 */
#include "config.h"

#include "net/buoy-dmarc.h"

#include <string.h>

#include "base/host/buoy-host.h"
#include "evidence/authentication/buoy-tags.h"
#include "net/buoy-ask.h"

/* "v=DMARC1" must come first. */
static gboolean
is_record (const char *text)
{
  const char *rest = text;

  if (*rest != 'v')
    return FALSE;
  rest += 1 + strspn (rest + 1, " \t");
  if (*rest != '=')
    return FALSE;
  rest += 1 + strspn (rest + 1, " \t");
  if (!g_str_has_prefix (rest, "DMARC1"))
    return FALSE;
  rest += strlen ("DMARC1");
  rest += strspn (rest, " \t");
  return *rest == ';' || *rest == '\0';
}

/* An invalid policy counts as "none". */
static BuoyDmarcPolicy
read_policy (const char *word)
{
  if (word != NULL && g_ascii_strcasecmp (word, "reject") == 0)
    return BUOY_DMARC_REJECT;
  if (word != NULL && g_ascii_strcasecmp (word, "quarantine") == 0)
    return BUOY_DMARC_QUARANTINE;
  return BUOY_DMARC_NONE;
}

gboolean
buoy_dmarc_read (const char *record, gboolean of_parent, BuoyVerification *verification)
{
  g_autofree char *policy = NULL;
  g_autofree char *share = NULL;
  g_autofree char *alignment = NULL;

  if (!is_record (record))
    return FALSE;
  if (of_parent)
    policy = buoy_tags_get (record, "sp");
  if (policy == NULL)
    policy = buoy_tags_get (record, "p");
  share = buoy_tags_get (record, "pct");
  alignment = buoy_tags_get (record, "adkim");
  verification->policy = read_policy (policy);
  verification->strict = alignment != NULL && g_ascii_strcasecmp (alignment, "s") == 0;
  verification->enforced
      = verification->policy >= BUOY_DMARC_QUARANTINE && (share == NULL || g_str_equal (share, "100"));
  return TRUE;
}

/* FALSE if this domain publishes no policy, or several, which are ignored. */
static gboolean
look_at (const BuoyAsk *ask, const char *domain, gboolean of_parent, BuoyVerification *verification)
{
  g_autofree char *name = g_strconcat ("_dmarc.", domain, NULL);
  g_autoptr (BuoyDnsAnswer) answer = buoy_resolver_ask (ask->resolver, name, ask->deadline_us, ask->cancellable);
  const char *record = NULL;
  guint n_records = 0;

  if (answer->state == BUOY_DNS_UNKNOWN)
    return TRUE;
  for (guint i = 0; i < answer->texts->len; i++)
    if (is_record (g_ptr_array_index (answer->texts, i)))
      {
        record = g_ptr_array_index (answer->texts, i);
        n_records++;
      }
  return n_records == 1 && buoy_dmarc_read (record, of_parent, verification);
}

/* Looks up the organisational domain. If From's own domain was not looked up, it may publish another policy, so this
 * one is known but not treated as enforced.
 */
static void
look_at_organisation (const BuoyAsk *ask, const char *organisation, gboolean knows_own, BuoyVerification *verification)
{
  if (!buoy_ask_may_name (ask, organisation, NULL))
    return;
  if (look_at (ask, organisation, TRUE, verification))
    verification->enforced = verification->enforced && knows_own;
  else if (knows_own)
    verification->policy = BUOY_DMARC_ABSENT;
}

void
buoy_ask_dmarc (const BuoyAsk *ask, BuoyVerification *verification)
{
  const char *organisation = buoy_host_registrable_domain (ask->from_domain);
  const gboolean asks_own = buoy_ask_may_name (ask, ask->from_domain, NULL);

  verification->policy = BUOY_DMARC_UNKNOWN;
  if (asks_own && look_at (ask, ask->from_domain, FALSE, verification))
    return;
  if (organisation != NULL && !g_str_equal (organisation, ask->from_domain))
    look_at_organisation (ask, organisation, asks_own, verification);
  else if (asks_own)
    verification->policy = BUOY_DMARC_ABSENT;
}
