/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What is told about one text: the message's own, an attached page's or message's.
 */
#include "config.h"

#include "base/text/buoy-text.h"
#include "verdict/buoy-facts-builder.h"

char *
buoy_facts_copy (const char *text)
{
  return text != NULL ? buoy_text_make_valid (text, -1) : NULL;
}

char *
buoy_facts_copy_cut (const char *text)
{
  g_autofree char *valid = buoy_facts_copy (text);

  return valid != NULL ? buoy_text_cut_middle (valid, BUOY_FACTS_MAX_TEXT_BYTES) : NULL;
}

char *
buoy_facts_copy_address (const BuoyUrl *url)
{
  g_autofree char *whole = buoy_url_to_string (url);

  return buoy_facts_shorten_address (whole, BUOY_FACTS_MAX_TEXT_BYTES);
}

static GPtrArray *
copy_wrappers (const GPtrArray *wrappers)
{
  GPtrArray *copy;

  if (wrappers == NULL || wrappers->len == 0)
    return NULL;
  copy = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < wrappers->len; i++)
    g_ptr_array_add (copy, buoy_facts_copy (g_ptr_array_index (wrappers, i)));
  return copy;
}

static BuoyLinkFacts *
link_facts_new (const BuoyTarget *target, gboolean accused)
{
  BuoyLinkFacts *facts = g_new0 (BuoyLinkFacts, 1);

  facts->kind = target->link->kind;
  facts->state = target->state;
  facts->text = buoy_facts_copy_cut (target->link->text);
  facts->href = buoy_facts_copy_cut (target->link->href);
  facts->shown_host = buoy_facts_copy (target->shown_host);
  facts->host = buoy_facts_copy (target->host);
  facts->domain = buoy_facts_copy (target->domain);
  facts->wrappers = copy_wrappers (target->wrappers);
  facts->undisclosed = target->undisclosed;
  facts->has_image = target->link->has_image;
  facts->accused = accused;
  if (target->url == NULL)
    return facts;
  facts->address = buoy_facts_copy_address (target->url);
  facts->opened_host = buoy_facts_copy (target->url->host);
  facts->is_web = buoy_url_is_web (target->url);
  return facts;
}

static BuoyClaimFacts *
claim_facts_new (const BuoyClaim *claim)
{
  BuoyClaimFacts *facts = g_new0 (BuoyClaimFacts, 1);

  facts->brand = buoy_facts_copy (claim->brand->id);
  facts->title = buoy_facts_copy (claim->brand->title);
  facts->where = claim->where;
  facts->proven = claim->proven;
  facts->links_to_brand = claim->links_to_brand;
  facts->leads_elsewhere = claim->leads_elsewhere;
  return facts;
}

BuoyTextFacts *
buoy_text_facts_of_evidence (const BuoyEvidence *evidence, GHashTable *accused)
{
  BuoyTextFacts *facts = buoy_text_facts_new ();
  const BuoyPage *page = evidence->page;

  facts->is_message = page == NULL;
  if (page != NULL)
    {
      facts->kind = page->kind;
      facts->name = buoy_facts_copy_cut (page->name);
      facts->script = page->script;
    }
  facts->title = buoy_facts_copy_cut (evidence->message->subject);
  facts->has_password_field = evidence->message->has_password_field;
  for (guint i = 0; i < evidence->claims->len; i++)
    g_ptr_array_add (facts->claims, claim_facts_new (g_ptr_array_index (evidence->claims, i)));
  for (guint i = 0; i < evidence->targets->len && !buoy_budget_is_cancelled (evidence->message->budget); i++)
    {
      const BuoyTarget *target = g_ptr_array_index (evidence->targets, i);

      g_ptr_array_add (facts->links, link_facts_new (target, g_hash_table_contains (accused, target)));
    }
  return facts;
}
