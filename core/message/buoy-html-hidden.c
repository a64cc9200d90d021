/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What a page hides from its reader: the ways that mail uses, by the attribute, the inline style and simple rules of
 * its own style sheets (CSS 2.2 §11.2, CSS Color §5). Media queries don't count: they are for other screens.
 */
#include "config.h"

#include <string.h>

#include "message/buoy-html-private.h"

#define MAX_SELECTORS 2000 /* of hidden classes and ids in one page */

static void
append_css_char (GString *out, char c)
{
  if (!g_ascii_isspace (c))
    g_string_append_c (out, g_ascii_tolower (c));
}

/* Without white space and comments, lower case: "display:none;font-size:0". */
static char *
compact_css (const char *css)
{
  GString *out = g_string_sized_new (strlen (css));

  for (const char *p = css; *p != '\0'; p++)
    {
      if (p[0] == '/' && p[1] == '*')
        {
          const char *end = strstr (p + 2, "*/");

          if (end == NULL)
            break;
          p = end + 1;
          continue;
        }
      append_css_char (out, *p);
    }
  return g_string_free (out, FALSE);
}

/* The declared value of @property in compact CSS, the last one; NULL. */
static const char *
find_value (const char *css, const char *property)
{
  const gsize length = strlen (property);
  const char *found = NULL;

  for (const char *hit = strstr (css, property); hit != NULL; hit = strstr (hit + 1, property))
    if ((hit == css || hit[-1] == ';' || hit[-1] == '{') && hit[length] == ':')
      found = hit + length + 1;
  return found;
}

static gboolean
value_is (const char *css, const char *property, const char *value)
{
  const char *found = find_value (css, property);

  return found != NULL && g_str_has_prefix (found, value);
}

/* "0", "0px", "0.1px", "1px": nothing that can be read. */
static gboolean
is_tiny (const char *css, const char *property, double limit)
{
  const char *found = find_value (css, property);
  char *end;
  double number;

  if (found == NULL)
    return FALSE;
  number = g_ascii_strtod (found, &end);
  return end != found && number >= 0 && number <= limit && *end != '%'
         && !g_str_has_prefix (end, "em") && !g_str_has_prefix (end, "rem");
}

static gboolean
is_off_screen (const char *css)
{
  static const char *const properties[] = { "text-indent", "left", "top", "margin-left" };

  for (guint i = 0; i < G_N_ELEMENTS (properties); i++)
    {
      const char *found = find_value (css, properties[i]);

      if (found != NULL && g_ascii_strtod (found, NULL) <= -900)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_invisible_color (const char *css)
{
  const char *color = find_value (css, "color");
  const char *background = find_value (css, "background-color");
  gsize length;

  if (color == NULL)
    return FALSE;
  if (g_str_has_prefix (color, "transparent"))
    return TRUE;
  if (background == NULL)
    background = find_value (css, "background");
  if (background == NULL)
    return FALSE;
  length = strcspn (color, ";!}");
  return length > 0 && length == strcspn (background, ";!}")
         && strncmp (color, background, length) == 0;
}

static gboolean
css_hides (const char *css)
{
  return value_is (css, "display", "none") || value_is (css, "visibility", "hidden")
         || value_is (css, "visibility", "collapse") || value_is (css, "mso-hide", "all")
         || is_tiny (css, "font-size", 1) || is_tiny (css, "opacity", 0.05)
         || (is_tiny (css, "max-height", 0) && find_value (css, "overflow") != NULL)
         || (is_tiny (css, "height", 0) && value_is (css, "overflow", "hidden"))
         || (is_tiny (css, "width", 0) && value_is (css, "overflow", "hidden"))
         || value_is (css, "clip", "rect(0") || value_is (css, "clip-path", "inset(100%")
         || is_off_screen (css) || is_invisible_color (css);
}

void
buoy_hidden_selectors_init (BuoyHiddenSelectors *selectors)
{
  selectors->tags = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  selectors->classes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  selectors->ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

void
buoy_hidden_selectors_clear (BuoyHiddenSelectors *selectors)
{
  g_hash_table_unref (selectors->tags);
  g_hash_table_unref (selectors->classes);
  g_hash_table_unref (selectors->ids);
}

/* ".name" or "#name" alone or with a tag before it, or a tag (@tags); anything else depends on more than the element. */
static void
add_selector (BuoyHiddenSelectors *selectors, const char *selector, gboolean tags)
{
  const char *mark = strpbrk (selector, ".#");
  const char *name = mark != NULL ? mark + 1 : selector;
  GHashTable *set;

  if (*name == '\0' || strpbrk (name, ".#:>+~[*") != NULL || (mark == NULL && !tags))
    return;
  if (mark == NULL)
    set = selectors->tags;
  else
    set = *mark == '.' ? selectors->classes : selectors->ids;
  if (g_hash_table_size (set) < MAX_SELECTORS)
    g_hash_table_add (set, g_strdup (name));
}

static void
add_rule (BuoyHiddenSelectors *selectors, const char *list, gsize list_length, const char *body,
          gsize body_length)
{
  g_autofree char *written = g_strndup (list, list_length);
  g_autofree char *css = g_strndup (body, body_length);
  g_auto (GStrv) parts = NULL;
  /* td {font-size: 0} closes gaps, and what stands in the cell has a size of its own */
  const gboolean tags = value_is (css, "display", "none");

  if (!css_hides (css))
    return;
  parts = g_strsplit (written, ",", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    add_selector (selectors, parts[i], tags);
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

void
buoy_hidden_selectors_add_sheet (BuoyHiddenSelectors *selectors, const char *css)
{
  g_autofree char *compact = compact_css (css);
  const char *p = compact;

  while (*p != '\0')
    {
      const char *open = strchr (p, '{');
      const char *close;

      if (open == NULL)
        return;
      if (*p == '@')
        {
          const char *end = p + strcspn (p, ";{");

          p = *end == ';' ? end + 1 : skip_block (open);
          continue;
        }
      close = strchr (open, '}');
      if (close == NULL)
        return;
      add_rule (selectors, p, (gsize) (open - p), open + 1, (gsize) (close - open - 1));
      p = close + 1;
    }
}

static gboolean
has_hidden_class (const char *classes, const BuoyHiddenSelectors *selectors)
{
  g_autofree char *lower = NULL;
  g_auto (GStrv) names = NULL;

  if (g_hash_table_size (selectors->classes) == 0)
    return FALSE;
  lower = g_ascii_strdown (classes, -1);
  names = g_strsplit (lower, " ", -1);
  for (guint i = 0; names[i] != NULL; i++)
    if (g_hash_table_contains (selectors->classes, names[i]))
      return TRUE;
  return FALSE;
}

const char *
buoy_html_attribute (const GumboNode *element, const char *name)
{
  const GumboAttribute *attribute = gumbo_get_attribute (&element->v.element.attributes, name);

  return attribute != NULL ? attribute->value : NULL;
}

gboolean
buoy_html_is_hidden (const GumboNode *element, const BuoyHiddenSelectors *selectors)
{
  const char *style = buoy_html_attribute (element, "style");
  const char *classes = buoy_html_attribute (element, "class");
  const char *id = buoy_html_attribute (element, "id");

  if (g_hash_table_size (selectors->tags) > 0
      && g_hash_table_contains (selectors->tags, gumbo_normalized_tagname (element->v.element.tag)))
    return TRUE;
  if (element->v.element.attributes.length == 0)
    return FALSE;
  if (buoy_html_attribute (element, "hidden") != NULL)
    return TRUE;
  if (style != NULL)
    {
      g_autofree char *compact = compact_css (style);

      if (css_hides (compact))
        return TRUE;
    }
  if (classes != NULL && has_hidden_class (classes, selectors))
    return TRUE;
  return id != NULL && g_hash_table_contains (selectors->ids, id);
}
