/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The end of filling a context: its domains are indexed, and it stays as it is.
 */
#include "config.h"

#include "buoy-context-private.h"

#include <string.h>

static void
add_host_of_address (GPtrArray *hosts, const char *address)
{
  const char *at = strrchr (address, '@');

  if (at != NULL)
    g_ptr_array_add (hosts, (gpointer) (at + 1));
}

/* (transfer container) (element-type utf8): of the reader's side, of contacts, then protected ones */
static GPtrArray *
list_hosts (const BuoyContext *context)
{
  GPtrArray *hosts = g_ptr_array_new ();

  g_ptr_array_extend (hosts, context->own_domains, NULL, NULL);
  for (guint i = 0; i < context->own_addresses->len; i++)
    add_host_of_address (hosts, g_ptr_array_index (context->own_addresses, i));
  for (guint i = 0; i < context->contacts->len; i++)
    {
      const BuoyContact *contact = g_ptr_array_index (context->contacts, i);

      add_host_of_address (hosts, contact->address);
    }
  g_ptr_array_extend (hosts, context->protected_domains, NULL, NULL);
  return hosts;
}

void
buoy_context_seal (BuoyContext *context)
{
  g_autoptr (GPtrArray) hosts = NULL;

  if (context == NULL || !g_once_init_enter (&context->sealed))
    return;
  hosts = list_hosts (context);
  context->known = buoy_protected_names_new (hosts);
  g_once_init_leave (&context->sealed, TRUE);
}

gboolean
buoy_context_is_open (const BuoyContext *context)
{
  return context != NULL && g_atomic_pointer_get ((gsize *) &context->sealed) == 0;
}
