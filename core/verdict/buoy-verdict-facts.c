/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "verdict/buoy-verdict-facts.h"

#include <string.h>

void
buoy_link_facts_free (gpointer data)
{
  BuoyLinkFacts *link = data;

  g_free (link->text);
  g_free (link->href);
  g_free (link->shown_host);
  g_free (link->host);
  g_free (link->domain);
  g_free (link->address);
  g_free (link->opened_host);
  g_clear_pointer (&link->wrappers, g_ptr_array_unref);
  g_free (link);
}

void
buoy_claim_facts_free (gpointer data)
{
  BuoyClaimFacts *claim = data;

  g_free (claim->brand);
  g_free (claim->title);
  g_free (claim);
}

void
buoy_text_facts_free (gpointer data)
{
  BuoyTextFacts *text = data;

  g_free (text->name);
  g_free (text->title);
  g_ptr_array_unref (text->claims);
  g_ptr_array_unref (text->links);
  g_free (text);
}

void
buoy_hop_facts_free (gpointer data)
{
  BuoyHopFacts *hop = data;

  g_free (hop->host);
  g_free (hop->ip);
  g_free (hop);
}

void
buoy_picture_facts_free (gpointer data)
{
  BuoyPictureFacts *pictures = data;

  g_ptr_array_unref (pictures->codes);
  g_free (pictures);
}

BuoyTextFacts *
buoy_text_facts_new (void)
{
  BuoyTextFacts *text = g_new0 (BuoyTextFacts, 1);

  text->claims = g_ptr_array_new_with_free_func (buoy_claim_facts_free);
  text->links = g_ptr_array_new_with_free_func (buoy_link_facts_free);
  return text;
}

BuoyPictureFacts *
buoy_picture_facts_new (void)
{
  BuoyPictureFacts *pictures = g_new0 (BuoyPictureFacts, 1);

  pictures->codes = g_ptr_array_new_with_free_func (g_free);
  return pictures;
}

#define CHECKSUM " sha256:" /* in a URL of the web, a space would be encoded */
#define CHECKSUM_BYTES (sizeof CHECKSUM - 1 + 64)

/* The checksum that a shortened address ends with; NULL. */
static const char *
find_checksum (const char *address, gsize length)
{
  const char *end = address + length - MIN (length, CHECKSUM_BYTES);

  return g_str_has_prefix (end, CHECKSUM) ? end + strlen (CHECKSUM) : NULL;
}

char *
buoy_facts_shorten_address (const char *address, gsize max_bytes)
{
  const gsize length = strlen (address);
  const char *before = find_checksum (address, length);
  g_autofree char *sum = NULL;

  if (length <= max_bytes)
    return g_strdup (address);
  sum = before != NULL ? g_strdup (before) : g_compute_checksum_for_string (G_CHECKSUM_SHA256, address, -1);
  return g_strdup_printf ("%.*s" CHECKSUM "%s", (int) (max_bytes / 2), address, sum);
}

BuoyFacts *
buoy_facts_new (void)
{
  BuoyFacts *facts = g_new0 (BuoyFacts, 1);

  facts->longest_text = BUOY_FACTS_MAX_TEXT_BYTES;
  facts->addressees = g_ptr_array_new_with_free_func (g_free);
  facts->authors = g_ptr_array_new_with_free_func (g_free);
  facts->origin.before = g_ptr_array_new_with_free_func (buoy_hop_facts_free);
  facts->limits = g_ptr_array_new_with_free_func (g_free);
  facts->texts = g_ptr_array_new_with_free_func (buoy_text_facts_free);
  facts->questions.domains = g_ptr_array_new_with_free_func (g_free);
  facts->questions.shared = g_ptr_array_new_with_free_func (g_free);
  return facts;
}

static void
clear_origin (BuoyOriginFacts *origin)
{
  g_free (origin->host);
  g_free (origin->domain);
  g_free (origin->by);
  g_free (origin->helo);
  g_free (origin->rdns);
  g_free (origin->ip);
  g_free (origin->reader_server);
  g_ptr_array_unref (origin->before);
}

static void
clear_auth (BuoyAuthFacts *auth)
{
  g_free (auth->source);
  g_free (auth->spf);
  g_free (auth->dkim);
  g_free (auth->dmarc);
  g_free (auth->arc);
  g_free (auth->aligned_domain);
  g_free (auth->other_domain);
  g_free (auth->unread);
}

void
buoy_facts_free (BuoyFacts *facts)
{
  g_free (facts->message_id);
  g_free (facts->subject);
  g_free (facts->from_name);
  g_free (facts->from_address);
  g_free (facts->from_domain);
  g_ptr_array_unref (facts->addressees);
  g_ptr_array_unref (facts->authors);
  clear_origin (&facts->origin);
  clear_auth (&facts->auth);
  g_ptr_array_unref (facts->limits);
  g_ptr_array_unref (facts->texts);
  g_ptr_array_unref (facts->questions.domains);
  g_ptr_array_unref (facts->questions.shared);
  g_free (facts->questions.address);
  g_free (facts->questions.sender);
  g_clear_pointer (&facts->pictures, g_ptr_array_unref);
  g_free (facts);
}

const BuoyTextFacts *
buoy_facts_get_body (const BuoyFacts *facts)
{
  return g_ptr_array_index (facts->texts, 0);
}
