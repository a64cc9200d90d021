/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What is trusted is an authenticated name, not a message; the texts say so, and that it can be undone.
 */
#include "config.h"

#include "buoy-trust-words.h"

#include <glib/gi18n-lib.h>

#include "bellbuoy.h"

char *
buoy_trust_ask_whether (const char *sender, const char *site)
{
  g_autofree char *shown_sender = buoy_shown_text (sender);
  g_autofree char *shown_site = site != NULL ? buoy_shown_text (site) : NULL;

  if (site == NULL)
    /* Translators: %s is the domain of the sender. */
    return g_strdup_printf (_ ("Trust mail from %s?"), shown_sender);
  /* Translators: %1$s is the domain of the sender, %2$s the site that links open. */
  return g_strdup_printf (_ ("Are links to %2$s fine in mail from %1$s?"), shown_sender, shown_site);
}

const char *
buoy_trust_advise (const char *site)
{
  if (site == NULL)
    return _ (
        "It is proven where this message is from, not that its sender is honest. Trust only whom you know. What is "
        "not proven, or disguised, is warned of all the same. You can take it back in the preferences.");
  return _ ("These links show another site than they open. While the sender is proven, they will open without a "
            "question. You can take it back in the preferences.");
}

char *
buoy_trust_tell (const char *sender, const char *site)
{
  g_autofree char *shown_sender = buoy_shown_text (sender);
  g_autofree char *shown_site = site != NULL ? buoy_shown_text (site) : NULL;

  if (site == NULL)
    /* Translators: %s is the domain of the sender. */
    return g_strdup_printf (_ ("Trusted: mail from %s, while it is proven"), shown_sender);
  /* Translators: %1$s is the domain of the sender, %2$s the site that links open. */
  return g_strdup_printf (_ ("Trusted: links to %2$s in mail from %1$s, while it is proven"), shown_sender, shown_site);
}
