/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Text as a reader sees it, and text as it is compared. All input may be any bytes; output is valid
 * UTF-8.
 */
#pragma once

#include <glib.h>

/* Valid UTF-8 with U+FFFD for every broken sequence and NUL; @length -1 for NUL-terminated. */
char *buoy_text_make_valid (const char *bytes, gssize length);

/* As g_utf8_validate_len(), which older GLib does byte by byte for ASCII too. */
gboolean buoy_text_is_valid (const char *bytes, gsize length);

/* Bytes of ASCII at the start of @bytes, up to a NUL. */
gsize buoy_text_ascii_length (const char *bytes, gsize length);

/* Trims, and makes every run of white space (Unicode's too) one space. */
char *buoy_text_squeeze (const char *text);

/* Drops what no reader sees: default-ignorable code points, bidi and other controls (UTS 39, UAX
 * 44).
 */
char *buoy_text_strip_invisible (const char *text);

/* Whether no reader sees @c: what buoy_text_strip_invisible() drops. */
gboolean buoy_text_is_invisible (gunichar c);

/* Whether @text holds letters or signs that are other ones but for their shape (UAX 15 NFKC): mathematical, circled,
 * fullwidth ones.
 */
gboolean buoy_text_is_stylized (const char *text);

/* The order in which letters are seen that a directional override turns around (UAX 9); valid UTF-8 in and out. */
char *buoy_text_in_order (const char *text);

/* Of @text, for tables of what a sender wrote: with a seed of this process, so that nobody can write thousands of texts
 * that are one to the table. g_str_hash() is for texts of our own.
 */
guint buoy_text_hash (gconstpointer text);

/* At most @max_bytes, cut at a character, "…" appended where cut (contract: 4 KiB in JSON). */
char *buoy_text_cut (const char *text, gsize max_bytes);

/* The same with the "…" in the middle: the end is kept, too. */
char *buoy_text_cut_middle (const char *text, gsize max_bytes);

/* What may be shown of @text, whoever wrote it: one line without controls, directional overrides and other characters
 * that nobody sees; at most @max_bytes, cut in the middle.
 */
char *buoy_text_for_people (const char *text, gsize max_bytes);

/* All of @text, and what buoy_text_for_people() leaves out or makes a space written as in JSON: "\u001b". For what must
 * be told apart (names of files) and for JSON itself.
 */
char *buoy_text_escape (const char *text);

typedef enum
{
  BUOY_NORMAL_COMPOSED,   /* NFC */
  BUOY_NORMAL_COMPATIBLE, /* NFKC */
  BUOY_NORMAL_FOLDED      /* NFKC_Casefold: letter case and what is invisible dropped (UAX 44) */
} BuoyNormalForm;

/* A normal form of @text, valid UTF-8, in linear time: no row of combining marks keeps more than 30 (UAX 15
 * Stream-Safe).
 */
char *buoy_text_normalize (const char *text, BuoyNormalForm form);

/* The form in which names are compared: NFKC, invisible dropped, case-folded, katakana kept,
 * Cyrillic/Greek and mathematical look-alikes of Latin letters made Latin, marks on Latin letters
 * dropped, white space squeezed.
 * "𝖠𝖤𝖮𝖭" → "aeon", "Ａｍａｚｏｎ" → "amazon", "ｴｷﾈｯﾄ" → "エキネット".
 */
char *buoy_text_fold (const char *text);

/* As buoy_text_fold, and I, l, 1, | made l, 0 made o, so that "AppIe" equals "Apple", "NlCOS"
 * "NICOS". For whole names only: it makes different words equal.
 */
char *buoy_text_fold_confusable (const char *text);

/* Whether letters are written to be taken for Latin ones: "Аmazon" with a Cyrillic А, mathematical, circled and small
 * capital letters, Latin ones with another script's marks.
 */
gboolean buoy_text_mixes_scripts (const char *text);
