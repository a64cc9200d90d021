/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Address books that Evolution Data Server keeps on this machine. Books that query a server each time (LDAP without an
 * offline copy) are skipped: the server would learn when mail is read.
 */
#include "config.h"

#include "e-buoy-people-private.h"

#define BOOK_SECONDS 3 /* for opening and reading one book; it is tried again later */

static gboolean
is_kept_here (ESource *source)
{
  ESourceBackend *backend = e_source_get_extension (source, E_SOURCE_EXTENSION_ADDRESS_BOOK);

  if (g_strcmp0 (e_source_backend_get_backend_name (backend), "ldap") != 0)
    return TRUE;
  return e_source_has_extension (source, E_SOURCE_EXTENSION_OFFLINE)
         && e_source_offline_get_stay_synchronized (e_source_get_extension (source, E_SOURCE_EXTENSION_OFFLINE));
}

GList *
e_buoy_people_list_books (ESourceRegistry *registry)
{
  GList *sources = e_source_registry_list_enabled (registry, E_SOURCE_EXTENSION_ADDRESS_BOOK);
  GList *books = NULL;

  for (GList *link = sources; link != NULL; link = link->next)
    if (is_kept_here (link->data))
      books = g_list_prepend (books, g_object_ref (link->data));
  g_list_free_full (sources, g_object_unref);
  return books;
}

static void
collect_contact (GPtrArray *people, EContact *contact)
{
  const char *name = e_contact_get_const (contact, E_CONTACT_FULL_NAME);
  GList *addresses;

  if (GPOINTER_TO_INT (e_contact_get (contact, E_CONTACT_IS_LIST)))
    return;
  addresses = e_contact_get (contact, E_CONTACT_EMAIL);
  for (GList *link = addresses; link != NULL; link = link->next)
    e_buoy_people_collect (people, name, link->data);
  g_list_free_full (addresses, g_free);
}

static gboolean
on_too_long (gpointer data)
{
  g_cancellable_cancel (data);
  return G_SOURCE_REMOVE;
}

/* Cancels @cancellable after a book's time is over, in any thread. (transfer full) */
static GSource *
limit_time (GCancellable *cancellable)
{
  GSource *source = g_timeout_source_new_seconds (BOOK_SECONDS);

  g_source_set_callback (source, on_too_long, g_object_ref (cancellable), g_object_unref);
  g_source_attach (source, NULL);
  return source;
}

static void
read_client (EBookClient *client, GPtrArray *people, GCancellable *cancellable)
{
  GSList *contacts = NULL;

  if (!e_book_client_get_contacts_sync (client, "(exists \"email\")", &contacts, cancellable, NULL))
    return;
  for (GSList *link = contacts; link != NULL; link = link->next)
    collect_contact (people, link->data);
  g_slist_free_full (contacts, g_object_unref);
}

void
e_buoy_people_read_book (EClientCache *cache, ESource *book, GPtrArray *people, GCancellable *cancellable)
{
  g_autoptr (GCancellable) own = g_cancellable_new ();
  g_autoptr (GSource) limit = limit_time (own);
  g_autoptr (EClient) client = NULL;

  if (!g_cancellable_is_cancelled (cancellable))
    client = e_client_cache_get_client_sync (cache, book, E_SOURCE_EXTENSION_ADDRESS_BOOK, BOOK_SECONDS, own, NULL);
  if (client != NULL)
    read_client (E_BOOK_CLIENT (client), people, own);
  g_source_destroy (limit);
}
