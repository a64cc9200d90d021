/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Lines of only block characters and spaces are a drawing. Enough of them in a row become an image, which is searched
 * for QR codes like any other. A character is one pixel wide and two high, as on a screen; a full square is two wide.
 */
#include "config.h"

#include "message/picture/buoy-drawing.h"

#include <string.h>

#include "message/picture/buoy-picture.h"

#define MIN_SIDE 21     /* pixels: the modules of the smallest code (ISO/IEC 18004 §5.3.1) */
#define LOOK_BYTES 4096 /* of text, between two requests to the budget */
#define MAX_SIDE 400    /* pixels: the largest code in squares, 2 × 177, with its margin */
#define UPPER (1 << 0)  /* halves of a character that have the text's colour */
#define LOWER (1 << 1)
#define LIGHT 255

struct _BuoyDrawing
{
  BuoyMessage *message;
  GByteArray *pixels;     /* rows of MAX_SIDE */
  guint8 upper[MAX_SIDE]; /* the two rows of the current line */
  guint8 lower[MAX_SIDE];
  guint n_pixels;  /* in the line */
  guint width;     /* of the longest line */
  gboolean broken; /* the line contains something else */
};

static const struct
{
  gunichar letter;
  guint width;
  guint ink;
} letters[] = {
  { ' ', 1, 0 },
  { 0x00a0, 1, 0 },
  { '#', 1, UPPER | LOWER },
  { 0x2580, 1, UPPER },
  { 0x2584, 1, LOWER },
  { 0x2587, 1, UPPER | LOWER },
  { 0x2588, 1, UPPER | LOWER },
  { 0x2591, 1, 0 },
  { 0x2593, 1, UPPER | LOWER },
  { 0x25a0, 2, UPPER | LOWER },
  { 0x25a1, 2, 0 },
  { 0x2b1b, 2, UPPER | LOWER },
  { 0x2b1c, 2, 0 },
  { 0x3000, 2, 0 },
};

BuoyDrawing *
buoy_drawing_new (BuoyMessage *message)
{
  BuoyDrawing *drawing = g_new0 (BuoyDrawing, 1);

  drawing->message = message;
  drawing->pixels = g_byte_array_new ();
  return drawing;
}

/* The drawing as a netpbm greymap, which the QR helper reads. */
static GBytes *
to_picture (const BuoyDrawing *drawing, guint n_rows)
{
  GByteArray *bytes = g_byte_array_new ();
  g_autofree char *head = g_strdup_printf ("P5\n%u %u\n255\n", drawing->width, n_rows);

  g_byte_array_append (bytes, (const guint8 *) head, (guint) strlen (head));
  for (guint row = 0; row < n_rows; row++)
    g_byte_array_append (bytes, drawing->pixels->data + (gsize) row * MAX_SIDE, drawing->width);
  return g_byte_array_free_to_bytes (bytes);
}

/* Ends the drawing, if there is one. */
static void
end_drawing (BuoyDrawing *drawing)
{
  const guint n_rows = drawing->pixels->len / MAX_SIDE;

  if (n_rows >= MIN_SIDE)
    {
      g_autoptr (GBytes) picture = to_picture (drawing, n_rows);

      buoy_picture_add (drawing->message, picture);
    }
  g_byte_array_set_size (drawing->pixels, 0);
  drawing->width = 0;
}

void
buoy_drawing_free (BuoyDrawing *drawing)
{
  buoy_drawing_end_line (drawing);
  end_drawing (drawing);
  g_byte_array_unref (drawing->pixels);
  g_free (drawing);
}

/* A drawing starts with a line that is wide enough; later lines may lack trailing spaces. */
void
buoy_drawing_end_line (BuoyDrawing *drawing)
{
  const guint n_pixels = drawing->n_pixels;
  const gboolean broken = drawing->broken;

  drawing->n_pixels = 0;
  drawing->broken = FALSE;
  if (n_pixels == 0 && !broken)
    return;
  if (broken || drawing->pixels->len >= (MAX_SIDE - 1) * MAX_SIDE || (drawing->width == 0 && n_pixels < MIN_SIDE))
    {
      end_drawing (drawing);
      return;
    }
  memset (drawing->upper + n_pixels, LIGHT, MAX_SIDE - n_pixels);
  memset (drawing->lower + n_pixels, LIGHT, MAX_SIDE - n_pixels);
  g_byte_array_append (drawing->pixels, drawing->upper, MAX_SIDE);
  g_byte_array_append (drawing->pixels, drawing->lower, MAX_SIDE);
  drawing->width = MAX (drawing->width, n_pixels);
}

static void
add_pixels (BuoyDrawing *drawing, gboolean dark_above, gboolean dark_below, guint width)
{
  if (width > MAX_SIDE - drawing->n_pixels)
    {
      drawing->broken = TRUE;
      return;
    }
  memset (drawing->upper + drawing->n_pixels, dark_above ? 0 : LIGHT, width);
  memset (drawing->lower + drawing->n_pixels, dark_below ? 0 : LIGHT, width);
  drawing->n_pixels += width;
}

void
buoy_drawing_add_cell (BuoyDrawing *drawing, gboolean is_dark, guint n_columns)
{
  add_pixels (drawing, is_dark, is_dark, 2 * MIN (n_columns, MAX_SIDE));
}

static void
add_letter (BuoyDrawing *drawing, gunichar letter, gboolean is_dark_text, gboolean is_dark_background)
{
  for (guint i = 0; i < G_N_ELEMENTS (letters); i++)
    if (letters[i].letter == letter)
      {
        add_pixels (drawing, (letters[i].ink & UPPER) != 0 ? is_dark_text : is_dark_background,
                    (letters[i].ink & LOWER) != 0 ? is_dark_text : is_dark_background, letters[i].width);
        return;
      }
  drawing->broken = TRUE;
}

void
buoy_drawing_add_text (BuoyDrawing *drawing, const char *text, gboolean is_dark_text, gboolean is_dark_background)
{
  const gsize length = strlen (text);
  gsize n_spent = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      if ((gsize) (p - text) >= n_spent)
        {
          const gsize n = MIN (length, (gsize) (p - text) + LOOK_BYTES) - n_spent;

          if (!buoy_budget_spend (drawing->message->budget, n))
            return;
          n_spent += n;
        }
      if (drawing->broken)
        p += strcspn (p, "\n");
      if (*p == '\0')
        return;
      if (*p == '\n')
        buoy_drawing_end_line (drawing);
      else if (*p != '\r')
        add_letter (drawing, g_utf8_get_char (p), is_dark_text, is_dark_background);
    }
}
