/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * How lookups are made, and what they weigh.
 */
#include "config.h"

#include "buoy-context-private.h"
#include "buoy-context-settings.h"

#include <string.h>

#include "base/host/buoy-host.h"

#define MAX_NEW_DAYS 365 /* a year is not new */

/*< private >
 * buoy_context_set_new_domain_days:
 * @context: a context
 * @days: 0 to 365; at first 30
 *
 * Sets how young a domain must be to count as newly registered, if its registry is asked. With 0, none does.
 */
void
buoy_context_set_new_domain_days (BuoyContext *context, guint days)
{
  g_return_if_fail (buoy_context_is_open (context));

  context->new_domain_days = MIN (days, MAX_NEW_DAYS);
}

/*< private >
 * buoy_context_set_location_database:
 * @context: a context
 * @file: (nullable) (type filename): a location table, of libloc or of MaxMind's format; %NULL or "": the one that the
 *   system has, "off": none
 *
 * Sets where it is read in which country and network a server is. Only lookups do so.
 */
void
buoy_context_set_location_database (BuoyContext *context, const char *file)
{
  g_return_if_fail (buoy_context_is_open (context));

  g_free (context->location_database);
  context->location_database = g_strdup (file);
}

/*< private >
 * buoy_context_set_lookup_kinds:
 * @context: a context
 * @kinds: of "sender" (the keys and the policy of the sender's domain), "registration" (who registered a domain, and
 *   when) and "reverse-name" (the name of the server that handed the message in); what is none of them is ignored
 *
 * Sets what lookups ask, if they are made. At first all of it.
 */
void
buoy_context_set_lookup_kinds (BuoyContext *context, const char *const *kinds)
{
  static const char *const names[] = { "sender", "registration", "reverse-name" }; /* in the order of the flags */

  g_return_if_fail (buoy_context_is_open (context));

  context->lookup_kinds = 0;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_strv_contains (kinds, names[i]))
      context->lookup_kinds |= 1 << i;
}

/*< private >
 * buoy_context_set_qr_codes:
 * @context: a context
 * @decoded: whether QR codes in pictures are decoded; at first they are
 *
 * Sets whether QR codes count as the links that they are.
 */
void
buoy_context_set_qr_codes (BuoyContext *context, gboolean decoded)
{
  g_return_if_fail (buoy_context_is_open (context));

  context->skips_codes = !decoded;
}

gboolean
buoy_context_has_correspondent_at (const BuoyContext *context, const char *domain)
{
  for (guint i = 0; context != NULL && i < context->contacts->len; i++)
    {
      const char *address = ((const BuoyContact *) g_ptr_array_index (context->contacts, i))->address;
      const char *at = strrchr (address, '@');

      if (at != NULL && buoy_host_is_within (at + 1, domain))
        return TRUE;
    }
  return FALSE;
}
