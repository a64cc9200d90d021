/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Reasons not to open a link or send a form without asking.
 */
#pragma once

#include "bellbuoy.h"

typedef enum
{
  BUOY_DOUBT_FALSE_LINK, /* the link does not lead where it says */
  BUOY_DOUBT_LOOKALIKE,  /* the link leads to a site whose name imitates another one */
  BUOY_DOUBT_LISTED,     /* the link leads where it says, but to a site on a block list */
  BUOY_DOUBT_UNCHECKED,  /* the check isn't finished */
  BUOY_DOUBT_UNREAD,     /* the check ended without seeing the link, or without reading all of the message */
  BUOY_DOUBT_FORM        /* a form in a suspicious message is about to be sent */
} BuoyDoubtKind;

typedef struct
{
  BuoyDoubtKind kind;
  const char *shown;  /* the site that a false link shows or a look-alike imitates; NULL for the others */
  const char *actual; /* the site or address that is really opened; NULL if the check isn't finished */
} BuoyDoubt;

/* Whether to ask the reader, and about what, once the check has ended. @verdict is NULL if the message could not be
 * judged. @doubt points into @verdict and @uri; it is empty if there is no reason to ask.
 */
gboolean buoy_doubt_link (BuoyDoubt *doubt, BuoyVerdict *verdict, const char *uri);
gboolean buoy_doubt_form (BuoyDoubt *doubt, BuoyVerdict *verdict, const char *uri);

/* Whether to refuse without asking. @blocks: the reader's setting to block misleading links. @evades: the message
 * itself prevented a part of it from being judged, so that the setting applies to all its links.
 */
gboolean buoy_doubt_is_refused (const BuoyDoubt *doubt, gboolean blocks, gboolean evades);
