/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Selectors (Selectors 4 §3) as far as mail writes them. A child is taken for a descendant; siblings and states are
 * not understood.
 */
#include "config.h"

#include <string.h>

#include "message/buoy-css-selector.h"
#include "message/buoy-html-private.h"

#define MAX_COMPOUNDS 6  /* of one selector */
#define MAX_ANCESTORS 32 /* looked at for each */

typedef struct
{
  char *tag; /* NULL: any */
  char *id;
  char **classes;  /* NULL */
  char *attribute; /* NULL */
  char match;      /* how its value is compared: "=", "~", "^", "$", "*"; NUL: it is there */
  char *value;
} Compound;

static void
compound_clear (gpointer data)
{
  Compound *compound = data;

  g_free (compound->tag);
  g_free (compound->id);
  g_strfreev (compound->classes);
  g_free (compound->attribute);
  g_free (compound->value);
}

static gsize
name_length (const char *name)
{
  gsize length = 0;

  while (g_ascii_isalnum (name[length]) || name[length] == '-' || name[length] == '_'
         || (guchar) name[length] >= 0x80)
    length++;
  return length;
}

/* "[class~=a]", one for a compound. Returns its end; NULL where it asks for anything else. */
static const char *
read_attribute (Compound *compound, const char *text)
{
  const gsize length = name_length (text + 1);
  const char *p = text + 1 + length;
  const char *end = strchr (p, ']');
  char quote;

  if (length == 0 || end == NULL || compound->attribute != NULL)
    return NULL;
  compound->attribute = g_strndup (text + 1, length);
  if (*p == ']')
    return end + 1;
  compound->match = *p;
  if (*p != '=' && (strchr ("~^$*", *p) == NULL || *++p != '='))
    return NULL;
  quote = p[1] == '"' || p[1] == '\'' ? p[1] : '\0';
  p += quote != '\0' ? 2 : 1;
  if (end < p + (quote != '\0') || (quote != '\0' && end[-1] != quote))
    return NULL;
  compound->value = g_strndup (p, (gsize) (end - p) - (quote != '\0'));
  return end + 1;
}

/* "td.a.b#c". FALSE where it asks for anything else. */
static gboolean
read_compound (Compound *compound, const char *text)
{
  g_autoptr (GPtrArray) classes = g_ptr_array_new_with_free_func (g_free);

  while (text != NULL && *text != '\0')
    {
      if (*text == '[')
        {
          text = read_attribute (compound, text);
          continue;
        }

      const char mark = *text == '.' || *text == '#' || *text == '*' ? *text++ : '\0';
      const gsize length = name_length (text);

      if (length == 0 && mark != '*')
        return FALSE;
      if (mark == '.')
        g_ptr_array_add (classes, g_strndup (text, length));
      else if (mark == '#' && compound->id == NULL)
        compound->id = g_strndup (text, length);
      else if (mark == '\0' && compound->tag == NULL)
        compound->tag = g_strndup (text, length);
      else if (mark != '*')
        return FALSE;
      text += length;
    }
  if (classes->len > 0)
    {
      g_ptr_array_add (classes, NULL);
      compound->classes = (char **) g_ptr_array_free (g_steal_pointer (&classes), FALSE);
    }
  return text != NULL;
}

gboolean
buoy_css_selector_read (BuoyCssSelector *selector, char *text)
{
  g_auto (GStrv) parts = NULL;

  selector->compounds = g_array_new (FALSE, FALSE, sizeof (Compound));
  g_array_set_clear_func (selector->compounds, compound_clear);
  g_strdelimit (text, ">", ' ');
  parts = g_strsplit (text, " ", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      Compound compound = { 0 };

      if (*parts[i] == '\0')
        continue;
      if (selector->compounds->len == MAX_COMPOUNDS || !read_compound (&compound, parts[i]))
        {
          compound_clear (&compound);
          return FALSE;
        }
      g_array_append_val (selector->compounds, compound);
      selector->specificity
          += (compound.id != NULL ? 10000u : 0) + (compound.tag != NULL ? 1u : 0)
             + 100u * (compound.attribute != NULL)
             + 100u * (compound.classes != NULL ? MIN (g_strv_length (compound.classes), 99) : 0);
    }
  return selector->compounds->len > 0;
}

void
buoy_css_selector_clear (BuoyCssSelector *selector)
{
  g_clear_pointer (&selector->compounds, g_array_unref);
}

char *
buoy_css_selector_get_name (const BuoyCssSelector *selector)
{
  const Compound *last
      = &g_array_index (selector->compounds, Compound, selector->compounds->len - 1);

  if (last->id != NULL)
    return g_strconcat ("#", last->id, NULL);
  if (last->classes != NULL)
    return g_strconcat (".", last->classes[0], NULL);
  return g_strdup (last->tag != NULL ? last->tag : "*");
}

static gboolean
has_class (const char *classes, const char *name)
{
  const gsize length = strlen (name);

  for (const char *p = classes; *p != '\0' && p - classes < BUOY_MAX_CLASS_BYTES;)
    {
      const gsize n = strcspn (p, " \t\r\n\f");

      if (n == length && g_ascii_strncasecmp (p, name, n) == 0)
        return TRUE;
      p += n + (p[n] != '\0' ? 1 : 0);
    }
  return FALSE;
}

static gboolean
attribute_fits (const Compound *compound, const GumboNode *element)
{
  const char *written = buoy_html_attribute (element, compound->attribute);
  g_autofree char *value = NULL;

  if (written == NULL || compound->match == '\0')
    return written != NULL;
  value = g_ascii_strdown (written, BUOY_MAX_CLASS_BYTES);
  switch (compound->match)
    {
    case '=':
      return g_str_equal (value, compound->value);
    case '~':
      return has_class (value, compound->value);
    case '^':
      return g_str_has_prefix (value, compound->value);
    case '$':
      return g_str_has_suffix (value, compound->value);
    default:
      return strstr (value, compound->value) != NULL;
    }
}

static gboolean
compound_fits (const Compound *compound, const GumboNode *element)
{
  const char *id;
  const char *classes;

  if (compound->tag != NULL
      && !g_str_equal (compound->tag, gumbo_normalized_tagname (element->v.element.tag)))
    return FALSE;
  if (compound->id != NULL)
    {
      id = buoy_html_attribute (element, "id");
      if (id == NULL || g_ascii_strcasecmp (id, compound->id) != 0)
        return FALSE;
    }
  if (compound->attribute != NULL && !attribute_fits (compound, element))
    return FALSE;
  if (compound->classes == NULL)
    return TRUE;
  classes = buoy_html_attribute (element, "class");
  for (guint i = 0; compound->classes[i] != NULL; i++)
    if (classes == NULL || !has_class (classes, compound->classes[i]))
      return FALSE;
  return TRUE;
}

gboolean
buoy_css_selector_fits (const BuoyCssSelector *selector, const GumboNode *element)
{
  guint left = selector->compounds->len;
  guint n_seen = 0;

  if (!compound_fits (&g_array_index (selector->compounds, Compound, left - 1), element))
    return FALSE;
  left--;
  for (const GumboNode *node = element->parent;
       left > 0 && node != NULL && node->type == GUMBO_NODE_ELEMENT && n_seen < MAX_ANCESTORS;
       node = node->parent, n_seen++)
    if (compound_fits (&g_array_index (selector->compounds, Compound, left - 1), node))
      left--;
  return left == 0;
}
