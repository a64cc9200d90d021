/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Past addressees, from Camel's index of a sent-mail folder; no message is opened. A remote folder is read only if it
 * is already open.
 */
#include "config.h"

#include "e-buoy-people-private.h"

#define MAX_SENT 5000 /* messages whose addressees are read; years of mail for most people */

static void
add_uri (GPtrArray *uris, const char *uri)
{
  if (uri != NULL && *uri != '\0' && !g_ptr_array_find_with_equal_func (uris, uri, g_str_equal, NULL))
    g_ptr_array_add (uris, g_strdup (uri));
}

GPtrArray *
e_buoy_people_list_sent (ESourceRegistry *registry)
{
  GPtrArray *uris = g_ptr_array_new_with_free_func (g_free);
  GList *sources = e_source_registry_list_enabled (registry, E_SOURCE_EXTENSION_MAIL_SUBMISSION);

  for (GList *link = sources; link != NULL; link = link->next)
    {
      ESourceMailSubmission *submission = e_source_get_extension (link->data, E_SOURCE_EXTENSION_MAIL_SUBMISSION);

      add_uri (uris, e_source_mail_submission_get_sent_folder (submission));
    }
  g_list_free_full (sources, g_object_unref);
  return uris;
}

static CamelFolder *
find_opened (CamelStore *store, const char *name)
{
  g_autoptr (GPtrArray) folders = camel_store_dup_opened_folders (store);
  CamelFolder *found = NULL;

  for (guint i = 0; i < folders->len; i++)
    {
      CamelFolder *folder = g_ptr_array_index (folders, i);

      if (found == NULL && g_strcmp0 (camel_folder_get_full_name (folder), name) == 0)
        found = g_object_ref (folder);
      g_object_unref (folder);
    }
  return found;
}

static CamelFolder *
open_folder (CamelStore *store, const char *name, GCancellable *cancellable)
{
  CamelProvider *provider = camel_service_get_provider (CAMEL_SERVICE (store));

  if (provider == NULL || (provider->flags & CAMEL_PROVIDER_IS_REMOTE) != 0)
    return find_opened (store, name);
  return camel_store_get_folder_sync (store, name, 0, cancellable, NULL);
}

static void
collect_addressees (GPtrArray *people, const char *to)
{
  g_autoptr (CamelInternetAddress) addresses = camel_internet_address_new ();
  const char *name, *address;

  camel_address_unformat (CAMEL_ADDRESS (addresses), to);
  for (int i = 0; camel_internet_address_get (addresses, i, &name, &address); i++)
    e_buoy_people_collect (people, name, address);
}

/* The newest come last. */
static void
read_folder (CamelFolder *folder, GPtrArray *people, GCancellable *cancellable)
{
  GPtrArray *uids = e_buoy_compat_get_uids (folder);
  const guint first = uids->len > MAX_SENT ? uids->len - MAX_SENT : 0;

  camel_folder_summary_prepare_fetch_all (camel_folder_get_folder_summary (folder), NULL);
  for (guint i = first; i < uids->len && !g_cancellable_is_cancelled (cancellable); i++)
    {
      g_autoptr (CamelMessageInfo) info = camel_folder_get_message_info (folder, g_ptr_array_index (uids, i));

      if (info != NULL && camel_message_info_get_to (info) != NULL)
        collect_addressees (people, camel_message_info_get_to (info));
    }
  e_buoy_compat_free_uids (folder, uids);
}

void
e_buoy_people_read_sent (CamelSession *session, const char *uri, GPtrArray *people, GCancellable *cancellable)
{
  g_autoptr (CamelStore) store = NULL;
  g_autofree char *name = NULL;
  g_autoptr (CamelFolder) folder = NULL;

  if (!e_mail_folder_uri_parse (session, uri, &store, &name, NULL))
    return;
  folder = open_folder (store, name, cancellable);
  if (folder != NULL)
    read_folder (folder, people, cancellable);
}
