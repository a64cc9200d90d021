/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "cli-kind.h"

#include <glib/gi18n.h>
#include <string.h>

#include <bellbuoy.h>

#define UTF8_BOM "\xef\xbb\xbf"
#define COMPRESSED N_ ("compressed, and only gzip is unpacked here; unpack it first")
#define UTF_16 N_ ("text in UTF-16; convert it to UTF-8, or save the message as .eml")
#define WEB_PAGE N_ ("a web page; save the message itself, as .eml")

static const struct
{
  const char *begin;
  gsize length;
  const char *sentence;
} kinds[] = {
  { "\xd0\xcf\x11\xe0", 4, N_ ("an Outlook message (.msg) or an Office file; save the message as .eml in Outlook") },
  { "!BDN", 4, N_ ("an Outlook data file (.pst); readpst exports its messages") },
  { "PK\003\004", 4, N_ ("a ZIP archive; unpack it first") },
  { "BZh", 3, COMPRESSED },
  { "\xfd"
    "7zXZ",
    5, COMPRESSED },
  { "\x28\xb5\x2f\xfd", 4, COMPRESSED },
  { "%PDF", 4, N_ ("a PDF file; save the message itself, as .eml") },
  { "\xff\xfe", 2, UTF_16 },
  { "\xfe\xff", 2, UTF_16 },
};

static gboolean
is_web_page (const char *text, gsize length)
{
  static const char *const tags[] = { "<!doctype html", "<html", "<head", "<body", "<?xml", "<!--" };

  if (length >= strlen (UTF8_BOM) && memcmp (text, UTF8_BOM, strlen (UTF8_BOM)) == 0)
    {
      text += strlen (UTF8_BOM);
      length -= strlen (UTF8_BOM);
    }
  for (; length > 0 && g_ascii_isspace (*text); length--)
    text++;
  for (guint i = 0; i < G_N_ELEMENTS (tags); i++)
    if (length >= strlen (tags[i]) && g_ascii_strncasecmp (text, tags[i], strlen (tags[i])) == 0)
      return TRUE;
  return FALSE;
}

/* NULL if it is unknown. */
static const char *
find_kind (const char *data, gsize length)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (length >= kinds[i].length && memcmp (data, kinds[i].begin, kinds[i].length) == 0)
      return _ (kinds[i].sentence);
  return is_web_page (data, length) ? _ (WEB_PAGE) : NULL;
}

gboolean
cli_kind_is_no_mail (const GError *error)
{
  return g_error_matches (error, BUOY_ERROR, BUOY_ERROR_NOT_MAIL)
         || g_error_matches (error, BUOY_ERROR, BUOY_ERROR_EMPTY);
}

const char *
cli_kind_explain (GBytes *bytes, const GError *error)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  const char *kind = g_error_matches (error, BUOY_ERROR, BUOY_ERROR_NOT_MAIL) ? find_kind (data, length) : NULL;

  return kind != NULL ? kind : buoy_error_explain (error);
}
