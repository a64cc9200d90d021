/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The library decides what is valid: an entry that it ignores must not be added.
 */
#include "config.h"

#include "buoy-list-entry.h"

#include <string.h>

#include "bellbuoy.h"
#include "buoy-context-settings.h"

/* A domain or host contains a dot and no space. People paste addresses, too. */
char *
buoy_list_entry_read_host (const char *text)
{
  const char *at = strrchr (text, '@');
  char *host = g_strstrip (g_strdup (at != NULL ? at + 1 : text));

  if (strchr (host, '.') == NULL || strpbrk (host, " \t/") != NULL)
    g_clear_pointer (&host, g_free);
  return host;
}

/* @text without surrounding blanks, if @accept accepts it. (transfer full) (nullable) */
static char *
read_with (const char *text, gboolean (*accept) (BuoyContext *context, const char *entry))
{
  g_autoptr (BuoyContext) context = buoy_context_new ();
  g_autofree char *entry = g_strstrip (g_strdup (text));

  return accept (context, entry) ? g_steal_pointer (&entry) : NULL;
}

char *
buoy_list_entry_read_sender (const char *text)
{
  g_autofree char *domain = buoy_list_entry_read_host (text);

  return domain != NULL ? g_strstrip (g_strdup (text)) : NULL;
}

char *
buoy_list_entry_read_server (const char *text)
{
  return read_with (text, buoy_context_add_trusted_host);
}

char *
buoy_list_entry_read_site (const char *text)
{
  return read_with (text, buoy_context_block_site);
}

char *
buoy_list_entry_read_subscription (const char *text)
{
  g_autofree char *entry = g_strstrip (g_strdup (text));
  g_autoptr (BuoyBlockList) list = buoy_block_list_new (entry, NULL);

  return list != NULL ? g_steal_pointer (&entry) : NULL;
}

char *
buoy_list_entry_read_person (const char *text)
{
  g_autofree char *entry = g_strstrip (g_strdup (text));
  const char *bracket = strchr (entry, '<');

  if (bracket == NULL || bracket == entry || strchr (bracket, '@') == NULL || !g_str_has_suffix (entry, ">"))
    return NULL;
  return g_steal_pointer (&entry);
}
