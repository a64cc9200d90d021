/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What can be told about the reader's trust.
 */
#include "config.h"

#include "verdict/buoy-trust-offer.h"

#include "base/text/buoy-text.h"
#include "verdict/buoy-verdict-private.h"

/*< private >
 * buoy_verdict_get_trust:
 * @verdict: a verdict
 *
 * Tells whether the reader trusts the sender, could, or why not.
 *
 * Returns: how trust stands
 */
BuoyTrust
buoy_verdict_get_trust (const BuoyVerdict *verdict)
{
  g_return_val_if_fail (verdict != NULL, BUOY_TRUST_UNPROVEN);

  return verdict->trust;
}

/**
 * buoy_verdict_get_trustable_domain:
 * @verdict: a verdict
 *
 * Gives what buoy_context_trust_sender() would have to be told so that this sender is trusted while it is proven.
 *
 * Returns: (nullable): the From domain; %NULL if the sender is not authenticated, is disguised, is trusted
 *   already, or has an address that anybody can have
 *
 * Since: 0.2
 */
const char *
buoy_verdict_get_trustable_domain (const BuoyVerdict *verdict)
{
  g_return_val_if_fail (verdict != NULL, NULL);

  return verdict->trust == BUOY_TRUST_POSSIBLE ? verdict->facts->from_domain : NULL;
}

/* The site of a link that a finding accuses, if it has an owner. */
static const char *
accused_site (const BuoyLinkFacts *link)
{
  return link->state == BUOY_TARGET_MISMATCH && link->accused ? link->domain : NULL;
}

/**
 * buoy_verdict_get_trustable_links:
 * @verdict: a verdict
 *
 * Gives the sites to which links lead that show another one, so that the reader can find them fine for this sender with
 * buoy_context_trust_link(). Each site comes once.
 *
 * Returns: (transfer container) (element-type utf8): registrable domains, ASCII, which live as long as @verdict; none
 *   without a buoy_verdict_get_trustable_domain()
 *
 * Since: 0.2
 */
GPtrArray *
buoy_verdict_get_trustable_links (const BuoyVerdict *verdict)
{
  g_autoptr (GPtrArray) sites = g_ptr_array_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (buoy_text_hash, g_str_equal);

  const GPtrArray *links;

  g_return_val_if_fail (verdict != NULL, NULL);

  links = buoy_facts_get_body (verdict->facts)->links;
  for (guint i = 0; verdict->trust == BUOY_TRUST_POSSIBLE && i < links->len; i++)
    {
      const char *site = accused_site (g_ptr_array_index (links, i));

      if (site != NULL && g_hash_table_add (seen, (gpointer) site))
        g_ptr_array_add (sites, (gpointer) site);
    }
  return g_steal_pointer (&sites);
}
