/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Only links that were judged are opened without asking. A form has no text that names a site, so the client asks about
 * every form in a message with a warning.
 */
#include "config.h"

#include "buoy-doubt.h"

#include <string.h>

/* URIs that open nothing outside: an address to write to, a fragment, and the client's own URIs. */
static gboolean
stays_inside (const char *uri)
{
  return g_ascii_strncasecmp (uri, "mailto:", strlen ("mailto:")) == 0 || *uri == '#';
}

/* Whether a link was not judged, because the message, or the part that contains it, was not. */
static gboolean
is_unread (BuoyVerdict *verdict, const char *uri)
{
  if (stays_inside (uri))
    return FALSE;
  return verdict == NULL || !buoy_verdict_is_whole (verdict) || !buoy_verdict_has_judged (verdict, uri);
}

static BuoyDoubtKind
kind_of (const BuoyFalseLink *link)
{
  if (link->is_listed)
    return BUOY_DOUBT_LISTED;
  return g_strcmp0 (link->shown, link->imitated) == 0 ? BUOY_DOUBT_LOOKALIKE : BUOY_DOUBT_FALSE_LINK;
}

gboolean
buoy_doubt_link (BuoyDoubt *doubt, BuoyVerdict *verdict, const char *uri)
{
  const BuoyFalseLink *link = verdict != NULL ? buoy_verdict_find_false_link (verdict, uri) : NULL;

  if (link == NULL)
    {
      *doubt = (BuoyDoubt){ BUOY_DOUBT_UNREAD, NULL, uri };
      return is_unread (verdict, uri);
    }
  doubt->kind = kind_of (link);
  doubt->shown = doubt->kind == BUOY_DOUBT_LISTED ? NULL : link->shown;
  doubt->actual = link->actual;
  return TRUE;
}

gboolean
buoy_doubt_form (BuoyDoubt *doubt, BuoyVerdict *verdict, const char *uri)
{
  *doubt = (BuoyDoubt){ BUOY_DOUBT_FORM, NULL, uri };
  return is_unread (verdict, uri) || (verdict != NULL && buoy_verdict_get_level (verdict) != BUOY_LEVEL_NONE);
}

gboolean
buoy_doubt_is_refused (const BuoyDoubt *doubt, gboolean blocks, gboolean evades)
{
  if (!blocks || doubt->kind == BUOY_DOUBT_UNCHECKED)
    return FALSE;
  return doubt->kind != BUOY_DOUBT_UNREAD || evades;
}
