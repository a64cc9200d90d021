/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A context is filled by the host before the scan, then only read.
 */
#include "config.h"

#include "buoy-context-private.h"

#include "base/buoy-host.h"
#include "base/buoy-person.h"

G_DEFINE_BOXED_TYPE (BuoyContext, buoy_context, buoy_context_ref, buoy_context_unref)

static void
contact_free (gpointer data)
{
  BuoyContact *contact = data;

  g_free (contact->name);
  g_free (contact->address);
  g_free (contact);
}

/**
 * buoy_context_new:
 *
 * Creates a context that knows nothing: every server is inferred, nobody is known.
 *
 * Returns: (transfer full): a context
 */
BuoyContext *
buoy_context_new (void)
{
  BuoyContext *context = g_new0 (BuoyContext, 1);

  g_atomic_ref_count_init (&context->ref_count);
  context->trusted_hosts = g_ptr_array_new_with_free_func (g_free);
  context->own_addresses = g_ptr_array_new_with_free_func (g_free);
  context->own_domains = g_ptr_array_new_with_free_func (g_free);
  context->contacts = g_ptr_array_new_with_free_func (contact_free);
  context->namesakes
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  context->suppressed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return context;
}

/**
 * buoy_context_ref:
 * @context: a context
 *
 * Takes a reference; any thread may.
 *
 * Returns: (transfer full): @context
 */
BuoyContext *
buoy_context_ref (BuoyContext *context)
{
  g_return_val_if_fail (context != NULL, NULL);

  g_atomic_ref_count_inc (&context->ref_count);
  return context;
}

/**
 * buoy_context_unref:
 * @context: (transfer full): a context
 *
 * Drops a reference; any thread may.
 */
void
buoy_context_unref (BuoyContext *context)
{
  g_return_if_fail (context != NULL);

  if (!g_atomic_ref_count_dec (&context->ref_count))
    return;

  g_ptr_array_unref (context->trusted_hosts);
  g_ptr_array_unref (context->own_addresses);
  g_ptr_array_unref (context->own_domains);
  g_hash_table_unref (context->namesakes);
  g_ptr_array_unref (context->contacts);
  g_hash_table_unref (context->suppressed);
  g_free (context);
}

static void
add_host (GPtrArray *hosts, const char *host)
{
  g_autofree char *ascii = buoy_host_to_ascii (host);

  if (ascii != NULL)
    g_ptr_array_add (hosts, g_steal_pointer (&ascii));
}

/**
 * buoy_context_add_trusted_host:
 * @context: a context that no scan has seen yet
 * @host: a receiving server or authserv-id of the reader's account; its sub-domains count too
 *
 * Tells whose Received lines and Authentication-Results count (RFC 8601 §5). What is no host name is ignored.
 */
void
buoy_context_add_trusted_host (BuoyContext *context, const char *host)
{
  g_return_if_fail (context != NULL);

  add_host (context->trusted_hosts, host);
}

/**
 * buoy_context_add_own_address:
 * @context: a context that no scan has seen yet
 * @address: an address of the reader
 *
 * Tells which addresses are the reader's own.
 */
void
buoy_context_add_own_address (BuoyContext *context, const char *address)
{
  g_return_if_fail (context != NULL);

  if (address != NULL && *address != '\0')
    g_ptr_array_add (context->own_addresses, g_utf8_strdown (address, -1));
}

/**
 * buoy_context_add_own_domain:
 * @context: a context that no scan has seen yet
 * @domain: a domain of the reader's organisation
 *
 * Tells which domains are the organisation's own. What is no host name is ignored.
 */
void
buoy_context_add_own_domain (BuoyContext *context, const char *domain)
{
  g_return_if_fail (context != NULL);

  add_host (context->own_domains, domain);
}

static void
add_namesake (BuoyContext *context, BuoyContact *contact)
{
  g_autofree char *key = buoy_person_key (contact->name);
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

/**
 * buoy_context_add_contact:
 * @context: a context that no scan has seen yet
 * @name: the correspondent's name
 * @address: the correspondent's address
 *
 * Tells whom the reader knows.
 */
void
buoy_context_add_contact (BuoyContext *context, const char *name, const char *address)
{
  BuoyContact *contact;

  g_return_if_fail (context != NULL);

  if (name == NULL || address == NULL)
    return;

  contact = g_new0 (BuoyContact, 1);
  contact->name = g_strdup (name);
  contact->address = g_utf8_strdown (address, -1);
  g_ptr_array_add (context->contacts, contact);
  add_namesake (context, contact);
}

/**
 * buoy_context_suppress_check:
 * @context: a context that no scan has seen yet
 * @check_id: a check's id
 *
 * Switches a check off for scans with this context.
 */
void
buoy_context_suppress_check (BuoyContext *context, const char *check_id)
{
  g_return_if_fail (context != NULL);
  g_return_if_fail (check_id != NULL);

  g_hash_table_add (context->suppressed, g_strdup (check_id));
}
