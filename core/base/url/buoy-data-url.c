/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "base/url/buoy-data-url.h"

#include <string.h>

#include "base/url/buoy-percent.h"

#define SCHEME "data:"
#define BASE64 "base64"

/* Without surrounding white space, tabs and line breaks (URL standard §4.4). */
static char *
strip (const char *url)
{
  GString *out = g_string_sized_new (strlen (url));

  for (const char *p = url + strspn (url, " \t\r\n\f"); *p != '\0'; p++)
    if (strchr ("\t\r\n", *p) == NULL)
      g_string_append_c (out, *p);
  return g_string_free (out, FALSE);
}

/* Whether @type ends with ";base64"; spaces may follow the semicolon. */
static gboolean
ends_with_base64 (const char *type)
{
  const char *mark = type + strlen (type) - strlen (BASE64);

  if (!g_str_has_suffix (type, BASE64))
    return FALSE;
  while (mark > type && mark[-1] == ' ')
    mark--;
  return mark > type && mark[-1] == ';';
}

/* Returns: (transfer full) (nullable): the parts of @url; NULL if it is no data: URL. */
BuoyDataUrl *
buoy_data_url_parse (const char *url)
{
  BuoyDataUrl *self;
  g_autofree char *stripped = NULL;
  const char *comma;

  if (strchr (url, ',') == NULL)
    return NULL;
  stripped = strip (url);
  comma = strchr (stripped, ',');
  if (comma == NULL || g_ascii_strncasecmp (stripped, SCHEME, strlen (SCHEME)) != 0)
    return NULL;
  self = g_new0 (BuoyDataUrl, 1);
  self->type = g_ascii_strdown (stripped + strlen (SCHEME), comma - stripped - (gssize) strlen (SCHEME));
  g_strstrip (self->type);
  self->data = g_strdup (comma + 1);
  self->is_base64 = ends_with_base64 (self->type);
  return self;
}

/* Decodes the data. @is_base64 is that of @self, or what another program may assume.
 *
 * Returns: (transfer full): the data
 */
GBytes *
buoy_data_url_decode (const BuoyDataUrl *self, gboolean is_base64)
{
  gsize length;
  char *text = buoy_percent_decode (self->data, strlen (self->data), &length);
  g_autofree char *encoded = NULL;

  if (!is_base64)
    return g_bytes_new_take (text, length);
  encoded = text;
  text = (char *) g_base64_decode (encoded, &length);
  return g_bytes_new_take (text, length);
}

void
buoy_data_url_free (BuoyDataUrl *self)
{
  g_free (self->type);
  g_free (self->data);
  g_free (self);
}
