/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Finds the host that a text names, as a reader would see it: in prose, in brackets, right after a Japanese word, in
 * fullwidth letters, "example[.]com".
 */
#include "config.h"

#include "base/shown/buoy-shown-host.h"

#include <string.h>

#include "base/host/buoy-host.h"
#include "base/shown/buoy-refang.h"
#include "base/shown/buoy-shown-host-private.h"
#include "base/url/buoy-url-host.h"

/* Whether @c may be part of a host. Without a scheme, letters from U+1100 on (hangul, kana, kanji) end it: in these
 * scripts, no space separates a host from the next word.
 */
static gboolean
is_host_char (gunichar c, gboolean behind_scheme)
{
  if (c < 0x80)
    return g_ascii_isalnum (c) || c == '-' || c == '.' || c == '_' || (c == '%' && behind_scheme);
  if (!g_unichar_isalnum (c) && g_unichar_type (c) != G_UNICODE_NON_SPACING_MARK)
    return FALSE;
  return behind_scheme || c < 0x1100;
}

#define MAX_BRACKET_BYTES 64 /* an IPv6 address takes 45, plus its zone */

/* The end of the characters of a host at @start. Two dots end it too: "and so on...example.com". */
static const char *
run_end (const char *start, gboolean behind_scheme)
{
  const char *p = start;

  while (*p != '\0' && is_host_char (g_utf8_get_char (p), behind_scheme) && !(p[0] == '.' && p[1] == '.'))
    p = g_utf8_next_char (p);
  return p;
}

static const char *
host_end (const char *start, gboolean behind_scheme)
{
  const char *p = run_end (start, behind_scheme);

  while (p > start && (p[-1] == '.' || p[-1] == '-' || p[-1] == '_'))
    p--;
  return p;
}

/* "HLAG.DE": a stock ticker, if words precede it. Hosts in capitals have more parts. */
static gboolean
is_ticker (const char *text, const char *start, const char *end)
{
  const char *dot = memchr (start, '.', (gsize) (end - start));

  if (start == text || dot == NULL || end - dot != 3 || dot - start > 6)
    return FALSE;
  for (const char *p = start; p < end; p++)
    if (*p != '.' && !g_ascii_isupper (*p) && !g_ascii_isdigit (*p))
      return FALSE;
  return TRUE;
}

/* Most words with dots don't end in a suffix, which is cheaper to check than the ASCII form. */
static gboolean
may_be_host (const char *written)
{
  const char *suffix = strrchr (written, '.') + 1;
  g_autofree char *lower = g_str_is_ascii (suffix) ? g_ascii_strdown (written, -1) : NULL;

  return lower == NULL || buoy_host_has_known_suffix (lower);
}

/* Returns: (transfer full) (nullable): the host in [start, end), in ASCII; NULL if it is not valid or not likely */
static char *
take_host (const char *start, const char *end)
{
  g_autofree char *written = NULL;
  g_autofree char *ascii = NULL;

  while (start < end && (*start == '.' || *start == '-' || *start == '_'))
    start++;
  written = g_strndup (start, (gsize) (end - start));
  if (strchr (written, '.') == NULL || !buoy_shown_host_is_likely (written, *end) || !may_be_host (written))
    return NULL;
  ascii = buoy_host_to_ascii (written);
  if (ascii == NULL || !buoy_host_has_known_suffix (ascii) || buoy_host_registrable_domain (ascii) == NULL)
    return NULL;
  return g_steal_pointer (&ascii);
}

/* A host as it may appear in a URL: including any number form of an address, but not a single label. */
static char *
take_written_host (const char *start, const char *end)
{
  guint anomalies = 0;
  g_autofree char *host = buoy_url_parse_host (start, (gsize) (end - start), TRUE, &anomalies);

  return host != NULL && (*host == '[' || strchr (host, '.') != NULL) ? g_steal_pointer (&host) : NULL;
}

/* The host after a scheme: all of "日本語.jp", the ASCII part of "example.comと"; also one with an unlisted suffix, such as
 * "intern.corp". (nullable)
 */
static char *
take_name (const char *start)
{
  const char *end = host_end (start, TRUE);
  g_autofree char *host = take_written_host (start, end);
  char *bare;

  if (host == NULL || buoy_host_is_ip (host) || buoy_host_has_known_suffix (host))
    return g_steal_pointer (&host);
  bare = take_host (start, host_end (start, FALSE));
  if (bare != NULL)
    return bare;
  return g_str_has_prefix (host, "xn--") || strstr (host, ".xn--") != NULL ? NULL : g_steal_pointer (&host);
}

/* After "://": the name that a reader sees first, which may be user information. */
static char *
take_url_host (const char *start)
{
  for (;;)
    {
      const char *bracket;
      char *host;

      start += strspn (start, "/\\");
      bracket = *start == '[' ? memchr (start, ']', strnlen (start, MAX_BRACKET_BYTES)) : NULL;
      host = bracket != NULL ? take_written_host (start, bracket + 1) : take_name (start);
      if (host != NULL)
        return host;
      start += strcspn (start, "@/?# ");
      if (*start++ != '@')
        return NULL;
    }
}

static gboolean
is_part_of_address (const char *text, const char *start, const char *end)
{
  return *end == '@' || (start > text && start[-1] == '@');
}

/* The host if it is all of @text. It may be in any script: "日本語.jp". But no label may mix Japanese and other letters,
 * as a host right after a Japanese word seems to do. (nullable)
 */
static char *
take_whole (const char *text)
{
  const char *start = text + strspn (text, " ");
  const char *end = host_end (start, TRUE);

  if (end[strspn (end, " ./")] != '\0')
    return NULL;
  for (const char *p = start; p < end; p = g_utf8_next_char (p))
    {
      const char *next = g_utf8_next_char (p);

      if (next < end && *p != '.' && *next != '.'
          && is_host_char (g_utf8_get_char (p), FALSE) != is_host_char (g_utf8_get_char (next), FALSE))
        return NULL;
    }
  return take_host (start, end);
}

/* The host at @p, if there is one. Sets *@out_next to where to continue. (nullable) */
static char *
take_next (const char *text, const char *p, const char **out_next)
{
  const char *whole_end = run_end (p, FALSE);
  const char *end = host_end (p, FALSE);

  /* nothing starts within the dots and hyphens at the end of a run */
  *out_next = whole_end > p ? whole_end : g_utf8_next_char (p);
  if (p[0] == ':' && (p[1] == '/' || p[1] == '\\') && p > text && g_ascii_isalpha (p[-1]))
    return take_url_host (p + 1);
  if (end == p || is_part_of_address (text, p, end) || is_ticker (text, p, end))
    return NULL;
  return take_host (p, end);
}

/* The end of the path or query at @p, which may name other hosts; @p if there is none. */
static const char *
path_end (const char *p)
{
  static const char others[] = "<>\"|,;()";

  if (*p == '\0' || strchr ("/\\?#@:", *p) == NULL || (*p == ':' && !g_ascii_isdigit (p[1])))
    return p;
  while (g_ascii_isgraph (*p) && strchr (others, *p) == NULL)
    p++;
  return p;
}

char *
buoy_shown_host_find (const char *text)
{
  return buoy_shown_host_find_if (text, NULL, NULL);
}

char *
buoy_shown_host_find_if (const char *text, BuoyShownHostFunc wanted, gconstpointer data)
{
  g_autofree char *normal = NULL;
  g_autofree char *whole = NULL;
  const char *next;

  if (text == NULL)
    return NULL;

  normal = buoy_refang (text);
  if (strchr (normal, '.') == NULL && strstr (normal, "://") == NULL)
    return NULL;
  whole = take_whole (normal);
  if (whole != NULL)
    return wanted == NULL || wanted (whole, data) ? g_steal_pointer (&whole) : NULL;
  for (const char *p = normal; *p != '\0'; p = next)
    {
      g_autofree char *host = take_next (normal, p, &next);

      if (host != NULL && (wanted == NULL || wanted (host, data)))
        return g_steal_pointer (&host);
      if (host != NULL)
        next = path_end (next);
    }
  return NULL;
}

/* The domain after an "@". (nullable) */
static char *
take_domain (const char *start)
{
  char *host;

  start += strspn (start, " ");
  host = take_host (start, host_end (start, FALSE));
  return host != NULL ? host : take_host (start, host_end (start, TRUE));
}

char *
buoy_shown_address_host (const char *text)
{
  g_autofree char *normal = NULL;
  char *host = NULL;

  if (text == NULL)
    return NULL;

  normal = buoy_refang (text);
  for (const char *at = strchr (normal, '@'); at != NULL && host == NULL; at = strchr (at + 1, '@'))
    if (at > normal && (g_ascii_isgraph (at[-1]) || at[-1] == ' '))
      host = take_domain (at + 1);
  return host;
}

/* Where the label before @dot begins. */
static const char *
label_start (const char *text, const char *dot)
{
  const char *start = dot;

  for (const char *p = g_utf8_find_prev_char (text, dot);
       p != NULL && *p != '.' && is_host_char (g_utf8_get_char (p), FALSE); p = g_utf8_find_prev_char (text, p))
    start = p;
  while (start < dot && (*start == '-' || *start == '_'))
    start++;
  return start;
}

/* Whether the label at @start is the first of its host. Two dots before it are a typo within a name, three an ellipsis.
 */
static gboolean
is_first_label (const char *text, const char *start)
{
  const char *dot = g_utf8_find_prev_char (text, start);
  const char *before;

  if (dot == NULL || *dot != '.')
    return TRUE;
  before = g_utf8_find_prev_char (text, dot);
  if (before == NULL || !is_host_char (g_utf8_get_char (before), FALSE))
    return TRUE;
  return *before == '.' && (before == text || before[-1] == '.');
}

/* Labels don't begin or end with a hyphen (RFC 952). */
static gboolean
has_loose_hyphen (const char *start, const char *end)
{
  for (const char *p = start; p + 1 < end; p++)
    if ((p[0] == '.' && p[1] == '-') || (p[0] == '-' && p[1] == '.'))
      return TRUE;
  return FALSE;
}

/* Whether the name is reserved to be invalid (RFC 6761 §6.4). */
static gboolean
is_made_invalid (const char *start, const char *end)
{
  static const char suffix[] = ".invalid";
  const gsize length = strlen (suffix);

  return (gsize) (end - start) > length && g_ascii_strncasecmp (end - length, suffix, length) == 0;
}

char *
buoy_shown_host_around (const char *text, const char *dot, const char **out_start, const char **out_end)
{
  const char *start = label_start (text, dot);
  const char *end;

  if (start == dot || !is_first_label (text, start))
    return NULL;
  end = host_end (start, FALSE);
  if (end <= dot || is_part_of_address (text, start, end) || is_ticker (text, start, end)
      || has_loose_hyphen (start, end) || is_made_invalid (start, end))
    return NULL;
  *out_start = start;
  *out_end = end;
  return take_host (start, end);
}

const char *
buoy_shown_host_end (const char *start)
{
  const char *end = host_end (start, TRUE);
  g_autofree char *host = take_written_host (start, end);

  return buoy_host_has_known_suffix (host) ? end : host_end (start, FALSE);
}

const char *
buoy_shown_host_scheme (const char *ascii)
{
  return g_str_has_prefix (ascii, "ftp.") ? "ftp://" : "http://";
}
