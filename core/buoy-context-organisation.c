/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What an organisation says about itself in its policy.
 */
#include "config.h"

#include "buoy-context-private.h"
#include "buoy-context-settings.h"

#include "base/host/buoy-host.h"

#include <string.h>

/*< private >
 * buoy_context_protect_domain:
 * @context: a context that no scan has seen yet
 * @domain: a domain that readers know, such as a partner's or a bank's
 *
 * Adds a domain whose look-alikes are reported. It is not trusted for that, nor the organisation's
 * own. What is no host name is ignored.
 */
void
buoy_context_protect_domain (BuoyContext *context, const char *domain)
{
  g_return_if_fail (buoy_context_is_open (context));

  buoy_context_add_host (context->protected_domains, domain);
}

/*< private >
 * buoy_context_protect_person:
 * @context: a context that no scan has seen yet
 * @person: "Name <address>", as people write it in settings
 *
 * Adds a person, such as a director, whose name on another domain's address is a warning. Mail from @person is not
 * trusted for that. What is not of that form is ignored.
 */
void
buoy_context_protect_person (BuoyContext *context, const char *person)
{
  const char *opening, *closing;
  g_autofree char *name = NULL;
  BuoyContact *contact;

  g_return_if_fail (buoy_context_is_open (context));
  g_return_if_fail (person != NULL);

  opening = strrchr (person, '<');
  closing = opening != NULL ? strchr (opening, '>') : NULL;
  if (closing == NULL || memchr (opening, '@', (gsize) (closing - opening)) == NULL)
    return;
  name = g_strstrip (g_strndup (person, (gsize) (opening - person)));
  if (*name == '\0')
    return;
  contact = g_new0 (BuoyContact, 1);
  contact->name = g_steal_pointer (&name);
  contact->address = g_utf8_strdown (opening + 1, closing - opening - 1);
  g_ptr_array_add (context->protected_people, contact);
  buoy_context_add_namesakes (context, contact);
}

/*< private >
 * buoy_context_set_support_text:
 * @context: a context that no scan has seen yet
 * @text: (nullable): a sentence of the organisation's; %NULL or empty: none
 *
 * Sets what is said with each warning of whom to ask. It is shown as plain text.
 */
void
buoy_context_set_support_text (BuoyContext *context, const char *text)
{
  g_return_if_fail (buoy_context_is_open (context));

  g_free (context->support_text);
  context->support_text = text != NULL && *text != '\0' ? g_strdup (text) : NULL;
}

gboolean
buoy_context_owns_domain (const BuoyContext *context, const char *host)
{
  for (guint i = 0; context != NULL && i < context->own_domains->len; i++)
    if (buoy_host_is_within (host, g_ptr_array_index (context->own_domains, i)))
      return TRUE;
  return FALSE;
}
