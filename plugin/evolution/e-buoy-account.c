/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Read from the registry in memory on the main thread: a few strings, no I/O.
 */
#include "config.h"

#include "e-buoy-account.h"

#include "e-buoy-compat.h"

static void
add_address (BuoyContext *context, const char *address)
{
  if (address != NULL && strchr (address, '@') != NULL)
    buoy_context_add_own_address (context, address);
}

static void
add_identity (BuoyContext *context, ESource *source)
{
  ESourceMailIdentity *identity = e_source_get_extension (source, E_SOURCE_EXTENSION_MAIL_IDENTITY);
  g_autoptr (GHashTable) aliases = e_source_mail_identity_get_aliases_as_hash_table (identity);
  GHashTableIter iter;
  gpointer address;

  add_address (context, e_source_mail_identity_get_address (identity));
  if (aliases == NULL)
    return;
  g_hash_table_iter_init (&iter, aliases);
  while (g_hash_table_iter_next (&iter, &address, NULL))
    add_address (context, address);
}

static void
add_identities (BuoyContext *context, ESourceRegistry *registry)
{
  GList *sources = e_source_registry_list_enabled (registry, E_SOURCE_EXTENSION_MAIL_IDENTITY);

  for (GList *link = sources; link != NULL; link = link->next)
    add_identity (context, link->data);
  g_list_free_full (sources, g_object_unref);
}

/* A local proxy or an IP address does not tell who writes Received fields. */
static gboolean
is_remote_name (const char *host)
{
  return host != NULL && strchr (host, '.') != NULL && !g_hostname_is_ip_address (host)
         && g_ascii_strncasecmp (host, "localhost", strlen ("localhost")) != 0;
}

static void
add_receiving_server (BuoyContext *context, ESourceRegistry *registry, const char *uid)
{
  g_autoptr (ESource) source = e_source_registry_ref_source (registry, uid);
  g_autofree char *host = NULL;

  if (source == NULL || !e_source_has_extension (source, E_SOURCE_EXTENSION_AUTHENTICATION))
    return;
  host = e_source_authentication_dup_host (e_source_get_extension (source, E_SOURCE_EXTENSION_AUTHENTICATION));
  if (is_remote_name (host))
    buoy_context_add_trusted_host (context, host);
}

BuoyContext *
e_buoy_account_make_context (const char *uid)
{
  BuoyContext *context = buoy_context_new ();
  EShell *shell = e_shell_get_default ();
  ESourceRegistry *registry = shell != NULL ? e_shell_get_registry (shell) : NULL;

  if (registry == NULL)
    return context;
  add_identities (context, registry);
  if (uid != NULL)
    add_receiving_server (context, registry, uid);
  return context;
}

static void
on_source (ESourceRegistry *registry, ESource *source, gpointer changed)
{
  if (e_source_has_extension (source, E_SOURCE_EXTENSION_MAIL_ACCOUNT)
      || e_source_has_extension (source, E_SOURCE_EXTENSION_MAIL_IDENTITY))
    ((void (*) (void)) changed) ();
}

void
e_buoy_account_watch (void (*changed) (void))
{
  static const char *const signals[]
      = { "source-added", "source-removed", "source-changed", "source-enabled", "source-disabled" };
  static gboolean is_watched;
  EShell *shell = e_shell_get_default ();
  ESourceRegistry *registry = shell != NULL ? e_shell_get_registry (shell) : NULL;

  if (is_watched || registry == NULL)
    return;
  is_watched = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
    g_signal_connect (registry, signals[i], G_CALLBACK (on_source), (gpointer) changed);
}
