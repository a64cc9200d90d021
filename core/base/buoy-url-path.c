/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The path state of the URL parser: segments, dots, Windows drive letters (URL standard §4.4).
 */
#include "config.h"

#include <string.h>

#include "base/buoy-url-private.h"

static gboolean
is_dot (const char *segment)
{
  return g_str_equal (segment, ".") || g_ascii_strcasecmp (segment, "%2e") == 0;
}

static gboolean
is_double_dot (const char *segment)
{
  static const char *const forms[] = { "..", ".%2e", "%2e.", "%2e%2e" };

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    if (g_ascii_strcasecmp (segment, forms[i]) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_drive_letter (const char *segment)
{
  return g_ascii_isalpha (segment[0]) && (segment[1] == ':' || segment[1] == '|')
         && segment[2] == '\0';
}

void
buoy_path_shorten (GPtrArray *segments, gboolean is_file)
{
  if (is_file && segments->len == 1 && is_drive_letter (g_ptr_array_index (segments, 0)))
    return;
  if (segments->len > 0)
    g_ptr_array_set_size (segments, (int) segments->len - 1);
}

static void
add_segment (GPtrArray *segments, const char *text, gsize length, gboolean last, gboolean is_file)
{
  GString *out = g_string_new (NULL);
  g_autofree char *segment = NULL;

  buoy_percent_append (out, text, length, BUOY_ENCODE_PATH);
  segment = g_string_free (out, FALSE);
  if (is_double_dot (segment))
    {
      buoy_path_shorten (segments, is_file);
      if (last)
        g_ptr_array_add (segments, g_strdup (""));
      return;
    }
  if (is_dot (segment))
    {
      if (last)
        g_ptr_array_add (segments, g_strdup (""));
      return;
    }
  if (is_file && segments->len == 0 && is_drive_letter (segment))
    segment[1] = ':';
  g_ptr_array_add (segments, g_steal_pointer (&segment));
}

void
buoy_path_parse (GPtrArray *segments, const char *text, gsize length, gboolean special,
                 gboolean is_file)
{
  gsize start = 0;

  if (length > 0 && (text[0] == '/' || (special && text[0] == '\\')))
    start = 1;
  for (gsize i = start; i <= length; i++)
    {
      const gboolean last = i == length;

      if (!last && text[i] != '/' && !(special && text[i] == '\\'))
        continue;
      add_segment (segments, text + start, i - start, last, is_file);
      start = i + 1;
    }
}
