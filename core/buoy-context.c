/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A context is filled by the host before the scan, and read-only after that.
 */
#include "config.h"

#include "buoy-context-private.h"
#include "buoy-context-settings.h"

#include <string.h>

#include "base/host/buoy-host.h"
#include "lexicon/buoy-person.h"

G_DEFINE_BOXED_TYPE (BuoyContext, buoy_context, buoy_context_ref, buoy_context_unref)

void
buoy_contact_free (gpointer data)
{
  BuoyContact *contact = data;

  g_free (contact->name);
  g_free (contact->address);
  g_free (contact);
}

void
buoy_trusted_link_free (gpointer data)
{
  BuoyTrustedLink *link = data;

  g_free (link->sender_domain);
  g_free (link->link_domain);
  g_free (link);
}

static void
gateway_free (gpointer data)
{
  BuoyGateway *gateway = data;

  g_free (gateway->host);
  g_free (gateway->parameter);
  g_free (gateway);
}

/**
 * buoy_context_new:
 *
 * Creates a context that knows nothing: every server is inferred, nobody is known.
 *
 * Returns: (transfer full): a context
 *
 * Since: 0.2
 */
BuoyContext *
buoy_context_new (void)
{
  BuoyContext *context = g_new0 (BuoyContext, 1);

  g_atomic_ref_count_init (&context->ref_count);
  context->trusted_hosts = g_ptr_array_new_with_free_func (g_free);
  context->trusted_networks = g_ptr_array_new_with_free_func (g_object_unref);
  context->own_addresses = g_ptr_array_new_with_free_func (g_free);
  context->own_domains = g_ptr_array_new_with_free_func (g_free);
  context->contacts = g_ptr_array_new_with_free_func (buoy_contact_free);
  context->protected_domains = g_ptr_array_new_with_free_func (g_free);
  context->protected_people = g_ptr_array_new_with_free_func (buoy_contact_free);
  context->namesakes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  context->gateways = g_ptr_array_new_with_free_func (gateway_free);
  context->suppressed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  context->trusted_senders = g_ptr_array_new_with_free_func (g_free);
  context->trusted_links = g_ptr_array_new_with_free_func (buoy_trusted_link_free);
  context->block_lists = g_ptr_array_new_with_free_func ((GDestroyNotify) buoy_block_list_unref);
  context->list_max_age = BUOY_CONTEXT_LIST_MAX_AGE;
  context->blocked_sites = buoy_own_sites_new ();
  context->allowed_sites = buoy_own_sites_new ();
  context->new_domain_days = BUOY_NEW_DOMAIN_DAYS;
  context->lookup_kinds = BUOY_LOOKUP_ALL;
  return context;
}

/**
 * buoy_context_ref:
 * @context: a context
 *
 * Takes a reference; any thread may.
 *
 * Returns: (transfer full): @context
 *
 * Since: 0.2
 */
BuoyContext *
buoy_context_ref (BuoyContext *context)
{
  g_return_val_if_fail (context != NULL, NULL);

  g_atomic_ref_count_inc (&context->ref_count);
  return context;
}

static void
context_free (BuoyContext *context)
{
  g_ptr_array_unref (context->trusted_hosts);
  g_ptr_array_unref (context->trusted_networks);
  g_ptr_array_unref (context->own_addresses);
  g_ptr_array_unref (context->own_domains);
  g_hash_table_unref (context->namesakes);
  g_ptr_array_unref (context->contacts);
  g_ptr_array_unref (context->protected_domains);
  g_ptr_array_unref (context->protected_people);
  g_ptr_array_unref (context->gateways);
  g_hash_table_unref (context->suppressed);
  g_ptr_array_unref (context->trusted_senders);
  g_ptr_array_unref (context->trusted_links);
  g_clear_pointer (&context->side, buoy_receiving_side_unref);
  g_ptr_array_unref (context->block_lists);
  buoy_own_sites_free (context->blocked_sites);
  buoy_own_sites_free (context->allowed_sites);
  g_free (context->lookup_gateway);
  g_clear_pointer (&context->known, buoy_protected_names_free);
  g_clear_pointer (&context->bytes, g_bytes_unref);
  g_free (context->list_versions);
  g_free (context->support_text);
  g_free (context->location_database);
  g_free (context);
}

/**
 * buoy_context_unref:
 * @context: (transfer full): a context
 *
 * Drops a reference; any thread may.
 *
 * Since: 0.2
 */
void
buoy_context_unref (BuoyContext *context)
{
  g_return_if_fail (context != NULL);

  if (!g_atomic_ref_count_dec (&context->ref_count))
    return;
  if (context->shared == NULL)
    {
      context_free (context);
      return;
    }
  g_clear_pointer (&context->sender, buoy_sender_memory_unref);
  if (context->free_recall_data != NULL)
    context->free_recall_data (context->recall_data);
  buoy_context_unref (context->shared);
  g_free (context);
}

void
buoy_context_add_host (GPtrArray *hosts, const char *host)
{
  g_autofree char *ascii = buoy_host_to_ascii (host);

  if (ascii != NULL)
    g_ptr_array_add (hosts, g_steal_pointer (&ascii));
}

/**
 * buoy_context_add_own_address:
 * @context: a context that no scan has seen yet
 * @address: an address of the reader
 *
 * Tells which addresses are the reader's own.
 *
 * Since: 0.2
 */
void
buoy_context_add_own_address (BuoyContext *context, const char *address)
{
  g_return_if_fail (buoy_context_is_open (context));

  if (address != NULL && *address != '\0')
    g_ptr_array_add (context->own_addresses, g_utf8_strdown (address, -1));
}

/**
 * buoy_context_add_own_domain:
 * @context: a context that no scan has seen yet
 * @domain: a domain of the reader's organisation
 *
 * Tells which domains are the organisation's own. What is not a host name is ignored.
 *
 * Since: 0.2
 */
void
buoy_context_add_own_domain (BuoyContext *context, const char *domain)
{
  g_return_if_fail (buoy_context_is_open (context));

  buoy_context_add_host (context->own_domains, domain);
}

static void
add_namesake (BuoyContext *context, BuoyContact *contact, char *owned_key)
{
  g_autofree char *key = owned_key;
  GPtrArray *namesakes;

  if (key == NULL)
    return;
  namesakes = g_hash_table_lookup (context->namesakes, key);
  if (namesakes == NULL)
    {
      namesakes = g_ptr_array_new ();
      g_hash_table_insert (context->namesakes, g_steal_pointer (&key), namesakes);
    }
  g_ptr_array_add (namesakes, contact);
}

const GPtrArray *
buoy_context_find_namesakes (const BuoyContext *context, const char *person_key)
{
  if (context == NULL || person_key == NULL)
    return NULL;
  return g_hash_table_lookup (context->namesakes, person_key);
}

/* A Latin spelling of 山田太郎's name from the address "taro.yamada"; NULL. */
static char *
latin_key (const BuoyContact *contact)
{
  g_autofree char *name = buoy_person_key (contact->name);
  g_autofree char *local = g_strndup (contact->address, strcspn (contact->address, "@"));

  return name != NULL && !g_str_is_ascii (name) && strpbrk (local, "._-") != NULL ? buoy_person_key (local) : NULL;
}

void
buoy_context_add_namesakes (BuoyContext *context, BuoyContact *contact)
{
  add_namesake (context, contact, buoy_person_key (contact->name));
  add_namesake (context, contact, latin_key (contact));
}

/**
 * buoy_context_add_contact:
 * @context: a context that no scan has seen yet
 * @name: the correspondent's name
 * @address: the correspondent's address
 *
 * Tells whom the reader knows.
 *
 * Since: 0.2
 */
void
buoy_context_add_contact (BuoyContext *context, const char *name, const char *address)
{
  BuoyContact *contact;

  g_return_if_fail (buoy_context_is_open (context));

  if (name == NULL || address == NULL)
    return;

  contact = g_new0 (BuoyContact, 1);
  contact->name = g_strdup (name);
  contact->address = g_utf8_strdown (address, -1);
  g_ptr_array_add (context->contacts, contact);
  buoy_context_add_namesakes (context, contact);
}

/*< private >
 * buoy_context_add_gateway:
 * @context: a context that no scan has seen yet
 * @gateway: "HOST" or "HOST:PARAMETER", as people write it in options and settings: a server that the organisation's
 *   mail filter puts in front of links, its sub-domains included, and the query parameter that holds the wrapped URL;
 *   without it the path holds it
 *
 * Adds a link wrapper of the organisation's own, so that its links are opened as those of the known ones are. One that
 * can't be opened is said to hide where it leads. What is not a host name is ignored.
 */
void
buoy_context_add_gateway (BuoyContext *context, const char *gateway)
{
  g_auto (GStrv) parts = NULL;
  g_autofree char *ascii = NULL;
  BuoyGateway *row;

  g_return_if_fail (buoy_context_is_open (context));
  g_return_if_fail (gateway != NULL);

  parts = g_strsplit (gateway, ":", 2);
  ascii = buoy_host_to_ascii (parts[0] != NULL ? parts[0] : "");
  if (ascii == NULL)
    return;
  row = g_new0 (BuoyGateway, 1);
  row->host = g_steal_pointer (&ascii);
  row->parameter = parts[1] != NULL ? g_strdup (parts[1]) : NULL;
  g_ptr_array_add (context->gateways, row);
}

/**
 * buoy_context_suppress_check:
 * @context: a context that no scan has seen yet
 * @check_id: a check's id
 *
 * Switches a check off for scans with this context.
 *
 * Since: 0.2
 */
void
buoy_context_suppress_check (BuoyContext *context, const char *check_id)
{
  g_return_if_fail (buoy_context_is_open (context));
  g_return_if_fail (check_id != NULL);

  g_hash_table_add (context->suppressed, g_strdup (check_id));
}

/* The ASCII form of an owned domain, not of "com" or "co.jp"; NULL. */
static char *
own_domain_of (const char *domain)
{
  g_autofree char *ascii = buoy_host_to_ascii (domain);

  return buoy_host_registrable_domain (ascii) != NULL ? g_steal_pointer (&ascii) : NULL;
}

/**
 * buoy_context_trust_sender:
 * @context: a context that no scan has seen yet
 * @domain: the domain of From addresses; its sub-domains count too
 *
 * Records that the reader trusts mail from @domain. It counts only for a message whose From domain is proven
 * (authentication that aligns, told by the reader's own side), and answers only what could be an honest sender's way,
 * never a disguise. A public suffix is ignored.
 *
 * Since: 0.2
 */
void
buoy_context_trust_sender (BuoyContext *context, const char *domain)
{
  char *ascii;

  g_return_if_fail (buoy_context_is_open (context));

  ascii = own_domain_of (domain);
  if (ascii != NULL)
    g_ptr_array_add (context->trusted_senders, ascii);
}

/**
 * buoy_context_trust_link:
 * @context: a context that no scan has seen yet
 * @sender_domain: the domain of From addresses; its sub-domains count too
 * @link_domain: where links of that sender may lead, whatever their text names; its sub-domains count too
 *
 * Records that links to @link_domain are fine in mail from @sender_domain. As with buoy_context_trust_sender(), it
 * counts only while the From domain is proven.
 *
 * Since: 0.2
 */
void
buoy_context_trust_link (BuoyContext *context, const char *sender_domain, const char *link_domain)
{
  g_autofree char *sender = own_domain_of (sender_domain);
  g_autofree char *target = own_domain_of (link_domain);
  BuoyTrustedLink *link;

  g_return_if_fail (buoy_context_is_open (context));

  if (sender == NULL || target == NULL)
    return;
  link = g_new0 (BuoyTrustedLink, 1);
  link->sender_domain = g_steal_pointer (&sender);
  link->link_domain = g_steal_pointer (&target);
  g_ptr_array_add (context->trusted_links, link);
}

gboolean
buoy_context_trusts_sender (const BuoyContext *context, const char *from_domain)
{
  for (guint i = 0; context != NULL && i < context->trusted_senders->len; i++)
    if (buoy_host_is_within (from_domain, g_ptr_array_index (context->trusted_senders, i)))
      return TRUE;
  return FALSE;
}

gboolean
buoy_context_trusts_link (const BuoyContext *context, const char *from_domain, const char *host)
{
  for (guint i = 0; context != NULL && i < context->trusted_links->len; i++)
    {
      const BuoyTrustedLink *link = g_ptr_array_index (context->trusted_links, i);

      if (buoy_host_is_within (from_domain, link->sender_domain) && buoy_host_is_within (host, link->link_domain))
        return TRUE;
    }
  return FALSE;
}
