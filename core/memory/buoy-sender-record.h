/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What is remembered of one sender: a full From domain, or one address where anyone can have one.
 */
#pragma once

#include "memory/buoy-lesson.h"

#define BUOY_TRAITS_MAX 12

typedef enum
{
  BUOY_TRAIT_SITES,         /* that links led to and where anyone can publish */
  BUOY_TRAIT_ORGANISATIONS, /* that handed mail in */
  BUOY_TRAIT_REPLIES,       /* domains of Reply-To */
  BUOY_TRAIT_DAYS,          /* on which proven mail came, the newest */
  BUOY_TRAIT_MARKS,         /* when the newest messages came, and what they proved: none is counted twice */
  BUOY_TRAIT_JUNK,          /* when those came that the reader called junk */
  BUOY_TRAIT_CHECKERS,      /* organisations whose servers found proof, as the reader may have several accounts */
  BUOY_TRAIT_UNPROVEN,      /* the newest day of mail that was checked in vain */
  BUOY_N_TRAITS
} BuoyTrait;

/* A small set of numbers. When it is full, the one that was added first goes. */
typedef struct
{
  guint n;
  guint32 values[BUOY_TRAITS_MAX];
} BuoyTraits;

/* Days are counted since 1970. Sites, organisations and replies are those of proven mail. */
typedef struct
{
  guint16 n_messages, n_proven, n_days; /* days: with proven mail */
  guint16 n_unproven;                   /* those that were checked in vain; the others were not checked */
  guint16 first, last;                  /* days of all mail */
  guint16 first_proven, last_proven;    /* of mail that was read completely; 0 if there is none */
  guint8 proofs;                        /* bits of BuoyProof */
  gboolean was_warned;                  /* a proven message was warned of */
  guint32 checker;                      /* hash of the organisation whose server checked the newest proven one */
  BuoyTraits traits[BUOY_N_TRAITS];
} BuoySenderRecord;

/* Adds what @lesson teaches; FALSE if that is nothing, or was added before. */
gboolean buoy_sender_record_add (BuoySenderRecord *record, const BuoyLesson *lesson);

/* Takes a message back that the reader calls junk; FALSE if it says nothing about the sender. To add it again says that
 * it is none.
 */
gboolean buoy_sender_record_take_back (BuoySenderRecord *record, const BuoyLesson *lesson);

/* Whether a proven message was warned of, or is junk. */
gboolean buoy_sender_record_was_warned (const BuoySenderRecord *record);

/* Whether as many sites are remembered as ever are: then others may have been forgotten. */
gboolean buoy_sender_record_is_full (const BuoySenderRecord *record, BuoyTrait trait);

/* Whether proof was found by a server of the organisation @checker: 0 is none. */
gboolean buoy_sender_record_was_proven_by (const BuoySenderRecord *record, guint32 checker);

/* How many days lie between the first and the last of the days in %BUOY_TRAIT_DAYS, if all mail was proven since that
 * first one; otherwise 0.
 */
guint buoy_sender_record_get_proven_days (const BuoySenderRecord *record);

gboolean buoy_sender_record_has (const BuoySenderRecord *record, BuoyTrait trait, guint32 value);

/* As a value for the database, and back; a damaged value gives an empty record, or one with wrong numbers. */
GBytes *buoy_sender_record_to_bytes (const BuoySenderRecord *record);
void buoy_sender_record_from_bytes (BuoySenderRecord *record, GBytes *bytes);

/* The day of a moment in seconds since 1970, as records count it. */
guint16 buoy_sender_record_day_of (gint64 seconds);
