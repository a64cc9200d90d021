/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What was found by asking the name servers: signatures checked on the message's own bytes (RFC 6376), and what From's
 * domain asks of receivers (RFC 7489). An input of the evidence, made by core/net; immutable once it is built.
 */
#pragma once

#include <glib.h>

typedef enum
{
  BUOY_SIGNATURE_PASS,
  BUOY_SIGNATURE_FAIL,   /* does not fit what is here, or must not count; the reason says why */
  BUOY_SIGNATURE_NONE,   /* not looked at: no word of From's domain */
  BUOY_SIGNATURE_UNKNOWN /* could not be told */
} BuoySignatureState;

/* What a signature that passes leaves to anybody; bits. */
typedef enum
{
  BUOY_OPEN_BODY = 1 << 0, /* text stands behind what l= covers (RFC 6376 §8.2) */
  BUOY_OPEN_SUBJECT = 1 << 1,
  BUOY_OPEN_TO = 1 << 2, /* may have been sent on to anyone (§8.6) */
  BUOY_OPEN_REPLY_TO = 1 << 3,
  BUOY_OPEN_CONTENT_TYPE = 1 << 4
} BuoyOpenField;

typedef struct
{
  char *domain;   /* d=, as written */
  char *selector; /* s=, as written */
  BuoySignatureState state;
  const char *reason; /* a stable word where it did not pass: "altered-body", "expired", "no-answer", …; NULL */
  guint open;         /* BuoyOpenField bits */
  guint key_bits;     /* of an RSA key; 0 where none was read */
  gboolean aligned;   /* speaks for From's domain (RFC 7489 §3.1.1) */
} BuoySignature;

typedef enum
{
  BUOY_DMARC_UNKNOWN, /* no answer */
  BUOY_DMARC_ABSENT,  /* no policy is published */
  BUOY_DMARC_NONE,
  BUOY_DMARC_QUARANTINE,
  BUOY_DMARC_REJECT
} BuoyDmarcPolicy;

typedef struct
{
  gatomicrefcount ref_count;
  GPtrArray *signatures;  /* of BuoySignature, as they stand in the message */
  gboolean complete;      /* every signature was looked at */
  gboolean unable;        /* this build has no means to check signatures: nothing was asked */
  BuoyDmarcPolicy policy; /* for From's domain */
  gboolean enforced;      /* the policy is for all mail that fails, and asks for more than a report */
  gboolean strict;        /* adkim=s: the same domain must sign */
} BuoyVerification;

BuoyVerification *buoy_verification_new (void);
BuoyVerification *buoy_verification_ref (BuoyVerification *verification);
void buoy_verification_unref (BuoyVerification *verification);

BuoySignature *buoy_verification_add (BuoyVerification *verification, const char *domain, const char *selector);

/* The signature that stands for From: aligned, passed, and over all that is shown; NULL. */
const BuoySignature *buoy_verification_find_passing (const BuoyVerification *verification);

/* The aligned signature that tells most: a pass before what is unknown before a failure; NULL where none is aligned. */
const BuoySignature *buoy_verification_find_aligned (const BuoyVerification *verification);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BuoyVerification, buoy_verification_unref)
