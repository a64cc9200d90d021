/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Which links of a message don't lead where they say. Clients mark them by the href as written, and pass the URL of a
 * click as their web view serialises it, so URLs are compared after parsing. A client may open something that was not
 * read here: a link that was not judged is not an honest one.
 */
#include "config.h"

#include "verdict/buoy-verdict-private.h"

#include "base/text/buoy-text.h"

static void
false_link_clear (gpointer data)
{
  BuoyListedLink *link = data;

  g_free ((char *) link->link.address);
  g_free (link);
}

/* A copy outlives the verdict. */
static gpointer
false_link_copy (gpointer data)
{
  const BuoyFalseLink *link = data;
  BuoyFalseLink *copy = g_new0 (BuoyFalseLink, 1);

  copy->href = g_strdup (link->href);
  copy->shown = g_strdup (link->shown);
  copy->actual = g_strdup (link->actual);
  copy->address = g_strdup (link->address);
  copy->imitated = g_strdup (link->imitated);
  copy->is_listed = link->is_listed;
  return copy;
}

static void
false_link_free (gpointer data)
{
  BuoyFalseLink *copy = data;

  g_free ((char *) copy->href);
  g_free ((char *) copy->shown);
  g_free ((char *) copy->actual);
  g_free ((char *) copy->address);
  g_free ((char *) copy->imitated);
  g_free (copy);
}

G_DEFINE_BOXED_TYPE (BuoyFalseLink, buoy_false_link, false_link_copy, false_link_free)

static const char *
opened_by (const BuoyTarget *target)
{
  return target->host != NULL ? target->host : target->link->href;
}

/* What the reader takes for the link's target. */
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
  BuoyListedLink *link;

  if (target->url == NULL || !g_hash_table_add (hrefs, (gpointer) href))
    return;
  link = g_new0 (BuoyListedLink, 1);
  link->link.href = href;
  link->link.shown = taken_for (cited);
  link->link.actual = opened_by (target);
  link->host = target->url->host;
  link->link.address = buoy_url_to_string (target->url);
  link->link.is_listed = cited->is_listed && target->state != BUOY_TARGET_MISMATCH;
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

static void
tell_imitated (BuoyVerdict *verdict)
{
  for (guint i = 0; i < verdict->false_links->len; i++)
    {
      BuoyFalseLink *link = g_ptr_array_index (verdict->false_links, i);

      link->imitated = g_hash_table_lookup (verdict->imitated, link->actual);
      link->is_listed = link->is_listed && link->imitated == NULL;
    }
}

void
buoy_verdict_find_false_links (BuoyVerdict *verdict)
{
  g_autoptr (GHashTable) hrefs = g_hash_table_new (buoy_text_hash, g_str_equal);

  verdict->false_links = g_ptr_array_new_with_free_func (false_link_clear);
  verdict->accused = g_hash_table_new (NULL, NULL);
  verdict->imitated = g_hash_table_new (buoy_text_hash, g_str_equal);
  /* gravest first: clients may mark a limited number */
  for (int strength = BUOY_STRENGTH_STRONG; strength >= BUOY_STRENGTH_NOTE; strength--)
    for (guint i = 0; i < verdict->findings->len; i++)
      {
        const BuoyFinding *finding = g_ptr_array_index (verdict->findings, i);

        if (finding->strength == (BuoyStrength) strength)
          take_links_of (verdict, finding, hrefs);
      }
  tell_imitated (verdict);
}

gboolean
buoy_verdict_accuses (const BuoyVerdict *verdict, const BuoyTarget *target)
{
  return g_hash_table_contains (verdict->accused, target);
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

/* In the message and its attached pages and messages. */
static gboolean
has_judged_target (const BuoyVerdict *verdict, TargetFunc func, const char *wanted)
{
  if (has_target (verdict->evidence, func, wanted))
    return TRUE;
  for (guint i = 0; i < verdict->inner->len; i++)
    if (has_target (g_ptr_array_index (verdict->inner, i), func, wanted))
      return TRUE;
  return FALSE;
}

static const BuoyListedLink *
find_by_address (const BuoyVerdict *verdict, const char *address)
{
  for (guint i = 0; i < verdict->false_links->len; i++)
    {
      const BuoyListedLink *link = g_ptr_array_index (verdict->false_links, i);

      if (g_str_equal (link->link.address, address))
        return link;
    }
  return NULL;
}

/* A false link whose path the web view writes in another way than we do. */
static const BuoyListedLink *
find_by_host (const BuoyVerdict *verdict, const BuoyUrl *url, const char *address)
{
  if (url->host == NULL || *url->host == '\0' || has_judged_target (verdict, opens_address, address))
    return NULL;
  for (guint i = 0; i < verdict->false_links->len; i++)
    {
      const BuoyListedLink *link = g_ptr_array_index (verdict->false_links, i);

      if (g_strcmp0 (link->host, url->host) == 0)
        return link;
    }
  return NULL;
}

/**
 * buoy_verdict_find_false_link:
 * @verdict: a verdict
 * @uri: what a click would open, as the mail program's web view writes it
 *
 * Looks for a link of the message that opens @uri and is found not to lead where it says. URLs are compared as parsed
 * (WHATWG URL). Where no link of the message opens exactly @uri, one that opens the same host is taken.
 *
 * Returns: (nullable) (transfer none): the link; %NULL if nothing speaks against it
 *
 * Since: 0.2
 */
const BuoyFalseLink *
buoy_verdict_find_false_link (const BuoyVerdict *verdict, const char *uri)
{
  g_autoptr (BuoyUrl) url = NULL;
  g_autofree char *address = NULL;
  const BuoyListedLink *link;

  g_return_val_if_fail (verdict != NULL && uri != NULL, NULL);

  url = verdict->false_links->len > 0 ? buoy_url_parse (uri, NULL) : NULL;
  if (url == NULL)
    return NULL;
  address = buoy_url_to_string (url);
  link = find_by_address (verdict, address);
  if (link == NULL)
    link = find_by_host (verdict, url, address);
  return link != NULL ? &link->link : NULL;
}

/**
 * buoy_verdict_is_whole:
 * @verdict: a verdict
 *
 * Tells whether all was read that a mail program may show. Where it was not, a link without a finding may still be a
 * false one.
 *
 * Returns: %FALSE if some of the message was not judged
 *
 * Since: 0.2
 */
gboolean
buoy_verdict_is_whole (const BuoyVerdict *verdict)
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
 *
 * Since: 0.2
 */
gboolean
buoy_verdict_has_judged (const BuoyVerdict *verdict, const char *uri)
{
  g_autoptr (BuoyUrl) url = NULL;

  g_return_val_if_fail (verdict != NULL && uri != NULL, FALSE);

  url = buoy_url_parse (uri, NULL);
  return url == NULL || !buoy_url_is_web (url) || has_judged_target (verdict, opens_host, url->host);
}

/**
 * buoy_verdict_get_false_links:
 * @verdict: a verdict
 *
 * Gives the links of the message that are found not to lead where they say, all of them, the gravest first; those of
 * one href are one.
 *
 * Returns: (transfer none) (element-type BuoyFalseLink): the links; it may be empty
 *
 * Since: 0.2
 */
const GPtrArray *
buoy_verdict_get_false_links (const BuoyVerdict *verdict)
{
  g_return_val_if_fail (verdict != NULL, NULL);

  return verdict->false_links;
}
