/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The basic URL parser (URL standard §4.4), one function a part of the URL.
 */
#include "config.h"

#include <string.h>

#include "base/buoy-text.h"
#include "base/buoy-url-private.h"

#define MAX_URL_BYTES (64 * 1024) /* browsers stop at 2 MB, servers at 8 kB */

typedef struct
{
  BuoyUrl *url;
  const BuoyUrl *base;
  GPtrArray *segments; /* of char *: the path */
  const char *p;       /* what is left */
  gboolean special;
  gboolean is_file;
} Parser;

static gboolean
is_slash (const Parser *parser, char c)
{
  return c == '/' || (parser->special && c == '\\');
}

static void
copy_segments (Parser *parser, const BuoyUrl *base)
{
  g_auto (GStrv) parts = NULL;

  if (base->opaque_path || *base->path != '/')
    return;
  parts = g_strsplit (base->path + 1, "/", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    g_ptr_array_add (parser->segments, g_strdup (parts[i]));
}

static void
copy_authority (Parser *parser, const BuoyUrl *base)
{
  parser->url->username = g_strdup (base->username);
  parser->url->password = g_strdup (base->password);
  parser->url->host = g_strdup (base->host);
  parser->url->port = base->port;
}

static void
parse_fragment (Parser *parser)
{
  GString *out = g_string_new (NULL);

  buoy_percent_append (out, parser->p, strlen (parser->p), BUOY_ENCODE_FRAGMENT);
  parser->url->fragment = g_string_free (out, FALSE);
}

/* From a "?" or "#" on. */
static void
parse_query (Parser *parser)
{
  if (*parser->p == '?')
    {
      const gsize length = strcspn (++parser->p, "#");
      GString *out = g_string_new (NULL);

      buoy_percent_append (out, parser->p, length, parser->special ? BUOY_ENCODE_SPECIAL_QUERY : BUOY_ENCODE_QUERY);
      g_free (parser->url->query);
      parser->url->query = g_string_free (out, FALSE);
      parser->p += length;
    }
  if (*parser->p == '#')
    {
      parser->p++;
      parse_fragment (parser);
    }
}

static void
parse_path (Parser *parser)
{
  const gsize length = strcspn (parser->p, "?#");

  if (length > 0 || parser->special || parser->segments->len > 0)
    buoy_path_parse (parser->segments, parser->p, length, parser->special, parser->is_file);
  parser->p += length;
  parse_query (parser);
}

static gboolean
parse_port (Parser *parser, const char *text, gsize length)
{
  guint port = 0;

  if (length == 0)
    return TRUE;
  for (gsize i = 0; i < length; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return FALSE;
      port = port * 10 + (guint) (text[i] - '0');
      if (port > 65535)
        return FALSE;
    }
  if ((int) port != buoy_url_default_port (parser->url->scheme))
    parser->url->port = (int) port;
  return TRUE;
}

static void
parse_credentials (Parser *parser, const char *text, gsize length)
{
  const char *colon = memchr (text, ':', length);
  const gsize name_length = colon != NULL ? (gsize) (colon - text) : length;
  GString *name = g_string_new (NULL);
  GString *password = g_string_new (NULL);

  buoy_percent_append (name, text, name_length, BUOY_ENCODE_USERINFO);
  if (colon != NULL)
    buoy_percent_append (password, colon + 1, length - name_length - 1, BUOY_ENCODE_USERINFO);
  parser->url->username = g_string_free (name, FALSE);
  parser->url->password = g_string_free (password, FALSE);
  if (length > 0)
    parser->url->oddities |= BUOY_URL_ODD_USERINFO;
}

/* The colon before the port: not one within brackets. */
static const char *
find_port (const char *text, gsize length)
{
  gboolean inside = FALSE;

  for (gsize i = 0; i < length; i++)
    {
      if (text[i] == '[')
        inside = TRUE;
      else if (text[i] == ']')
        inside = FALSE;
      else if (text[i] == ':' && !inside)
        return text + i;
    }
  return NULL;
}

static const char *
find_last (const char *text, gsize length, char wanted)
{
  while (length > 0)
    if (text[--length] == wanted)
      return text + length;
  return NULL;
}

static gboolean
parse_host_and_port (Parser *parser, const char *text, gsize length, gboolean has_credentials)
{
  const char *colon = find_port (text, length);
  const gsize host_length = colon != NULL ? (gsize) (colon - text) : length;

  if (host_length == 0 && (parser->special || has_credentials || colon != NULL))
    return FALSE;
  if (host_length == 0)
    parser->url->host = g_strdup ("");
  else
    parser->url->host = buoy_url_parse_host (text, host_length, parser->special, &parser->url->oddities);
  if (parser->url->host == NULL)
    return FALSE;
  return colon == NULL || parse_port (parser, colon + 1, length - host_length - 1);
}

static gboolean
parse_authority (Parser *parser)
{
  const gsize length = strcspn (parser->p, parser->special ? "/\\?#" : "/?#");
  const char *text = parser->p;
  const char *at = find_last (text, length, '@');
  const gsize skipped = at != NULL ? (gsize) (at - text) + 1 : 0;

  if (at != NULL)
    parse_credentials (parser, text, skipped - 1);
  if (!parse_host_and_port (parser, text + skipped, length - skipped, at != NULL))
    return FALSE;
  parser->p += length;
  parse_path (parser);
  return TRUE;
}

/* Special schemes take any number of slashes, forward or backward. */
static gboolean
parse_slashes_and_authority (Parser *parser)
{
  const gsize n_slashes = strspn (parser->p, "/\\");

  if (n_slashes != 2)
    parser->url->oddities |= BUOY_URL_ODD_SLASHES;
  if (memchr (parser->p, '\\', n_slashes) != NULL)
    parser->url->oddities |= BUOY_URL_ODD_BACKSLASH;
  parser->p += n_slashes;
  return parse_authority (parser);
}

static gboolean
parse_relative (Parser *parser)
{
  const BuoyUrl *base = parser->base;

  if (is_slash (parser, parser->p[0]) && is_slash (parser, parser->p[1]))
    {
      if (parser->special)
        return parse_slashes_and_authority (parser);
      parser->p += 2;
      return parse_authority (parser);
    }
  copy_authority (parser, base);
  if (is_slash (parser, *parser->p))
    {
      parse_path (parser);
      return TRUE;
    }
  copy_segments (parser, base);
  if (*parser->p != '?' && *parser->p != '#' && *parser->p != '\0')
    {
      if (parser->segments->len > 0)
        g_ptr_array_set_size (parser->segments, (int) parser->segments->len - 1);
      parse_path (parser);
      return TRUE;
    }
  if (*parser->p != '?')
    parser->url->query = g_strdup (base->query);
  parse_query (parser);
  return TRUE;
}

static gboolean
starts_with_drive_letter (const char *text)
{
  return g_ascii_isalpha (text[0]) && (text[1] == ':' || text[1] == '|')
         && (text[2] == '\0' || strchr ("/\\?#", text[2]) != NULL);
}

static gboolean
parse_file_host (Parser *parser)
{
  const gsize length = strcspn (parser->p, "/\\?#");

  if (length == 2 && starts_with_drive_letter (parser->p))
    {
      parser->url->host = g_strdup ("");
      parse_path (parser);
      return TRUE;
    }
  if (length == 0)
    parser->url->host = g_strdup ("");
  else
    parser->url->host = buoy_url_parse_host (parser->p, length, TRUE, &parser->url->oddities);
  if (parser->url->host == NULL)
    return FALSE;
  if (g_str_equal (parser->url->host, "localhost"))
    parser->url->host[0] = '\0';
  parser->p += length;
  parse_path (parser);
  return TRUE;
}

static gboolean
base_is_file (const Parser *parser)
{
  return parser->base != NULL && g_str_equal (parser->base->scheme, "file");
}

/* file:/path: the host, and the drive letter where the path names none, come from a file base. */
static void
parse_file_slash (Parser *parser)
{
  const char *path = base_is_file (parser) ? parser->base->path : "";

  parser->url->host = g_strdup (base_is_file (parser) ? parser->base->host : "");
  if (!starts_with_drive_letter (parser->p + 1) && path[0] == '/' && starts_with_drive_letter (path + 1)
      && path[2] == ':')
    g_ptr_array_add (parser->segments, g_strndup (path + 1, 2));
  parse_path (parser);
}

static gboolean
parse_file (Parser *parser)
{
  if (is_slash (parser, parser->p[0]) && is_slash (parser, parser->p[1]))
    {
      parser->p += 2;
      return parse_file_host (parser);
    }
  if (is_slash (parser, parser->p[0]))
    {
      parse_file_slash (parser);
      return TRUE;
    }
  parser->url->host = g_strdup ("");
  if (!base_is_file (parser))
    {
      parse_path (parser);
      return TRUE;
    }
  g_clear_pointer (&parser->url->host, g_free);
  if (!starts_with_drive_letter (parser->p))
    return parse_relative (parser);
  parser->url->host = g_strdup (parser->base->host);
  parse_path (parser);
  return TRUE;
}

static void
parse_opaque (Parser *parser)
{
  const gsize length = strcspn (parser->p, "?#");
  GString *out = g_string_new (NULL);

  buoy_percent_append (out, parser->p, length, BUOY_ENCODE_C0);
  /* a space before the query would be lost when parsed again */
  if (parser->p[length] != '\0' && out->len > 0 && out->str[out->len - 1] == ' ')
    {
      g_string_truncate (out, out->len - 1);
      g_string_append (out, "%20");
    }
  parser->url->opaque_path = TRUE;
  parser->url->path = g_string_free (out, FALSE);
  parser->p += length;
  parse_query (parser);
}

static gboolean
parse_behind_scheme (Parser *parser)
{
  const char *p = parser->p;

  parser->special = buoy_url_is_special (parser->url);
  parser->is_file = g_str_equal (parser->url->scheme, "file");
  if (parser->is_file)
    return parse_file (parser);
  if (parser->special)
    {
      const gboolean same = parser->base != NULL && g_str_equal (parser->base->scheme, parser->url->scheme);

      if (same && !(p[0] == '/' && p[1] == '/'))
        return parse_relative (parser);
      return parse_slashes_and_authority (parser);
    }
  if (p[0] == '/' && p[1] == '/')
    {
      parser->p += 2;
      return parse_authority (parser);
    }
  if (p[0] == '/')
    {
      parse_path (parser);
      return TRUE;
    }
  parse_opaque (parser);
  return TRUE;
}

static gboolean
parse_without_scheme (Parser *parser)
{
  const BuoyUrl *base = parser->base;

  if (base == NULL || (base->opaque_path && *parser->p != '#'))
    return FALSE;
  parser->url->scheme = g_strdup (base->scheme);
  parser->special = buoy_url_is_special (base);
  parser->is_file = g_str_equal (base->scheme, "file");
  if (base->opaque_path)
    {
      parser->url->opaque_path = TRUE;
      parser->url->path = g_strdup (base->path);
      parser->url->query = g_strdup (base->query);
      parse_query (parser);
      return TRUE;
    }
  return parser->is_file ? parse_file (parser) : parse_relative (parser);
}

/* The scheme in lower case, and behind the colon; NULL where there is none. */
static char *
take_scheme (const char **p)
{
  const char *start = *p;
  const char *end = start;

  if (!g_ascii_isalpha (*start))
    return NULL;
  while (g_ascii_isalnum (*end) || *end == '+' || *end == '-' || *end == '.')
    end++;
  if (*end != ':')
    return NULL;
  *p = end + 1;
  return g_ascii_strdown (start, end - start);
}

/* Controls and spaces around it, tabs and newlines anywhere are as if they weren't there. */
static char *
clean_input (const char *input, guint *out_oddities)
{
  g_autofree char *valid = buoy_text_make_valid (input, -1);
  const char *start = valid;
  gsize length;
  GString *out;

  while (*start != '\0' && (guchar) *start <= 0x20)
    start++;
  length = strlen (start);
  while (length > 0 && (guchar) start[length - 1] <= 0x20)
    length--;
  out = g_string_sized_new (length);
  for (gsize i = 0; i < length; i++)
    if (start[i] != '\t' && start[i] != '\n' && start[i] != '\r')
      g_string_append_c (out, start[i]);
  if (out->len != length)
    *out_oddities |= BUOY_URL_ODD_CONTROL;
  return g_string_free (out, FALSE);
}

static char *
join_segments (const Parser *parser)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < parser->segments->len; i++)
    {
      g_string_append_c (out, '/');
      g_string_append (out, g_ptr_array_index (parser->segments, i));
    }
  return g_string_free (out, FALSE);
}

BuoyUrl *
buoy_url_parse (const char *input, const BuoyUrl *base)
{
  g_autoptr (BuoyUrl) url = NULL;
  g_autoptr (GPtrArray) segments = NULL;
  g_autofree char *clean = NULL;
  Parser parser = { 0 };
  gboolean parsed;

  if (input == NULL || strlen (input) > MAX_URL_BYTES)
    return NULL;

  url = g_new0 (BuoyUrl, 1);
  url->port = -1;
  clean = clean_input (input, &url->oddities);
  segments = g_ptr_array_new_with_free_func (g_free);
  parser = (Parser){ .url = url, .base = base, .segments = segments, .p = clean };
  url->scheme = take_scheme (&parser.p);
  parsed = url->scheme != NULL ? parse_behind_scheme (&parser) : parse_without_scheme (&parser);
  if (!parsed)
    return NULL;

  if (url->path == NULL)
    url->path = join_segments (&parser);
  if (url->username == NULL)
    url->username = g_strdup ("");
  if (url->password == NULL)
    url->password = g_strdup ("");
  return g_steal_pointer (&url);
}
