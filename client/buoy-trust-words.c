/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Trust applies to an authenticated domain, not to a message; the texts say so, and that it can be undone.
 */
#include "config.h"

#include "buoy-trust-words.h"

#include <glib/gi18n-lib.h>

#include "bellbuoy.h"
#include "notice/buoy-shown.h"

char *
buoy_trust_ask_whether (const char *sender, const char *site)
{
  g_autofree char *shown_sender = buoy_shown_text (sender);
  g_autofree char *shown_site = site != NULL ? buoy_shown_text (site) : NULL;

  if (site == NULL)
    /* Translators: %s is the domain of the sender. */
    return g_strdup_printf (_ ("Trust mail from %s?"), shown_sender);
  /* Translators: %1$s is the domain of the sender, %2$s the site that links open. */
  return g_strdup_printf (_ ("Accept links to %2$s in mail from %1$s?"), shown_sender, shown_site);
}

const char *
buoy_trust_advise (const char *site)
{
  if (site == NULL)
    return _ ("It is confirmed where this message is from, not that its sender is honest. Trust only senders "
              "you know. You are still warned when the origin is not confirmed or when something is "
              "disguised. You can undo this in the preferences.");
  return _ ("These links show another site than they open. As long as the sender is verified, they will "
            "open without asking. You can undo this in the preferences.");
}

char *
buoy_trust_tell (const char *sender, const char *site)
{
  g_autofree char *shown_sender = buoy_shown_text (sender);
  g_autofree char *shown_site = site != NULL ? buoy_shown_text (site) : NULL;

  if (site == NULL)
    /* Translators: %s is the domain of the sender. */
    return g_strdup_printf (_ ("Trusted: mail from %s, if verified"), shown_sender);
  /* Translators: %1$s is the domain of the sender, %2$s the site that links open. */
  return g_strdup_printf (_ ("Trusted: links to %2$s in mail from %1$s, if verified"), shown_sender, shown_site);
}
