/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A message may be a list's if it says how to post to it and the receiving side confirms its host: by a server in the
 * trusted part of the trace, or by a trusted result. The message's own envelope and Sender fields prove nothing. Anyone
 * with a domain can call it a list, so that alone excuses nothing but what a list cannot avoid. Hosts are compared by
 * their site: a provider's list server is not its mail for everybody.
 */
#include "config.h"

#include "evidence/origin/buoy-list.h"

#include <string.h>

#include "base/host/buoy-host.h"
#include "registry/buoy-free-mail.h"

#define MAILTO "mailto:"
#define AROUND_ADDRESS "<>?;, \t"

/* The host in "List-Id: Name <list.example.org>". (transfer full) (nullable) */
static char *
host_in_list_id (const char *value)
{
  const char *open = value != NULL ? strrchr (value, '<') : NULL;
  g_autofree char *host = open != NULL ? g_strndup (open + 1, strcspn (open + 1, ">")) : NULL;

  return host != NULL ? buoy_host_to_ascii (host) : NULL;
}

/* The first address in "List-Post: <https://example.org/post>, <mailto:list@example.org>", "X-BeenThere:
 * list@example.org" or "Mailing-List: list list@example.org; …". (transfer full) (nullable)
 */
static char *
take_address (const char *value)
{
  const char *mailto = value != NULL ? strcasestr (value, MAILTO) : NULL;
  const char *start = mailto != NULL ? mailto + strlen (MAILTO) : value;
  const char *at = start != NULL ? strchr (start, '@') : NULL;
  const char *begin = at;

  if (at == NULL)
    return NULL;
  while (begin > start && strchr (AROUND_ADDRESS, begin[-1]) == NULL)
    begin--;
  return g_strndup (begin, (gsize) (at - begin) + strcspn (at, AROUND_ADDRESS));
}

/* The host of that address. (transfer full) (nullable) */
static char *
host_in_address (const char *value)
{
  g_autofree char *address = take_address (value);

  return address != NULL ? buoy_host_to_ascii (strchr (address, '@') + 1) : NULL;
}

static void
add_host (GPtrArray *hosts, char *host)
{
  if (host != NULL)
    g_ptr_array_add (hosts, host);
}

/* fml and the services derived from it give the list a name and a counter, and its address as Reply-To. */
static void
add_numbered_list (GPtrArray *hosts, const BuoyMessage *message)
{
  const BuoyMailbox *answers = message->reply_to->len > 0 ? g_ptr_array_index (message->reply_to, 0) : NULL;

  if (buoy_message_get_header (message, "X-ML-Name") != NULL && answers != NULL && answers->domain != NULL
      && buoy_message_is_addressed_to (message, answers->address))
    add_host (hosts, g_strdup (answers->domain));
}

/* The hosts of the list, taken from header fields that only discussion lists write: Mailman, Sympa, ezmlm, fml, Google
 * Groups. May be empty.
 */
static GPtrArray *
find_list_hosts (const BuoyMessage *message)
{
  static const char *const posting[] = { "List-Post", "X-BeenThere", "Mailing-List", "X-Mailing-List", "X-Loop" };
  const char *precedence = buoy_message_get_header (message, "Precedence");
  GPtrArray *hosts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < G_N_ELEMENTS (posting); i++)
    add_host (hosts, host_in_address (buoy_message_get_header (message, posting[i])));
  add_numbered_list (hosts, message);
  if (hosts->len > 0 || (precedence != NULL && g_ascii_strcasecmp (precedence, "list") == 0))
    add_host (hosts, host_in_list_id (buoy_message_get_header (message, "List-Id")));
  return hosts;
}

/* Whether the domain of the list passed: as the envelope seen by the receiving side, or with a signature. */
static gboolean
has_passed (const BuoyEvidence *evidence, const char *host)
{
  const BuoyAuthentication *auth = &evidence->auth;

  if (buoy_host_same_site (host, auth->other_domain) || buoy_host_same_site (host, auth->aligned_domain))
    return TRUE;
  for (guint i = 0; i < auth->signers->len; i++)
    if (buoy_host_same_site (host, g_ptr_array_index (auth->signers, i)))
      return TRUE;
  return FALSE;
}

/* Whether a server of the list is in the trusted part of the trace. */
static gboolean
fits_trace (const BuoyEvidence *evidence, const char *host)
{
  const GPtrArray *lines = evidence->message->received;

  for (guint i = 0; i < MIN (evidence->origin.n_trusted, lines->len); i++)
    {
      const BuoyReceived *line = g_ptr_array_index (lines, i);

      if (buoy_host_same_site (host, line->by) || buoy_host_same_site (host, line->rdns)
          || (line->rdns_state == BUOY_RDNS_NOT_SAID && buoy_host_same_site (host, line->helo)))
        return TRUE;
    }
  return FALSE;
}

/* Whether the receiving side checked who sent the message, and it was not the list. */
static gboolean
is_refuted (const BuoyEvidence *evidence, const char *host)
{
  const BuoyAuthentication *auth = &evidence->auth;

  if (g_str_equal (auth->spf, "fail") || g_str_equal (auth->spf, "softfail"))
    return auth->state != BUOY_AUTH_PASS;
  return (auth->state == BUOY_AUTH_FAIL || auth->says_unproven) && !buoy_host_same_site (host, auth->other_domain);
}

char *
buoy_list_find_id (const BuoyMessage *message)
{
  char *id = host_in_list_id (buoy_message_get_header (message, "List-Id"));
  g_autoptr (GPtrArray) hosts = NULL;

  if (id != NULL)
    return id;
  hosts = find_list_hosts (message);
  return hosts->len > 0 ? g_strdup (g_ptr_array_index (hosts, 0)) : NULL;
}

char *
buoy_list_find_host (const BuoyEvidence *evidence)
{
  const BuoyMessage *message = evidence->message;
  g_autoptr (GPtrArray) hosts = find_list_hosts (message);

  /* Bounded: find_list_hosts() reads a handful of fields */
  for (guint i = 0; i < hosts->len; i++)
    {
      const char *host = g_ptr_array_index (hosts, i);

      /* having an account at a free mail provider does not make it a list */
      if (!buoy_free_mail_is (buoy_host_registrable_domain (host)) && !is_refuted (evidence, host)
          && (has_passed (evidence, host) || fits_trace (evidence, host)))
        return g_strdup (host);
    }
  return NULL;
}

gboolean
buoy_list_is_sender (const BuoyEvidence *evidence)
{
  static const char *const fields[] = { "List-Post", "X-BeenThere" };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autofree char *address = take_address (buoy_message_get_header (evidence->message, fields[i]));

      if (address != NULL && g_ascii_strcasecmp (address, evidence->from->address) == 0)
        return TRUE;
    }
  return FALSE;
}
