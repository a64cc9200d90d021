/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * One compound of a selector, "td.a:first-child": what it asks of a single element (Selectors 4 §3.1).
 */
#include "config.h"

#include <string.h>

#include "message/buoy-css-compound.h"
#include "message/buoy-css-private.h"
#include "message/buoy-css-pseudo.h"
#include "message/buoy-html-private.h"

void
buoy_css_compound_clear (gpointer data)
{
  BuoyCssCompound *compound = data;

  g_free (compound->tag);
  g_free (compound->id);
  g_strfreev (compound->classes);
  g_free (compound->attribute);
  g_free (compound->value);
  g_clear_pointer (&compound->pseudos, g_array_unref);
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
read_attribute (BuoyCssCompound *compound, const char *text)
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
  if (*p != '=' && (strchr ("~^$*|", *p) == NULL || *++p != '='))
    return NULL;
  quote = p[1] == '"' || p[1] == '\'' ? p[1] : '\0';
  p += quote != '\0' ? 2 : 1;
  if (end < p + (quote != '\0') || (quote != '\0' && end[-1] != quote))
    return NULL;
  compound->value = g_strndup (p, (gsize) (end - p) - (quote != '\0'));
  return end + 1;
}

static const char *
read_pseudo (BuoyCssCompound *compound, const char *text, guint depth)
{
  BuoyCssPseudo pseudo = { 0 };
  const char *end = buoy_css_pseudo_read (&pseudo, text, depth);

  if (compound->pseudos == NULL)
    {
      compound->pseudos = g_array_new (FALSE, FALSE, sizeof (BuoyCssPseudo));
      g_array_set_clear_func (compound->pseudos, buoy_css_pseudo_clear);
    }
  g_array_append_val (compound->pseudos, pseudo);
  return end;
}

/* ".a", "#b", "td" or "*". Returns its end; NULL where it asks for anything else. */
static const char *
read_name (BuoyCssCompound *compound, GPtrArray *classes, const char *text)
{
  const char mark = *text == '.' || *text == '#' || *text == '*' ? *text++ : '\0';
  const gsize length = mark == '*' ? 0 : name_length (text);

  if (length == 0 && mark != '*')
    return NULL;
  if (mark == '.')
    g_ptr_array_add (classes, g_strndup (text, length));
  else if (mark == '#' && compound->id == NULL)
    compound->id = g_strndup (text, length);
  else if (mark == '\0' && compound->tag == NULL)
    compound->tag = g_strndup (text, length);
  else if (mark != '*')
    return NULL;
  return text + length;
}

gboolean
buoy_css_compound_read (BuoyCssCompound *compound, const char *text, guint depth)
{
  g_autoptr (GPtrArray) classes = g_ptr_array_new_with_free_func (g_free);

  while (text != NULL && *text != '\0')
    {
      if (*text == '[')
        text = read_attribute (compound, text);
      else if (*text == ':')
        text = read_pseudo (compound, text, depth);
      else
        text = read_name (compound, classes, text);
    }
  if (classes->len > 0)
    {
      g_ptr_array_add (classes, NULL);
      compound->classes = (char **) g_ptr_array_free (g_steal_pointer (&classes), FALSE);
    }
  return text != NULL;
}

guint
buoy_css_compound_specificity (const BuoyCssCompound *compound)
{
  const guint n_classes = compound->classes != NULL ? g_strv_length (compound->classes) : 0;
  guint specificity = (compound->id != NULL ? 10000u : 0) + (compound->tag != NULL ? 1u : 0)
                      + 100u * (compound->attribute != NULL) + 100u * MIN (n_classes, 99);

  for (guint i = 0; compound->pseudos != NULL && i < compound->pseudos->len; i++)
    specificity += g_array_index (compound->pseudos, BuoyCssPseudo, i).specificity;
  return specificity;
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
attribute_fits (const BuoyCssCompound *compound, const GumboNode *element)
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
    case '|':
      return strncmp (value, compound->value, strcspn (value, "-")) == 0
             && strlen (compound->value) == strcspn (value, "-");
    default:
      return strstr (value, compound->value) != NULL;
    }
}

static gboolean
classes_fit (char *const *wanted, const GumboNode *element)
{
  const char *classes = buoy_html_attribute (element, "class");

  for (guint i = 0; wanted[i] != NULL; i++)
    if (classes == NULL || !has_class (classes, wanted[i]))
      return FALSE;
  return TRUE;
}

static gboolean
id_fits (const char *wanted, const GumboNode *element)
{
  const char *id = buoy_html_attribute (element, "id");

  return id != NULL && g_ascii_strcasecmp (id, wanted) == 0;
}

static gboolean
pseudos_fit (const GArray *pseudos, const GumboNode *element, guint *steps)
{
  for (guint i = 0; i < pseudos->len; i++)
    if (!buoy_css_pseudo_fits (&g_array_index (pseudos, BuoyCssPseudo, i), element, steps))
      return FALSE;
  return TRUE;
}

gboolean
buoy_css_compound_fits (const BuoyCssCompound *compound, const GumboNode *element, guint *steps)
{
  if (compound->tag != NULL && !buoy_html_tag_is (element, compound->tag))
    return FALSE;
  if (compound->id != NULL && !id_fits (compound->id, element))
    return FALSE;
  if (compound->attribute != NULL && !attribute_fits (compound, element))
    return FALSE;
  if (compound->classes != NULL && !classes_fit (compound->classes, element))
    return FALSE;
  return compound->pseudos == NULL || pseudos_fit (compound->pseudos, element, steps);
}
