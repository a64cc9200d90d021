/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Which links of a message do not lead where they say. A client marks them by the href as written, and hands in the
 * URL of a click as its web view writes it, so that URLs are compared as parsed. What the client opens need not be
 * what was read here: a link that nobody judged is no honest one.
 */
#include "config.h"

#include "verdict/buoy-verdict-private.h"

#include "base/text/buoy-text.h"

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
taken_for (const BuoyCitedLink *cited)
{
  if (cited->imitated != NULL)
    return cited->imitated;
  if (cited->target->shown_host != NULL)
    return cited->target->shown_host;
  /* what opens no site is shown by its words */
  if (cited->target->host == NULL && *cited->target->link->text != '\0')
    return cited->target->link->text;
  return cited->target->link->href;
}

static void
add_false_link (BuoyVerdict *verdict, const BuoyCitedLink *cited, GHashTable *hrefs)
{
  const BuoyTarget *target = cited->target;
  const char *href = target->link->written != NULL ? target->link->written : target->link->href;
  BuoyFalseLink *link;

  if (target->url == NULL || !g_hash_table_add (hrefs, (gpointer) href))
    return;
  link = g_new0 (BuoyFalseLink, 1);
  link->href = href;
  link->shown = taken_for (cited);
  link->actual = opened_by (target);
  link->host = target->url->host;
  link->address = buoy_url_to_string (target->url);
  g_ptr_array_add (verdict->false_links, link);
}

static void
take_links_of (BuoyVerdict *verdict, const BuoyFinding *finding, GHashTable *hrefs)
{
  for (guint i = 0; i < finding->links->len; i++)
    {
      const BuoyCitedLink *cited = &g_array_index (finding->links, BuoyCitedLink, i);

      g_hash_table_add (verdict->accused, (gpointer) cited->target);
      if (cited->imitated != NULL && cited->target->host != NULL)
        g_hash_table_insert (verdict->imitated, (gpointer) cited->target->host, (gpointer) cited->imitated);
      add_false_link (verdict, cited, hrefs);
    }
}

void
buoy_verdict_find_false_links (BuoyVerdict *verdict)
{
  g_autoptr (GHashTable) hrefs = g_hash_table_new (buoy_text_hash, g_str_equal);

  verdict->false_links = g_ptr_array_new_with_free_func (false_link_free);
  verdict->accused = g_hash_table_new (NULL, NULL);
  verdict->imitated = g_hash_table_new (buoy_text_hash, g_str_equal);
  /* gravest first: a client may mark only so many */
  for (int strength = BUOY_STRENGTH_STRONG; strength >= BUOY_STRENGTH_NOTE; strength--)
    for (guint i = 0; i < verdict->findings->len; i++)
      {
        const BuoyFinding *finding = g_ptr_array_index (verdict->findings, i);

        if (finding->strength == (BuoyStrength) strength)
          take_links_of (verdict, finding, hrefs);
      }
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

static gboolean
opens_address (const BuoyTarget *target, const char *address)
{
  g_autofree char *opened = target->url != NULL ? buoy_url_to_string (target->url) : NULL;

  return g_strcmp0 (opened, address) == 0;
}

static gboolean
opens_host (const BuoyTarget *target, const char *host)
{
  return target->url != NULL && g_strcmp0 (target->url->host, host) == 0;
}

typedef gboolean (*TargetFunc) (const BuoyTarget *target, const char *wanted);

static gboolean
has_target (const BuoyEvidence *evidence, TargetFunc func, const char *wanted)
{
  for (guint i = 0; i < evidence->targets->len; i++)
    if (func (g_ptr_array_index (evidence->targets, i), wanted))
      return TRUE;
  for (guint i = 0; i < evidence->pages->len; i++)
    if (has_target (g_ptr_array_index (evidence->pages, i), func, wanted))
      return TRUE;
  return FALSE;
}

/* In the message, its attached pages and messages. */
static gboolean
has_judged_target (BuoyVerdict *verdict, TargetFunc func, const char *wanted)
{
  if (has_target (verdict->evidence, func, wanted))
    return TRUE;
  for (guint i = 0; i < verdict->inner->len; i++)
    if (has_target (g_ptr_array_index (verdict->inner, i), func, wanted))
      return TRUE;
  return FALSE;
}

static const BuoyFalseLink *
find_by_address (BuoyVerdict *verdict, const char *address)
{
  for (guint i = 0; i < verdict->false_links->len; i++)
    {
      const BuoyFalseLink *link = g_ptr_array_index (verdict->false_links, i);

      if (g_str_equal (link->address, address))
        return link;
    }
  return NULL;
}

/* A false link whose path the web view writes in another way than we do. */
static const BuoyFalseLink *
find_by_host (BuoyVerdict *verdict, const BuoyUrl *url, const char *address)
{
  if (url->host == NULL || *url->host == '\0' || has_judged_target (verdict, opens_address, address))
    return NULL;
  for (guint i = 0; i < verdict->false_links->len; i++)
    {
      const BuoyFalseLink *link = g_ptr_array_index (verdict->false_links, i);

      if (g_strcmp0 (link->host, url->host) == 0)
        return link;
    }
  return NULL;
}

/**
 * buoy_verdict_find_false_link:
 * @verdict: a verdict
 * @uri: what a click would open
 * @out_actual_host: (out) (transfer none): the host that it leads to, wrappers opened; untouched on %NULL
 *
 * Looks for a link of the message that opens @uri and is found not to lead where it says. Where no link of the message
 * opens exactly @uri, one that opens the same host is taken.
 *
 * Returns: (nullable) (transfer none): the host that it shows, or the one that it imitates; %NULL if nothing speaks
 *   against it
 */
const char *
buoy_verdict_find_false_link (BuoyVerdict *verdict, const char *uri, const char **out_actual_host)
{
  g_autoptr (BuoyUrl) url = NULL;
  g_autofree char *address = NULL;
  const BuoyFalseLink *link;

  g_return_val_if_fail (verdict != NULL && uri != NULL && out_actual_host != NULL, NULL);

  url = verdict->false_links->len > 0 ? buoy_url_parse (uri, NULL) : NULL;
  if (url == NULL)
    return NULL;
  address = buoy_url_to_string (url);
  link = find_by_address (verdict, address);
  if (link == NULL)
    link = find_by_host (verdict, url, address);
  if (link == NULL)
    return NULL;
  *out_actual_host = link->actual;
  return link->shown;
}

/**
 * buoy_verdict_is_whole:
 * @verdict: a verdict
 *
 * Tells whether all was read that a mail program may show. Where it was not, a link without a finding may still be a
 * false one.
 *
 * Returns: %FALSE if some of the message was not judged
 */
gboolean
buoy_verdict_is_whole (BuoyVerdict *verdict)
{
  g_return_val_if_fail (verdict != NULL, FALSE);

  for (guint i = 0; i < verdict->findings->len; i++)
    {
      const BuoyFinding *finding = g_ptr_array_index (verdict->findings, i);

      if (finding->basis == BUOY_BASIS_UNREAD)
        return FALSE;
    }
  return TRUE;
}

/**
 * buoy_verdict_has_judged:
 * @verdict: a verdict
 * @uri: what a click would open
 *
 * Tells whether a link to the site of @uri was judged. A mail program may make a link of what was read as none, or read
 * a malformed message in another way.
 *
 * Returns: %FALSE if @uri opens a web site to which no link of the message was seen to lead
 */
gboolean
buoy_verdict_has_judged (BuoyVerdict *verdict, const char *uri)
{
  g_autoptr (BuoyUrl) url = NULL;

  g_return_val_if_fail (verdict != NULL && uri != NULL, FALSE);

  url = buoy_url_parse (uri, NULL);
  return url == NULL || !buoy_url_is_web (url) || has_judged_target (verdict, opens_host, url->host);
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

/**
 * buoy_verdict_get_false_link_address:
 * @verdict: a verdict
 * @index: below buoy_verdict_get_n_false_links()
 *
 * Gives the URL of a false link as a browser writes it.
 *
 * Returns: (transfer none): a URL
 */
const char *
buoy_verdict_get_false_link_address (BuoyVerdict *verdict, guint index)
{
  g_return_val_if_fail (verdict != NULL && index < verdict->false_links->len, NULL);

  return ((const BuoyFalseLink *) g_ptr_array_index (verdict->false_links, index))->address;
}

/**
 * buoy_verdict_get_false_link_shown:
 * @verdict: a verdict
 * @index: below buoy_verdict_get_n_false_links()
 *
 * Tells what a reader takes for the target of a false link.
 *
 * Returns: (transfer none): a host, or the text of the link where it names none
 */
const char *
buoy_verdict_get_false_link_shown (BuoyVerdict *verdict, guint index)
{
  g_return_val_if_fail (verdict != NULL && index < verdict->false_links->len, NULL);

  return ((const BuoyFalseLink *) g_ptr_array_index (verdict->false_links, index))->shown;
}
