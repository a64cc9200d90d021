/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What a valid signature leaves uncovered, and when a valid signature does not count.
 */
#pragma once

#include "evidence/authentication/buoy-verification.h"
#include "net/buoy-wire.h"

/* Tags of the signature (RFC 6376 §3.5). */
typedef struct
{
  const char *fields;    /* h= */
  const char *algorithm; /* a= */
  const char *signed_at; /* t=; NULL */
  const char *expires;   /* x=; NULL */
} BuoySigning;

/* Judges a valid signature: it stays a pass or becomes a failure, and unsigned fields are noted. @delivered: when the
 * receiving side accepted the message, in seconds since 1970.
 */
void buoy_signing_judge (const BuoySigning *signing, const BuoyWire *wire, gint64 delivered, BuoySignature *signature);
