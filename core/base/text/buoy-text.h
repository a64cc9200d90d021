/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Text as it is displayed, and text as it is compared. Input may be any bytes; output is valid UTF-8.
 */
#pragma once

#include <glib.h>

#include "base/buoy-budget.h"

/* U+FFFD, which stands for NUL and for what is invalid in a charset. */
#define BUOY_TEXT_INVALID "\xef\xbf\xbd"

/* Valid UTF-8 with U+FFFD for each invalid sequence and NUL; @length: -1 if NUL-terminated. */
char *buoy_text_make_valid (const char *bytes, gssize length);

/* As g_utf8_validate_len(), which older GLib does byte by byte for ASCII too. */
gboolean buoy_text_is_valid (const char *bytes, gsize length);

/* The number of ASCII bytes at the start of @bytes, up to a NUL. */
gsize buoy_text_ascii_length (const char *bytes, gsize length);

/* Trims, and turns each run of white space (Unicode's too) into one space. */
char *buoy_text_squeeze (const char *text);

/* Drops invisible characters: default-ignorable code points, bidi and other controls (UTS 39, UAX 44). */
char *buoy_text_strip_invisible (const char *text);

/* A copy in which at most @max characters of the kind @is_mark follow each other. */
char *buoy_text_limit_marks (const char *text, gboolean (*is_mark) (gunichar c), guint max);

/* Whether @c is invisible, that is, dropped by buoy_text_strip_invisible(). */
gboolean buoy_text_is_invisible (gunichar c);

/* Whether @text has characters that are only variants of others (UAX 15 NFKC): mathematical, circled, fullwidth ones.
 */
gboolean buoy_text_is_stylized (const char *text);

/* The visual order of letters with directional overrides (UAX 9); valid UTF-8 in and out. */
char *buoy_text_in_order (const char *text);

/* Hashes untrusted text, with a seed per process so that nobody can construct thousands of collisions. g_str_hash() is
 * for our own text.
 */
guint buoy_text_hash (gconstpointer text);

/* At most @max_bytes, cut between characters, with "…" if cut. */
char *buoy_text_cut (const char *text, gsize max_bytes);

/* The same with "…" in the middle, so that the end is kept. */
char *buoy_text_cut_middle (const char *text, gsize max_bytes);

/* A form of untrusted @text that is safe to show: one line without controls, directional overrides and invisible
 * characters; at most @max_bytes, cut in the middle.
 */
char *buoy_text_for_people (const char *text, gsize max_bytes);

/* @text, (transfer full) and valid UTF-8, with line breaks, controls and invisible characters escaped as in JSON:
 * "\u001b". For text that must stay distinguishable (file names), and for JSON itself.
 */
char *buoy_text_escape (char *text);

typedef enum
{
  BUOY_NORMAL_COMPOSED,   /* NFC */
  BUOY_NORMAL_COMPATIBLE, /* NFKC */
  BUOY_NORMAL_FOLDED      /* NFKC_Casefold: without letter case and invisible characters (UAX 44) */
} BuoyNormalForm;

/* A normalisation form of @text, valid UTF-8, in linear time: sequences of combining marks are limited to 30 (UAX 15
 * Stream-Safe).
 */
char *buoy_text_normalize (const char *text, BuoyNormalForm form);

/* The form in which names are compared: NFKC, without invisible characters, case-folded, katakana kept, Cyrillic, Greek
 * and mathematical look-alikes made Latin, marks on Latin letters dropped, white space squeezed. "𝖠𝖤𝖮𝖭" → "aeon",
 * "Ａｍａｚｏｎ" → "amazon", "ｴｷﾈｯﾄ" → "エキネット".
 */
char *buoy_text_fold (const char *text);

/* The same for a long text, in pieces that end between words, for @steps a byte: a scan that was cancelled stops after
 * a piece. What is folded when @budget is spent is returned.
 */
char *buoy_text_fold_within (const char *text, BuoyBudget *budget, gsize steps);

/* As buoy_text_fold(), with I, l, 1, | made l, 0 made o, and kanji that look like katakana made those, so that "AppIe"
 * equals "Apple" and "楽天力ード" 「楽天カード」. For whole names only: it makes different words equal.
 */
char *buoy_text_fold_confusable (const char *text);

/* Whether letters are used to imitate Latin ones: "Аmazon" with a Cyrillic А, mathematical, circled and small capital
 * letters, Latin letters with another script's marks.
 */
gboolean buoy_text_mixes_scripts (const char *text);
