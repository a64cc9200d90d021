/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What one message teaches about its sender. Plain data, without the message's subject, text or id.
 */
#pragma once

#include <glib.h>

#define BUOY_LESSON_MAX_SITES 12
#define BUOY_LESSON_MAX_REPLIES 3
#define BUOY_LESSON_MAX_NAMES 4
#define BUOY_LESSON_MAX_LINES 8 /* a receiving side writes two or three */

/* How the sender was proven; bits. */
typedef enum
{
  BUOY_PROOF_SPF = 1 << 0,
  BUOY_PROOF_DKIM = 1 << 1,
  BUOY_PROOF_DMARC = 1 << 2
} BuoyProof;

/* A display name as it is compared (buoy-name-key.h). */
typedef struct
{
  char *key;
  gboolean is_person; /* otherwise a company's, which the sender's domain bears */
} BuoyLessonName;

/* Immutable once it is filled. */
typedef struct
{
  gatomicrefcount ref_count;
  char *sender;         /* full From domain; the address where anyone can have one in that domain */
  gboolean is_address;  /* @sender is one: it is hashed before it is kept */
  char *home;           /* the sender's registrable domain, or address: where a person is at home; hashed likewise */
  gint64 received_at;   /* seconds since 1970, by the receiving server's clock */
  guint proofs;         /* bits of BuoyProof; 0: From was not authenticated */
  gboolean is_unproven; /* the receiving side checked that, and nothing was found */
  gboolean is_warned;   /* it was warned of */
  gboolean is_header;   /* only the header was read: whether the rest deserves a warning is unknown */

  /* When its newest Received lines were written. Those below the one of @received_at may be the sender's own, so these
   * times are not kept: they only recognise a message that was counted by another of its lines.
   */
  guint n_lines;
  gint64 lines[BUOY_LESSON_MAX_LINES];

  /* the mailing list whose fields it has, and the organisation of the server that handed it in; NULL: none */
  char *list, *list_server;

  /* hashes by buoy_trait_hash(); 0: none */
  guint32 checker;      /* the organisation of the server that checked it */
  guint32 organisation; /* that of the server that handed it in */
  guint n_sites, n_replies;
  guint32 sites[BUOY_LESSON_MAX_SITES];     /* that its links lead to and where anyone can publish */
  guint32 replies[BUOY_LESSON_MAX_REPLIES]; /* domains of Reply-To */
  guint n_names;
  BuoyLessonName names[BUOY_LESSON_MAX_NAMES];
} BuoyLesson;

BuoyLesson *buoy_lesson_new (void);
BuoyLesson *buoy_lesson_ref (BuoyLesson *lesson);
void buoy_lesson_unref (BuoyLesson *lesson);

/* Adds a name; takes @key, which may be NULL. What is there already or too much is left out. */
void buoy_lesson_take_name (BuoyLesson *lesson, char *key, gboolean is_person);

/* A number that stands for @text; 0 for NULL. */
guint32 buoy_trait_hash (const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BuoyLesson, buoy_lesson_unref)
