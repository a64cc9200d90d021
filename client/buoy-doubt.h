/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What speaks against opening a link or sending a form of a message.
 */
#pragma once

#include "bellbuoy.h"

typedef enum
{
  BUOY_DOUBT_FALSE_LINK, /* it leads elsewhere than it says */
  BUOY_DOUBT_LOOKALIKE,  /* it leads to a site whose name imitates another's */
  BUOY_DOUBT_UNCHECKED,  /* the check isn't finished */
  BUOY_DOUBT_UNREAD,     /* the check has ended without having seen it, or not all of the message */
  BUOY_DOUBT_FORM        /* a form of a doubtful message is about to be sent */
} BuoyDoubtKind;

typedef struct
{
  BuoyDoubtKind kind;
  const char *shown;  /* the site that a false link shows, or a look-alike imitates; NULL for the others */
  const char *actual; /* the site, or the address, that is really opened; NULL if the check isn't finished */
} BuoyDoubt;

/* Whether the reader is to be asked, and what about, once the check has ended: @verdict is NULL where the message could
 * not be judged. @doubt refers to @verdict and @uri; where nothing speaks against the link it says nothing.
 */
gboolean buoy_doubt_link (BuoyDoubt *doubt, BuoyVerdict *verdict, const char *uri);
gboolean buoy_doubt_form (BuoyDoubt *doubt, BuoyVerdict *verdict, const char *uri);

/* Whether a reader who blocks false links is not even asked. @evades: the message itself kept a part of it from being
 * judged, so that the setting holds for all its links.
 */
gboolean buoy_doubt_is_refused (const BuoyDoubt *doubt, gboolean blocks, gboolean evades);
