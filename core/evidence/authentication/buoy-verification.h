/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The results of lookups: the message's signatures, verified on its own bytes (RFC 6376), the policy of From's domain
 * (RFC 7489), the registrations of doubtful domains (RFC 9083), and the names of the server that handed the message in.
 * An input to the evidence, made by core/net and immutable once built.
 */
#pragma once

#include <glib.h>

#include "registry/buoy-registration.h"
#include "registry/buoy-server.h"

typedef enum
{
  BUOY_SIGNATURE_PASS,
  BUOY_SIGNATURE_FAIL,   /* invalid, or must not be used */
  BUOY_SIGNATURE_NONE,   /* not checked: unrelated to From's domain */
  BUOY_SIGNATURE_UNKNOWN /* could not be checked */
} BuoySignatureState;

/* Bits: what others can change without breaking a valid signature. */
typedef enum
{
  BUOY_OPEN_BODY = 1 << 0, /* text follows what l= covers (RFC 6376 §8.2) */
  BUOY_OPEN_SUBJECT = 1 << 1,
  BUOY_OPEN_TO = 1 << 2, /* may have been replayed to anyone (§8.6) */
  BUOY_OPEN_REPLY_TO = 1 << 3,
  BUOY_OPEN_CONTENT_TYPE = 1 << 4
} BuoyOpenField;

typedef struct
{
  char *domain;   /* d=, as written */
  char *selector; /* s=, as written */
  BuoySignatureState state;
  const char *reason; /* why it did not pass, stable: "altered-body", "expired", "no-answer", …; NULL if it did */
  guint open;         /* BuoyOpenField bits */
  guint key_bits;     /* size of an RSA key; 0 if none was read */
  gboolean aligned;   /* aligned with From's domain (RFC 7489 §3.1.1) */
} BuoySignature;

typedef enum
{
  BUOY_DMARC_UNKNOWN, /* no answer */
  BUOY_DMARC_ABSENT,  /* no policy is published */
  BUOY_DMARC_NONE,
  BUOY_DMARC_QUARANTINE,
  BUOY_DMARC_REJECT
} BuoyDmarcPolicy;

/* A domain whose registry was asked without result. */
typedef struct
{
  char *domain;
  BuoyLookupError why;
  char *source; /* the server that was asked; "" if none was */
  gint64 asked; /* when, in seconds since 1970; 0 if none was */
} BuoyUnanswered;

typedef struct
{
  gatomicrefcount ref_count;
  GPtrArray *signatures;    /* of BuoySignature, in the order of the message */
  GPtrArray *registrations; /* of BuoyRegistration: of doubtful domains, that of the server's domain first */
  GPtrArray *unanswered;    /* of BuoyUnanswered */
  BuoyServer *server;       /* the server that handed the message in; NULL if its address was not looked up */
  GPtrArray *link_servers;  /* of BuoyServer: IP addresses that links open, with their locations */
  gboolean asked_sender;    /* From's domain was looked up */
  gboolean complete;        /* every signature was checked */
  gboolean unable;          /* this build cannot verify signatures, so no lookups were made */
  BuoyDmarcPolicy policy;   /* for From's domain */
  gboolean enforced;        /* the policy applies to all failing mail and asks for more than reports */
  gboolean strict;          /* adkim=s: the signing domain must be From's domain */
} BuoyVerification;

BuoyVerification *buoy_verification_new (void);
BuoyVerification *buoy_verification_ref (BuoyVerification *verification);
void buoy_verification_unref (BuoyVerification *verification);

BuoySignature *buoy_verification_add (BuoyVerification *verification, const char *domain, const char *selector);

/* The first signature that authenticates From: aligned, valid, and covering the whole body; NULL if there is none. */
const BuoySignature *buoy_verification_find_passing (const BuoyVerification *verification);

/* The most conclusive aligned signature: a pass, otherwise an undecided one, otherwise a failure; NULL if none is
 * aligned.
 */
const BuoySignature *buoy_verification_find_aligned (const BuoyVerification *verification);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BuoyVerification, buoy_verification_unref)
