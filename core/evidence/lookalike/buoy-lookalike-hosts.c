/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Looks up every domain that a message is from, replies to or links to, each once.
 */
#include "config.h"

#include "evidence/lookalike/buoy-lookalike-hosts.h"

#include "base/host/buoy-host.h"
#include "base/shown/buoy-shown-host.h"
#include "base/text/buoy-text.h"
#include "buoy-context-private.h"
#include "evidence/lookalike/buoy-lookalike.h"
#include "registry/buoy-free-mail.h"
#include "registry/buoy-ownership.h"

#include <string.h>

#define HOST_STEPS 1000  /* for a host: each of its labels is compared with every name */
#define LETTER_STEPS 200 /* for a letter of a host in Unicode, which is mapped a dozen times */

typedef struct
{
  const BuoyEvidence *evidence;
  GPtrArray *found; /* of BuoyLookalike */
  const BuoyProtectedNames *brands;
  const BuoyProtectedNames *known; /* of the reader's correspondents and organisation; NULL if there are none */
  GHashTable *seen;                /* set of const char *: hosts */
  GPtrArray *written;              /* of char *: hosts of addresses in mailto: links and in a name */
} Search;

static BuoyLookalike *
stronger (BuoyLookalike *a, BuoyLookalike *b)
{
  BuoyLookalike *kept = b == NULL || (a != NULL && a->strength >= b->strength) ? a : b;
  BuoyLookalike *dropped = kept == a ? b : a;

  g_clear_pointer (&dropped, buoy_lookalike_free);
  return kept;
}

/* Whether @host belongs to the reader or the organisation, according to settings, which a message cannot change. */
static gboolean
is_own_side (const BuoyContext *context, const char *host)
{
  for (guint i = 0; i < context->own_domains->len; i++)
    if (buoy_host_same_site (host, g_ptr_array_index (context->own_domains, i)))
      return TRUE;
  for (guint i = 0; i < context->own_addresses->len; i++)
    {
      const char *at = strrchr (g_ptr_array_index (context->own_addresses, i), '@');

      if (at != NULL && !buoy_free_mail_is (at + 1) && buoy_host_same_site (host, at + 1))
        return TRUE;
    }
  return FALSE;
}

/* @site: (nullable): the registrable domain of @host. The domain of a correspondent is not a look-alike of another
 * correspondent's domain, but may be one of a brand's. (transfer full) (nullable)
 */
static BuoyLookalike *
find (const Search *search, const char *host, const char *site)
{
  BuoyLookalike *of_brand;

  if (search->known == NULL)
    return buoy_lookalike_find (search->brands, host, site);
  if (site == NULL || is_own_side (search->evidence->context, site))
    return NULL;
  of_brand = buoy_lookalike_find (search->brands, host, site);
  if (buoy_protected_names_has (search->known, site))
    return of_brand;
  return stronger (of_brand, buoy_lookalike_find (search->known, host, site));
}

static gsize
steps_of_host (const char *host)
{
  return HOST_STEPS + (strstr (host, "xn--") != NULL ? strlen (host) * LETTER_STEPS : 0);
}

static void
look_at (Search *search, const char *host, const char *site, BuoyLookalikePlace place)
{
  BuoyLookalike *lookalike;

  if (host == NULL || !g_hash_table_add (search->seen, (gpointer) host)
      || !buoy_budget_spend (search->evidence->message->budget, steps_of_host (host)))
    return;
  lookalike = find (search, host, site);
  if (lookalike == NULL)
    return;
  lookalike->place = place;
  g_ptr_array_add (search->found, lookalike);
}

static void
look_at_mailboxes (Search *search, const GPtrArray *mailboxes, BuoyLookalikePlace place)
{
  for (guint i = 0; i < mailboxes->len; i++)
    {
      const BuoyMailbox *mailbox = g_ptr_array_index (mailboxes, i);

      look_at (search, mailbox->domain, buoy_host_registrable_domain (mailbox->domain), place);
    }
}

/* Looks for addresses that differ from From's domain by a typo or a look-alike letter: replies to a forged sender go to
 * its double. Added words are no sign here, since companies answer from "brand-support.com" too.
 */
static void
look_for_doubles (Search *search, const BuoyEvidence *evidence)
{
  g_autoptr (GPtrArray) from = g_ptr_array_new ();
  g_autoptr (BuoyProtectedNames) own = NULL;
  const GPtrArray *reply_to = evidence->message->reply_to;

  if (evidence->from_domain == NULL || reply_to->len == 0)
    return;
  g_ptr_array_add (from, (gpointer) evidence->from_domain);
  own = buoy_protected_names_new (from);
  for (guint i = 0; own != NULL && i < reply_to->len; i++)
    {
      const BuoyMailbox *mailbox = g_ptr_array_index (reply_to, i);
      const char *site = buoy_host_registrable_domain (mailbox->domain);
      BuoyLookalike *found;

      if (site == NULL || buoy_hosts_have_one_owner (site, evidence->from_domain)
          || !buoy_budget_spend (evidence->message->budget, steps_of_host (site)))
        continue;
      found = buoy_lookalike_find (own, site, site);
      if (found != NULL && (found->kind == BUOY_LOOKALIKE_LETTERS || found->kind == BUOY_LOOKALIKE_TYPO))
        {
          found->place = BUOY_IN_REPLY_TO;
          g_ptr_array_add (search->found, g_steal_pointer (&found));
        }
      g_clear_pointer (&found, buoy_lookalike_free);
    }
}

/* Looks at an address in the sender's display name, where services put that of their customer. */
static void
look_at_name (Search *search, const BuoyMailbox *from)
{
  char *host = from != NULL ? buoy_shown_address_host (from->name) : NULL;

  if (host == NULL)
    return;
  g_ptr_array_add (search->written, host);
  look_at (search, host, buoy_host_registrable_domain (host), BUOY_IN_FROM);
}

/* Looks at the address in a mailto: link. */
static void
look_at_address (Search *search, const BuoyUrl *url)
{
  char *host;

  if (!buoy_budget_spend (search->evidence->message->budget, strlen (url->path) * LETTER_STEPS))
    return;
  host = buoy_shown_address_host (url->path);
  if (host == NULL)
    return;
  g_ptr_array_add (search->written, host);
  look_at (search, host, buoy_host_registrable_domain (host), BUOY_IN_LINK);
}

GPtrArray *
buoy_lookalikes_of_message (const BuoyEvidence *evidence)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (buoy_lookalike_free);
  const BuoyProtectedNames *known = evidence->context != NULL ? evidence->context->known : NULL;
  g_autoptr (GHashTable) seen = g_hash_table_new (buoy_text_hash, g_str_equal);
  g_autoptr (GPtrArray) written = g_ptr_array_new_with_free_func (g_free);
  Search search = { evidence, found, buoy_protected_names_get_default (), known, seen, written };

  look_at_mailboxes (&search, evidence->message->from, BUOY_IN_FROM);
  look_at_name (&search, evidence->from);
  for (guint i = 0; i < evidence->targets->len && !buoy_budget_is_cancelled (evidence->message->budget); i++)
    {
      const BuoyTarget *target = g_ptr_array_index (evidence->targets, i);

      /* a bare host may only be mentioned, as in a warning */
      if (target->link->kind == BUOY_LINK_NAMED)
        continue;
      look_at (&search, target->host, target->domain, BUOY_IN_LINK);
      look_at (&search, target->onward, buoy_host_registrable_domain (target->onward), BUOY_IN_LINK);
      if (target->url != NULL && g_str_equal (target->url->scheme, "mailto"))
        look_at_address (&search, target->url);
    }
  /* a host is judged once; if it is in a link too, then as a link, which weighs more than Reply-To */
  look_at_mailboxes (&search, evidence->message->reply_to, BUOY_IN_REPLY_TO);
  look_for_doubles (&search, evidence);
  return found;
}
