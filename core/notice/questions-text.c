/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A promise: it names everybody who is asked, and everything that they are told.
 */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "notice/buoy-questions-text.h"
#include "notice/buoy-text-domain.h"
#include "notice/notice-private.h"
#include "base/host/buoy-host.h"
#include "verdict/buoy-questions-private.h"

/* A registry that keeps no registrants names the registrar's server, which does. */
static char *
tell_domain (const char *domain, const char *gateway)
{
  g_autofree char *shown = buoy_notice_host_for_people (domain);
  g_autofree char *suffix = buoy_notice_host_for_people (strchr (domain, '.') + 1);

  if (gateway != NULL)
    /* Translators: %1$s is the address of a server, %2$s a domain. */
    return g_strdup_printf (_ ("It asks a server of your organisation, %1$s, who registered %2$s, and when."), gateway,
                            shown);
  /* Translators: %1$s is a suffix such as "shop", %2$s a domain. */
  return g_strdup_printf (
      _ ("It asks the registry of .%1$s, and the registrar that it may name, who registered %2$s, and when."), suffix,
      shown);
}

/* A sub-domain's policy may be that of the domain that its organisation has registered (RFC 7489 §6.6.3), whose name
 * servers are asked, too.
 */
static char *
tell_sender (const char *sender)
{
  const char *domain = buoy_host_registrable_domain (sender);
  g_autofree char *shown = buoy_notice_host_for_people (domain != NULL ? domain : sender);

  /* Translators: %s is a domain. */
  return g_strdup_printf (_ ("It asks the name servers of %s for its policy and for the keys of its signatures."),
                          shown);
}

/*< private >
 * buoy_questions_tell:
 * @questions: questions
 *
 * Puts into the reader's language who would be asked, and what they would learn.
 *
 * Returns: (transfer full) (array zero-terminated=1): sentences; none if nobody would be asked
 */
char **
buoy_questions_tell (const BuoyQuestions *questions)
{
  g_autoptr (GPtrArray) sentences = g_ptr_array_new ();

  g_return_val_if_fail (questions != NULL, NULL);

  buoy_notice_bind_domain ();
  for (guint i = 0; i < questions->domains->len; i++)
    g_ptr_array_add (sentences, tell_domain (g_ptr_array_index (questions->domains, i), questions->gateway));
  if (questions->address != NULL)
    /* Translators: %s is an IP address. */
    g_ptr_array_add (sentences, g_strdup_printf (_ ("It asks name servers for the name of the sending server, %s."),
                                                 questions->address));
  if (questions->sender != NULL)
    g_ptr_array_add (sentences, tell_sender (questions->sender));
  if (sentences->len > 0)
    g_ptr_array_add (sentences,
                     g_strdup (
                         _ ("They can see that somebody asked. Nothing else of the message leaves this computer.")));
  g_ptr_array_add (sentences, NULL);
  return (char **) g_ptr_array_steal (sentences, NULL);
}
