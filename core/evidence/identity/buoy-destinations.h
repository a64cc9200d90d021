/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Where the links of a message that claims a brand lead.
 */
#pragma once

#include "evidence/buoy-evidence.h"

/* Bits: the kinds of destinations of a message's links. */
typedef enum
{
  BUOY_DESTINATION_SENDER = 1 << 0,   /* From's own registrable domain */
  BUOY_DESTINATION_BRAND = 1 << 1,    /* the brand's own sites, by a visible link */
  BUOY_DESTINATION_SERVICE = 1 << 2,  /* a sending service, or a site to which all kinds of mail link */
  BUOY_DESTINATION_KNOWN = 1 << 3,    /* another brand, the domain of the envelope or a signature, an opaque wrapper */
  BUOY_DESTINATION_STRANGER = 1 << 4, /* any other site; shorteners too */
  BUOY_DESTINATION_MAIL = 1 << 5,     /* a link without a host, such as an address, or an attached page */
  BUOY_DESTINATION_FILE = 1 << 6      /* an attachment */
} BuoyDestinations;

/* Returns the kinds of destinations of the message's links, as BuoyDestinations bits, if it claims to be from @brand.
 */
guint buoy_destinations_find (const BuoyEvidence *evidence, const BuoyBrand *brand);

/* Whether all kinds of mail link to @ascii_host, which belongs to @owner (nullable): social networks, app stores. */
gboolean buoy_destinations_is_shared (const char *ascii_host, const BuoyBrand *owner);
