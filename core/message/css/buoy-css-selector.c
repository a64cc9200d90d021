/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "message/css/buoy-css-selector.h"

#include <gumbo.h>
#include <string.h>

#include "message/css/buoy-css-sheet.h"
#include "message/css/buoy-css-tokens.h"
#include "message/dom/buoy-html-tags.h"

#define BLANKS " \t\r\n\f"
#define ID_WEIGHT 10000 /* specificity (Selectors 4 §17) */
#define CLASS_WEIGHT 100

/* The start of the compound selector after the last combinator. */
static const char *
find_last_compound (const char *start, const char *end)
{
  const char *compound = start;

  for (const char *p = start; p < end;)
    {
      const char *next = buoy_css_skip_blanks (p);

      if (next == p)
        next = buoy_css_skip (p);
      if (strchr (BLANKS ">+~|/", *p) != NULL && buoy_css_skip_blanks (next) < end)
        compound = buoy_css_skip_blanks (next);
      p = next;
    }
  return compound;
}

static char *
read_name (const char *start, const char *end)
{
  GString *name = g_string_new (NULL);

  while (start < end)
    if (*start == '\\')
      start = buoy_css_append_escape (name, start);
    else
      g_string_append_c (name, *start++);
  return g_string_free (name, FALSE);
}

static char *
read_tag (const char *start, const char *end)
{
  g_autofree char *name = read_name (start, end);

  return g_ascii_strdown (name, -1);
}

/* The class in "[class=a]" or "[class~='a']", which are evaluated as ".a"; NULL for any other attribute selector. */
static char *
read_class_attribute (const char *start, const char *end)
{
  g_autofree char *text = g_ascii_strdown (start, end - start);
  char *value = strchr (text, '=');
  gsize length;

  if (value == NULL || (!g_str_has_prefix (text, "[class=") && !g_str_has_prefix (text, "[class~=")))
    return NULL;
  value++;
  value += strspn (value, "\"'");
  length = strcspn (value, "\"'] \\");
  return length > 0 ? g_strndup (value, length) : NULL;
}

/* @name: (transfer full) */
static void
add_class (BuoyCssSelector *selector, char *name)
{
  if (selector->n_classes < BUOY_MAX_SELECTOR_CLASSES)
    selector->classes[selector->n_classes++] = name;
  else
    {
      selector->asks_more = TRUE;
      g_free (name);
    }
}

/* Reads "::before", ":after" or any other pseudo-class or pseudo-element. */
static void
read_pseudo (BuoyCssSelector *selector, const char *name, const char *end)
{
  g_autofree char *word = read_name (name, end);

  if (g_ascii_strcasecmp (word, "before") == 0)
    selector->place = BUOY_CSS_BEFORE;
  else if (g_ascii_strcasecmp (word, "after") == 0)
    selector->place = BUOY_CSS_AFTER;
  else
    selector->asks_more = TRUE;
}

/* Parses one simple selector at @p; returns its end. */
static const char *
read_simple (BuoyCssSelector *selector, const char *p)
{
  const char mark = strchr (".#:*", *p) != NULL ? *p : '\0';
  const char *name = p + (mark != '\0') + (mark == ':' && p[1] == ':');
  const char *end = buoy_css_skip_name (name);

  if (mark == '*')
    return p + 1;
  if (mark == ':')
    read_pseudo (selector, name, end);
  else if (mark == '.' && end > name)
    add_class (selector, read_name (name, end));
  else if (mark == '#' && end > name && selector->id == NULL)
    selector->id = read_name (name, end);
  else if (mark == '\0' && end > name && selector->tag == NULL)
    selector->tag = read_tag (name, end);
  else
    {
      char *class_name = NULL;

      selector->asks_more = TRUE;
      end = buoy_css_skip (p);
      if (*p == '[')
        class_name = read_class_attribute (p, end);
      if (class_name != NULL)
        add_class (selector, class_name);
    }
  return end > p ? end : p + 1;
}

void
buoy_css_selector_read (BuoyCssSelector *selector, const char *start, const char *end)
{
  const BuoyCssSelector nothing = { .place = BUOY_CSS_ITSELF };
  const char *compound;

  *selector = nothing;
  start = buoy_css_skip_blanks (start);
  compound = find_last_compound (start, end);
  selector->asks_more = compound > start;
  while (compound < end)
    {
      const char *blanks_end = buoy_css_skip_blanks (compound);

      compound = blanks_end > compound ? blanks_end : read_simple (selector, compound);
    }
  selector->specificity
      = (selector->id != NULL ? ID_WEIGHT : 0) + CLASS_WEIGHT * selector->n_classes + (selector->tag != NULL);
}

void
buoy_css_selector_clear (BuoyCssSelector *selector)
{
  g_free (selector->tag);
  g_free (selector->id);
  for (guint i = 0; i < selector->n_classes; i++)
    g_free (selector->classes[i]);
}

char *
buoy_css_selector_get_key (const BuoyCssSelector *selector)
{
  g_autofree char *key = NULL;

  /* "" for a tag unknown to HTML */
  if (selector->id != NULL)
    key = g_strconcat ("#", selector->id, NULL);
  else if (selector->n_classes > 0)
    key = g_strconcat (".", selector->classes[0], NULL);
  else
    key = g_strdup (selector->tag != NULL ? gumbo_normalized_tagname (gumbo_tag_enum (selector->tag)) : "*");
  return g_ascii_strdown (key, -1);
}

void
buoy_css_classes_read (BuoyCssClasses *classes, const GumboNode *element)
{
  const char *p = buoy_html_attribute (element, "class");

  classes->n = 0;
  classes->too_many = FALSE;
  if (p == NULL)
    return;
  for (p += strspn (p, BLANKS); *p != '\0'; p += strspn (p, BLANKS))
    {
      const gsize length = strcspn (p, BLANKS);

      if (classes->n == BUOY_MAX_CLASSES)
        {
          classes->too_many = TRUE;
          return;
        }
      classes->names[classes->n++] = g_strndup (p, length);
      p += length;
    }
}

void
buoy_css_classes_clear (BuoyCssClasses *classes)
{
  for (guint i = 0; i < classes->n; i++)
    g_free (classes->names[i]);
}

static gboolean
has_class (const BuoyCssClasses *classes, const char *name, gboolean *out_exactly)
{
  gboolean found = FALSE;

  for (guint i = 0; i < classes->n; i++)
    {
      if (g_str_equal (classes->names[i], name))
        return TRUE;
      found |= g_ascii_strcasecmp (classes->names[i], name) == 0;
    }
  *out_exactly = FALSE;
  return found || classes->too_many;
}

gboolean
buoy_css_selector_fits (const BuoyCssSelector *selector, const GumboNode *element, const BuoyCssClasses *classes,
                        gboolean *out_exactly)
{
  const char *id = selector->id != NULL ? buoy_html_attribute (element, "id") : NULL;

  *out_exactly = !selector->asks_more;
  if (selector->tag != NULL && !buoy_html_tag_is (element, selector->tag))
    return FALSE;
  if (selector->id != NULL && (id == NULL || g_ascii_strcasecmp (id, selector->id) != 0))
    return FALSE;
  *out_exactly &= selector->id == NULL || g_str_equal (id, selector->id);
  for (guint i = 0; i < selector->n_classes; i++)
    if (!has_class (classes, selector->classes[i], out_exactly))
      return FALSE;
  return TRUE;
}
