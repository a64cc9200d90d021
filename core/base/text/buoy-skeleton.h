/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What a name looks like: names that a reader takes for each other have one skeleton (UTS 39 §4).
 */
#pragma once

#include <glib.h>

/* How far two names of one skeleton are apart. */
typedef enum
{
  BUOY_LIKENESS_SAME,    /* the same letters */
  BUOY_LIKENESS_LETTERS, /* i for l, rn for m: letters that stand in honest words too */
  BUOY_LIKENESS_DIGITS,  /* a digit for a letter */
  BUOY_LIKENESS_SCRIPT   /* letters of another script, accents, marks */
} BuoyLikeness;

/* The skeleton of a host, or of a label, in its Unicode form: lower-case ASCII letters, digits, dots and hyphens, a
 * hyphen also for what looks like a slash. (nullable) where it has letters that look like none of these.
 */
char *buoy_skeleton_new (const char *unicode);

/* The ASCII letters that a reader takes those of @unicode for, i and l, digits and pairs kept apart. (nullable)
 * likewise.
 */
char *buoy_skeleton_to_latin (const char *unicode);

/* Makes ASCII letters, as buoy_skeleton_to_latin() gives them, a skeleton in their place. */
void buoy_skeleton_fold (char *latin);

/* The same, but that rn, vv and cl stay pairs: for names that differ by a letter, which may stand in one of them. */
void buoy_skeleton_fold_letters (char *latin);

/* Whether @c passes for the slash that ends a host, though it is a letter of the host: katakana no, U+2044. */
gboolean buoy_skeleton_is_slash (gunichar c);

/* By what @unicode differs from the ASCII name @ascii, which has the same skeleton. */
BuoyLikeness buoy_skeleton_compare (const char *unicode, const char *ascii);
