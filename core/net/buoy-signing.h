/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What a signature that holds does not cover, and when it does not count although it holds.
 */
#pragma once

#include "evidence/authentication/buoy-verification.h"
#include "net/buoy-wire.h"

/* What the signature says of itself (RFC 6376 §3.5). */
typedef struct
{
  const char *fields;    /* h= */
  const char *algorithm; /* a= */
  const char *signed_at; /* t=; NULL */
  const char *expires;   /* x=; NULL */
} BuoySigning;

/* Judges a signature that holds: it stays a pass or becomes a failure, and its open fields are noted. @delivered: when
 * the reader's side took the message in, in seconds since 1970.
 */
void buoy_signing_judge (const BuoySigning *signing, const BuoyWire *wire, gint64 delivered, BuoySignature *signature);
