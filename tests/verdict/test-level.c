/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The combination rule: the level for findings by strength and basis.
 */
#include "config.h"

#include "verdict/buoy-verdict-private.h"

typedef struct
{
  const char *name;
  const char *
      findings; /* "s" strong, "m" medium, "w" weak, "n" note, each with the digit of its basis: 1 identity, 7 unread */
  BuoyLevel level;
} LevelCase;

static const LevelCase cases[] = {
  { "nothing", "", BUOY_LEVEL_NONE },
  { "one-strong", "s1", BUOY_LEVEL_DANGER },
  { "strong-and-weak", "s1w2", BUOY_LEVEL_DANGER },
  { "one-medium", "m1", BUOY_LEVEL_NONE },
  { "two-medium", "m2m3", BUOY_LEVEL_CAUTION },
  { "identity-and-medium", "m1m2", BUOY_LEVEL_DANGER },
  { "identity-twice", "m1m1", BUOY_LEVEL_NONE },
  { "identity-and-two-weak", "m1w2w3", BUOY_LEVEL_CAUTION },
  { "weak-identity-and-medium", "w1m2", BUOY_LEVEL_NONE },
  { "two-medium-about-one-fact", "m0m0", BUOY_LEVEL_NONE },
  { "medium-and-one-weak", "m1w2", BUOY_LEVEL_NONE },
  { "medium-and-two-weak", "m1w2w3", BUOY_LEVEL_CAUTION },
  { "medium-and-its-own-shadows", "m1w1w1w1", BUOY_LEVEL_NONE },
  { "medium-and-two-weak-about-one-fact", "m1w2w2", BUOY_LEVEL_NONE },
  { "unread", "m7", BUOY_LEVEL_CAUTION },
  { "medium-and-weakly-unread", "m2w7", BUOY_LEVEL_CAUTION },
  { "weak-and-weakly-unread", "w2w7", BUOY_LEVEL_NONE },
  { "weak-only", "w1w2w3w4w5w6w7", BUOY_LEVEL_NONE },
  { "notes-only", "n1n2n3", BUOY_LEVEL_NONE },
  { "medium-and-notes", "m1n2n3n4", BUOY_LEVEL_NONE },
};

static BuoyStrength
strength_of (char letter)
{
  switch (letter)
    {
    case 's':
      return BUOY_STRENGTH_STRONG;
    case 'm':
      return BUOY_STRENGTH_MEDIUM;
    case 'w':
      return BUOY_STRENGTH_WEAK;
    default:
      return BUOY_STRENGTH_NOTE;
    }
}

static void
test_case (gconstpointer data)
{
  const LevelCase *row = data;
  const BuoyCheckRow check = { .check = { .strength = BUOY_STRENGTH_STRONG } };
  BuoyFindings *findings = buoy_findings_new ();
  g_autoptr (GPtrArray) array = NULL;

  buoy_findings_begin (findings, &check);
  for (const char *p = row->findings; *p != '\0'; p += 2)
    {
      BuoyFinding *finding = buoy_findings_add (findings);

      buoy_finding_weaken (finding, strength_of (p[0]));
      buoy_finding_set_basis (finding, (BuoyBasis) (p[1] - '0'));
    }
  array = buoy_findings_free_to_array (findings);
  g_assert_cmpint (buoy_level_of_findings (array), ==, row->level);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/level/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  return g_test_run ();
}
