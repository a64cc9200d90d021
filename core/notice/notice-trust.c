/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Why a sender cannot be marked as trusted, for people.
 */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "notice/buoy-feedback.h"
#include "notice/buoy-text-domain.h"
#include "notice/notice-private.h"

/*< private >
 * buoy_verdict_explain_trust:
 * @verdict: a verdict
 *
 * Puts into the reader's language why the sender of a message cannot be trusted, see buoy_verdict_get_trust().
 *
 * Returns: (nullable) (transfer full): a sentence or two; %NULL where nothing stands in the way
 */
char *
buoy_verdict_explain_trust (const BuoyVerdict *verdict)
{
  g_autofree char *domain = NULL;

  g_return_val_if_fail (verdict != NULL, NULL);

  buoy_notice_bind_domain ();
  if (verdict->facts->from_domain != NULL)
    domain = buoy_notice_host_for_people (verdict->facts->from_domain);
  switch (verdict->trust)
    {
    case BUOY_TRUST_UNPROVEN:
      return g_strdup (
          _ ("This sender cannot be marked as trusted: nothing confirms that the message is from the address "
             "it shows."));
    case BUOY_TRUST_FAILED:
      return g_strdup (_ ("This sender cannot be marked as trusted: the address failed your mail provider's check."));
    case BUOY_TRUST_SHARED:
      return g_strdup_printf (
          /* Translators: %s is the domain of a free mail provider. */
          _ ("This sender cannot be marked as trusted: anyone can have an address at %s."), domain);
    case BUOY_TRUST_BARRED:
      /* Translators: %s is the title of a finding, a sentence without a full stop. */
      return g_strdup_printf (_ ("This sender cannot be marked as trusted: “%s”."),
                              _ (verdict->trust_barred_by->check.title));
    default:
      return NULL;
    }
}
