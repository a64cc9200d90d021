/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "message/script/buoy-page-address.h"

#include <string.h>

#define MAX_URL_BYTES 8192 /* of an address in a script */
#define MAX_NAME_BYTES 64  /* of "window.location.replace" */
#define MAX_CALL_BYTES 80  /* from the call to its address: "XMLHttpRequest().open ('POST', '" */

const char *
buoy_page_find_word (const char *text, const char *end, const char *word)
{
  for (const char *p = text; (p = memmem (p, (gsize) (end - p), word, strlen (word))) != NULL; p++)
    if (p == text || (!g_ascii_isalnum (p[-1]) && p[-1] != '_' && p[-1] != '$'))
      return p;
  return NULL;
}

const char *
buoy_page_skip_blanks (const char *p, const char *end)
{
  while (p < end && g_ascii_isspace (*p))
    p++;
  return p;
}

char *
buoy_page_given_address (const char *location, const char *end)
{
  const char *p = location;
  gsize n;

  while (p < end && (g_ascii_isalnum (*p) || *p == '.') && p - location < MAX_NAME_BYTES)
    p++;
  p = buoy_page_skip_blanks (p, end);
  if (p >= end || (*p != '=' && *p != '('))
    return NULL;
  p = buoy_page_skip_blanks (p + 1, end);
  if (p >= end || strchr ("\"'`", *p) == NULL)
    return NULL;
  n = strcspn (p + 1, "\"'`\n");
  if (n == 0 || n > MAX_URL_BYTES || n >= (gsize) (end - p))
    return NULL;
  return g_strndup (p + 1, n);
}

gboolean
buoy_page_is_address (const char *text)
{
  return g_ascii_strncasecmp (text, "http:", 5) == 0 || g_ascii_strncasecmp (text, "https:", 6) == 0
         || g_str_has_prefix (text, "//");
}

char *
buoy_page_find_address (const char *script)
{
  static const char *const words[] = { BUOY_SCRIPT_LOCATION, "open" };
  const char *end = script + strlen (script);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    for (const char *p = script; (p = buoy_page_find_word (p, end, words[i])) != NULL; p++)
      {
        g_autofree char *address = buoy_page_given_address (p, end);

        if (address != NULL && buoy_page_is_address (address))
          return g_steal_pointer (&address);
      }
  return NULL;
}

char *
buoy_page_called_address (const char *call, const char *end)
{
  for (const char *p = call; p < end && p - call < MAX_CALL_BYTES; p++)
    {
      const gsize n = strchr ("\"'`", *p) != NULL ? strcspn (p + 1, "\"'`\n") : 0;

      if (n > 0 && n <= MAX_URL_BYTES && n < (gsize) (end - p) && buoy_page_is_address (p + 1))
        return g_strndup (p + 1, n);
      if (*p == ';' || *p == '\n')
        return NULL;
    }
  return NULL;
}
