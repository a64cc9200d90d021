/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A style sheet is parsed in one pass (CSS Syntax 3 §5): text before a "{" is a selector or an at-rule, text before a
 * ";" or a "}" a declaration. Rules are indexed by what their selector requires first.
 */
#include "config.h"

#include "message/css/buoy-css-sheet.h"

#include <string.h>

#include "base/buoy-budget.h"
#include "base/text/buoy-text.h"
#include "base/url/buoy-data-url.h"
#include "message/css/buoy-css-claims.h"
#include "message/css/buoy-css-content.h"
#include "message/css/buoy-css-font.h"
#include "message/css/buoy-css-rules.h"
#include "message/css/buoy-css-tokens.h"

#define MAX_IMPORTS 3                /* of a sheet in a sheet */
#define URL_PASSES 8                 /* over a data: URL, to decode it */
#define MAX_DEPTH 32                 /* nested rules; real mail has two */
#define MAX_RULES 5000               /* relevant ones; newsletters have a hundred */
#define MAX_RULES_A_KEY 64           /* indexed by the same id, class or tag; newsletters have 30 for <a> */
#define MAX_STEPS (20 * 1000 * 1000) /* for matching the rules of one page; newsletters take a twentieth */

/* An open block. */
typedef struct
{
  const char *prelude;
  const char *prelude_end;
  GArray *declarations;
  char *content;
  gboolean is_at_rule;
  gboolean is_ignored; /* @keyframes: contains no rules */
  gboolean unsure;
  gboolean outranks;
} Block;

static void
rule_free (gpointer data)
{
  BuoyCssRule *rule = data;

  buoy_css_selector_clear (&rule->selector);
  g_free ((char *) rule->match.content);
  g_free (rule);
}

static GArray *
doubt_new (void)
{
  const BuoyCssDeclaration doubt = { .property = BUOY_CSS_DOUBT, .unsure = TRUE, .visibility = BUOY_DOUBTFUL };
  GArray *declarations = g_array_new (FALSE, FALSE, sizeof (BuoyCssDeclaration));

  g_array_append_val (declarations, doubt);
  return declarations;
}

BuoyCssSheet *
buoy_css_sheet_new (BuoyBudget *budget)
{
  BuoyCssSheet *sheet = g_new0 (BuoyCssSheet, 1);

  sheet->budget = budget;
  sheet->anything = doubt_new ();
  sheet->rules = g_ptr_array_new_with_free_func (rule_free);
  sheet->by_key = g_hash_table_new_full (buoy_text_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  sheet->styles = g_hash_table_new_full (buoy_text_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  sheet->claims = g_ptr_array_new_with_free_func (g_free);
  sheet->matches = g_array_new (FALSE, FALSE, sizeof (BuoyCssMatch));
  sheet->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  return sheet;
}

void
buoy_css_sheet_free (BuoyCssSheet *sheet)
{
  g_hash_table_unref (sheet->by_key);
  g_hash_table_unref (sheet->styles);
  g_ptr_array_unref (sheet->rules);
  g_ptr_array_unref (sheet->blocks);
  g_ptr_array_unref (sheet->claims);
  g_array_unref (sheet->matches);
  g_array_unref (sheet->anything);
  g_free (sheet);
}

void
buoy_css_sheet_doubt (BuoyCssSheet *sheet)
{
  sheet->confused = TRUE;
}

gboolean
buoy_css_sheet_spend (BuoyCssSheet *sheet, gsize n_steps)
{
  const gboolean may_go_on = n_steps <= MAX_STEPS - sheet->n_steps && buoy_budget_spend (sheet->budget, n_steps);

  if (may_go_on)
    sheet->n_steps += n_steps;
  else
    sheet->confused = TRUE;
  return may_go_on;
}

const GPtrArray *
buoy_css_sheet_get_claims (const BuoyCssSheet *sheet, gboolean *out_has_more)
{
  *out_has_more = sheet->is_cut || sheet->claims->len > BUOY_CSS_MAX_CLAIMS;
  return sheet->claims;
}

gboolean
buoy_css_sheet_has_font (const BuoyCssSheet *sheet)
{
  return sheet->has_font;
}

/* Indexes @rule by its key. If the key has too many rules, any element may be hidden. */
static void
index_rule (BuoyCssSheet *sheet, BuoyCssRule *rule)
{
  g_autofree char *key = buoy_css_selector_get_key (&rule->selector);
  GPtrArray *rules = g_hash_table_lookup (sheet->by_key, key);

  if (rules == NULL)
    {
      rules = g_ptr_array_new ();
      g_hash_table_insert (sheet->by_key, g_steal_pointer (&key), rules);
    }
  if (rules->len < MAX_RULES_A_KEY)
    g_ptr_array_add (rules, rule);
  else
    sheet->confused = TRUE;
}

static void
add_rule (BuoyCssSheet *sheet, const Block *block, const char *start, const char *end, gboolean unsure,
          gboolean outranks)
{
  BuoyCssRule *rule;

  if (sheet->rules->len == MAX_RULES)
    {
      sheet->confused = TRUE;
      return;
    }
  rule = g_new0 (BuoyCssRule, 1);
  buoy_css_selector_read (&rule->selector, start, end);
  rule->match.declarations = block->declarations;
  rule->match.place = rule->selector.place;
  rule->match.rank = rule->selector.specificity * MAX_RULES + sheet->rules->len;
  rule->match.unsure = unsure;
  rule->match.outranks = outranks;
  if (rule->match.place != BUOY_CSS_ITSELF && block->content != NULL)
    {
      rule->match.content = g_strdup (block->content);
      sheet->n_contents++;
    }
  g_ptr_array_add (sheet->rules, rule);
  index_rule (sheet, rule);
}

/* Adds one rule for each selector in the list before @named's block. */
static void
add_rules (BuoyCssSheet *sheet, const Block *block, const Block *named)
{
  const gboolean nested = named != block;
  const gsize length = (gsize) (named->prelude_end - named->prelude);

  /* the budget was only spent for reading it once, for the enclosing rule */
  if (nested && !buoy_css_sheet_spend (sheet, length * BUOY_CSS_BYTE_STEPS))
    return;
  for (const char *p = named->prelude; p < named->prelude_end;)
    {
      const char *end = p;

      while (end < named->prelude_end && *end != ',')
        end = buoy_css_skip (end);
      add_rule (sheet, block, p, MIN (end, named->prelude_end), block->unsure || nested, block->outranks || nested);
      p = end + 1;
    }
}

static gboolean
is_at (const char *prelude, const char *end, const char *name)
{
  const gsize length = strlen (name);

  return (gsize) (end - prelude) >= length && g_ascii_strncasecmp (prelude, name, length) == 0;
}

/* Whether the at-rule applies to every screen, where mail is displayed. */
static gboolean
is_for_every_screen (const char *prelude, const char *end)
{
  g_autofree char *text = buoy_css_normalize (prelude, end);

  return g_str_equal (text, "@media screen") || g_str_equal (text, "@media all")
         || g_str_equal (text, "@media only screen");
}

static gboolean
is_keyframes (const char *prelude)
{
  g_autofree char *name = buoy_css_normalize (prelude + 1, buoy_css_skip_name (prelude + 1));

  return g_str_has_suffix (name, "keyframes");
}

static void
open_block (GArray *stack, const char *prelude, const char *end, gboolean unsure)
{
  const Block *outer = stack->len > 0 ? &g_array_index (stack, Block, stack->len - 1) : NULL;
  Block block = { .prelude = prelude, .prelude_end = end };

  block.is_at_rule = *prelude == '@';
  block.is_ignored = block.is_at_rule && is_keyframes (prelude);
  block.unsure = unsure || (block.is_at_rule && !is_for_every_screen (prelude, end));
  block.outranks = block.is_at_rule && !is_at (prelude, end, "@media");
  if (outer != NULL)
    {
      block.is_ignored |= outer->is_ignored;
      block.unsure |= outer->unsure || !outer->is_at_rule;
      block.outranks |= outer->outranks || !outer->is_at_rule;
    }
  block.declarations = g_array_new (FALSE, FALSE, sizeof (BuoyCssDeclaration));
  g_array_append_val (stack, block);
}

/* The innermost block with a selector: an at-rule in it applies to the elements that it selects. (nullable) */
static const Block *
find_selector (const GArray *stack)
{
  for (guint i = stack->len; i > 0; i--)
    if (!g_array_index (stack, Block, i - 1).is_at_rule)
      return &g_array_index (stack, Block, i - 1);
  return NULL;
}

static void
close_block (BuoyCssSheet *sheet, GArray *stack)
{
  Block *block = &g_array_index (stack, Block, stack->len - 1);
  const Block *named = find_selector (stack);

  if (named != NULL && !block->is_ignored && (block->declarations->len > 0 || block->content != NULL))
    add_rules (sheet, block, named);
  g_ptr_array_add (sheet->blocks, block->declarations);
  g_free (block->content);
  g_array_set_size (stack, stack->len - 1);
}

static void
read_declaration (BuoyCssSheet *sheet, GArray *stack, const char *start, const char *end)
{
  Block *block = &g_array_index (stack, Block, stack->len - 1);
  const char *value;
  g_autofree char *property = buoy_css_split (start, end, &value);
  BuoyCssDeclaration declaration;
  char *content;

  if (property == NULL)
    return;
  if (buoy_css_declaration_read (&declaration, property, value, end))
    g_array_append_val (block->declarations, declaration);
  buoy_css_claims_read (sheet->claims, property, value, end);
  sheet->has_font |= buoy_css_font_is_carried (property, value, end);
  content = buoy_css_content_find (property, value, end);
  if (content != NULL)
    {
      g_free (block->content);
      block->content = content;
    }
}

/* Old sheets are enclosed in "<!--" and "-->" (§5.4.1). */
static const char *
skip_marks (const char *p)
{
  for (;;)
    {
      p = buoy_css_skip_blanks (p);
      if (g_str_has_prefix (p, "<!--"))
        p += strlen ("<!--");
      else if (g_str_has_prefix (p, "-->"))
        p += strlen ("-->");
      else
        return p;
    }
}

static void read_sheet (BuoyCssSheet *sheet, const char *css, gboolean unsure, guint depth);

/* Adds the sheet that a data: URL contains. Others are not there to be read. */
static void
import_sheet (BuoyCssSheet *sheet, const char *url, guint depth)
{
  g_autoptr (BuoyDataUrl) data = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *css = NULL;

  if (depth > MAX_IMPORTS)
    sheet->is_cut = TRUE;
  else if (buoy_budget_spend (sheet->budget, strlen (url) * URL_PASSES))
    data = buoy_data_url_parse (url);
  bytes = data != NULL ? buoy_data_url_decode (data, data->is_base64) : NULL;
  if (bytes == NULL)
    return;
  css = buoy_text_make_valid (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes));
  read_sheet (sheet, css, TRUE, depth);
}

static const char *
skip_unquoted (const char *p, const char *end)
{
  while (p < end && strchr (" \t\r\n\f)", *p) == NULL)
    p++;
  return p;
}

/* @import "…" or url(…) (CSS Cascade 4 §2). */
static void
import_statement (BuoyCssSheet *sheet, const char *start, const char *end, guint depth)
{
  const char *p = buoy_css_skip_blanks (start + strlen ("@import"));
  g_autoptr (GString) url = g_string_new (NULL);

  if (is_at (p, end, "url("))
    p = buoy_css_skip_blanks (p + strlen ("url("));
  if (p < end && buoy_css_is_quote (*p))
    buoy_css_append_string (url, p, end);
  else
    g_string_append_len (url, p, skip_unquoted (p, end) - p);
  import_sheet (sheet, url->str, depth + 1);
}

static void
read_sheet (BuoyCssSheet *sheet, const char *css, gboolean unsure, guint depth)
{
  g_autoptr (GArray) stack = g_array_new (FALSE, FALSE, sizeof (Block));
  const char *start = skip_marks (css);

  for (const char *p = start; *p != '\0';)
    {
      const gboolean ends_statement = *p == ';' && (stack->len > 0 || *start == '@');
      const char *next = buoy_css_skip (p);

      if (!buoy_budget_spend (sheet->budget, (gsize) (next - p) * BUOY_CSS_BYTE_STEPS))
        {
          sheet->confused = TRUE;
          start = "";
          break;
        }
      if (ends_statement && is_at (start, p, "@import"))
        import_statement (sheet, start, p, depth);
      else if (ends_statement && *start == '@')
        unsure |= is_at (start, p, "@namespace");
      else if (*p == '{' && stack->len == MAX_DEPTH)
        sheet->confused = TRUE;
      else if (*p == '{')
        open_block (stack, start, p, unsure);
      else if ((ends_statement || *p == '}') && stack->len > 0)
        read_declaration (sheet, stack, start, p);
      if (*p == '}' && stack->len > 0)
        close_block (sheet, stack);
      else if (*p != '{' && !ends_statement)
        {
          p = next;
          continue;
        }
      p = start = stack->len > 0 ? buoy_css_skip_blanks (next) : skip_marks (next);
    }
  if (stack->len > 0)
    read_declaration (sheet, stack, start, start + strlen (start));
  else if (is_at (start, start + strlen (start), "@import"))
    import_statement (sheet, start, start + strlen (start), depth);
  while (stack->len > 0)
    close_block (sheet, stack);
}

void
buoy_css_sheet_add (BuoyCssSheet *sheet, const char *css, gboolean unsure)
{
  read_sheet (sheet, css, unsure, 0);
}

void
buoy_css_sheet_import (BuoyCssSheet *sheet, const char *url)
{
  import_sheet (sheet, url, 1);
}
