/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Selectors (Selectors 4 §3, §15) as far as mail writes them. Each compound is looked for at the nearest element that
 * fits, and nowhere beyond.
 */
#include "config.h"

#include "message/buoy-css-selector.h"

#include <string.h>

#include "message/buoy-css-private.h"
#include "message/buoy-css-siblings.h"

#define MAX_COMPOUNDS 6 /* of one selector */
#define MAX_AROUND 32   /* ancestors or siblings looked at for each */
#define COMBINATORS " >+~"

/* The compound from @text to @end. */
static gboolean
add_compound (BuoyCssSelector *selector, char relation, const char *text, const char *end)
{
  g_autofree char *one = g_strndup (text, (gsize) (end - text));
  BuoyCssCompound compound = { .relation = relation };
  const gboolean known = buoy_css_compound_read (&compound, one, 0);

  g_array_append_val (selector->compounds, compound);
  selector->specificity += buoy_css_compound_specificity (&compound);
  return known;
}

gboolean
buoy_css_selector_read (BuoyCssSelector *selector, const char *text)
{
  selector->compounds = g_array_new (FALSE, FALSE, sizeof (BuoyCssCompound));
  g_array_set_clear_func (selector->compounds, buoy_css_compound_clear);
  while (*text != '\0')
    {
      char relation = ' ';
      const char *end;

      for (; *text != '\0' && strchr (COMBINATORS, *text) != NULL; text++)
        relation = *text != ' ' ? *text : relation;
      if (*text == '\0' && relation == ' ')
        break;
      end = buoy_css_find (text, COMBINATORS);
      if (end == text || selector->compounds->len == MAX_COMPOUNDS
          || !add_compound (selector, relation, text, end))
        return FALSE;
      text = end;
    }
  return selector->compounds->len > 0;
}

void
buoy_css_selector_clear (BuoyCssSelector *selector)
{
  g_clear_pointer (&selector->compounds, g_array_unref);
}

static const BuoyCssCompound *
compound_at (const BuoyCssSelector *selector, guint i)
{
  return &g_array_index (selector->compounds, BuoyCssCompound, i);
}

char *
buoy_css_selector_get_name (const BuoyCssSelector *selector)
{
  const BuoyCssCompound *last = compound_at (selector, selector->compounds->len - 1);

  if (last->id != NULL)
    return g_strconcat ("#", last->id, NULL);
  if (last->classes != NULL)
    return g_strconcat (".", last->classes[0], NULL);
  /* "" for a tag that HTML does not know */
  return g_strdup (last->tag != NULL ? gumbo_normalized_tagname (gumbo_tag_enum (last->tag)) : "*");
}

static const GumboNode *
parent_of (const GumboNode *element)
{
  const GumboNode *parent = element->parent;

  return parent != NULL && parent->type == GUMBO_NODE_ELEMENT ? parent : NULL;
}

/* The nearest element in that relation to @element which fits; NULL. */
static const GumboNode *
find_related (const BuoyCssCompound *wanted, char relation, const GumboNode *element, guint *steps)
{
  const gboolean beside = relation == '+' || relation == '~';
  const guint n_max = relation == '+' || relation == '>' ? 1 : MAX_AROUND;

  for (guint i = 0; i < n_max; i++)
    {
      element = beside ? buoy_css_previous (element, steps) : parent_of (element);
      if (element == NULL)
        return NULL;
      if (element->type == GUMBO_NODE_ELEMENT && buoy_css_compound_fits (wanted, element, steps))
        return element;
    }
  return NULL;
}

gboolean
buoy_css_selector_fits (const BuoyCssSelector *selector, const GumboNode *element, guint *steps)
{
  guint left = selector->compounds->len - 1;

  if (!buoy_css_compound_fits (compound_at (selector, left), element, steps))
    return FALSE;
  for (; left > 0 && element != NULL; left--)
    element = find_related (compound_at (selector, left - 1), compound_at (selector, left)->relation,
                            element, steps);
  return element != NULL;
}
