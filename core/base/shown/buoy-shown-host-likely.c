/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Text that only looks like a host: dates and versions, file names, product and program names, a missing space after a
 * full stop.
 */
#include "config.h"

#include "base/shown/buoy-shown-host-private.h"

#include <string.h>

/* Real suffixes that are far more often file extensions: they need a scheme, "www." or a path. */
static const char *const file_suffixes[] = {
  "ac", "am", "app", "cab", "cc", "la", "md", "mm", "mov", "pm", "ps", "pub", "py", "rs", "sh", "so", "sv", "tf", "zip",
};

/* Product names, and suffixes of company names. */
static const char *const products[] = {
  "ado.net",   "asp.net", "asp.net.mvc", "co.kg",     "co.ltd",    "java.io", "odp.net",
  "paint.net", "pty.ltd", "pvt.ltd",     "socket.io", "system.io", "vb.net",
};

/* One-letter hosts that are shown without a path. All others are abbreviations: "e.g.it", "P.O.Box". */
static const char *const short_hosts[] = { "a.co", "b.com", "g.co", "t.co", "t.me", "x.ai", "x.com", "z.com" };

static gboolean
is_in (const char *word, const char *const *list, guint n)
{
  for (guint i = 0; i < n; i++)
    if (g_ascii_strcasecmp (word, list[i]) == 0)
      return TRUE;
  return FALSE;
}

/* "sentence.In": a missing space after a full stop. */
static gboolean
is_missing_space (const char *written)
{
  const char *dot = strrchr (written, '.');

  return dot > written && g_ascii_isupper (dot[1]) && g_ascii_islower (dot[2]) && g_ascii_islower (dot[-1]);
}

/* A known product, or ".NET" in capitals after a lower-case letter. */
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

/* "2.7.so", "18.08.30.jp", "9.30.am": numbers with dots. "53.com" is not: no unit has three letters. */
static gboolean
is_version (const char *written)
{
  const char *last = strrchr (written, '.');
  const char *label = last;

  while (label > written && label[-1] != '.')
    label--;
  if (label == written && strlen (last + 1) > 2)
    return FALSE;
  if (g_ascii_tolower (*label) == 'v') /* "v2.io" */
    label++;
  return is_all_digits (label, (gsize) (last - label)) && last - label < 3;
}

/* "com.example.app", "self.name": identifiers in programs. */
static gboolean
is_code (const char *written, char following)
{
  static const char *const starts[] = { "com.", "org.", "net.", "self.", "this." };

  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    if (g_str_has_prefix (written, starts[i])
        && (following != '/' || strchr (written + strlen (starts[i]), '.') != NULL))
      return TRUE;
  return following == '(';
}

static gboolean
is_abbreviation (const char *written)
{
  const char *last = strrchr (written, '.');

  return (last - written == 1 || last[-2] == '.') && !is_in (written, short_hosts, G_N_ELEMENTS (short_hosts));
}

gboolean
buoy_shown_host_is_likely (const char *written, char following)
{
  const char *dot = strrchr (written, '.');

  if (g_ascii_strncasecmp (written, "www.", 4) == 0)
    return TRUE;
  if (is_product (written) || is_missing_space (written) || is_version (written) || is_code (written, following))
    return FALSE;
  if (following == '/')
    return TRUE;
  return !is_abbreviation (written) && !is_in (dot + 1, file_suffixes, G_N_ELEMENTS (file_suffixes));
}
