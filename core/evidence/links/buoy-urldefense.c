/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Proofpoint URL Defense: v1 percent-encodes the target, v2 writes "-" for "%" and "_" for "/", v3 writes "*" for
 * special characters and lists them in base64url after the URL.
 */
#include "config.h"

#include "evidence/links/buoy-wrapper.h"

#include <string.h>

#define RUN_ALPHABET "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"

static char *
decode_v2 (const BuoyUrl *url)
{
  g_autofree char *value = buoy_url_query_value (url, "u");

  if (value == NULL)
    return NULL;

  for (char *p = value; *p != '\0'; p++)
    {
      if (*p == '-')
        *p = '%';
      else if (*p == '_')
        *p = '/';
    }
  return g_uri_unescape_string (value, NULL);
}

guchar *
buoy_wrapper_decode_base64url (const char *start, gsize length, gsize *out_length)
{
  g_autofree char *text = g_strndup (start, length);
  g_autofree char *padded = NULL;

  g_strdelimit (text, "-", '+');
  g_strdelimit (text, "_", '/');
  padded = g_strconcat (text, "===", NULL);
  padded[(length + 3) / 4 * 4] = '\0';
  return g_base64_decode (padded, out_length);
}

/* "*" stands for the next listed character, "**X" for a run of them whose length is encoded in the letter X. */
static char *
fill_stars (const char *url, gsize length, const guchar *listed, gsize n_listed)
{
  GString *out = g_string_sized_new (length);
  gsize next = 0;

  for (gsize i = 0; i < length; i++)
    {
      const char *run = NULL;
      gsize count = 1;

      if (url[i] != '*')
        {
          g_string_append_c (out, url[i]);
          continue;
        }
      if (i + 2 < length && url[i + 1] == '*')
        run = strchr (RUN_ALPHABET, url[i + 2]);
      if (run != NULL)
        {
          count = (gsize) (run - RUN_ALPHABET) + 2;
          i += 2;
        }
      if (next < n_listed)
        {
          count = MIN (count, n_listed - next);
          g_string_append_len (out, (const char *) listed + next, count);
          next += count;
        }
      else
        g_string_append_c (out, '*');
    }
  return g_string_free (out, FALSE);
}

/* Restores the two slashes after the scheme, one of which the wrapped URL may have lost. (transfer full) */
static char *
restore_slashes (const char *text)
{
  const char *colon = strstr (text, ":/");

  if (colon == NULL || colon[2] == '/')
    return g_strdup (text);
  return g_strdup_printf ("%.*s://%s", (int) (colon - text), text, colon + 2);
}

static char *
decode_v3 (const BuoyUrl *url)
{
  g_autofree char *whole
      = g_strconcat (url->path, url->query != NULL ? "?" : "", url->query != NULL ? url->query : "", NULL);
  const char *start = strstr (whole, "/__");
  const char *end = start != NULL ? g_strrstr (start + 3, "__;") : NULL;
  const char *list_end = end != NULL ? strstr (end, "!!") : NULL;
  g_autofree guchar *listed = NULL;
  g_autofree char *filled = NULL;
  gsize n_listed = 0;

  if (list_end == NULL || end == start + 3)
    return NULL;

  listed = buoy_wrapper_decode_base64url (end + 3, (gsize) (list_end - end - 3), &n_listed);
  filled = fill_stars (start + 3, (gsize) (end - start - 3), listed, n_listed);
  return restore_slashes (filled);
}

char *
buoy_urldefense_decode (const BuoyUrl *url)
{
  if (g_str_has_prefix (url->path, "/v3/"))
    return decode_v3 (url);
  if (g_str_has_prefix (url->path, "/v2/"))
    return decode_v2 (url);
  return buoy_url_query_value (url, "u");
}
