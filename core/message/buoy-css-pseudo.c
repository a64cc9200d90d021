/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Pseudo-classes (Selectors 4 §4, §13) as far as they hold for a mail that is only looked at: the place of an element,
 * :not() and :is(). States that a pointer makes are never on.
 */
#include "config.h"

#include "message/buoy-css-pseudo.h"

#include <string.h>

#include "message/buoy-css-compound.h"
#include "message/buoy-css-private.h"
#include "message/buoy-css-siblings.h"

#define MAX_DEPTH 3    /* :not(:is(:not(…))) */
#define MAX_CHOICES 16 /* of one list */
#define MAX_NUMBER 10000

enum
{
  FROM_START = 1 << 0,
  FROM_END = 1 << 1,
  OF_TYPE = 1 << 2,
  PATTERN = 1 << 3, /* "(2n+1)" behind it */
  LIST = 1 << 4,    /* "(a, b)" behind it */
  WEIGHTLESS = 1 << 5
};

static const struct
{
  const char *name;
  BuoyCssPseudoKind kind;
  guint flags;
} pseudo_classes[] = {
  { "first-child", BUOY_CSS_PLACE, FROM_START },
  { "last-child", BUOY_CSS_PLACE, FROM_END },
  { "only-child", BUOY_CSS_PLACE, FROM_START | FROM_END },
  { "first-of-type", BUOY_CSS_PLACE, FROM_START | OF_TYPE },
  { "last-of-type", BUOY_CSS_PLACE, FROM_END | OF_TYPE },
  { "only-of-type", BUOY_CSS_PLACE, FROM_START | FROM_END | OF_TYPE },
  { "nth-child", BUOY_CSS_PLACE, FROM_START | PATTERN },
  { "nth-last-child", BUOY_CSS_PLACE, FROM_END | PATTERN },
  { "nth-of-type", BUOY_CSS_PLACE, FROM_START | OF_TYPE | PATTERN },
  { "nth-last-of-type", BUOY_CSS_PLACE, FROM_END | OF_TYPE | PATTERN },
  { "root", BUOY_CSS_ROOT, 0 },
  { "empty", BUOY_CSS_EMPTY, 0 },
  { "link", BUOY_CSS_ALWAYS, 0 },
  { "any-link", BUOY_CSS_ALWAYS, 0 },
  { "-webkit-any-link", BUOY_CSS_ALWAYS, 0 },
  { "hover", BUOY_CSS_NEVER, 0 },
  { "active", BUOY_CSS_NEVER, 0 },
  { "focus", BUOY_CSS_NEVER, 0 },
  { "focus-within", BUOY_CSS_NEVER, 0 },
  { "focus-visible", BUOY_CSS_NEVER, 0 },
  { "visited", BUOY_CSS_NEVER, 0 },
  { "target", BUOY_CSS_NEVER, 0 },
  { "not", BUOY_CSS_NONE_OF, LIST },
  { "is", BUOY_CSS_ANY_OF, LIST },
  { "where", BUOY_CSS_ANY_OF, LIST | WEIGHTLESS },
  { "-webkit-any", BUOY_CSS_ANY_OF, LIST },
};

void
buoy_css_pseudo_clear (gpointer data)
{
  BuoyCssPseudo *pseudo = data;

  g_clear_pointer (&pseudo->choices, g_array_unref);
}

/* A number with its sign, and nothing behind it. */
static gboolean
read_number (const char *text, int *out_number)
{
  char *end;
  const gint64 number = g_ascii_strtoll (text, &end, 10);

  *out_number = (int) CLAMP (number, -MAX_NUMBER, MAX_NUMBER);
  return end > text && *end == '\0';
}

/* "odd", "3", "2n + 1", "-n+3" (CSS Syntax 3 §6). */
static gboolean
read_pattern (BuoyCssPseudo *pseudo, const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  g_autofree char *pattern = g_strjoinv ("", words);
  char *n = strchr (pattern, 'n');

  if (g_str_equal (pattern, "odd") || g_str_equal (pattern, "even"))
    {
      pseudo->step = 2;
      pseudo->offset = *pattern == 'o';
      return TRUE;
    }
  if (n == NULL)
    return read_number (pattern, &pseudo->offset);
  *n = '\0';
  pseudo->offset = 0;
  if (n == pattern || g_str_equal (pattern, "+"))
    pseudo->step = 1;
  else if (g_str_equal (pattern, "-"))
    pseudo->step = -1;
  else if (!read_number (pattern, &pseudo->step))
    return FALSE;
  return n[1] == '\0' || read_number (n + 1, &pseudo->offset);
}

/* Compounds with commas between them; what stands within what is not asked for here. */
static gboolean
read_choices (BuoyCssPseudo *pseudo, const char *text, guint depth)
{
  pseudo->choices = g_array_new (FALSE, FALSE, sizeof (BuoyCssCompound));
  g_array_set_clear_func (pseudo->choices, buoy_css_compound_clear);
  while (*text != '\0' && pseudo->choices->len < MAX_CHOICES)
    {
      const char *end = buoy_css_find (text, ",");
      g_autofree char *one = g_strstrip (g_strndup (text, (gsize) (end - text)));
      BuoyCssCompound compound = { 0 };
      const gboolean known = buoy_css_compound_read (&compound, one, depth + 1);

      pseudo->specificity
          = MAX (pseudo->specificity, known ? buoy_css_compound_specificity (&compound) : 0);
      g_array_append_val (pseudo->choices, compound);
      if (!known)
        return FALSE;
      text = *end == ',' ? end + 1 : end;
    }
  return pseudo->choices->len > 0 && *text == '\0';
}

static gboolean
read_argument (BuoyCssPseudo *pseudo, guint flags, const char *text, guint depth)
{
  if ((flags & PATTERN) != 0)
    return read_pattern (pseudo, text);
  if ((flags & LIST) == 0 || depth >= MAX_DEPTH || !read_choices (pseudo, text, depth))
    return FALSE;
  if ((flags & WEIGHTLESS) != 0)
    pseudo->specificity = 0;
  return TRUE;
}

/* Fills @pseudo by its name; returns what it is followed by. */
static gboolean
find_class (BuoyCssPseudo *pseudo, const char *name, gsize length, guint *out_flags)
{
  for (guint i = 0; i < G_N_ELEMENTS (pseudo_classes); i++)
    {
      if (strlen (pseudo_classes[i].name) != length
          || strncmp (pseudo_classes[i].name, name, length) != 0)
        continue;
      *out_flags = pseudo_classes[i].flags;
      pseudo->kind = pseudo_classes[i].kind;
      pseudo->counts = pseudo_classes[i].flags;
      pseudo->offset = 1;
      pseudo->specificity = (pseudo_classes[i].flags & LIST) != 0 ? 0 : 100;
      return TRUE;
    }
  return FALSE;
}

const char *
buoy_css_pseudo_read (BuoyCssPseudo *pseudo, const char *text, guint depth)
{
  const char *name = text + 1;
  const gsize length = strspn (name, "abcdefghijklmnopqrstuvwxyz-");
  const char *end = name + length;
  g_autofree char *argument = NULL;
  guint flags = 0;

  if (!find_class (pseudo, name, length, &flags))
    return NULL;
  if ((flags & (PATTERN | LIST)) == 0)
    return *end == '(' ? NULL : end;
  if (*end != '(')
    return NULL;
  name = end + 1;
  end = buoy_css_find (name, ")");
  argument = g_strndup (name, (gsize) (end - name));
  if (*end == '\0' || !read_argument (pseudo, flags, argument, depth))
    return NULL;
  return end + 1;
}

static gboolean
position_fits (const BuoyCssPseudo *pseudo, const GumboNode *element, gboolean from_end,
               guint *steps)
{
  const gboolean of_type = (pseudo->counts & OF_TYPE) != 0;
  const int position = (int) buoy_css_position (element, from_end, of_type, steps);
  const int distance = position - pseudo->offset;

  if (position == 0)
    return FALSE;
  if (pseudo->step == 0)
    return distance == 0;
  return distance % pseudo->step == 0 && distance / pseudo->step >= 0;
}

static gboolean
place_fits (const BuoyCssPseudo *pseudo, const GumboNode *element, guint *steps)
{
  if ((pseudo->counts & FROM_START) != 0 && !position_fits (pseudo, element, FALSE, steps))
    return FALSE;
  return (pseudo->counts & FROM_END) == 0 || position_fits (pseudo, element, TRUE, steps);
}

static gboolean
one_fits (const GArray *choices, const GumboNode *element, guint *steps)
{
  for (guint i = 0; i < choices->len; i++)
    if (buoy_css_compound_fits (&g_array_index (choices, BuoyCssCompound, i), element, steps))
      return TRUE;
  return FALSE;
}

gboolean
buoy_css_pseudo_fits (const BuoyCssPseudo *pseudo, const GumboNode *element, guint *steps)
{
  switch (pseudo->kind)
    {
    case BUOY_CSS_PLACE:
      return place_fits (pseudo, element, steps);
    case BUOY_CSS_ROOT:
      return element->v.element.tag == GUMBO_TAG_HTML;
    case BUOY_CSS_EMPTY:
      return element->v.element.children.length == 0;
    case BUOY_CSS_ANY_OF:
      return one_fits (pseudo->choices, element, steps);
    case BUOY_CSS_NONE_OF:
      return !one_fits (pseudo->choices, element, steps);
    case BUOY_CSS_ALWAYS:
      return TRUE;
    case BUOY_CSS_NEVER:
    default:
      return FALSE;
    }
}
