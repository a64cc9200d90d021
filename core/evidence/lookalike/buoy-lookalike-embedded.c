/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "evidence/lookalike/buoy-lookalike-embedded.h"

#include <string.h>

#define MAX_NAME_TOKENS 4 /* hyphen-separated parts of a name: "all-day-shop-online" */
#define MAX_NAME 64       /* bytes of a name and its suffix */

static const char *
token_end (const char *p)
{
  return p + strcspn (p, ".-");
}

/* The protected domain that consists of @name and the suffix at @p, in one or two parts; NULL if there is none. @name
 * is also used as a buffer for the whole domain, but unchanged afterwards. *@out_dotted: whether the suffix has dots,
 * not hyphens
 */
static const BuoyProtectedName *
find_with_suffix (const BuoyProtectedNames *names, GString *name, const char *p, gboolean *out_dotted)
{
  const gsize name_length = name->len;
  const BuoyProtectedName *imitated = NULL;
  gboolean dotted = TRUE;

  for (guint parts = 0; parts < 2 && *p != '\0' && imitated == NULL; parts++)
    {
      const char *end = token_end (p + 1);

      dotted &= *p == '.';
      g_string_append_c (name, '.');
      g_string_append_len (name, p + 1, end - p - 1);
      imitated = buoy_protected_names_find_domain (names, name->str);
      if (imitated != NULL && imitated->label_length < BUOY_MIN_EMBEDDED)
        imitated = NULL;
      p = end;
    }
  g_string_truncate (name, name_length);
  if (imitated != NULL)
    *out_dotted = dotted;
  return imitated;
}

/* Whether a usual suffix is at @p, as in "brand.co.jp" or "brand.com". */
static gboolean
has_usual_suffix (const char *p)
{
  static const char *const suffixes[] = { "com", "co.jp", "ne.jp", "co.uk" };
  const gsize first = *p != '\0' ? (gsize) (token_end (p + 1) - p - 1) : 0;

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      const gsize length = strlen (suffixes[i]);
      const char *dot = strchr (suffixes[i], '.');

      if (first != (dot != NULL ? (gsize) (dot - suffixes[i]) : length) || strncmp (p + 1, suffixes[i], first) != 0)
        continue;
      if (dot == NULL)
        return TRUE;
      if ((p[first + 1] == '.' || p[first + 1] == '-') && strncmp (p + first + 2, dot + 1, strlen (dot + 1)) == 0
          && token_end (p + first + 2) == p + first + 2 + strlen (dot + 1))
        return TRUE;
    }
  return FALSE;
}

/* The distinctive protected name @name if a usual suffix is at @p, whether or not the brand owns that domain; or NULL.
 */
static const BuoyProtectedName *
find_with_usual_suffix (const BuoyProtectedNames *names, const GString *name, const char *p, gboolean *out_dotted)
{
  const BuoyProtectedName *imitated = has_usual_suffix (p) ? buoy_protected_names_find (names, name->str) : NULL;

  if (imitated == NULL || !imitated->distinctive)
    return NULL;
  *out_dotted = *p == '.';
  return imitated;
}

static const BuoyProtectedName *
find_embedded_at (const BuoyProtectedNames *names, GString *name, const char *start, gboolean *out_dotted)
{
  const char *p = start;

  g_string_truncate (name, 0);
  for (guint tokens = 0; tokens < MAX_NAME_TOKENS; tokens++)
    {
      const char *end = token_end (p);
      const BuoyProtectedName *imitated;

      g_string_append_len (name, p, end - p);
      if (*end == '\0' || name->len > BUOY_MAX_LABEL)
        return NULL;
      imitated = find_with_suffix (names, name, end, out_dotted);
      if (imitated == NULL)
        imitated = find_with_usual_suffix (names, name, end, out_dotted);
      if (imitated != NULL)
        return imitated;
      if (*end == '.') /* a name ends at a dot */
        return NULL;
      p = end + 1;
    }
  return NULL;
}

const BuoyProtectedName *
buoy_lookalike_find_embedded (const BuoyProtectedNames *names, const char *skeleton, gboolean *out_dotted)
{
  g_autoptr (GString) name = g_string_sized_new (MAX_NAME);

  for (const char *p = skeleton; *p != '\0';)
    {
      const BuoyProtectedName *imitated = find_embedded_at (names, name, p, out_dotted);

      if (imitated != NULL)
        return imitated;
      p = token_end (p);
      p += strspn (p, ".-");
    }
  return NULL;
}
