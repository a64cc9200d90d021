/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The combination rule: the level for findings by strength and basis.
 */
#include "config.h"

#include "verdict/buoy-verdict-private.h"

typedef struct
{
  const char *name;
  /* "s" strong, "m" medium, "c" medium and enough for a caution, "w" weak, "n" note, each with the hexadecimal digit of
   * its basis: 0 authentication, 1 identity, 2 links, 3 hosting, 5 reply, 7 unread, 9 pressure, a provider
   */
  const char *findings;
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
  { "hosting-and-provider", "m3wa", BUOY_LEVEL_CAUTION },
  { "reply-and-provider", "m5wa", BUOY_LEVEL_CAUTION },
  { "weak-hosting-and-provider", "w3wa", BUOY_LEVEL_NONE },
  { "links-and-provider", "m2wa", BUOY_LEVEL_NONE },
  { "authentication-and-provider", "m0wa", BUOY_LEVEL_NONE },
  { "hosting-and-other-weak", "m3w9", BUOY_LEVEL_NONE },
  { "sufficient", "c0", BUOY_LEVEL_CAUTION },
  { "sufficient-and-its-own-shadow", "c0m0", BUOY_LEVEL_CAUTION },
  { "sufficient-and-identity", "c0m1", BUOY_LEVEL_DANGER },
  { "unread", "m7", BUOY_LEVEL_CAUTION },
  { "medium-and-weakly-unread", "m2w7", BUOY_LEVEL_CAUTION },
  { "weak-and-weakly-unread", "w2w7", BUOY_LEVEL_NONE },
  { "weak-only", "w1w2w3w4w5w6w7", BUOY_LEVEL_NONE },
  { "notes-only", "n1n2n3", BUOY_LEVEL_NONE },
  { "medium-and-notes", "m1n2n3n4", BUOY_LEVEL_NONE },
};

/* The same letters in capitals are mild; "B" is a strong one about a brand that the sender's domain bears. */
static const LevelCase known_cases[] = {
  { "nothing", "", BUOY_LEVEL_NONE },
  { "mild-caution", "M2M3", BUOY_LEVEL_NONE },
  { "mild-danger", "S2", BUOY_LEVEL_CAUTION },
  { "mild-danger-of-many", "S1S2S3M4M5w6", BUOY_LEVEL_CAUTION },
  { "brand", "B1", BUOY_LEVEL_CAUTION },
  { "brand-and-mild", "B1M2", BUOY_LEVEL_CAUTION },
  { "something-else", "m2M3", BUOY_LEVEL_CAUTION },
  { "something-else-strong", "s2M3", BUOY_LEVEL_DANGER },
  { "brand-and-something-else", "B1m2", BUOY_LEVEL_DANGER },
  { "unread", "M2w7", BUOY_LEVEL_CAUTION },
};

static BuoyStrength
strength_of (char letter)
{
  switch (g_ascii_tolower (letter))
    {
    case 's':
    case 'b':
      return BUOY_STRENGTH_STRONG;
    case 'm':
    case 'c':
      return BUOY_STRENGTH_MEDIUM;
    case 'w':
      return BUOY_STRENGTH_WEAK;
    default:
      return BUOY_STRENGTH_NOTE;
    }
}

static GPtrArray *
read_findings (const LevelCase *row)
{
  static const BuoyCheckRow usual = { .check = { .strength = BUOY_STRENGTH_STRONG } };
  static const BuoyCheckRow mild = { .check = { .strength = BUOY_STRENGTH_STRONG, .is_mild = TRUE } };
  BuoyFindings *findings = buoy_findings_new ();

  for (const char *p = row->findings; *p != '\0'; p += 2)
    {
      BuoyFinding *finding;

      buoy_findings_begin (findings, g_ascii_isupper (p[0]) && p[0] != 'B' ? &mild : &usual);
      finding = buoy_findings_add (findings);
      finding->is_own_named = p[0] == 'B';
      finding->warns_alone = p[0] == 'c';
      buoy_finding_weaken (finding, strength_of (p[0]));
      buoy_finding_set_basis (finding, (BuoyBasis) g_ascii_xdigit_value (p[1]));
    }
  return buoy_findings_free_to_array (findings);
}

static void
test_case (gconstpointer data)
{
  const LevelCase *row = data;
  g_autoptr (GPtrArray) findings = read_findings (row);

  g_assert_cmpint (buoy_level_of_findings (findings), ==, row->level);
}

static void
test_known_case (gconstpointer data)
{
  const LevelCase *row = data;
  g_autoptr (GPtrArray) findings = read_findings (row);

  g_assert_cmpint (buoy_level_for_known_sender (findings, buoy_level_of_findings (findings)), ==, row->level);
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
  for (guint i = 0; i < G_N_ELEMENTS (known_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/level/known/", known_cases[i].name, NULL);

      g_test_add_data_func (path, &known_cases[i], test_known_case);
    }
  return g_test_run ();
}
