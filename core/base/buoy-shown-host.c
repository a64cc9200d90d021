/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Finds the host that a text names, the way a reader would: in prose, in brackets, right behind a Japanese word,
 * in full-width letters, "example[.]com". What only looks like a host (dates, versions, file names, product names)
 * is none.
 */
#include "config.h"

#include "base/buoy-shown-host.h"

#include <string.h>

#include "base/buoy-host.h"
#include "base/buoy-text.h"

#define MAX_TEXT_BYTES 4096 /* a link's text; nobody reads a host behind that */

/* Real suffixes that end file names far more often than hosts: need a scheme, "www." or a path. */
static const char *const file_suffixes[] = { "md", "zip", "py", "sh", "so", "mov", "rs", "ps", "cc" };

/* Names of products. */
static const char *const products[] = { "asp.net", "ado.net", "vb.net", "paint.net", "node.js", "socket.io", "asp.net.mvc" };

static void
replace_all (GString *text, const char *const pairs[][2])
{
  for (guint i = 0; pairs[i][0] != NULL; i++)
    g_string_replace (text, pairs[i][0], pairs[i][1], 0);
}

/* One spelling for every way of writing a dot. A 。 that ends a Japanese sentence has no letter behind it. */
static void
mend_ideographic_stops (GString *text)
{
  const char *stop = "。";

  for (gsize at = 0; at + 3 < text->len; at++)
    {
      if (memcmp (text->str + at, stop, 3) != 0 || at == 0)
        continue;
      if (!g_ascii_isalnum (text->str[at - 1]) || !g_ascii_isalnum (text->str[at + 3]))
        continue;
      g_string_erase (text, (gssize) at, 3);
      g_string_insert_c (text, (gssize) at, '.');
    }
}

static char *
normalize (const char *text)
{
  static const char *const dots[][2] = {
    { "[.]", "." }, { "(.)", "." }, { "{.}", "." }, { "[dot]", "." }, { "(dot)", "." }, { " dot ", "." }, { "․", "." },
    { "hxxp", "http" }, { "⁄", "/" }, { "∕", "/" }, { "﹫", "@" }, { NULL, NULL },
  };
  g_autofree char *cut = buoy_text_cut (text, MAX_TEXT_BYTES);
  g_autofree char *visible = buoy_text_strip_invisible (cut);
  g_autofree char *composed = g_utf8_normalize (visible, -1, G_NORMALIZE_NFKC);
  GString *out = g_string_new (composed != NULL ? composed : visible);

  replace_all (out, dots);
  mend_ideographic_stops (out);
  return g_string_free (out, FALSE);
}

/* Kana, kanji and hangul end a bare host: hosts stand right behind words there. Other letters are part of it. */
static gboolean
is_host_char (gunichar c, gboolean behind_scheme)
{
  if (c < 0x80)
    return g_ascii_isalnum (c) || c == '-' || c == '.' || c == '_';
  if (!g_unichar_isalnum (c) && g_unichar_type (c) != G_UNICODE_NON_SPACING_MARK)
    return FALSE;
  return behind_scheme || c < 0x1100;
}

static const char *
host_end (const char *start, gboolean behind_scheme)
{
  const char *p = start;

  while (*p != '\0' && is_host_char (g_utf8_get_char (p), behind_scheme))
    p = g_utf8_next_char (p);
  while (p > start && (p[-1] == '.' || p[-1] == '-' || p[-1] == '_'))
    p--;
  return p;
}

static gboolean
is_in (const char *word, const char *const *list, guint n)
{
  for (guint i = 0; i < n; i++)
    if (g_ascii_strcasecmp (word, list[i]) == 0)
      return TRUE;
  return FALSE;
}

/* "sentence.In": a full stop without the space behind it. */
static gboolean
is_missing_space (const char *written)
{
  const char *dot = strrchr (written, '.');

  return dot > written && g_ascii_isupper (dot[1]) && g_ascii_islower (dot[2]) && g_ascii_islower (dot[-1]);
}

/* ".NET" in capitals behind a name that is not. */
static gboolean
is_product (const char *written)
{
  const gsize length = strlen (written);

  if (is_in (written, products, G_N_ELEMENTS (products)))
    return TRUE;
  return length > 4 && g_str_has_suffix (written, ".NET") && g_ascii_islower (written[length - 5]);
}

static gboolean
is_all_digits (const char *label, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isdigit (label[i]))
      return FALSE;
  return length > 0;
}

/* "2.7.so", "18.08.30.jp": numbers with dots. A host's registered label is seldom one digit. */
static gboolean
is_version (const char *written)
{
  const char *last = strrchr (written, '.');
  const char *label = last;

  while (label > written && label[-1] != '.')
    label--;
  return is_all_digits (label, (gsize) (last - label)) && last - label < 3;
}

static gboolean
looks_like_host (const char *written, char following)
{
  const char *dot = strrchr (written, '.');

  if (g_ascii_strncasecmp (written, "www.", 4) == 0)
    return TRUE;
  if (is_product (written) || is_missing_space (written) || is_version (written))
    return FALSE;
  return following == '/' || !is_in (dot + 1, file_suffixes, G_N_ELEMENTS (file_suffixes));
}

/* The host in [start, end), if it is a real one; NULL. */
static char *
take_host (const char *start, const char *end)
{
  g_autofree char *written = NULL;
  g_autofree char *ascii = NULL;

  while (start < end && (*start == '.' || *start == '-' || *start == '_'))
    start++;
  written = g_strndup (start, (gsize) (end - start));
  if (strchr (written, '.') == NULL || !looks_like_host (written, *end))
    return NULL;
  ascii = buoy_host_to_ascii (written);
  if (ascii == NULL || !buoy_host_has_known_suffix (ascii) || buoy_host_registrable_domain (ascii) == NULL)
    return NULL;
  return g_steal_pointer (&ascii);
}

/* Behind "://": the name that a reader sees first, which user information pretends to be. */
static char *
take_url_host (const char *start)
{
  const char *end;
  g_autofree char *written = NULL;
  g_autofree char *ascii = NULL;

  start += strspn (start, "/\\");
  end = host_end (start, TRUE);
  written = g_strndup (start, (gsize) (end - start));
  ascii = buoy_host_to_ascii (written);
  if (ascii != NULL && (buoy_host_is_ip (ascii) || buoy_host_has_known_suffix (ascii)))
    return g_steal_pointer (&ascii);
  /* 日本語.jp。 and a word glued behind: try again with what a bare host could be */
  if (end > start)
    {
      g_autofree char *bare = take_host (start, host_end (start, FALSE));

      if (bare != NULL)
        return g_steal_pointer (&bare);
    }
  if (*end == ':' || *end == '@')
    {
      const char *at = start + strcspn (start, "@/?# ");

      if (*at == '@')
        return take_url_host (at + 1);
    }
  return NULL;
}

static gboolean
is_part_of_address (const char *text, const char *start, const char *end)
{
  return *end == '@' || (start > text && start[-1] == '@');
}

char *
buoy_shown_host_find (const char *text)
{
  g_autofree char *normal = NULL;
  const char *p;

  if (text == NULL || *text == '\0' || strpbrk (text, ".\xe3\xef\xe2") == NULL)
    {
      /* no dot of any kind, unless it is spelled out */
      if (text == NULL || (strstr (text, "dot") == NULL && strstr (text, "://") == NULL))
        return NULL;
    }

  normal = normalize (text);
  for (p = normal; *p != '\0';)
    {
      const gunichar c = g_utf8_get_char (p);
      const char *end;
      char *host;

      if (c == ':' && p[1] == '/' && p > normal && g_ascii_isalpha (p[-1]))
        {
          host = take_url_host (p + 1);
          if (host != NULL)
            return host;
          p += 2;
          continue;
        }
      if (!is_host_char (c, FALSE))
        {
          p = g_utf8_next_char (p);
          continue;
        }
      end = host_end (p, FALSE);
      if (end == p)
        {
          p = g_utf8_next_char (p);
          continue;
        }
      host = is_part_of_address (normal, p, end) ? NULL : take_host (p, end);
      if (host != NULL)
        return host;
      p = end;
    }
  return NULL;
}

char *
buoy_shown_address_host (const char *text)
{
  g_autofree char *normal = NULL;

  if (text == NULL || *text == '\0')
    return NULL;

  normal = normalize (text);
  for (const char *at = strchr (normal, '@'); at != NULL; at = strchr (at + 1, '@'))
    {
      const char *start = at + 1;
      char *host;

      if (at == normal || (!g_ascii_isgraph (at[-1]) && at[-1] != ' '))
        continue;
      start += strspn (start, " ");
      host = take_host (start, host_end (start, FALSE));
      if (host != NULL)
        return host;
    }
  return NULL;
}
