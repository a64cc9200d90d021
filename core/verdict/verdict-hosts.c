/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The sites of a message's links, for a host that must decide about a click at once.
 */
#include "config.h"

#include "verdict/buoy-verdict-hosts.h"

#include "base/text/buoy-text.h"
#include "verdict/buoy-verdict-private.h"

typedef struct
{
  GHashTable *seen; /* hosts that are excluded or already listed */
  GPtrArray *hosts;
} Listing;

static void
list_hosts_of (const BuoyTextFacts *text, Listing *listing)
{
  for (guint i = 0; i < text->links->len; i++)
    {
      const BuoyLinkFacts *link = g_ptr_array_index (text->links, i);

      if (link->is_web && link->opened_host != NULL && g_hash_table_add (listing->seen, link->opened_host))
        g_ptr_array_add (listing->hosts, g_strdup (link->opened_host));
    }
}

/*< private >
 * buoy_verdict_list_honest_hosts:
 * @verdict: a verdict
 *
 * Lists the hosts that judged web links of the message open, each once, without those that a false link opens. A link
 * to one of them is neither false nor unread; of any other buoy_verdict_find_false_link() and
 * buoy_verdict_has_judged() tell more.
 *
 * Returns: (transfer full): a %NULL-terminated array of hosts, ASCII
 */
char **
buoy_verdict_list_honest_hosts (const BuoyVerdict *verdict)
{
  g_autoptr (GHashTable) seen = NULL;
  Listing listing;

  g_return_val_if_fail (verdict != NULL, NULL);

  seen = g_hash_table_new (buoy_text_hash, g_str_equal);
  listing = (Listing){ seen, g_ptr_array_new () };
  for (guint i = 0; i < verdict->false_links->len; i++)
    {
      const BuoyListedLink *link = g_ptr_array_index (verdict->false_links, i);

      if (link->host != NULL)
        g_hash_table_add (seen, link->host);
    }
  for (guint i = 0; i < verdict->facts->texts->len; i++)
    list_hosts_of (g_ptr_array_index (verdict->facts->texts, i), &listing);
  g_ptr_array_add (listing.hosts, NULL);
  return (char **) g_ptr_array_free (listing.hosts, FALSE);
}
