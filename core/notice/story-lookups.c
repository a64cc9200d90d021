/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What was looked up about a place on the route, or about a link's host: who registered the domain, whether name and
 * number belong together, where it is.
 */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/host/buoy-host.h"
#include "notice/buoy-registration-text.h"
#include "notice/notice-private.h"
#include "notice/story-private.h"
#include "registry/buoy-server-private.h"

static void
add (GPtrArray *facts, char *sentence)
{
  if (sentence != NULL)
    g_ptr_array_add (facts, sentence);
}

static char *
tell_unanswered (const BuoyUnanswered *unanswered)
{
  g_autofree char *domain = buoy_notice_host_for_people (unanswered->domain);

  /* Translators: %1$s is a domain, %2$s half a sentence: "its registry does not answer such questions". */
  return g_strdup_printf (_ ("It is unknown who registered %1$s, and when: %2$s."), domain,
                          buoy_lookup_explain_code (unanswered->why));
}

static void
add_registration (GPtrArray *facts, const BuoyVerification *verification, const char *domain)
{
  for (guint i = 0; i < verification->registrations->len; i++)
    {
      const BuoyRegistration *registration = g_ptr_array_index (verification->registrations, i);

      if (g_str_equal (buoy_registration_get_domain (registration), domain))
        add (facts, buoy_registration_to_sentence (registration));
    }
  for (guint i = 0; i < verification->unanswered->len; i++)
    {
      const BuoyUnanswered *unanswered = g_ptr_array_index (verification->unanswered, i);

      if (g_str_equal (unanswered->domain, domain))
        add (facts, tell_unanswered (unanswered));
    }
}

static void
add_place (GPtrArray *facts, const BuoyServer *server)
{
  add (facts, buoy_server_place_to_sentence (server));
  add (facts, buoy_server_network_to_sentence (server));
}

GPtrArray *
buoy_story_tell_server (const BuoyVerification *verification, const char *domain)
{
  GPtrArray *facts = g_ptr_array_new_with_free_func (g_free);

  if (verification == NULL)
    return facts;
  if (verification->server != NULL)
    add (facts, buoy_server_name_to_sentence (verification->server));
  if (domain != NULL)
    add_registration (facts, verification, domain);
  if (verification->server != NULL)
    add_place (facts, verification->server);
  return facts;
}

static gboolean
is_name_of (const BuoyServer *server, const char *host)
{
  for (guint i = 0; i < server->n_agreeing; i++)
    if (g_str_equal (server->names[i], host))
      return TRUE;
  return FALSE;
}

/* The server of @host, if an answer that was asked for holds its address. */
static const BuoyServer *
find_server (const BuoyVerification *verification, const char *host)
{
  if (verification->server != NULL && is_name_of (verification->server, host))
    return verification->server;
  for (guint i = 0; i < verification->link_servers->len; i++)
    {
      const BuoyServer *server = g_ptr_array_index (verification->link_servers, i);

      if (g_str_equal (server->address, host))
        return server;
    }
  return NULL;
}

GPtrArray *
buoy_story_tell_host (const BuoyVerification *verification, const char *host)
{
  GPtrArray *facts = g_ptr_array_new_with_free_func (g_free);
  const char *domain = buoy_host_registrable_domain (host);
  const BuoyServer *server = verification != NULL ? find_server (verification, host) : NULL;

  if (verification != NULL && domain != NULL)
    add_registration (facts, verification, domain);
  if (server != NULL)
    add_place (facts, server);
  return facts;
}
