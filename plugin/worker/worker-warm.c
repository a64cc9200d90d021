/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Whatever is loaded from disk when it is needed for the first time, is needed here once: character sets, the public
 * suffix list, data of ICU, time zones, our registry and word lists. Later no file can be opened.
 */
#include "config.h"

#include "worker-private.h"

#include <string.h>

#include "verdict/buoy-engine.h"

/* Character sets that mail has, or may have, and that the C library has a module for. Text in those of single bytes is
 * read by tables of our own, but GMime decodes parameters such as file names itself: the common ones are here for it.
 * Those that the C library does not know are left out. Text in any other one is guessed, as if the module were not
 * installed. More modules make each fork slower, which copies the memory mappings.
 */
static const char *const charsets[] = {
  "BIG5",         "BIG5-HKSCS",  "CP1250",          "CP1251",         "CP1252",        "CP1253",        "CP1254",
  "CP1255",       "CP1256",      "CP1257",          "CP1258",         "CP932",         "CP949",         "EUC-CN",
  "EUC-JISX0213", "EUC-JP",      "EUC-JP-MS",       "EUC-KR",         "EUC-TW",        "GB18030",       "GBK",
  "IBM943",       "ISO-2022-CN", "ISO-2022-CN-EXT", "ISO-2022-JP",    "ISO-2022-JP-2", "ISO-2022-JP-3", "ISO-2022-KR",
  "ISO-8859-1",   "ISO-8859-2",  "ISO-8859-5",      "ISO-8859-7",     "ISO-8859-8",    "ISO-8859-9",    "ISO-8859-15",
  "JOHAB",        "KOI8-R",      "KOI8-U",          "SHIFT_JISX0213", "SJIS",          "TCVN",          "TIS-620",
  "UCS-2",        "UCS-2BE",     "UCS-2LE",         "UCS-4",          "UCS-4BE",       "UCS-4LE",       "UHC",
  "UTF-16",       "UTF-16BE",    "UTF-16LE",        "UTF-32",         "UTF-32BE",      "UTF-32LE",      "UTF-7",
  "WINDOWS-31J"
};

/* Messages that take all ways through the analysis which load something. */
static const char *const messages[] = {
  "Received: from mx.sender.example (mx.sender.example [192.0.2.1]) by mx.reader.example with ESMTPS id 1;\r\n"
  " Sun, 29 Nov 2026 09:00:00 +0900\r\n"
  "Authentication-Results: mx.reader.example; spf=pass smtp.mailfrom=a@sender.example; dkim=pass\r\n"
  "From: =?ISO-2022-JP?B?GyRCNmQ5VBsoQg==?= <a@xn--bcher-kva.example>\r\nTo: b@reader.example\r\n"
  "Subject: =?UTF-8?Q?Verify_your_account_=E2=80=93_PayPal?=\r\nDate: Sun, 29 Nov 2026 09:00:00 +0900\r\n"
  "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=a\r\n\r\n--a\r\n"
  "Content-Type: text/html; charset=utf-8\r\n\r\n"
  "<style>p{color:red}</style><p onclick=\"x()\">Click <a href=\"https://b\xc3\xbc"
  "cher.example/\xd1\x80\">paypa1.com</a>"
  "<a href=\"mailto:c@sender.example\">https://www.paypal.com/</a><script>location='https://x.test'</script></p>\r\n"
  "--a\r\nContent-Type: text/plain; charset=iso-2022-jp\r\n\r\n\x1b$B6d9T\x1b(B hxxp://example[.]com\r\n"
  "--a\r\nContent-Type: message/rfc822\r\n\r\nFrom: c@example.com\r\nSubject: x\r\n\r\nhttps://192.0.2.1/\r\n--a--\r\n",
  "From: \xe4\xbb\xb6\r\nSubject: \x83\x65\r\nContent-Type: text/plain; charset=shift_jis\r\n\r\n\x83\x65\x83\x58\r\n",
};

void
worker_judge_prepare (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (charsets); i++)
    (void) g_iconv_open ("UTF-8", charsets[i]); /* kept open, so that its module stays */
  for (guint i = 0; i < G_N_ELEMENTS (messages); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (messages[i], strlen (messages[i]));
      g_autoptr (BuoyContext) context = buoy_context_new ();
      g_autoptr (BuoyVerdict) verdict = NULL;

      buoy_context_add_contact (context, "C", "c@example.com");
      verdict = buoy_engine.judge (bytes, context, NULL, NULL, NULL, NULL, NULL);
    }
}
