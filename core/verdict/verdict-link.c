/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Which links of a message do not lead where they say. A client marks them by the href as written, and hands in the
 * URL of a click as its web view writes it, so that URLs are compared as parsed.
 */
#include "config.h"

#include "verdict/buoy-verdict-private.h"

static void
false_link_free (gpointer data)
{
  BuoyFalseLink *link = data;

  g_free (link->address);
  g_free (link);
}

static const char *
opened_by (const BuoyTarget *target)
{
  return target->host != NULL ? target->host : target->link->href;
}

/* What the reader takes for the target of the link. */
static const char *
taken_for (const BuoyAccusedLink *accused)
{
  if (accused->imitated != NULL)
    return accused->imitated;
  if (accused->target->shown_host != NULL)
    return accused->target->shown_host;
  /* what opens no site is shown by its words */
  if (accused->target->host == NULL && *accused->target->link->text != '\0')
    return accused->target->link->text;
  return accused->target->link->href;
}

static void
add_false_link (BuoyVerdict *verdict, const BuoyAccusedLink *accused, GHashTable *hrefs)
{
  const BuoyTarget *target = accused->target;
  BuoyFalseLink *link;

  if (target->url == NULL || !g_hash_table_add (hrefs, target->link->href))
    return;
  link = g_new0 (BuoyFalseLink, 1);
  link->href = target->link->href;
  link->shown = taken_for (accused);
  link->actual = opened_by (target);
  link->address = buoy_url_to_string (target->url);
  g_ptr_array_add (verdict->false_links, link);
}

static void
take_links_of (BuoyVerdict *verdict, const BuoyFinding *finding, GHashTable *hrefs)
{
  for (guint i = 0; i < finding->links->len; i++)
    {
      const BuoyAccusedLink *accused = &g_array_index (finding->links, BuoyAccusedLink, i);

      g_hash_table_add (verdict->accused, (gpointer) accused->target);
      if (accused->imitated != NULL && accused->target->host != NULL)
        g_hash_table_insert (verdict->imitated, (gpointer) accused->target->host, (gpointer) accused->imitated);
      add_false_link (verdict, accused, hrefs);
    }
}

void
buoy_verdict_find_false_links (BuoyVerdict *verdict)
{
  g_autoptr (GHashTable) hrefs = g_hash_table_new (g_str_hash, g_str_equal);

  verdict->false_links = g_ptr_array_new_with_free_func (false_link_free);
  verdict->accused = g_hash_table_new (NULL, NULL);
  verdict->imitated = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < verdict->findings->len; i++)
    take_links_of (verdict, g_ptr_array_index (verdict->findings, i), hrefs);
}

gboolean
buoy_verdict_accuses (BuoyVerdict *verdict, const BuoyTarget *target)
{
  return g_hash_table_contains (verdict->accused, target);
}

/**
 * buoy_verdict_get_imitated_domain:
 * @verdict: a verdict
 * @host: a host, ASCII
 *
 * Tells for whose domain @host can be mistaken, as far as that made a finding.
 *
 * Returns: (nullable) (transfer none): a domain, ASCII; %NULL where @host is not found to imitate any
 */
const char *
buoy_verdict_get_imitated_domain (BuoyVerdict *verdict, const char *host)
{
  g_return_val_if_fail (verdict != NULL && host != NULL, NULL);

  return g_hash_table_lookup (verdict->imitated, host);
}

/**
 * buoy_verdict_find_false_link:
 * @verdict: a verdict
 * @uri: what a click would open
 * @out_actual_host: (out) (transfer none): the host that it leads to, wrappers opened; untouched on %NULL
 *
 * Looks for a link of the message that opens @uri and is found not to lead where it says.
 *
 * Returns: (nullable) (transfer none): the host that it shows, or the one that it imitates; %NULL if nothing speaks
 *   against it
 */
const char *
buoy_verdict_find_false_link (BuoyVerdict *verdict, const char *uri, const char **out_actual_host)
{
  g_autoptr (BuoyUrl) url = NULL;
  g_autofree char *address = NULL;

  g_return_val_if_fail (verdict != NULL && uri != NULL && out_actual_host != NULL, NULL);

  url = verdict->false_links->len > 0 ? buoy_url_parse (uri, NULL) : NULL;
  if (url == NULL)
    return NULL;
  address = buoy_url_to_string (url);
  for (guint i = 0; i < verdict->false_links->len; i++)
    {
      const BuoyFalseLink *link = g_ptr_array_index (verdict->false_links, i);

      if (g_str_equal (link->address, address))
        {
          *out_actual_host = link->actual;
          return link->shown;
        }
    }
  return NULL;
}

/**
 * buoy_verdict_get_n_false_links:
 * @verdict: a verdict
 *
 * Counts the links of the message that are found not to lead where they say; those of one href are one.
 *
 * Returns: how many there are
 */
guint
buoy_verdict_get_n_false_links (BuoyVerdict *verdict)
{
  g_return_val_if_fail (verdict != NULL, 0);

  return verdict->false_links->len;
}

/**
 * buoy_verdict_get_false_link_href:
 * @verdict: a verdict
 * @index: below buoy_verdict_get_n_false_links()
 *
 * Gives the attribute's value of a false link, as it is written in the message.
 *
 * Returns: (transfer none): any text
 */
const char *
buoy_verdict_get_false_link_href (BuoyVerdict *verdict, guint index)
{
  g_return_val_if_fail (verdict != NULL && index < verdict->false_links->len, NULL);

  return ((const BuoyFalseLink *) g_ptr_array_index (verdict->false_links, index))->href;
}

/**
 * buoy_verdict_get_false_link_actual:
 * @verdict: a verdict
 * @index: below buoy_verdict_get_n_false_links()
 *
 * Tells what a false link opens.
 *
 * Returns: (transfer none): a host, or the href where that opens no site
 */
const char *
buoy_verdict_get_false_link_actual (BuoyVerdict *verdict, guint index)
{
  g_return_val_if_fail (verdict != NULL && index < verdict->false_links->len, NULL);

  return ((const BuoyFalseLink *) g_ptr_array_index (verdict->false_links, index))->actual;
}
