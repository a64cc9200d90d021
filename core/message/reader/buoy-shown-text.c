/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Words are compared, since a layout joins and breaks lines as it likes.
 */
#include "config.h"

#include "message/reader/buoy-shown-text.h"

#include <string.h>

#include "base/text/buoy-text.h"
#include "message/buoy-page.h"

#define STEPS_OF_BYTE 30 /* copied, folded and put into a hash table */

/* Returns: (transfer full) (nullable): the words, case-folded, since a style may change letter case; NULL if the budget
 * is spent
 */
static char **
split_words (const BuoyMessage *message, const char *text)
{
  g_autofree char *visible = NULL;
  g_autofree char *folded = NULL;

  if (!buoy_budget_spend (message->budget, STEPS_OF_BYTE * strlen (text)))
    return NULL;
  visible = buoy_text_strip_invisible (text);
  folded = g_utf8_casefold (visible, -1);
  g_clear_pointer (&visible, g_free);
  visible = buoy_text_squeeze (folded);
  return g_strsplit (visible, " ", -1);
}

static void
learn_text (GHashTable *words, const BuoyMessage *message, const char *text)
{
  char **split = split_words (message, text);

  for (guint i = 0; split != NULL && split[i] != NULL; i++)
    g_hash_table_add (words, split[i]);
  g_free (split); /* the table owns the words */
}

/* Of a text beside a page, which mostly is the same in another form, the words are not judged with the bytes: where a
 * mail program displays them, they are.
 */
static void
learn_message (GHashTable *words, const BuoyMessage *message)
{
  const gboolean has_page = *message->html_text != '\0' || *message->html_others != '\0';

  learn_text (words, message, message->subject);
  if (!has_page)
    learn_text (words, message, message->plain_text);
  learn_text (words, message, message->html_text);
  learn_text (words, message, message->html_others);
  learn_text (words, message, message->image_text);
  for (guint i = 0; i < message->inner->len; i++)
    learn_message (words, g_ptr_array_index (message->inner, i));
  for (guint i = 0; i < message->pages->len; i++)
    learn_message (words, ((const BuoyPage *) g_ptr_array_index (message->pages, i))->content);
}

static gboolean
has_new_word (GHashTable *words, const BuoyMessage *message, const char *line)
{
  g_auto (GStrv) split = split_words (message, line);

  for (guint i = 0; split != NULL && split[i] != NULL; i++)
    if (*split[i] != '\0' && !g_hash_table_contains (words, split[i]))
      return TRUE;
  return FALSE;
}

char *
buoy_shown_text_find (const BuoyMessage *message, const char *displayed)
{
  g_autoptr (GHashTable) words = NULL;
  g_auto (GStrv) lines = NULL;
  GString *found;

  if (*displayed == '\0')
    return NULL;
  words = g_hash_table_new_full (buoy_text_hash, g_str_equal, g_free, NULL);
  learn_message (words, message);
  lines = g_strsplit (displayed, "\n", -1);
  found = g_string_new (NULL);
  for (guint i = 0; lines[i] != NULL; i++)
    if (has_new_word (words, message, lines[i]))
      g_string_append_printf (found, "%s\n", lines[i]);
  if (found->len > 0)
    return g_string_free (found, FALSE);
  g_string_free (found, TRUE);
  return NULL;
}
