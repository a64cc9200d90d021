/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Block lists, own sites, and the organisation's cache of a context.
 */
#include "config.h"

#include "buoy-context-private.h"
#include "buoy-context-settings.h"

/*< private >
 * buoy_context_add_block_list:
 * @context: a context that no scan has seen yet
 * @list: a list
 *
 * Subscribes to @list: links to sites on it are a strong finding. What it holds when a message is judged counts.
 */
void
buoy_context_add_block_list (BuoyContext *context, BuoyBlockList *list)
{
  g_return_if_fail (buoy_context_is_open (context));
  g_return_if_fail (list != NULL);

  g_ptr_array_add (context->block_lists, buoy_block_list_ref (list));
}

/*< private >
 * buoy_context_set_list_max_age:
 * @context: a context that no scan has seen yet
 * @hours: hours since a list was last known to be the newest
 *
 * Tells from when on a list is out of date: it only makes a note then, and no warning. 48 unless it is set.
 */
void
buoy_context_set_list_max_age (BuoyContext *context, guint hours)
{
  g_return_if_fail (buoy_context_is_open (context));

  context->list_max_age = hours;
}

/*< private >
 * buoy_context_block_site:
 * @context: a context that no scan has seen yet
 * @site: "host", "host/path" with what is below it, or "*.domain" with all below it
 *
 * Blocks a site as a list of one's own does.
 *
 * Returns: whether @site names one
 */
gboolean
buoy_context_block_site (BuoyContext *context, const char *site)
{
  g_return_val_if_fail (buoy_context_is_open (context), FALSE);
  g_return_val_if_fail (site != NULL, FALSE);

  return buoy_own_sites_add (context->blocked_sites, site);
}

/*< private >
 * buoy_context_allow_site:
 * @context: a context that no scan has seen yet
 * @site: as for buoy_context_block_site()
 *
 * Tells that no list is to accuse @site, whatever it holds. Other findings about its links stay.
 *
 * Returns: whether @site names one
 */
gboolean
buoy_context_allow_site (BuoyContext *context, const char *site)
{
  g_return_val_if_fail (buoy_context_is_open (context), FALSE);
  g_return_val_if_fail (site != NULL, FALSE);

  return buoy_own_sites_add (context->allowed_sites, site);
}

/*< private >
 * buoy_context_set_lookup_gateway:
 * @context: a context that no scan has seen yet
 * @url: (nullable): an https URL; %NULL or "": none
 *
 * Names the organisation's own cache, which is asked who registered a domain in place of the domain's registry.
 */
void
buoy_context_set_lookup_gateway (BuoyContext *context, const char *url)
{
  g_return_if_fail (buoy_context_is_open (context));

  g_free (context->lookup_gateway);
  context->lookup_gateway = url != NULL && *url != '\0' ? g_strdup (url) : NULL;
}
