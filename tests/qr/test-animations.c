/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Codes in pictures that change.
 */
#include "config.h"

#include <string.h>

#include "qr-cases.h"

#define BYTES_OF_BLOCK 255 /* at most, in a GIF */
#define LAST_CODE 4095

/* Codes of a GIF, the lowest bits first. */
typedef struct
{
  GByteArray *bytes;
  guint32 bits;
  guint n_bits;
} Codes;

static void
put_code (Codes *codes, guint code, guint width)
{
  codes->bits |= code << codes->n_bits;
  for (codes->n_bits += width; codes->n_bits >= 8; codes->n_bits -= 8)
    {
      const guint8 byte = codes->bits & 0xff;

      g_byte_array_append (codes->bytes, &byte, 1);
      codes->bits >>= 8;
    }
}

/* @n_pixels of one colour, as LZW: each code stands for one more pixel than the last one. */
static GByteArray *
compress (guint n_pixels, guint color)
{
  Codes codes = { g_byte_array_new (), 0, 0 };
  guint next = LAST_CODE + 1;
  guint width = 3;
  guint run = 0;

  while (n_pixels > 0)
    {
      if (next > LAST_CODE)
        {
          put_code (&codes, 4, width);
          width = 3;
          next = 5;
          run = 1;
        }
      put_code (&codes, run == 1 ? color : next, width);
      n_pixels -= MIN (n_pixels, run);
      run++;
      if (++next > (1u << width) - 1 && width < 12)
        width++;
    }
  put_code (&codes, 5, width);
  put_code (&codes, 0, 8);
  return codes.bytes;
}

/* A frame over the whole of a picture of @side pixels, shown for a fiftieth of a second. */
static void
append_frame (GByteArray *gif, guint side, guint color)
{
  const guint8 low = side & 0xff;
  const guint8 high = (guint8) (side >> 8);
  const guint8 head[]
      = { 0x21, 0xf9, 4, 0, 2, 0, 0, 0, 0x2c, 0, 0, 0, 0, low, high, low, high, 0x80, 0, 0, 0, 255, 255, 255, 2 };
  g_autoptr (GByteArray) codes = compress (side * side, color);

  g_byte_array_append (gif, head, sizeof head);
  for (guint at = 0; at < codes->len; at += BYTES_OF_BLOCK)
    {
      const guint8 n = (guint8) MIN (codes->len - at, BYTES_OF_BLOCK);

      g_byte_array_append (gif, &n, 1);
      g_byte_array_append (gif, codes->data + at, n);
    }
  g_byte_array_append (gif, (const guint8 *) "", 1);
}

/* frames.gif in the corner of a larger picture, and @n frames more. */
static GBytes *
make_animation (guint side, guint n)
{
  g_autoptr (GBytes) start = qr_case_picture ("frames.gif");
  GByteArray *gif = g_byte_array_new ();
  const guint8 size[] = { side & 0xff, (guint8) (side >> 8), side & 0xff, (guint8) (side >> 8) };

  g_byte_array_append (gif, g_bytes_get_data (start, NULL), (guint) g_bytes_get_size (start) - 1);
  memcpy (gif->data + 6, size, sizeof size);
  for (guint i = 0; i < n; i++)
    append_frame (gif, side, i % 2);
  g_byte_array_append (gif, (const guint8 *) ";", 1);
  return g_byte_array_free_to_bytes (gif);
}

/* An animation of many large frames stops within its budget: the code in its second frame is kept, and so is the next
 * picture's; what was not looked at is reported.
 */
static void
test_animations (void)
{
  static const struct
  {
    guint side;
    guint n;
    gboolean done;
  } cases[] = { { 300, 3, TRUE }, { 1000, 300, FALSE }, { 4000, 40, FALSE } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) pictures = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
      g_autofree char *texts = NULL;

      g_ptr_array_add (pictures, make_animation (cases[i].side, cases[i].n));
      g_ptr_array_add (pictures, qr_case_picture ("lookalike.png"));
      g_assert_cmpint (qr_case_read (pictures, &texts), ==, cases[i].done);
      g_test_message ("%u: %s", cases[i].side, texts);
      g_assert_nonnull (strstr (texts, "https://"));
      if (cases[i].side < 4000)
        g_assert_nonnull (strstr (texts, "https://small.example/"));
    }
}

static GBytes *
insert_chunk (const char *name, const char *chunk, gsize n, gsize at)
{
  g_autoptr (GBytes) picture = qr_case_picture (name);
  GByteArray *bytes = g_byte_array_new ();
  gsize length;
  const guint8 *data = g_bytes_get_data (picture, &length);

  g_byte_array_append (bytes, data, (guint) at);
  g_byte_array_append (bytes, (const guint8 *) chunk, (guint) n);
  g_byte_array_append (bytes, data + at, (guint) (length - at));
  return g_byte_array_free_to_bytes (bytes);
}

/* Browsers animate a PNG with "acTL", of which the decoder knows the first frame only. */
static void
test_apng (void)
{
  static const char control[] = "\0\0\0\10acTL\0\0\0\2\0\0\0\0\363\215\223\160";
  static const char text[] = "\0\0\0\10teXt\0\0\0\2\0\0\0\0\0\0\0\0";
  const gsize after_head = 8 + 25;
  g_autoptr (GPtrArray) animated = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr (GPtrArray) still = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autofree char *first_texts = NULL;
  g_autofree char *still_texts = NULL;

  g_ptr_array_add (animated, insert_chunk ("small.png", control, sizeof control - 1, after_head));
  g_assert_false (qr_case_read (animated, &first_texts));
  g_assert_cmpstr (first_texts, ==, "https://small.example/");
  g_ptr_array_add (still, insert_chunk ("small.png", text, sizeof text - 1, after_head));
  g_assert_true (qr_case_read (still, &still_texts));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/qr-animations/frames", test_animations);
  g_test_add_func ("/qr-animations/apng", test_apng);
  return g_test_run ();
}
