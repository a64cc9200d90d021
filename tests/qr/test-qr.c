/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The QR helper: the codes it finds, and how it handles other input.
 */
#include "config.h"

#include "notice/buoy-json.h"
#include "qr/buoy-qr.h"
#include "qr-cases.h"

#include <bellbuoy.h>

#include <string.h>

/* @n pictures that are all alike, and one with a code. */
static gboolean
read_among (const char *name, guint n, char **out_texts)
{
  g_autoptr (GPtrArray) pictures = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (pictures, qr_case_picture (name));
  g_ptr_array_add (pictures, qr_case_picture ("small.png"));
  return qr_case_read (pictures, out_texts);
}

static void
test_pictures (void)
{
  static const struct
  {
    const char *name;
    const char *texts;
  } cases[] = {
    { "small.png", "https://small.example/" },       /* one pixel a module, no margin */
    { "inverted.gif", "https://inverted.example/" }, /* light on dark */
    { "clear.png", "https://clear.example/" },       /* on nothing */
    { "photo.jpg", "https://photo.example/" },       /* turned, blurred, in a picture */
    { "frames.gif", "https://small.example/" },      /* in the second frame, over and over */
    { "bitmap.bmp", "https://small.example/" },      { "icon.ico", "https://small.example/" }, { "none.png", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) pictures = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
      g_autofree char *texts = NULL;

      g_ptr_array_add (pictures, qr_case_picture (cases[i].name));
      g_assert_true (qr_case_read (pictures, &texts));
      g_assert_cmpstr (texts, ==, cases[i].texts);
    }
}

/* gdk-pixbuf can be built without these, which is then a limit. */
static void
test_other_formats (void)
{
  static const char *const names[] = { "paper.tiff", "web.webp" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GPtrArray) pictures = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
      g_autofree char *texts = NULL;
      gboolean done;

      g_ptr_array_add (pictures, qr_case_picture (names[i]));
      done = qr_case_read (pictures, &texts);
      g_assert_cmpstr (texts, ==, done ? "https://small.example/" : "");
    }
}

/* However much the others cost, a small picture is decoded first, and its texts are kept. Pictures above the pixel
 * limit, or above the rest of the budget, are not decoded.
 */
static void
test_bombs (void)
{
  static const struct
  {
    const char *name;
    guint n;
    gboolean done;
  } cases[] = {
    { "large.png", 2, TRUE },
    { "large.png", 3, FALSE }, /* 16 megapixels each */
    { "bomb.png", 9, FALSE },  /* 36 megapixels */
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *texts = NULL;

      g_assert_cmpint (read_among (cases[i].name, cases[i].n, &texts), ==, cases[i].done);
      g_assert_cmpstr (texts, ==, "https://small.example/");
    }
}

/* Several pictures, several codes in one, and broken ones between: each is examined. */
static void
test_several (void)
{
  static const char broken[] = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\1\x86\xa0\0\1\x86\xa0\x08\6\0\0\0\0\0\0\0";
  g_autoptr (GPtrArray) pictures = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr (GBytes) whole = qr_case_picture ("photo.jpg");
  g_autofree char *texts = NULL;

  g_ptr_array_add (pictures, g_bytes_new_static (broken, sizeof broken));
  g_ptr_array_add (pictures, g_bytes_new_static ("", 0));
  g_ptr_array_add (pictures, g_bytes_new_static ("GIF89a", 6));
  g_ptr_array_add (pictures, g_bytes_new_from_bytes (whole, 0, g_bytes_get_size (whole) / 8));
  g_ptr_array_add (pictures, g_bytes_new_static ("<svg/>", 6));
  g_ptr_array_add (pictures, g_bytes_new_static ("P5\n9999 9999\n255\nx", 18));
  g_ptr_array_add (pictures, g_bytes_new_static ("P5\n1 1\n255", 10));
  g_ptr_array_add (pictures, qr_case_picture ("two.png"));
  g_assert_true (qr_case_read (pictures, &texts));
  g_assert_nonnull (strstr (texts, "https://first.example/"));
  g_assert_nonnull (strstr (texts, "日本語のテキスト"));
}

/* A missing or failing helper reads nothing. */
static void
test_failures (void)
{
  static const char *const programs[] = { "/nonexistent/bellbuoy-qr", "/bin/false" };
  g_autofree char *kept = g_strdup (g_getenv ("BELLBUOY_QR_HELPER"));
  g_autoptr (GPtrArray) pictures = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (pictures, qr_case_picture ("small.png"));
  for (guint i = 0; i < G_N_ELEMENTS (programs); i++)
    {
      BuoyQrWork work = { G_MAXINT64, BUOY_QR_BUDGET, NULL };

      g_setenv ("BELLBUOY_QR_HELPER", programs[i], TRUE);
      g_assert_false (buoy_qr_read (pictures, &work, texts));
    }
  g_setenv ("BELLBUOY_QR_HELPER", kept, TRUE);
  g_assert_cmpuint (texts->len, ==, 0);
}

/* A picture of a message, one within its text, and one within an attached page, whatever their declared type. */
static void
test_message (void)
{
  static const char *const heads[] = {
    "Content-Type: image/png\nContent-Transfer-Encoding: base64\n\n%s\n",
    "Content-Type: image/webp; name=a.webp\nContent-Transfer-Encoding: base64\n\n%s\n",
    "Content-Type: application/octet-stream\nContent-Transfer-Encoding: base64\n\n%s\n",
    "Content-Type: text/html\n\n<p>Scan it</p><img src=\"data:image/png;base64,%s\">\n",
    "Content-Type: text/html\n\n<p>Scan it</p><img src=\" Data:;BASE64,%0A%s\">\n",
    "Content-Type: text/html\n\n<div style='background:url(data:image/png;base64,%s)'>x</div>\n",
    "Content-Type: text/html\n\n<style>p{background:url(\"data:image/png;base64,%s\")}</style><p>x\n",
    "Content-Type: text/html\n\n<img srcset='x.png 1x, data:image/png;base64,%s 2x'>\n",
    "Content-Type: text/html\n\n<input type=image src='data:image/png;base64,%s'>\n",
    "Content-Type: text/html\n\n<svg><image xlink:href='data:image/png;base64,%s'/></svg>\n",
    "Content-Type: text/html\n\n<table background='data:image/png;base64,%s'><tr><td>x</table>\n",
    ("Content-Type: text/html\nContent-Disposition: attachment; filename=a.html\n\n"
     "<img src='data:image/png;base64,%s'>\n"),
  };
  g_autoptr (GBytes) picture = qr_case_picture ("small.png");
  g_autofree char *base64 = g_base64_encode (g_bytes_get_data (picture, NULL), g_bytes_get_size (picture));

  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    {
      g_auto (GStrv) halves = g_strsplit (heads[i], "%s", 2);
      g_autofree char *text = g_strconcat ("From: a@b.test\nMIME-Version: 1.0\n", halves[0], base64, halves[1], NULL);
      g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
      g_autoptr (BuoyVerdict) verdict = buoy_scan (bytes, NULL, BUOY_SCAN_PICTURES, NULL, NULL);
      g_autofree char *json = buoy_verdict_to_json (verdict);

      g_assert_nonnull (strstr (json, "\"kind\":\"qr\",\"text\":\"\",\"href\":\"https://small.example/\""));
      g_assert_nonnull (strstr (json, "\"limits\":[]"));
    }
}

static gboolean
has_code (BuoyVerdict *verdict)
{
  g_autofree char *json = buoy_verdict_to_json (verdict);

  return strstr (json, "\"kind\":\"qr\"") != NULL;
}

/* A mail whose code leads to a look-alike, in a picture of its own. */
static GBytes *
quishing_mail (void)
{
  g_autoptr (GBytes) picture = qr_case_picture ("lookalike.png");
  g_autofree char *base64 = g_base64_encode (g_bytes_get_data (picture, NULL), g_bytes_get_size (picture));
  char *text = g_strconcat ("From: a@b.test\nMIME-Version: 1.0\n"
                            "Content-Type: image/png\nContent-Transfer-Encoding: base64\n\n",
                            base64, "\n", NULL);

  return g_bytes_new_take (text, strlen (text));
}

/* The first verdict does not include the code and is not changed; the second one warns. */
static void
test_two_verdicts (void)
{
  g_autoptr (GBytes) bytes = quishing_mail ();
  g_autoptr (BuoyVerdict) first = buoy_scan (bytes, NULL, 0, NULL, NULL);
  g_autoptr (BuoyVerdict) second = buoy_scan_again (first, bytes, NULL, BUOY_SCAN_PICTURES, NULL, NULL);
  g_autoptr (BuoyVerdict) third = buoy_scan_again (second, bytes, NULL, BUOY_SCAN_PICTURES, NULL, NULL);
  g_autoptr (BuoyVerdict) whole = buoy_scan (bytes, NULL, BUOY_SCAN_PICTURES, NULL, NULL);

  g_assert_true (buoy_verdict_has_unread_pictures (first));
  g_assert_false (has_code (first));
  g_assert_cmpint (buoy_verdict_get_level (first), ==, BUOY_LEVEL_NONE);
  g_assert_false (buoy_verdict_has_unread_pictures (second));
  g_assert_true (has_code (second));
  g_assert_cmpint (buoy_verdict_get_level (second), ==, BUOY_LEVEL_DANGER);
  g_assert_true (third == second);
  g_assert_cmpint (buoy_verdict_get_level (whole), ==, BUOY_LEVEL_DANGER);
}

/* A reader who has moved on gets no second verdict. */
static void
test_second_cancelled (void)
{
  g_autoptr (GBytes) bytes = quishing_mail ();
  g_autoptr (BuoyVerdict) first = buoy_scan (bytes, NULL, 0, NULL, NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (buoy_scan_again (first, bytes, NULL, BUOY_SCAN_PICTURES, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* A code drawn with characters (qrencode -t UTF8), dark on light and inverted. */
static void
test_drawn (void)
{
  static const char *const heads[] = {
    "Content-Type: text/plain; charset=utf-8\n\nScan it:\n",
    "Content-Type: text/html; charset=utf-8\n\n<p>Scan it:</p><pre>",
    ("Content-Type: text/html; charset=utf-8\n\n"
     "<body style='background:black; color:white'><pre>"),
  };
  g_autoptr (GBytes) drawing = qr_case_picture ("drawn.txt");

  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    {
      g_autofree char *text
          = g_strdup_printf ("From: a@b.test\nMIME-Version: 1.0\n%s%.*s\n", heads[i], (int) g_bytes_get_size (drawing),
                             (const char *) g_bytes_get_data (drawing, NULL));
      g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
      g_autoptr (BuoyVerdict) verdict = buoy_scan (bytes, NULL, BUOY_SCAN_PICTURES, NULL, NULL);
      g_autofree char *json = buoy_verdict_to_json (verdict);

      g_assert_nonnull (strstr (json, "\"kind\":\"qr\",\"text\":\"\",\"href\":\"https://drawn.example/\""));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/qr/pictures", test_pictures);
  g_test_add_func ("/qr/other-formats", test_other_formats);
  g_test_add_func ("/qr/bombs", test_bombs);
  g_test_add_func ("/qr/several", test_several);
  g_test_add_func ("/qr/failures", test_failures);
  g_test_add_func ("/qr/message", test_message);
  g_test_add_func ("/qr/drawn", test_drawn);
  g_test_add_func ("/qr/two-verdicts", test_two_verdicts);
  g_test_add_func ("/qr/second-cancelled", test_second_cancelled);
  return g_test_run ();
}
