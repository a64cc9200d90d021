/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Who vouches for the From domain: the results that count, held against From by alignment (RFC 7489 §3.1, relaxed
 * unless the results say strict). A pass for another domain is worth telling, and vouches for nothing.
 */
#include "config.h"

#include <string.h>

#include "base/buoy-host.h"
#include "evidence/buoy-alignment.h"
#include "evidence/buoy-counting.h"
#include "evidence/buoy-evidence.h"
#include "evidence/buoy-signers.h"

/* What the counting results say, taken together. */
typedef struct
{
  BuoyEvidence *evidence;
  const BuoyMailbox *return_path; /* as the reader's side wrote it; NULL */
  const char *spf, *dkim, *dmarc, *arc;
  gboolean strict_dkim, strict_spf;
  gboolean own_spf_fail;          /* of From's own domain */
  gboolean enforced;              /* DMARC failed where From's domain asks for more than a report */
  gboolean anonymous;             /* something passed, and nobody knows what */
  gboolean knows_spf, knows_dkim; /* looked at, with an answer */
  gboolean certified;             /* BIMI passed for From's domain, and an authority vouches for the mark */
  gboolean refused;               /* by Microsoft, on the whole */
  gboolean excused;               /* by Microsoft: an administrator's route led around its judgement */
  char *aligned, *other;
} Tally;

static gboolean
is_word (const char *word, const char *const *words)
{
  return g_strv_contains (words, word);
}

/* The words of RFC 8601 §2.7; what else is written is put under the nearest. */
static const char *
canonical (const char *word)
{
  static const char *const words[]
      = { "pass", "fail", "softfail", "neutral", "policy", "none", "temperror", "permerror", NULL };
  static const struct
  {
    const char *word, *meaning;
  } others[] = {
    /* Microsoft: no policy is published, and what it would ask for holds */
    { "bestguesspass", "pass" },
    { "hardfail", "fail" },
    { "error", "temperror" },
    { "timeout", "temperror" },
  };

  for (gsize i = 0; words[i] != NULL; i++)
    if (g_str_equal (word, words[i]))
      return words[i];
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    if (g_str_equal (word, others[i].word))
      return others[i].meaning;
  return "unknown";
}

/* Of several results the newest stands, unless an older one passed. */
static void
note (const char **place, const char *word)
{
  if (*place == NULL || g_str_equal (word, "pass"))
    *place = word;
}

/* Whether a result tells that somebody looked and what was found; an error or "neutral" does not. */
static gboolean
is_answer (const char *word)
{
  static const char *const answers[] = { "pass", "fail", "softfail", "policy", "none", NULL };

  return is_word (word, answers);
}

static void
take_pass (Tally *tally, char *domain, gboolean strict)
{
  g_autofree char *passed = domain;

  if (passed == NULL)
    tally->anonymous = TRUE;
  else if (buoy_alignment_fits (passed, tally->evidence->from_domain, strict))
    {
      if (tally->aligned == NULL)
        tally->aligned = g_steal_pointer (&passed);
    }
  else if (tally->other == NULL)
    tally->other = g_steal_pointer (&passed);
}

static void
take_spf (Tally *tally, const BuoyAuthMethod *method)
{
  const char *word = canonical (method->result);
  g_autofree char *domain = buoy_alignment_envelope (method, tally->return_path);

  note (&tally->spf, word);
  tally->knows_spf |= is_answer (word);
  if (g_str_equal (word, "fail"))
    tally->own_spf_fail |= buoy_alignment_fits (domain, tally->evidence->from_domain, FALSE);
  if (g_str_equal (word, "pass"))
    take_pass (tally, g_steal_pointer (&domain), tally->strict_spf);
}

static void
take_dkim (Tally *tally, const BuoyAuthMethod *method)
{
  const char *word = canonical (method->result);

  /* Yahoo: "neutral (no sig)" */
  if (g_str_equal (word, "neutral") && g_strcmp0 (method->comment, "no sig") == 0)
    word = "none";
  note (&tally->dkim, word);
  tally->knows_dkim |= is_answer (word);
  if (g_str_equal (word, "pass"))
    {
      char *signer = buoy_alignment_signer (tally->evidence->message, method);

      buoy_signers_add (tally->evidence, signer);
      take_pass (tally, signer, tally->strict_dkim);
    }
}

/* Outlook.com writes "action=oreject" or "quarantine", others the policy in a comment: "(p=REJECT sp=NONE dis=NONE)". */
static gboolean
is_enforced (const BuoyAuthMethod *method)
{
  const char *action = buoy_auth_method_get (method, "", "action");
  g_autofree char *comment = g_ascii_strdown (method->comment != NULL ? method->comment : "", -1);
  g_auto (GStrv) words = g_strsplit_set (comment, " \t,;", -1);
  const char *const *policy = (const char *const *)words;

  if (action != NULL)
    return strstr (action, "reject") != NULL || strstr (action, "quarantine") != NULL;
  return g_strv_contains (policy, "p=reject") || g_strv_contains (policy, "p=quarantine");
}

static void
take_dmarc (Tally *tally, const BuoyAuthMethod *method)
{
  const char *identity = buoy_auth_method_get (method, "header", "from");
  g_autofree char *domain = buoy_alignment_domain (identity);

  /* a result about another From is about another message */
  if (identity != NULL && !buoy_alignment_fits (domain, tally->evidence->from_domain, FALSE))
    return;
  note (&tally->dmarc, canonical (method->result));
  tally->enforced |= g_str_equal (method->result, "fail") && is_enforced (method);
}

/* The sender logged in at the reader's own provider (RFC 8601 §2.7.4). */
static void
take_login (Tally *tally, const BuoyAuthMethod *method)
{
  g_autofree char *domain = buoy_alignment_domain (buoy_auth_method_get (method, "smtp", "auth"));

  if (g_str_equal (method->result, "pass") && domain != NULL)
    take_pass (tally, g_steal_pointer (&domain), FALSE);
}

/* Microsoft's sum of all results. Behind another filter's servers it can only see those, and says so: "none" (reasons
 * 4xx and 9xx: bypassed) or "other".
 */
static void
take_composite (Tally *tally, const BuoyAuthMethod *method)
{
  tally->refused |= g_str_equal (method->result, "fail");
  tally->excused |= g_str_equal (method->result, "none") || g_str_equal (method->result, "other");
}

/* An authority that issues mark certificates (VMC, CMC) looked who the domain's owner is and which name and logo are
 * his; the receiver checked the certificate (draft-brand-indicators-for-message-identification §7.7).
 */
static void
take_mark (Tally *tally, const BuoyAuthMethod *method)
{
  const char *identity = buoy_auth_method_get (method, "header", "d");
  const char *authority = buoy_auth_method_get (method, "policy", "authority");
  g_autofree char *domain = buoy_alignment_domain (identity);

  tally->certified |= g_str_equal (method->result, "pass") && g_strcmp0 (authority, "pass") == 0
                      && buoy_alignment_fits (domain, tally->evidence->from_domain, FALSE);
}

static void
take_all (Tally *tally, const GPtrArray *methods)
{
  for (guint i = 0; i < methods->len; i++)
    {
      const BuoyAuthMethod *method = g_ptr_array_index (methods, i);

      if (g_str_equal (method->method, "spf"))
        take_spf (tally, method);
      else if (g_str_equal (method->method, "dkim"))
        take_dkim (tally, method);
      else if (g_str_equal (method->method, "dmarc"))
        take_dmarc (tally, method);
      else if (g_str_equal (method->method, "auth"))
        take_login (tally, method);
      else if (g_str_equal (method->method, "arc"))
        note (&tally->arc, canonical (method->result));
      else if (g_str_equal (method->method, "bimi"))
        take_mark (tally, method);
      else if (g_str_equal (method->method, "compauth"))
        take_composite (tally, method);
    }
}

/* "(p=reject adkim=s aspf=s)": what From's domain asks for. */
static void
read_strictness (Tally *tally, const GPtrArray *methods)
{
  for (guint i = 0; i < methods->len; i++)
    {
      const BuoyAuthMethod *method = g_ptr_array_index (methods, i);

      if (!g_str_equal (method->method, "dmarc") || method->comment == NULL)
        continue;
      tally->strict_dkim |= strstr (method->comment, "adkim=s") != NULL;
      tally->strict_spf |= strstr (method->comment, "aspf=s") != NULL;
    }
}

static gboolean
is_pass (const char *word)
{
  return g_strcmp0 (word, "pass") == 0;
}

/* From is proven by what was seen before a forwarder changed the message. */
static void
take_before (Tally *tally, char *aligned)
{
  tally->aligned = aligned;
  if (tally->dmarc != NULL)
    tally->dmarc = "pass";
}

/* A forwarder that the side trusts saw the message before it changed it, and the chain holds. It speaks for the sender
 * only: what it did not see says nothing, and where the side itself refuses the chain, it counts for nothing.
 */
static void
take_sealed (Tally *tally, const GPtrArray *sealed)
{
  Tally before = { .evidence = tally->evidence };

  if (!is_pass (tally->arc) || tally->aligned != NULL || is_pass (tally->dmarc) || tally->refused)
    return;
  read_strictness (&before, sealed);
  take_all (&before, sealed);
  if (before.aligned == NULL && is_pass (before.dmarc))
    before.aligned = g_strdup (tally->evidence->from_domain);
  if (before.aligned != NULL)
    take_before (tally, before.aligned);
  g_free (before.other);
}

static BuoyAuthState
conclude (const Tally *tally, const BuoyCounting *counting)
{
  if (is_pass (tally->dmarc) && tally->evidence->from_domain != NULL)
    return BUOY_AUTH_PASS;
  if (g_strcmp0 (tally->dmarc, "fail") == 0 && !tally->excused)
    return BUOY_AUTH_FAIL;
  if (tally->aligned != NULL)
    return BUOY_AUTH_PASS;
  if (tally->own_spf_fail && !tally->excused)
    return BUOY_AUTH_FAIL;
  return counting->methods->len == 0 ? BUOY_AUTH_NONE : BUOY_AUTH_UNKNOWN;
}

/* The Return-Path that final delivery wrote (RFC 5321 §4.4); one further down is the sender's. */
static const BuoyMailbox *
find_return_path (const BuoyMessage *message, guint boundary)
{
  for (guint i = 0; i < MIN (boundary, message->headers->len); i++)
    {
      const BuoyHeader *header = g_ptr_array_index (message->headers, i);

      if (g_ascii_strcasecmp (header->name, "Return-Path") == 0)
        return message->return_path;
    }
  return NULL;
}

static void
settle (BuoyEvidence *evidence, Tally *tally, const BuoyCounting *counting)
{
  BuoyAuthentication *auth = &evidence->auth;
  const BuoyReceived *line = evidence->origin.hand_over;

  auth->state = conclude (tally, counting);
  auth->source = counting->source;
  auth->spf = tally->spf != NULL ? tally->spf : "none";
  auth->dkim = tally->dkim != NULL ? tally->dkim : "none";
  auth->dmarc = tally->dmarc != NULL ? tally->dmarc : "none";
  auth->arc = tally->arc != NULL ? tally->arc : "none";
  auth->enforced = tally->enforced && auth->state == BUOY_AUTH_FAIL;
  auth->mark_certified = tally->certified && auth->state == BUOY_AUTH_PASS;
  auth->other_domain = g_steal_pointer (&tally->other);
  if (auth->state == BUOY_AUTH_PASS)
    auth->aligned_domain = tally->aligned != NULL ? g_steal_pointer (&tally->aligned)
                                                  : g_strdup (evidence->from_domain);
  auth->says_unproven = auth->state == BUOY_AUTH_UNKNOWN && tally->knows_spf && tally->knows_dkim
                        && !tally->anonymous && !tally->excused && (line == NULL || !line->authenticated);
  g_free (tally->aligned);
}

void
buoy_evidence_fill_authentication (BuoyEvidence *evidence)
{
  g_autoptr (BuoySide) side = buoy_side_new (evidence);
  g_autoptr (BuoyCounting) counting = buoy_counting_new (evidence, side);
  Tally tally = { .evidence = evidence };

  evidence->auth.assumed = side->assumed;
  tally.return_path = find_return_path (evidence->message, counting->boundary);
  read_strictness (&tally, counting->methods);
  take_all (&tally, counting->methods);
  take_sealed (&tally, counting->sealed);
  settle (evidence, &tally, counting);
}
