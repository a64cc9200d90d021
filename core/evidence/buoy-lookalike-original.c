/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A domain that others imitate: its name, and whether that is one that nobody else bears.
 */
#include "config.h"

#include "evidence/buoy-lookalike-private.h"

#include <string.h>

#include "base/buoy-skeleton.h"

#define MIN_SLIP_LETTERS 6 /* shorter names are one slip from each other by chance */
#define MIN_DISTINCTIVE 5  /* shorter ones are many people's initials */
#define MIN_UNNAMED 8      /* letters of a domain's name that its owner goes by, though nobody says so */

static void
drop_hyphens (char *text)
{
  char *end = text;

  for (const char *p = text; *p != '\0'; p++)
    if (*p != '-')
      *end++ = *p;
  *end = '\0';
}

static gboolean
is_bare (const BuoyBrand *brand, const char *name)
{
  return brand != NULL && g_strv_contains ((const char *const *) brand->bare_names, name);
}

char *
buoy_original_join_name (const char *name)
{
  char *joined = g_strdelimit (g_strdup (name), " .&'+", '-');

  drop_hyphens (joined);
  return joined;
}

/* A brand goes by the name; "boy" and "planet" are a domain's only. */
static gboolean
is_named (const BuoyBrand *brand, const char *name)
{
  g_autofree char *wanted = buoy_original_join_name (name);

  if (brand == NULL || strlen (name) >= MIN_UNNAMED || strchr (name, '-') != NULL)
    return TRUE;
  for (guint i = 0; brand->names[i] != NULL; i++)
    {
      g_autofree char *joined = buoy_original_join_name (brand->names[i]);

      if (g_str_equal (joined, wanted))
        return TRUE;
    }
  return FALSE;
}

gboolean
buoy_original_is_distinctive (const BuoyBrand *brand, const char *name)
{
  const gsize length = strlen (name);

  if (length < MIN_DISTINCTIVE || buoy_lookalike_is_common (name, length))
    return FALSE;
  /* a correspondent's name is one to the reader, whatever it is made of */
  return brand == NULL
         || (!is_bare (brand, name) && !buoy_lookalike_is_wording (name) && is_named (brand, name));
}

char *
buoy_original_init (BuoyOriginal *original)
{
  const gsize length = strcspn (original->domain, ".");
  g_autofree char *label = g_strndup (original->domain, length);
  char *skeleton;

  original->label_length = length;
  original->distinctive = buoy_original_is_distinctive (original->brand, label);
  drop_hyphens (label);
  skeleton = buoy_skeleton_new (label);
  original->skeleton_length = (guint) strlen (skeleton);
  g_strlcpy (original->skeleton, skeleton, sizeof original->skeleton);
  return skeleton;
}

const char *
buoy_original_suffix (const BuoyOriginal *original)
{
  return original->domain + original->label_length + 1;
}

/* Letters of a name that are its own: "temu" of "temuemail". */
static guint
count_own_letters (const BuoyOriginal *original)
{
  if (g_str_has_suffix (original->skeleton, "emall"))
    return original->skeleton_length - 5;
  if (g_str_has_suffix (original->skeleton, "mall"))
    return original->skeleton_length - 4;
  return original->skeleton_length;
}

gboolean
buoy_original_can_slip (const BuoyOriginal *original)
{
  return original->distinctive && count_own_letters (original) >= MIN_SLIP_LETTERS
         && original->skeleton_length < sizeof original->skeleton;
}
