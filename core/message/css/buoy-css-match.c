/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The rules that match an element, in cascade order (CSS Cascade 4 §6.4).
 */
#include "config.h"

#include <gumbo.h>
#include <string.h>

#include "base/buoy-budget.h"
#include "message/css/buoy-css-content.h"
#include "message/css/buoy-css-rules.h"
#include "message/css/buoy-css-sheet.h"
#include "message/dom/buoy-html-tags.h"

#define MAX_CONTENT_BYTES 65536 /* generated content in one page */
#define MAX_STYLES 1000         /* kept after reading; newsletters have a hundred different ones */
#define RULE_STEPS 4            /* for matching a rule with an element, and for comparing two classes */
#define DECLARATION_STEPS 4     /* applying a declaration */

static gint
compare_rank (gconstpointer a, gconstpointer b)
{
  const BuoyCssMatch *first = a;
  const BuoyCssMatch *second = b;

  return (first->rank > second->rank) - (first->rank < second->rank);
}

static void
match_key (BuoyCssSheet *sheet, const char *key, const GumboNode *element, const BuoyCssClasses *classes)
{
  const GPtrArray *rules = g_hash_table_lookup (sheet->by_key, key);

  for (guint i = 0; rules != NULL && i < rules->len; i++)
    {
      const BuoyCssRule *rule = g_ptr_array_index (rules, i);
      BuoyCssMatch match = rule->match;
      gboolean exactly;

      if (!buoy_css_sheet_spend (sheet, RULE_STEPS * (1 + rule->selector.n_classes * classes->n)))
        return;
      if (!buoy_css_selector_fits (&rule->selector, element, classes, &exactly)
          || !buoy_css_sheet_spend (sheet, DECLARATION_STEPS * match.declarations->len))
        continue;
      match.unsure |= !exactly;
      g_array_append_val (sheet->matches, match);
    }
}

static void
match_marked (BuoyCssSheet *sheet, char mark, const char *name, const GumboNode *element, const BuoyCssClasses *classes)
{
  g_autofree char *marked = g_strdup_printf ("%c%s", mark, name);
  g_autofree char *key = g_ascii_strdown (marked, -1);

  match_key (sheet, key, element, classes);
}

/* Adds a rule that may hide the element. */
static void
match_anything (BuoyCssSheet *sheet)
{
  const BuoyCssMatch match
      = { .declarations = sheet->anything, .place = BUOY_CSS_ITSELF, .unsure = TRUE, .outranks = TRUE };

  g_array_append_val (sheet->matches, match);
}

const GArray *
buoy_css_sheet_match (BuoyCssSheet *sheet, const GumboNode *element)
{
  const char *id = buoy_html_attribute (element, "id");
  BuoyCssClasses classes;

  g_array_set_size (sheet->matches, 0);
  if (sheet->confused)
    match_anything (sheet);
  if (sheet->rules->len == 0)
    return sheet->matches;
  buoy_css_classes_read (&classes, element);
  if (classes.too_many)
    match_anything (sheet);
  match_key (sheet, "*", element, &classes);
  match_key (sheet, gumbo_normalized_tagname (element->v.element.tag), element, &classes);
  for (guint i = 0; i < classes.n; i++)
    match_marked (sheet, '.', classes.names[i], element, &classes);
  if (id != NULL)
    match_marked (sheet, '#', id, element, &classes);
  buoy_css_classes_clear (&classes);
  g_array_sort (sheet->matches, compare_rank);
  return sheet->matches;
}

const GArray *
buoy_css_sheet_read_style (BuoyCssSheet *sheet, const char *style)
{
  GArray *declarations = g_hash_table_lookup (sheet->styles, style);

  if (declarations == NULL && !buoy_budget_spend (sheet->budget, strlen (style) * BUOY_CSS_BYTE_STEPS))
    return sheet->anything;
  if (declarations == NULL)
    {
      if (g_hash_table_size (sheet->styles) == MAX_STYLES)
        g_hash_table_remove_all (sheet->styles);
      declarations = buoy_css_read_style (style, sheet->claims);
      g_hash_table_insert (sheet->styles, g_strdup (style), declarations);
    }
  return declarations;
}

char *
buoy_css_sheet_content (BuoyCssSheet *sheet, const GumboNode *element, BuoyCssPlace place)
{
  const GArray *matches = sheet->n_contents > 0 ? buoy_css_sheet_match (sheet, element) : NULL;
  const char *content = NULL;
  char *text;

  for (guint i = 0; matches != NULL && i < matches->len; i++)
    {
      const BuoyCssMatch *match = &g_array_index (matches, BuoyCssMatch, i);

      if (match->place == place && match->content != NULL)
        content = match->content;
    }
  if (content == NULL || sheet->n_content_bytes > MAX_CONTENT_BYTES)
    return NULL;
  text = buoy_css_content_text (content, element);
  sheet->n_content_bytes += strlen (text);
  return text;
}
