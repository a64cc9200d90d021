/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * To what kinds of places the links of a message lead that speaks in a brand's name.
 */
#pragma once

#include "evidence/buoy-evidence.h"

/* Bits: the kinds of places that a message's links open. */
typedef enum
{
  BUOY_LEADS_TO_SENDER = 1 << 0,   /* From's own registrable domain */
  BUOY_LEADS_TO_BRAND = 1 << 1,    /* the brand's own sites, and seen by the reader */
  BUOY_LEADS_TO_SERVICE = 1 << 2,  /* a service that sends for many, or what everybody's mail links to */
  BUOY_LEADS_TO_KNOWN = 1 << 3,    /* another brand, the envelope's or a signer's domain, an opaque wrapper */
  BUOY_LEADS_TO_STRANGER = 1 << 4, /* none of these; a shortener too */
  BUOY_LEADS_TO_LETTER = 1 << 5,   /* a mail that the reader is to write, an attached page */
  BUOY_LEADS_TO_FILE = 1 << 6      /* something is attached */
} BuoyLeads;

/* All the kinds of places (BuoyLeads) to which the message leads, as they look from @brand's side. */
guint buoy_leads_find (const BuoyEvidence *evidence, const BuoyBrand *brand);

/* Whether everybody's mail links to @ascii_host, which is of @owner (NULL: of no brand): networks, shops of apps. */
gboolean buoy_leads_is_shared (const char *ascii_host, const BuoyBrand *owner);
