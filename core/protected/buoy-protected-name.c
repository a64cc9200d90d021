/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "protected/buoy-protected-name.h"

#include <string.h>

#include "base/text/buoy-skeleton.h"
#include "protected/buoy-domain-words.h"

#define MIN_TYPO_LETTERS 5 /* shorter names are one typo apart by chance */
#define MIN_WORD_LETTERS 7 /* of a name that is a word as well; typos occur by chance */
#define MIN_DISTINCTIVE 5  /* shorter ones are initials of many */
#define MIN_PART 4         /* letters of an owner's name within a domain's name */
#define MIN_UNNAMED 8 /* letters of a domain's name that its owner is known by, though the registry does not say so */

void
buoy_name_drop_hyphens (char *name)
{
  char *end = name;

  for (const char *p = name; *p != '\0'; p++)
    if (*p != '-')
      *end++ = *p;
  *end = '\0';
}

gboolean
buoy_name_mixes_digits (const char *name)
{
  const gsize digits = strcspn (name, "0123456789");

  return name[digits] != '\0' && name[strspn (name, "0123456789")] != '\0';
}

static gboolean
is_ambiguous (const BuoyBrand *brand, const char *name)
{
  return brand != NULL && g_strv_contains ((const char *const *) brand->ambiguous_names, name);
}

char *
buoy_protected_name_join_name (const char *name)
{
  char *joined = g_strdelimit (g_strdup (name), " .&'+", '-');

  buoy_name_drop_hyphens (joined);
  return joined;
}

static const char *
skip_joints (const char *p)
{
  while (*p == ' ' || *p == '-' || *p == '.' || *p == '&' || *p == '\'' || *p == '+')
    p++;
  return p;
}

static gboolean
is_same_name (const char *a, const char *b)
{
  for (a = skip_joints (a), b = skip_joints (b); *a == *b && *a != '\0';)
    {
      a = skip_joints (a + 1);
      b = skip_joints (b + 1);
    }
  return *a == *b;
}

/* The registry lists it as an unambiguous name. */
static gboolean
is_among_names (const BuoyBrand *brand, const char *name)
{
  for (guint i = 0; brand->names[i] != NULL; i++)
    if (is_same_name (brand->names[i], name))
      return TRUE;
  return FALSE;
}

/* "boy" and "planet" protect only the domain; a correspondent's name is distinctive to the reader, whatever it is. */
static gboolean
is_distinctive (const BuoyBrand *brand, const char *name, gboolean named)
{
  const gsize length = strlen (name);

  if (length < MIN_DISTINCTIVE || buoy_domain_is_common (name, length))
    return FALSE;
  if (brand == NULL || named)
    return TRUE;
  return !is_ambiguous (brand, name) && !buoy_domain_is_plain_words (name)
         && (length >= MIN_UNNAMED || strchr (name, '-') != NULL);
}

void
buoy_protected_name_init (BuoyProtectedName *imitated, const char *name, GStringChunk *texts)
{
  char *bare = g_string_chunk_insert (texts, name);
  char *skeleton;
  gsize length;

  buoy_name_drop_hyphens (bare);
  length = strlen (bare);
  skeleton = g_string_chunk_insert (texts, bare);
  buoy_skeleton_fold (skeleton);
  imitated->label_length = (guint) strcspn (imitated->domain, ".");
  imitated->named
      = imitated->brand != NULL && is_among_names (imitated->brand, name) && !is_ambiguous (imitated->brand, name);
  imitated->distinctive = is_distinctive (imitated->brand, name, imitated->named);
  imitated->name = bare;
  imitated->skeleton = skeleton;
  imitated->skeleton_length = (guint) strlen (skeleton);
  imitated->letters = skeleton;
  if (imitated->skeleton_length < length) /* it has a pair of letters that became one */
    {
      char *letters = g_string_chunk_insert (texts, bare);

      buoy_skeleton_fold_letters (letters);
      imitated->letters = letters;
    }
}

const char *
buoy_protected_name_suffix (const BuoyProtectedName *imitated)
{
  return imitated->domain + imitated->label_length + 1;
}

/* Letters of a name that are not common words: "temu" in "temuemail". */
static guint
count_own_letters (const BuoyProtectedName *imitated)
{
  if (g_str_has_suffix (imitated->skeleton, "emall"))
    return imitated->skeleton_length - 5;
  if (g_str_has_suffix (imitated->skeleton, "mall"))
    return imitated->skeleton_length - 4;
  return imitated->skeleton_length;
}

/* As buoy_protected_name_join_name() joins @name. */
static gboolean
begins_with (const char *text, const char *name)
{
  for (name = skip_joints (name); *name != '\0'; name = skip_joints (name + 1))
    if (*text++ != *name)
      return FALSE;
  return TRUE;
}

static gboolean
contains (const char *text, const char *name)
{
  gsize n = 0;

  for (const char *p = skip_joints (name); *p != '\0' && n < MIN_PART; p = skip_joints (p + 1))
    n++;
  for (; n >= MIN_PART && *text != '\0'; text++)
    if (begins_with (text, name))
      return TRUE;
  return FALSE;
}

static gboolean
has_part (const BuoyProtectedName *imitated, char **names)
{
  for (guint i = 0; names[i] != NULL; i++)
    if (contains (imitated->name, names[i]))
      return TRUE;
  return FALSE;
}

/* Its owner is recognised by this domain, unlike one for images or servers. */
static gboolean
carries_name (const BuoyProtectedName *imitated)
{
  return imitated->named || imitated->brand == NULL
         || imitated->domain == imitated->brand->domains[0] /* its main domain */
         || has_part (imitated, imitated->brand->names) || has_part (imitated, imitated->brand->ambiguous_names);
}

gboolean
buoy_protected_name_can_have_typo (const BuoyProtectedName *imitated)
{
  const guint least = imitated->distinctive ? MIN_TYPO_LETTERS : MIN_WORD_LETTERS;

  return count_own_letters (imitated) >= least && carries_name (imitated);
}
