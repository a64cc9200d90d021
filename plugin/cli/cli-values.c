/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "cli-values.h"

#include <gio/gio.h>
#include <string.h>

#include "buoy-context-settings.h"
#include "cli.h"

/* Whether @text is a domain name, but not a public suffix such as "com". Uses the rules for receiving servers, without
 * addresses.
 */
static gboolean
is_domain (const char *text)
{
  g_autoptr (BuoyContext) unused = buoy_context_new ();

  return strpbrk (text, "*/:[ ") == NULL && text[0] != '.' && !g_hostname_is_ip_address (text)
         && buoy_context_add_trusted_host (unused, text);
}

gboolean
cli_values_add_own_address (BuoyContext *context, const char *address)
{
  const char *at = strrchr (address, '@');

  if (at == NULL || at == address || strpbrk (address, " <>,") != NULL || !is_domain (at + 1))
    return FALSE;
  buoy_context_add_own_address (context, address);
  return TRUE;
}

gboolean
cli_values_add_own_domain (BuoyContext *context, const char *domain)
{
  if (!is_domain (domain))
    return FALSE;
  buoy_context_add_own_domain (context, domain);
  return TRUE;
}

gboolean
cli_values_add_gateway (BuoyContext *context, const char *gateway)
{
  g_auto (GStrv) parts = g_strsplit (gateway, ":", 2);

  if (parts[0] == NULL || !is_domain (parts[0])
      || (parts[1] != NULL && (*parts[1] == '\0' || strchr (parts[1], '/') != NULL)))
    return FALSE;
  buoy_context_add_gateway (context, gateway);
  return TRUE;
}

gboolean
cli_values_add_trusted_sender (BuoyContext *context, const char *domain)
{
  if (!is_domain (domain))
    return FALSE;
  buoy_context_trust_sender (context, domain);
  return TRUE;
}

gboolean
cli_values_add_trusted_link (BuoyContext *context, const char *pair)
{
  g_auto (GStrv) parts = g_strsplit (pair, "=", 2);

  if (g_strv_length (parts) != 2 || !is_domain (parts[0]) || !is_domain (parts[1]))
    return FALSE;
  buoy_context_trust_link (context, parts[0], parts[1]);
  return TRUE;
}

gboolean
cli_values_add (BuoyContext *context, const char *option, char **values, gboolean (*add) (BuoyContext *, const char *),
                const char *why)
{
  for (guint i = 0; values != NULL && values[i] != NULL; i++)
    if (!add (context, values[i]))
      {
        g_auto (GStrv) around = g_strsplit (why, "%s", 2);
        g_autofree char *sentence = g_strconcat (around[0], values[i], around[1], NULL);

        cli_complain (option, sentence);
        return FALSE;
      }
  return TRUE;
}
