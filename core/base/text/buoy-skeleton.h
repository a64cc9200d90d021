/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What a name looks like: names that readers confuse have the same skeleton (UTS 39 §4).
 */
#pragma once

#include <glib.h>

/* How two names with the same skeleton differ. */
typedef enum
{
  BUOY_LIKENESS_SAME,    /* the same letters */
  BUOY_LIKENESS_LETTERS, /* i for l, rn for m: letters that occur in honest words too */
  BUOY_LIKENESS_DIGITS,  /* a digit for a letter */
  BUOY_LIKENESS_SCRIPT   /* letters of another script, accents, marks */
} BuoyLikeness;

/* The skeleton of a host or label in Unicode: lower-case ASCII letters, digits, dots and hyphens, with a hyphen for
 * what looks like a slash too. (nullable): NULL if a letter looks like none of these.
 */
char *buoy_skeleton_new (const char *unicode);

/* The ASCII characters that @unicode looks like, before i and l, digits and pairs of letters are merged. (nullable) */
char *buoy_skeleton_to_latin (const char *unicode);

/* Turns the result of buoy_skeleton_to_latin() into a skeleton, in place. */
void buoy_skeleton_fold (char *latin);

/* The same, except that rn, vv and cl are kept: for names that differ by one letter, which may be in such a pair. */
void buoy_skeleton_fold_letters (char *latin);

/* Whether @c is part of a host but looks like the slash after it: katakana no, U+2044. */
gboolean buoy_skeleton_is_slash (gunichar c);

/* How @unicode differs from the ASCII name @ascii with the same skeleton. */
BuoyLikeness buoy_skeleton_compare (const char *unicode, const char *ascii);
