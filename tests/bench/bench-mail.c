/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Mail of known shape and size, without randomness: a text, a newsletter, an attachment.
 */
#include "config.h"

#include "bench.h"

#define LINE_BYTES 76
#define N_PICTURES 10

static const char header[] = "Return-Path: <news@shop.example>\r\n"
                             "Received: from mail.shop.example (mail.shop.example [192.0.2.10])\r\n"
                             "\tby mx.provider.example (Postfix) with ESMTPS id 4BENCH\r\n"
                             "\tfor <reader@provider.example>; Sun, 26 Jan 2025 09:00:00 +0900 (JST)\r\n"
                             "Authentication-Results: mx.provider.example; dkim=pass header.d=shop.example;\r\n"
                             "\tspf=pass smtp.mailfrom=shop.example; dmarc=pass header.from=shop.example\r\n"
                             "From: The Shop <news@shop.example>\r\n"
                             "To: Reader <reader@provider.example>\r\n"
                             "Subject: What is new in January\r\n"
                             "Date: Sun, 26 Jan 2025 09:00:00 +0900\r\n"
                             "Message-ID: <bench@shop.example>\r\n"
                             "MIME-Version: 1.0\r\n";

static GBytes *
finish (GString *mail)
{
  return g_string_free_to_bytes (mail);
}

/* Lines of base64, @size bytes of them. */
static void
append_lines (GString *mail, gsize size)
{
  const gsize end = mail->len + size;
  char line[LINE_BYTES + 1] = { 0 };

  memset (line, 'Q', LINE_BYTES);
  while (mail->len < end)
    g_string_append_printf (mail, "%s\r\n", line);
}

GBytes *
bench_mail_text (gsize size)
{
  static const char line[] = "Dear reader, the goods you ordered left our house in Kobe this morning.\r\n";
  GString *mail = g_string_sized_new (size + sizeof header + LINE_BYTES);

  g_string_append (mail, header);
  g_string_append (mail, "Content-Type: text/plain; charset=UTF-8\r\n\r\n");
  while (mail->len < size)
    g_string_append (mail, line);
  return finish (mail);
}

GBytes *
bench_mail_newsletter (gsize n_links)
{
  GString *mail = g_string_new (header);

  g_string_append (mail, "Content-Type: text/html; charset=UTF-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
                         "<!DOCTYPE html><html><head><title>News</title></head><body><table>\r\n");
  for (guint i = 0; i < n_links; i++)
    g_string_append_printf (mail,
                            "<tr><td style=\"padding:4px\"><img src=\"https://img.shop.example/%u.png\" alt=\"\">"
                            "<p>A thing of use, number %u, of good oak and brass, made to last for years.\r\n"
                            "<a href=\"https://click.shop.example/c/%u?m=january&amp;r=42\">"
                            "www.shop.example/item/%u</a></p></td></tr>\r\n",
                            i, i, i, i);
  g_string_append (mail, "</table></body></html>\r\n");
  return finish (mail);
}

GBytes *
bench_mail_directory (gsize n_links)
{
  static const char *const words[] = { "north", "vale", "pay", "kite", "secure", "moon", "card" };
  GString *mail = g_string_new (header);

  g_string_append (mail, "Content-Type: text/html; charset=UTF-8\r\n\r\n<!DOCTYPE html><html><body>\r\n");
  for (guint i = 0; i < n_links; i++)
    g_string_append_printf (mail,
                            "<p>A house of good name, number %u of our list of this year.\r\n"
                            "<a href=\"https://www%u.%s-%s%u.example/shop/item\">its shop</a></p>\r\n",
                            i, i, words[i % 7], words[i / 7 % 7], i);
  g_string_append (mail, "</body></html>\r\n");
  return finish (mail);
}

/* A newsletter with ten pictures that are random bytes, which only a decoder would notice. */
GBytes *
bench_mail_pictures (gsize size)
{
  GString *mail = g_string_new (header);

  g_string_append (mail, "Content-Type: multipart/related; boundary=\"bench\"\r\n\r\n"
                         "--bench\r\nContent-Type: text/html; charset=UTF-8\r\n\r\n<table>\r\n");
  for (guint i = 0; i < N_PICTURES; i++)
    g_string_append_printf (mail,
                            "<tr><td><img src=\"cid:%u\" alt=\"\"><p>A thing of use, number %u.</p>"
                            "<a href=\"https://www.shop.example/%u\">Look</a></td></tr>\r\n",
                            i, i, i);
  g_string_append (mail, "</table>\r\n");
  for (guint i = 0; i < N_PICTURES; i++)
    {
      g_string_append_printf (mail,
                              "--bench\r\nContent-Type: image/png\r\nContent-ID: <%u>\r\n"
                              "Content-Transfer-Encoding: base64\r\n\r\n",
                              i);
      append_lines (mail, size / 3 * 4);
    }
  g_string_append (mail, "--bench--\r\n");
  return finish (mail);
}

GBytes *
bench_mail_attachment (gsize size)
{
  GString *mail = g_string_sized_new (size + 2 * sizeof header);

  g_string_append (mail, header);
  g_string_append (mail, "Content-Type: multipart/mixed; boundary=\"bench\"\r\n\r\n"
                         "--bench\r\nContent-Type: text/plain; charset=UTF-8\r\n\r\nThe plans, as promised.\r\n"
                         "--bench\r\nContent-Type: application/pdf; name=\"plans.pdf\"\r\n"
                         "Content-Disposition: attachment; filename=\"plans.pdf\"\r\n"
                         "Content-Transfer-Encoding: base64\r\n\r\n");
  append_lines (mail, size);
  g_string_append (mail, "--bench--\r\n");
  return finish (mail);
}
