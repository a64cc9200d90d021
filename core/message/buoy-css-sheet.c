/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Style rules, kept by what their selector asks of the element first: an id, a class or a tag. Rules for
 * another medium are left out.
 */
#include "config.h"

#include <string.h>

#include "message/buoy-css-content.h"
#include "message/buoy-css-selector.h"
#include "message/buoy-css-sheet.h"
#include "message/buoy-css-variables.h"
#include "message/buoy-html-private.h"

#define MEDIA "@media"
#define NARROWEST_PX 300 /* of screens */
#define WIDEST_PX 2500
#define MAX_STEPS (10 * 1000 * 1000) /* from element to element, for rules that count them; some 30 ms */
#define MAX_RULES 2000 /* of one page that say anything of interest; newsletters have a hundred */
#define MAX_RULES_A_NAME                                                                           \
  16 /* that ask for the same id, class or tag first; each is looked at for each element */

typedef struct
{
  BuoyCssSelector selector;
  BuoyCss css;
  guint rank; /* specificity, then order */
  char *content;
  gboolean before;
} Rule;

struct _BuoyCssSheet
{
  GPtrArray *rules;    /* of Rule */
  GHashTable *by_name; /* "#id", ".class", "tag", "*" → GPtrArray of Rule */
  GHashTable *variables;
  guint n_contents;
  guint steps; /* left to look at neighbours of elements */
};

static void
rule_free (gpointer data)
{
  Rule *rule = data;

  buoy_css_selector_clear (&rule->selector);
  g_free (rule->content);
  g_free (rule);
}

static void
rules_unref (gpointer data)
{
  g_ptr_array_unref (data);
}

BuoyCssSheet *
buoy_css_sheet_new (void)
{
  BuoyCssSheet *sheet = g_new0 (BuoyCssSheet, 1);

  sheet->rules = g_ptr_array_new_with_free_func (rule_free);
  sheet->steps = MAX_STEPS;
  sheet->variables = buoy_css_variables_new ();
  sheet->by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, rules_unref);
  return sheet;
}

void
buoy_css_sheet_free (BuoyCssSheet *sheet)
{
  g_hash_table_unref (sheet->variables);
  g_hash_table_unref (sheet->by_name);
  g_ptr_array_unref (sheet->rules);
  g_free (sheet);
}

/* Cuts "::before" or "::after" off. */
static gboolean
cut_pseudo_element (char *selector, gboolean *out_before)
{
  char *colon = strrchr (selector, ':');

  *out_before = colon != NULL && g_str_equal (colon, ":before");
  if (!*out_before && (colon == NULL || !g_str_equal (colon, ":after")))
    return FALSE;
  if (colon > selector && colon[-1] == ':')
    colon--;
  *colon = '\0';
  return TRUE;
}

static void
index_rule (BuoyCssSheet *sheet, Rule *rule)
{
  g_autofree char *name = buoy_css_selector_get_name (&rule->selector);
  GPtrArray *rules;

  rules = g_hash_table_lookup (sheet->by_name, name);
  if (rules == NULL)
    {
      rules = g_ptr_array_new ();
      g_hash_table_insert (sheet->by_name, g_steal_pointer (&name), rules);
    }
  if (rules->len == MAX_RULES_A_NAME) /* the last ones win */
    g_ptr_array_remove_index (rules, 0);
  g_ptr_array_add (rules, rule);
}

static void
add_rule (BuoyCssSheet *sheet, char *selector, const BuoyCss *css, const char *body)
{
  Rule *rule;
  gboolean is_pseudo;
  gboolean before;

  g_strstrip (selector);
  is_pseudo = cut_pseudo_element (selector, &before);
  if (sheet->rules->len == MAX_RULES || (!is_pseudo && css->declared == 0))
    return;
  rule = g_new0 (Rule, 1);
  rule->css = *css;
  rule->content = is_pseudo ? buoy_css_content_find (body) : NULL;
  rule->before = before;
  if ((is_pseudo && rule->content == NULL) || !buoy_css_selector_read (&rule->selector, selector))
    {
      rule_free (rule);
      return;
    }
  rule->rank = rule->selector.specificity * MAX_RULES + sheet->rules->len;
  sheet->n_contents += is_pseudo;
  g_ptr_array_add (sheet->rules, rule);
  index_rule (sheet, rule);
}

void
buoy_css_sheet_read (const BuoyCssSheet *sheet, const char *declarations, BuoyCss *css)
{
  g_autofree char *resolved = buoy_css_variables_resolve (sheet->variables, declarations);

  buoy_css_read (css, resolved != NULL ? resolved : declarations);
}

static void
add_rules (BuoyCssSheet *sheet, const char *list, gsize list_length, const char *body,
           gsize body_length)
{
  g_autofree char *selectors = g_strndup (list, list_length);
  g_autofree char *declarations = g_strndup (body, body_length);
  BuoyCss css = { 0 };

  buoy_css_sheet_read (sheet, declarations, &css);
  if (css.declared == 0 && strstr (declarations, "content") == NULL)
    return;
  for (const char *p = selectors; *p != '\0';)
    {
      const char *end = buoy_css_find (p, ",");
      g_autofree char *one = g_strndup (p, (gsize) (end - p));

      add_rule (sheet, one, &css, declarations);
      p = *end != '\0' ? end + 1 : end;
    }
}

/* Behind the block that begins at @open, nested blocks and all. */
static const char *
skip_block (const char *open)
{
  guint depth = 0;

  for (const char *p = open; *p != '\0'; p++)
    {
      if (*p == '{')
        depth++;
      else if (*p == '}' && --depth == 0)
        return p + 1;
    }
  return open + strlen (open);
}

/* "(min-width: 1px)" or "(max-width: 9999px)", and nothing else in brackets. */
static gboolean
fits_every_width (const char *condition, gsize length)
{
  g_autofree char *text = g_strndup (condition, length);
  const char *bracket = strchr (text, '(');
  const char *colon = bracket != NULL ? strchr (bracket, ':') : NULL;
  double width;

  if (bracket == NULL)
    return TRUE;
  if (colon == NULL || strchr (bracket + 1, '(') != NULL)
    return FALSE;
  width = g_ascii_strtod (colon + 1, NULL);
  return g_str_has_prefix (bracket, "(min-width")
             ? width <= NARROWEST_PX
             : g_str_has_prefix (bracket, "(max-width") && width >= WIDEST_PX;
}

/* One query of "@media print, screen and (min-width: 1px)". */
static gboolean
query_fits (const char *query, gsize length)
{
  static const char *const heads[] = { "screen", "all", "only screen", "not print", "(" };

  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    if (g_str_has_prefix (query, heads[i]))
      return fits_every_width (query, length);
  return FALSE;
}

/* Rules that count on every screen on which the mail may be read. */
static gboolean
is_for_all (const char *at)
{
  const gsize length = strcspn (at, "{");

  if (g_str_has_prefix (at, "@supports") || g_str_has_prefix (at, "@layer"))
    return TRUE;
  if (!g_str_has_prefix (at, MEDIA))
    return FALSE;
  for (const char *p = at + strlen (MEDIA); p < at + length;)
    {
      p += strspn (p, " ");
      if (query_fits (p, strcspn (p, ",{")))
        return TRUE;
      p += strcspn (p, ",{") + 1;
    }
  return FALSE;
}

void
buoy_css_sheet_add_variables (BuoyCssSheet *sheet, const char *css)
{
  g_autofree char *text = strstr (css, "--") != NULL ? buoy_css_normalize (css) : NULL;

  if (text != NULL)
    buoy_css_variables_add (sheet->variables, text);
}

void
buoy_css_sheet_add (BuoyCssSheet *sheet, const char *css)
{
  g_autofree char *text = buoy_css_normalize (css);

  for (const char *p = text; *p != '\0';)
    {
      const char *open = strchr (p, '{');
      const char *close;

      p += strspn (p, " }");
      if (g_str_has_prefix (p, "<!--"))
        p += strlen ("<!--");
      if (open == NULL || *p == '\0')
        return;
      if (*p == '@')
        {
          const char *end = p + strcspn (p, ";{");

          if (*end == ';')
            p = end + 1;
          else
            p = is_for_all (p) ? open + 1 : skip_block (open);
          continue;
        }
      close = strchr (open, '}');
      if (close == NULL)
        close = open + strlen (open);
      if (open > p)
        add_rules (sheet, p, (gsize) (open - p), open + 1, (gsize) (close - open - 1));
      p = *close != '\0' ? close + 1 : close;
    }
}

static void
collect_named (BuoyCssSheet *sheet, const char *name, const GumboNode *element,
               GPtrArray *out_rules)
{
  const GPtrArray *rules = g_hash_table_lookup (sheet->by_name, name);

  for (guint i = 0; rules != NULL && i < rules->len; i++)
    {
      Rule *rule = g_ptr_array_index (rules, i);

      if (buoy_css_selector_fits (&rule->selector, element, &sheet->steps))
        g_ptr_array_add (out_rules, rule);
    }
}

static gint
compare_rank (gconstpointer a, gconstpointer b)
{
  const Rule *first = *(const Rule *const *) a;
  const Rule *second = *(const Rule *const *) b;

  return (first->rank > second->rank) - (first->rank < second->rank);
}

static void
collect_marked (BuoyCssSheet *sheet, char mark, const char *names, const GumboNode *element,
                GPtrArray *out_rules)
{
  g_autoptr (GString) name = g_string_new (NULL);

  for (const char *p = names; *p != '\0' && p - names < BUOY_MAX_CLASS_BYTES;)
    {
      const gsize n = strcspn (p, " \t\r\n\f");

      g_string_assign (name, "");
      g_string_append_c (name, mark);
      g_string_append_len (name, p, (gssize) n);
      g_string_ascii_down (name);
      if (n > 0)
        collect_named (sheet, name->str, element, out_rules);
      p += n + (p[n] != '\0' ? 1 : 0);
    }
}

/* The rules that @element follows, the one that wins last; NULL: none. */
static GPtrArray *
collect (BuoyCssSheet *sheet, const GumboNode *element)
{
  const char *classes = buoy_html_attribute (element, "class");
  const char *id = buoy_html_attribute (element, "id");
  g_autoptr (GPtrArray) rules = g_ptr_array_new ();

  collect_named (sheet, "*", element, rules);
  collect_named (sheet, gumbo_normalized_tagname (element->v.element.tag), element, rules);
  if (classes != NULL)
    collect_marked (sheet, '.', classes, element, rules);
  if (id != NULL)
    collect_marked (sheet, '#', id, element, rules);
  if (rules->len == 0)
    return NULL;
  g_ptr_array_sort (rules, compare_rank);
  return g_steal_pointer (&rules);
}

void
buoy_css_sheet_apply (BuoyCssSheet *sheet, const GumboNode *element, BuoyCss *css)
{
  g_autoptr (GPtrArray) rules = sheet->rules->len > 0 ? collect (sheet, element) : NULL;

  for (guint i = 0; rules != NULL && i < rules->len; i++)
    {
      const Rule *rule = g_ptr_array_index (rules, i);

      if (rule->content == NULL)
        buoy_css_merge (css, &rule->css);
    }
}

char *
buoy_css_sheet_content (BuoyCssSheet *sheet, const GumboNode *element, gboolean before)
{
  g_autoptr (GPtrArray) rules = sheet->n_contents > 0 ? collect (sheet, element) : NULL;
  const char *content = NULL;

  for (guint i = 0; rules != NULL && i < rules->len; i++)
    {
      const Rule *rule = g_ptr_array_index (rules, i);

      if (rule->content != NULL && rule->before == before)
        content = rule->content;
    }
  return content != NULL ? buoy_css_content_text (content, element) : NULL;
}
