/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What to warn the reader against. The gravest finding decides if it is about links, attachments or a form. If it only
 * puts the sender in doubt, what the message asks for decides: a telephone call, money, a click.
 */
#include "config.h"

#include "verdict/buoy-verdict-private.h"

#include "checks/call-back.h"

typedef gboolean (*EvidenceFunc) (const BuoyEvidence *evidence);

/* In the message or in one that is attached to it. */
static gboolean
any (const BuoyEvidence *evidence, const GPtrArray *inner, EvidenceFunc func)
{
  if (func (evidence))
    return TRUE;
  for (guint i = 0; i < inner->len; i++)
    if (func (g_ptr_array_index (inner, i)))
      return TRUE;
  return FALSE;
}

/* An address to write to or a number to call is no link to open. */
static gboolean
is_for_contact (const BuoyTarget *target)
{
  return target->url != NULL
         && (g_str_equal (target->url->scheme, "mailto") || g_str_equal (target->url->scheme, "tel"));
}

static gboolean
has_links (const BuoyEvidence *evidence)
{
  for (guint i = 0; i < evidence->targets->len; i++)
    if (!is_for_contact (g_ptr_array_index (evidence->targets, i)))
      return TRUE;
  return FALSE;
}

static gboolean
has_files (const BuoyEvidence *evidence)
{
  return evidence->pages->len > 0 || evidence->message->attachments->len > 0;
}

static gboolean
asks_for_money (const BuoyEvidence *evidence)
{
  return buoy_evidence_find_phrase (evidence, BUOY_LEXICON_PAYMENT) != NULL
         || buoy_evidence_find_phrase (evidence, BUOY_LEXICON_ADVANCE_FEE) != NULL;
}

static gboolean
uses_known_name (const BuoyEvidence *evidence)
{
  return evidence->sender.namesake != NULL;
}

static BuoyAdvice
advice_of_finding (const BuoyFinding *finding)
{
  const BuoyAdvice advice = finding->row->check.advice;

  return advice == BUOY_ADVICE_BY_CONTENT && finding->links->len > 0 ? BUOY_ADVICE_LINKS : advice;
}

/* The advice of the gravest finding that has one; weak findings are not what the warning is about. */
static BuoyAdvice
advice_of_findings (const BuoyVerdict *verdict)
{
  for (int strength = BUOY_STRENGTH_STRONG; strength >= BUOY_STRENGTH_MEDIUM; strength--)
    for (guint i = 0; i < verdict->findings->len; i++)
      {
        const BuoyFinding *finding = g_ptr_array_index (verdict->findings, i);
        const BuoyAdvice advice = advice_of_finding (finding);

        if (finding->strength == (BuoyStrength) strength && advice != BUOY_ADVICE_BY_CONTENT)
          return advice;
      }
  return BUOY_ADVICE_BY_CONTENT;
}

/* A request for money in the name of somebody whom the reader knows often has a link in its signature; any other
 * message with links may want them opened.
 */
static BuoyAdvice
advice_of_content (const BuoyEvidence *evidence, const GPtrArray *inner)
{
  const gboolean links = any (evidence, inner, has_links);

  if (any (evidence, inner, buoy_check_asks_for_call))
    return links ? BUOY_ADVICE_CALL_AND_LINKS : BUOY_ADVICE_CALL;
  if (any (evidence, inner, asks_for_money) && (!links || any (evidence, inner, uses_known_name)))
    return BUOY_ADVICE_MONEY;
  if (links)
    return BUOY_ADVICE_LINKS;
  return any (evidence, inner, has_files) ? BUOY_ADVICE_FILES : BUOY_ADVICE_REPLY;
}

void
buoy_verdict_choose_advice (BuoyVerdict *verdict, const BuoyEvidence *evidence, const GPtrArray *inner)
{
  verdict->advice = advice_of_findings (verdict);
  if (verdict->advice == BUOY_ADVICE_BY_CONTENT)
    verdict->advice = advice_of_content (evidence, inner);
}
