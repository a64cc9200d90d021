/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * From findings to a level. It knows no check by name, only strengths and what each finding rests on: several
 * findings of one basis are one fact seen several times.
 */
#include "config.h"

#include "verdict/buoy-verdict-private.h"

#define WEAK_BESIDE_MEDIUM 2 /* weak signs that make up for a second medium one: 0.1 % of honest mail has them so */

#define ALL_BASES G_MAXUINT

/* Bits of the bases of the findings with @strength, as far as they are in @counted. */
static guint
bases_of (const GPtrArray *findings, BuoyStrength strength, guint counted)
{
  guint bases = 0;

  for (guint i = 0; i < findings->len; i++)
    {
      const BuoyFinding *finding = g_ptr_array_index (findings, i);

      if (finding->strength == strength)
        bases |= 1u << finding->basis;
    }
  return bases & counted;
}

static guint
count_bits (guint bits)
{
  return (guint) __builtin_popcount (bits);
}

/* A claimed identity, and another finding that contradicts it. */
static gboolean
belies_itself (guint medium)
{
  const guint identity = 1u << BUOY_BASIS_IDENTITY;

  return (medium & identity) != 0 && (medium & ~identity) != 0;
}

/* Unread content may be anything, so it needs no second sign. */
static gboolean
is_unread (guint bases)
{
  return (bases & (1u << BUOY_BASIS_UNREAD)) != 0;
}

/* Whether a medium finding needs no second sign. */
static gboolean
has_sufficient (const GPtrArray *findings, guint counted)
{
  for (guint i = 0; i < findings->len; i++)
    {
      const BuoyFinding *finding = g_ptr_array_index (findings, i);

      if (finding->warns_alone && finding->strength == BUOY_STRENGTH_MEDIUM && (counted & 1u << finding->basis) != 0)
        return TRUE;
    }
  return FALSE;
}

/* Several weak signs, or one that there is more than what was read. */
static gboolean
adds_to_doubt (guint weak)
{
  return count_bits (weak) >= WEAK_BESIDE_MEDIUM || is_unread (weak);
}

/* The reader's provider takes the message for spam, and it does what hardly any honest one does (1 of 4,400): its links
 * open a host that hides who is behind it, or replies go elsewhere. Not beside other findings, for which filters take
 * honest mail for spam, too.
 */
static gboolean
is_doubted_by_provider (guint medium, guint weak)
{
  const guint rare = 1u << BUOY_BASIS_HOSTING | 1u << BUOY_BASIS_REPLY;

  return (medium & rare) != 0 && (weak & 1u << BUOY_BASIS_PROVIDER) != 0;
}

/* @counted: bits of the bases of findings that count */
static BuoyLevel
level_of (const GPtrArray *findings, guint counted)
{
  const guint medium = bases_of (findings, BUOY_STRENGTH_MEDIUM, counted);
  const guint weak = bases_of (findings, BUOY_STRENGTH_WEAK, counted) & ~medium;

  if (bases_of (findings, BUOY_STRENGTH_STRONG, counted) != 0 || belies_itself (medium))
    return BUOY_LEVEL_DANGER;
  if (count_bits (medium) >= 2 || is_unread (medium) || has_sufficient (findings, counted))
    return BUOY_LEVEL_CAUTION;
  if ((medium != 0 && adds_to_doubt (weak)) || is_doubted_by_provider (medium, weak))
    return BUOY_LEVEL_CAUTION;
  return BUOY_LEVEL_NONE;
}

BuoyLevel
buoy_level_of_findings (const GPtrArray *findings)
{
  return level_of (findings, ALL_BASES);
}

gboolean
buoy_level_rests_on_lists (const GPtrArray *findings)
{
  return level_of (findings, ALL_BASES & ~(1u << BUOY_BASIS_LISTED)) < level_of (findings, ALL_BASES);
}

/* In the message itself: what another one says, that it only passes on, is not the sender's practice. */
static gboolean
is_in_message (const BuoyFinding *finding)
{
  return buoy_finding_get_value (finding, BUOY_EVIDENCE_ATTACHED_MESSAGE_FROM) == NULL;
}

/* One step at most, whatever the findings are: a domain that behaves for a month is for sale. What is no mild sign bars
 * it all. A brand's name in the sender's domain may be the brand's own, but stays worth a caution.
 *
 * Excuse: none: what is known of the sender stands in the account's memory, not in the message.
 */
BuoyLevel
buoy_level_for_known_sender (const GPtrArray *findings, BuoyLevel level)
{
  gboolean names_brand = FALSE;

  for (guint i = 0; i < findings->len; i++)
    {
      const BuoyFinding *finding = g_ptr_array_index (findings, i);

      if (finding->strength < BUOY_STRENGTH_MEDIUM && finding->basis != BUOY_BASIS_UNREAD)
        continue;
      if (!is_in_message (finding) || !(finding->row->check.is_mild || finding->is_own_named))
        return level;
      names_brand |= finding->is_own_named;
    }
  if (level == BUOY_LEVEL_DANGER)
    return BUOY_LEVEL_CAUTION;
  return names_brand ? level : BUOY_LEVEL_NONE;
}
