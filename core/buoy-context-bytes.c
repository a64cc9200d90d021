/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A context is written down as the words with which a host would tell it, and told once more when it is read: nothing
 * can be in it that a host could not tell, and what is derived from it is derived anew.
 */
#include "config.h"

#include "buoy-context-bytes.h"

#include <gio/gio.h>
#include <string.h>
#include <unistd.h>

#include "buoy-context-settings.h"
#include "context-record.h"
#include "lists/buoy-block-list-private.h"

#define MAX_FETCHED G_MAXUINT32 /* of a clock that is right; it only tells a renewed list */
#define VERSION 0x42430001      /* to be raised with each change of what is written */

static GPtrArray *
list_hosts (const BuoyContext *context)
{
  GPtrArray *hosts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < context->trusted_hosts->len; i++)
    g_ptr_array_add (hosts, g_strdup (g_ptr_array_index (context->trusted_hosts, i)));
  for (guint i = 0; i < context->trusted_networks->len; i++)
    g_ptr_array_add (hosts, g_inet_address_mask_to_string (g_ptr_array_index (context->trusted_networks, i)));
  return hosts;
}

static GPtrArray *
list_gateways (const BuoyContext *context)
{
  GPtrArray *gateways = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < context->gateways->len; i++)
    {
      const BuoyGateway *gateway = g_ptr_array_index (context->gateways, i);

      g_ptr_array_add (gateways, gateway->parameter != NULL ? g_strconcat (gateway->host, ":", gateway->parameter, NULL)
                                                            : g_strdup (gateway->host));
    }
  return gateways;
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* In an order that is always the same. */
static GPtrArray *
list_suppressed (const BuoyContext *context)
{
  GPtrArray *ids = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, context->suppressed);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_ptr_array_add (ids, id);
  g_ptr_array_sort (ids, compare_texts);
  return ids;
}

static GPtrArray *
list_block_lists (const BuoyContext *context)
{
  GPtrArray *lists = g_ptr_array_new_with_free_func (buoy_list_record_free);

  for (guint i = 0; i < context->block_lists->len; i++)
    {
      BuoyBlockList *list = g_ptr_array_index (context->block_lists, i);
      BuoyListRecord *record = g_new0 (BuoyListRecord, 1);

      record->words = g_strjoin (" ", buoy_block_list_get_name (list), buoy_block_list_get_format_name (list),
                                 buoy_block_list_get_source (list), NULL);
      record->fetched = CLAMP (buoy_block_list_get_fetched (list), 0, (gint64) MAX_FETCHED);
      g_ptr_array_add (lists, record);
    }
  return lists;
}

static GBytes *
write_context (const BuoyContext *context, GPtrArray *lists)
{
  g_autoptr (GPtrArray) hosts = list_hosts (context);
  g_autoptr (GPtrArray) gateways = list_gateways (context);
  g_autoptr (GPtrArray) suppressed = list_suppressed (context);
  const BuoyContextRecord record = {
    .trusted_hosts = hosts,
    .own_addresses = context->own_addresses,
    .own_domains = context->own_domains,
    .contacts = context->contacts,
    .gateways = gateways,
    .suppressed = suppressed,
    .trusted_senders = context->trusted_senders,
    .trusted_links = context->trusted_links,
    .blocked_sites = (GPtrArray *) buoy_own_sites_get_entries (context->blocked_sites),
    .allowed_sites = (GPtrArray *) buoy_own_sites_get_entries (context->allowed_sites),
    .protected_domains = context->protected_domains,
    .protected_people = context->protected_people,
    .block_lists = lists,
    .list_max_age = context->list_max_age,
    .new_domain_days = context->new_domain_days,
    .lookup_kinds = context->lookup_kinds,
    .skips_codes = context->skips_codes,
    .side = context->side,
  };

  return buoy_record_to_bytes (&buoy_context_record, &record, VERSION, BUOY_CONTEXT_MAX_BYTES);
}

/* Of which version each block list is. (transfer full) */
static char *
describe_lists (const GPtrArray *lists)
{
  GString *versions = g_string_new (NULL);

  for (guint i = 0; i < lists->len; i++)
    g_string_append_printf (versions, "%" G_GINT64_FORMAT " ",
                            ((const BuoyListRecord *) g_ptr_array_index (lists, i))->fetched);
  return g_string_free (versions, FALSE);
}

GBytes *
buoy_context_to_bytes (BuoyContext *context)
{
  static GMutex lock; /* for what is kept, of any context */
  BuoyContext *owner = context->shared != NULL ? context->shared : context;
  g_autoptr (GPtrArray) lists = list_block_lists (owner);
  g_autofree char *versions = describe_lists (lists);
  g_autoptr (GMutexLocker) locker = NULL;

  if (buoy_context_is_open (owner))
    return write_context (owner, lists);
  locker = g_mutex_locker_new (&lock);
  if (g_strcmp0 (versions, owner->list_versions) != 0)
    {
      g_clear_pointer (&owner->bytes, g_bytes_unref);
      owner->bytes = write_context (owner, lists);
      g_free (owner->list_versions);
      owner->list_versions = g_steal_pointer (&versions);
    }
  return owner->bytes != NULL ? g_bytes_ref (owner->bytes) : NULL;
}

typedef void (*TellFunc) (BuoyContext *context, const char *text);

static void
add_trusted_host (BuoyContext *context, const char *host)
{
  buoy_context_add_trusted_host (context, host);
}

static void
add_sites (BuoyOwnSites *sites, const GPtrArray *entries)
{
  for (guint i = 0; i < entries->len; i++)
    buoy_own_sites_add (sites, g_ptr_array_index (entries, i));
}

static void
add_block_list (BuoyContext *context, const char *words)
{
  g_autoptr (BuoyBlockList) list = buoy_block_list_new (words, NULL);

  if (list == NULL)
    return;
  buoy_block_list_set_file (list, -1);
  buoy_context_add_block_list (context, list);
}

static void
tell_all (BuoyContext *context, const GPtrArray *texts, TellFunc tell)
{
  for (guint i = 0; i < texts->len; i++)
    tell (context, g_ptr_array_index (texts, i));
}

static void
tell_people (BuoyContext *context, const BuoyContextRecord *record)
{
  for (guint i = 0; i < record->contacts->len; i++)
    {
      const BuoyContact *contact = g_ptr_array_index (record->contacts, i);

      buoy_context_add_contact (context, contact->name, contact->address);
    }
  for (guint i = 0; i < record->protected_people->len; i++)
    {
      const BuoyContact *contact = g_ptr_array_index (record->protected_people, i);
      g_autofree char *person = g_strdup_printf ("%s <%s>", contact->name, contact->address);

      buoy_context_protect_person (context, person);
    }
}

static void
tell_lists (BuoyContext *context, const BuoyContextRecord *record)
{
  for (guint i = 0; i < record->block_lists->len; i++)
    add_block_list (context, ((const BuoyListRecord *) g_ptr_array_index (record->block_lists, i))->words);
  for (guint i = 0; i < record->trusted_links->len; i++)
    {
      const BuoyTrustedLink *link = g_ptr_array_index (record->trusted_links, i);

      buoy_context_trust_link (context, link->sender_domain, link->link_domain);
    }
}

BuoyContext *
buoy_context_from_bytes (GBytes *bytes, GError **error)
{
  g_autoptr (BuoyContextRecord) record
      = buoy_record_from_bytes (&buoy_context_record, bytes, VERSION, BUOY_CONTEXT_MAX_BYTES);
  BuoyContext *context;

  if (record == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "these bytes are not a context");
      return NULL;
    }
  context = buoy_context_new ();
  tell_all (context, record->trusted_hosts, add_trusted_host);
  tell_all (context, record->own_addresses, buoy_context_add_own_address);
  tell_all (context, record->own_domains, buoy_context_add_own_domain);
  tell_all (context, record->gateways, buoy_context_add_gateway);
  tell_all (context, record->suppressed, buoy_context_suppress_check);
  tell_all (context, record->trusted_senders, buoy_context_trust_sender);
  add_sites (context->blocked_sites, record->blocked_sites);
  add_sites (context->allowed_sites, record->allowed_sites);
  tell_all (context, record->protected_domains, buoy_context_protect_domain);
  tell_people (context, record);
  tell_lists (context, record);
  buoy_context_set_list_max_age (context, record->list_max_age);
  buoy_context_set_new_domain_days (context, record->new_domain_days);
  context->lookup_kinds = record->lookup_kinds;
  buoy_context_set_qr_codes (context, !record->skips_codes);
  buoy_context_set_receiving_side (context, record->side);
  return context;
}

static void
close_file (gpointer data)
{
  const int *file = data;

  if (*file >= 0)
    close (*file);
}

GArray *
buoy_context_open_lists (BuoyContext *context)
{
  g_autoptr (GArray) files = g_array_new (FALSE, FALSE, sizeof (int));

  g_array_set_clear_func (files, close_file);
  for (guint i = 0; i < context->block_lists->len; i++)
    {
      int file;

      if (!buoy_block_list_open_file (g_ptr_array_index (context->block_lists, i), &file))
        return NULL;
      g_array_append_val (files, file);
    }
  return g_steal_pointer (&files);
}

void
buoy_context_take_lists (BuoyContext *context, const int *files, guint n_files)
{
  for (guint i = 0; i < MIN (n_files, context->block_lists->len); i++)
    buoy_block_list_set_file (g_ptr_array_index (context->block_lists, i), files[i]);
}
