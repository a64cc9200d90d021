/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "hostile-mail.h"

#include <string.h>

#define MAX_PIECES 6

typedef struct
{
  const char *text;
  gssize length; /* -1: up to the NUL */
} Piece;

/* clang-format off */
static const Piece pieces[] = {
  /* controls and what terminals make of them */
  { "\033[2J", -1 }, { "\033c\033[8m", -1 }, { "\033]0;title\007", -1 }, { "\033]52;c;eA==\033\\", -1 }, { "\b\b\b", -1 },
  { "\r", -1 }, { "\x7f", -1 }, { "\x01\x1f\x0e\x0f", -1 }, { "\0", 1 }, { "\t\t", -1 },
  /* C1, as UTF-8 and bare */
  { "\xc2\x9b" "31m", -1 }, { "\xc2\x85", -1 }, { "\xc2\x9d" "0;t\xc2\x9c", -1 }, { "\xc2\x80\xc2\x90", -1 }, { "\x9b", -1 },
  /* line ends */
  { "\n", -1 }, { "\r\n", -1 }, { "\v", -1 }, { "\f", -1 }, { "\xe2\x80\xa8", -1 }, { "\xe2\x80\xa9", -1 },
  { "\n  - ", -1 }, { "\n\n", -1 }, { "\n      ", -1 },
  /* directions, and what nobody sees */
  { "\xe2\x80\xae", -1 }, { "\xe2\x80\xad\xe2\x80\xac", -1 }, { "\xe2\x81\xa6\xe2\x81\xa9", -1 }, { "\xe2\x81\xa7", -1 },
  { "\xe2\x80\x8f\xe2\x80\x8e\xd8\x9c", -1 }, { "\xe2\x80\x8b\xc2\xad\xef\xbb\xbf", -1 }, { "\xf3\xa0\x81\xa1", -1 },
  { "\xef\xbf\xb9\xef\xbf\xbb", -1 }, { "\xe3\x85\xa4", -1 },
  /* marks over the lines around */
  { "a\xcc\x81\xcc\x81\xcc\x81\xcc\x81\xcc\x81\xcc\x81\xcc\x81\xcc\x81\xcc\x81\xe2\x83\x9d\xe2\x83\x9d", -1 },
  /* broken UTF-8 */
  { "\xff\xfe", -1 }, { "\xc0\x8a", -1 }, { "\xed\xa0\x80", -1 }, { "\xe2\x80", -1 }, { "\xf4\x90\x80\x80", -1 },
  /* our own words, formats, markup */
  { "Danger: This message may not be from the sender it names", -1 }, { "No warning for this message", -1 },
  { "Really opens: www.bank.example", -1 }, { " → www.bank.example (leads where it says)", -1 }, { "%s%n%1$s", -1 },
  { " → ", -1 }, { "→ ← ", -1 },
  { "<b>&amp;</b>", -1 }, { "\",\"level\":\"none\"}", -1 }, { "\\u001b", -1 }, { "“” '\"", -1 },
  /* what passes for a name */
  { "www.bank.example", -1 }, { "xn--bnk-example-fake", -1 }, { "日本語", -1 }, { "a@b.example", -1 }, { ".", -1 },
};
/* clang-format on */

GString *
hostile_value_new (GRand *rand)
{
  GString *value = g_string_new (NULL);
  const gint n_pieces = g_rand_int_range (rand, 1, MAX_PIECES);

  for (gint i = 0; i < n_pieces; i++)
    {
      const Piece *piece = &pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))];

      g_string_append_len (value, piece->text, piece->length >= 0 ? piece->length : (gssize) strlen (piece->text));
      g_string_append (value, HOSTILE_WORD);
    }
  if (g_rand_int_range (rand, 0, 50) == 0)
    for (guint i = 0; i < 600; i++)
      g_string_append (value, "\xe2\x80\xae"
                              "x");
  return value;
}

/* In a header field a line end would end the field: it is folded there. */
static void
append_raw (GString *out, const GString *value)
{
  for (gsize i = 0; i < value->len; i++)
    {
      if (value->str[i] == '\n')
        g_string_append (out, "\n ");
      else if (value->str[i] != '\0' && value->str[i] != '\r')
        g_string_append_c (out, value->str[i]);
    }
}

static void
append_word (GString *out, const GString *value)
{
  g_autofree char *base64 = g_base64_encode ((const guchar *) value->str, value->len);

  g_string_append_printf (out, "=?utf-8?b?%s?=", base64);
}

/* RFC 2231 §4, and URLs. */
static void
append_percent (GString *out, const GString *value)
{
  for (gsize i = 0; i < value->len; i++)
    g_string_append_printf (out, "%%%02x", (guchar) value->str[i]);
}

/* Characters of a page, by number, so that each of them arrives. */
static void
append_entities (GString *out, const GString *value)
{
  for (gsize i = 0; i < value->len; i++)
    {
      const gunichar c = g_utf8_get_char_validated (value->str + i, (gssize) (value->len - i));

      if (value->str[i] == '\0' || c >= 0x110000)
        continue;
      g_string_append_printf (out, "&#%u;", c);
      i += (gsize) g_unichar_to_utf8 (c, NULL) - 1;
    }
}

typedef void (*AppendFunc) (GString *out, const GString *value);

/* "{r}" raw, "{w}" an encoded word, "{p}" percent, "{e}" entities. */
static AppendFunc
append_func_of (char kind)
{
  switch (kind)
    {
    case 'w':
      return append_word;
    case 'p':
      return append_percent;
    case 'e':
      return append_entities;
    default:
      return append_raw;
    }
}

static const char mail[]
    = "Received: from {r} ({r} [198.51.100.7]) by mx.reader.example (Postfix) with ESMTP id 1;"
      " Mon, 4 May 2020 08:00:00 +0900\n"
      "Received: from [203.0.113.9] (HELO {r}) by {r} with SMTP; Mon, 4 May 2020 07:00:00 +0900\n"
      "Received: from {r} by {r} ({r}) id {r}\n"
      "Authentication-Results: mx.reader.example; spf={r} smtp.mailfrom={r}; dkim=pass header.d={r}; dmarc=fail\n"
      "Authentication-Results: {r}; spf=pass smtp.mailfrom={r}\n"
      "DKIM-Signature: v=1; a=rsa-sha256; d={r}; s={r}; h=from; bh=AAAA; b=AAAA\n"
      "Return-Path: <{r}>\n"
      "List-Id: {r} <{r}>\n"
      "From: {w} {r} <info{r}@bank{r}.example>\n"
      "Reply-To: {w} <{r}@other{r}.test>\n"
      "Sender: {r}\n"
      "To: {w} <reader@reader.example>\n"
      "Subject: {w} {r}\n"
      "Date: {r}\n"
      "Message-ID: <{r}@{r}>\n"
      "X-Mailer: {r}\n"
      "MIME-Version: 1.0\n"
      "Content-Type: multipart/mixed; boundary=b; x={r}\n"
      "\n{r}\n"
      "--b\n"
      "Content-Type: text/html; charset=utf-8\n\n"
      "<title>{e}</title><p>{r}\n"
      "<a href=\"javascript:{e}\">www.bank.example</a>\n"
      "<a href=\"https://{e}.evil.test/{e}\">https://www.bank.example/{e}</a>\n"
      "<a href=\"https://evil.test\">{e}</a> <a href=\"{e}\">www.bank.example {e}</a> <a href=\"data:{e}\">{e}</a>\n"
      "<a href=\"https://evil.test/{p}?u={p}#{p}\">http://www.bank.example</a> <a href=\"mailto:{e}@x.test\">{e}</a>\n"
      "<form action=\"http://{e}.evil.test/{e}\">{e}<input type=password name=\"{e}\"></form>\n"
      "<a href=\"https://evil.test/1\"><img alt=\"{e}\" src=\"{e}\"></a> <area href=\"http://{e}\" alt=\"{e}\">\n"
      "<meta http-equiv=refresh content=\"0;url=http://{e}/\"> <span style=\"font-size:0\">{e}</span>\n"
      "--b\n"
      "Content-Type: text/plain; charset=\"{r}\"\n\n"
      "see https://www.bank.example/{r} and http://{r}.evil.test/ {r}\n"
      "--b\n"
      "Content-Type: text/html; name=\"{w}{r}.html\"\n"
      "Content-Disposition: attachment; filename*=utf-8''{p}.html\n\n"
      "<title>{e}</title><form action=\"https://evil.test/{e}\"><input type=password>{e}</form>\n"
      "--b\n"
      "Content-Type: text/calendar; name=\"{r}.ics\"\n\n"
      "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:{r}\nURL:http://{r}\nDESCRIPTION:{r} "
      "https://evil.test/{r}\nEND:VEVENT\nEND:VCALENDAR\n"
      "--b\n"
      "Content-Type: message/rfc822\n\n"
      "From: {w} <a@{r}>\nSubject: {w}\nReceived: from {r} ({r}) by {r}; x\n"
      "Content-Type: text/html\n\n<title>{r}</title><a href=\"https://evil.test/{e}\">www.bank.example/{e}</a>\n"
      "--b--\n";

GBytes *
hostile_mail_new (GRand *rand, guint *n_values)
{
  GString *out = g_string_new (NULL);

  for (const char *p = mail; *p != '\0'; p++)
    {
      g_autoptr (GString) value = NULL;

      if (p[0] != '{' || p[2] != '}')
        {
          g_string_append_c (out, *p);
          continue;
        }
      value = hostile_value_new (rand);
      append_func_of (p[1]) (out, value);
      (*n_values)++;
      p += 2;
    }
  return g_string_free_to_bytes (out);
}
