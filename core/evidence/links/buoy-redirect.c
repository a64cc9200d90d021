/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Gateways that an administrator configured, and open redirectors, recognised by common parameter names.
 */
#include "config.h"

#include "evidence/links/buoy-redirect.h"

#include <string.h>

#include "base/host/buoy-host.h"
#include "evidence/links/buoy-href.h"
#include "evidence/links/buoy-unwrap.h"

#define GATEWAY "gateway"
#define MAX_WRAPPERS 8    /* unwrapped layers; honest mail nests two or three (gateway, tracker, search engine) */
#define MAX_PARAMETERS 64 /* of one query; trackers have twenty */

/* Whether @host may have an address. A template that was filled wrongly leaves others: "http://home+style=". */
static gboolean
may_be_found (const char *host)
{
  const char *dot = strrchr (host, '.');
  const char *label = dot != NULL ? dot + 1 : host;

  return *host == '[' || strspn (label, "-0123456789abcdefghijklmnopqrstuvwxyz") == strlen (label);
}

static BuoyUrl *
open_web (const char *text)
{
  BuoyUrl *url = text != NULL ? buoy_href_open (text, NULL) : NULL;

  if (url != NULL && buoy_url_is_web (url) && may_be_found (url->host))
    return url;
  g_clear_pointer (&url, buoy_url_free);
  return NULL;
}

gboolean
buoy_redirect_open_gateway (const BuoyContext *context, const BuoyUrl *url, BuoyWrapped *out_wrapped)
{
  for (guint i = 0; context != NULL && url->host != NULL && i < context->gateways->len; i++)
    {
      const BuoyGateway *gateway = g_ptr_array_index (context->gateways, i);
      g_autofree char *text = NULL;

      if (!buoy_host_is_within (url->host, gateway->host))
        continue;
      text = gateway->parameter != NULL ? buoy_url_query_value (url, gateway->parameter)
                                        : buoy_unwrap_embedded_path (url);
      out_wrapped->name = GATEWAY;
      out_wrapped->target = open_web (text);
      out_wrapped->opaque = out_wrapped->target == NULL;
      return TRUE;
    }
  return FALSE;
}

/* Whether @name is common for the target of a redirect: it contains "url" or "redir", or is in the list. */
static gboolean
is_redirect_name (const char *name)
{
  static const char *const names[] = { "backto", "continue", "dest",      "destination", "f",    "forward", "go",
                                       "goto",   "l",        "link",      "location",    "next", "out",     "r",
                                       "return", "returnto", "return_to", "target",      "to",   "u",       "uri" };

  if (strcasestr (name, "url") != NULL || strcasestr (name, "redir") != NULL)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_ascii_strcasecmp (names[i], name) == 0)
      return TRUE;
  return FALSE;
}

/* The URL in "name=value", or in a value without a name; NULL if there is none. Changes @pair. (transfer full) */
static BuoyUrl *
read_pair (char *pair, gboolean any_name)
{
  char *value = strchr (pair, '=');
  g_autofree char *text = NULL;

  if (g_str_has_prefix (pair, "http://") || g_str_has_prefix (pair, "https://"))
    return open_web (pair);
  if (value == NULL)
    return NULL;
  *value++ = '\0';
  if (!any_name && !is_redirect_name (pair))
    return NULL;
  text = g_uri_unescape_string (value, NULL);
  return text != NULL && (strstr (text, "://") != NULL || g_str_has_prefix (text, "//")) ? open_web (text) : NULL;
}

static BuoyUrl *
find (const BuoyUrl *url, gboolean any_name)
{
  g_auto (GStrv) pairs = NULL;
  BuoyUrl *found = NULL;

  if (url->query == NULL || !buoy_url_is_web (url))
    return NULL;
  pairs = g_strsplit (url->query, "&", MAX_PARAMETERS);
  for (guint i = 0; pairs[i] != NULL; i++)
    {
      g_autoptr (BuoyUrl) next = read_pair (pairs[i], any_name);

      if (next == NULL || buoy_host_same_site (next->host, url->host))
        continue;
      if (found != NULL && !buoy_host_same_site (found->host, next->host))
        {
          buoy_url_free (found);
          return NULL;
        }
      if (found == NULL)
        found = g_steal_pointer (&next);
    }
  return found;
}

BuoyUrl *
buoy_redirect_find (const BuoyUrl *url)
{
  return find (url, FALSE);
}

BuoyUrl *
buoy_redirect_find_any (const BuoyUrl *url)
{
  return find (url, TRUE);
}

BuoyUrl *
buoy_redirect_follow (const BuoyContext *context, const BuoyUrl *url, GPtrArray *out_names, gboolean *out_opaque)
{
  BuoyUrl *inner = NULL;

  for (guint i = 0; i < MAX_WRAPPERS; i++)
    {
      const BuoyUrl *outer = inner != NULL ? inner : url;
      BuoyWrapped wrapped = { 0 };

      if (!buoy_redirect_open_gateway (context, outer, &wrapped) && !buoy_wrapper_open (outer, &wrapped))
        break;
      g_ptr_array_add (out_names, (gpointer) wrapped.name);
      if (wrapped.opaque)
        {
          *out_opaque = TRUE;
          break;
        }
      g_clear_pointer (&inner, buoy_url_free);
      inner = wrapped.target;
    }
  return inner;
}

BuoyUrl *
buoy_redirect_trace (const BuoyUrl *url, GPtrArray *out_names)
{
  gboolean opaque = FALSE;
  BuoyUrl *inner = buoy_redirect_follow (NULL, url, out_names, &opaque);

  while (!opaque && out_names->len < MAX_WRAPPERS)
    {
      g_autoptr (BuoyUrl) next = buoy_redirect_find_any (inner != NULL ? inner : url);
      BuoyUrl *opened;

      if (next == NULL)
        break;
      g_ptr_array_add (out_names, (gpointer) BUOY_REDIRECT);
      opened = buoy_redirect_follow (NULL, next, out_names, &opaque);
      g_clear_pointer (&inner, buoy_url_free);
      inner = opened != NULL ? opened : g_steal_pointer (&next);
    }
  return inner;
}
