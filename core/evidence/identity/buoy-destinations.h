/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * To what kinds of places the links of a message lead that speaks in a brand's name.
 */
#pragma once

#include "evidence/buoy-evidence.h"

/* Bits: the kinds of places that a message's links open. */
typedef enum
{
  BUOY_DESTINATION_SENDER = 1 << 0,   /* From's own registrable domain */
  BUOY_DESTINATION_BRAND = 1 << 1,    /* the brand's own sites, and seen by the reader */
  BUOY_DESTINATION_SERVICE = 1 << 2,  /* a service that sends for many, or what everybody's mail links to */
  BUOY_DESTINATION_KNOWN = 1 << 3,    /* another brand, the envelope's or a signer's domain, an opaque wrapper */
  BUOY_DESTINATION_STRANGER = 1 << 4, /* none of these; a shortener too */
  BUOY_DESTINATION_MAIL = 1 << 5,     /* a mail that the reader is to write, an attached page */
  BUOY_DESTINATION_FILE = 1 << 6      /* something is attached */
} BuoyDestinations;

/* All the kinds of places (BuoyDestinations) to which the message leads, as they look from @brand's side. */
guint buoy_destinations_find (const BuoyEvidence *evidence, const BuoyBrand *brand);

/* Whether everybody's mail links to @ascii_host, which is of @owner (NULL: of no brand): networks, shops of apps. */
gboolean buoy_destinations_is_shared (const char *ascii_host, const BuoyBrand *owner);
