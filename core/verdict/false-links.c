/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Collects the links that findings accuse of not leading where they say.
 */
#include "config.h"

#include <string.h>

#include "base/text/buoy-text.h"
#include "verdict/buoy-facts-builder.h"
#include "verdict/buoy-verdict-private.h"

typedef struct
{
  GHashTable *accused;  /* set of const BuoyTarget */
  GHashTable *imitated; /* host → domain, if that made a finding */
  GHashTable *hrefs;    /* set of those that are listed */
  const BuoyBudget *budget;
} Collection;

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
add_href (BuoyVerdict *verdict, const BuoyCitedLink *cited, const char *href, const Collection *collection)
{
  const BuoyTarget *target = cited->target;
  BuoyListedLink *link;

  if (target->url == NULL || !g_hash_table_add (collection->hrefs, (gpointer) href))
    return;
  link = g_new0 (BuoyListedLink, 1);
  link->link.href = buoy_facts_copy (href);
  link->link.shown = buoy_facts_copy_cut (taken_for (cited));
  link->link.actual = buoy_facts_copy_cut (opened_by (target));
  link->host = buoy_facts_copy (target->url->host);
  link->link.address = buoy_facts_copy_address (target->url);
  link->link.is_listed = cited->is_listed && target->state != BUOY_TARGET_MISMATCH;
  g_ptr_array_add (verdict->false_links, link);
}

/* Evolution leaves out invalid bytes in what is written, Thunderbird does not: each finds its own. */
static void
add_false_link (BuoyVerdict *verdict, const BuoyCitedLink *cited, const Collection *collection)
{
  const BuoyLink *link = cited->target->link;

  if (link->written != NULL)
    add_href (verdict, cited, link->written, collection);
  if (link->written == NULL || strstr (link->written, BUOY_TEXT_INVALID) != NULL)
    add_href (verdict, cited, link->href, collection);
}

static void
take_links_of (BuoyVerdict *verdict, const BuoyFinding *finding, const Collection *collection)
{
  for (guint i = 0; i < finding->links->len && !buoy_budget_is_cancelled (collection->budget); i++)
    {
      const BuoyCitedLink *cited = &g_array_index (finding->links, BuoyCitedLink, i);

      g_hash_table_add (collection->accused, (gpointer) cited->target);
      if (cited->imitated != NULL && cited->target->host != NULL)
        g_hash_table_insert (collection->imitated, (gpointer) cited->target->host, (gpointer) cited->imitated);
      add_false_link (verdict, cited, collection);
    }
}

static void
tell_imitated (BuoyVerdict *verdict, const Collection *collection)
{
  for (guint i = 0; i < verdict->false_links->len && !buoy_budget_is_cancelled (collection->budget); i++)
    {
      BuoyFalseLink *link = g_ptr_array_index (verdict->false_links, i);

      link->imitated = buoy_facts_copy (g_hash_table_lookup (collection->imitated, link->actual));
      link->is_listed = link->is_listed && link->imitated == NULL;
    }
}

void
buoy_verdict_find_false_links (BuoyVerdict *verdict, GHashTable *accused, const BuoyBudget *budget)
{
  g_autoptr (GHashTable) imitated = g_hash_table_new (buoy_text_hash, g_str_equal);
  g_autoptr (GHashTable) hrefs = g_hash_table_new (buoy_text_hash, g_str_equal);
  const Collection collection = { accused, imitated, hrefs, budget };

  /* gravest first: clients may mark a limited number */
  for (int strength = BUOY_STRENGTH_STRONG; strength >= BUOY_STRENGTH_NOTE; strength--)
    for (guint i = 0; i < verdict->findings->len; i++)
      {
        const BuoyFinding *finding = g_ptr_array_index (verdict->findings, i);

        if (finding->strength == (BuoyStrength) strength)
          take_links_of (verdict, finding, &collection);
      }
  tell_imitated (verdict, &collection);
}
