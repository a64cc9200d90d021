/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * GKeyFile cannot be used: it requires a key in each line, and keeps only the last of several equal keys.
 */
#include "config.h"

#include "lexicon/buoy-lexicon-reader.h"

#include <string.h>

#include "buoy-types.h"
#include "registry/buoy-data.h"

#define FOLDER "lexicon"

static gboolean
fail (GError **error, guint line, const char *why)
{
  g_set_error (error, BUOY_ERROR, BUOY_ERROR_DATA, "line %u: %s", line, why);
  return FALSE;
}

static gboolean
is_between (const char *line, char first, char last)
{
  const gsize length = strlen (line);

  return length >= 2 && line[0] == first && line[length - 1] == last;
}

/* @line without its first and last characters; changed in place. */
static char *
cut_ends (char *line)
{
  line[strlen (line) - 1] = '\0';
  return line + 1;
}

static gboolean
read_line (BuoyLexicon *lexicon, char *line, guint number, BuoyLexiconSection *section, GError **error)
{
  if (*line == '\0' || *line == '#')
    return TRUE;
  if (is_between (line, '[', ']'))
    return buoy_lexicon_section_by_name (cut_ends (line), section) || fail (error, number, "there is no such section");
  if (*section == BUOY_LEXICON_N_SECTIONS)
    return fail (error, number, "a phrase stands before the first section");
  buoy_lexicon_add (lexicon, *section, is_between (line, '"', '"') ? cut_ends (line) : line);
  return TRUE;
}

gboolean
buoy_lexicon_read (BuoyLexicon *lexicon, GBytes *file, GError **error)
{
  BuoyLexiconSection section = BUOY_LEXICON_N_SECTIONS;
  gsize length;
  const char *data = g_bytes_get_data (file, &length);
  char *text = g_strndup (data, length);
  char *next = text;

  buoy_lexicon_take_text (lexicon, text);
  for (guint number = 1; next != NULL; number++)
    {
      char *line = next;

      next = strchr (line, '\n');
      if (next != NULL)
        *next++ = '\0';
      if (!read_line (lexicon, g_strstrip (line), number, &section, error))
        return FALSE;
    }
  return TRUE;
}

/* Read once, never freed. */
static gpointer
read_default (gpointer unused)
{
  BuoyLexicon *lexicon = buoy_lexicon_new ();
  g_auto (GStrv) names = buoy_data_list (FOLDER);

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *path = g_build_filename (FOLDER, names[i], NULL);
      g_autoptr (GBytes) file = buoy_data_read_bytes (path);
      g_autoptr (GError) error = NULL;

      if (!buoy_lexicon_read (lexicon, file, &error))
        g_error ("%s: %s", path, error->message);
    }
  return lexicon;
}

const BuoyLexicon *
buoy_lexicon_get_default (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, read_default, NULL);
}
