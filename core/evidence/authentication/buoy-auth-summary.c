/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Reads the results one by one (RFC 8601 §2.7) and maps older and non-standard words to the nearest standard one.
 */
#include "config.h"

#include "evidence/authentication/buoy-auth-summary.h"

#include <string.h>

#include "evidence/authentication/buoy-alignment.h"
#include "evidence/authentication/buoy-signers.h"

#define METHOD_STEPS 200 /* for a result: converting its domain takes a microsecond */

static gboolean
is_word (const char *word, const char *const *words)
{
  return g_strv_contains (words, word);
}

/* Maps a result to the words of RFC 8601 §2.7. */
static const char *
canonical (const char *word)
{
  static const char *const words[]
      = { "pass", "fail", "softfail", "neutral", "policy", "none", "temperror", "permerror", NULL };
  static const struct
  {
    const char *word, *meaning;
  } others[] = {
    /* Microsoft: no policy is published, but the usual one would pass */
    { "bestguesspass", "pass" },
    { "hardfail", "fail" },
    { "error", "temperror" },
    { "timeout", "temperror" },
    /* Yahoo until 2023: "dkim=dkim_pass", "dmarc=success(p=REJECT)" */
    { "dkim_pass", "pass" },
    { "dkim_fail", "fail" },
    { "perm_fail", "permerror" },
    { "temp_fail", "temperror" },
    { "success", "pass" },
  };

  for (gsize i = 0; words[i] != NULL; i++)
    if (g_str_equal (word, words[i]))
      return words[i];
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    if (g_str_equal (word, others[i].word))
      return others[i].meaning;
  return "unknown";
}

/* The newest of several results is used, unless an older one passed. */
static void
note (const char **place, const char *word)
{
  if (*place == NULL || g_str_equal (word, "pass"))
    *place = word;
}

static gboolean
is_error (const char *word)
{
  return g_str_equal (word, "temperror");
}

/* No answer about @domain, or NULL. Of another domain it says nothing: a sender can choose one that never answers. */
static void
take_error (BuoyAuthSummary *summary, const char *word, const char *domain)
{
  summary->errors.own |= is_error (word) && buoy_alignment_fits (domain, summary->from_domain, FALSE);
}

/* If SPF and DKIM both had an outcome, an answer about From's policy could not have proven anything. */
gboolean
buoy_auth_summary_is_undecided (const BuoyAuthSummary *summary)
{
  return summary->errors.own || (summary->errors.policy && !(summary->knows_spf && summary->knows_dkim));
}

/* Whether a check was made and had an outcome; errors and "neutral" don't have one. */
static gboolean
is_answer (const char *word)
{
  static const char *const answers[] = { "pass", "fail", "softfail", "policy", "none", NULL };

  return is_word (word, answers);
}

/* Whatever was found out about another domain, it proves nothing about From. */
static gboolean
is_of_other (const BuoyAuthSummary *summary, const char *domain)
{
  return domain != NULL && !buoy_alignment_fits (domain, summary->from_domain, FALSE);
}

static void
take_pass (BuoyAuthSummary *summary, char *domain, gboolean strict)
{
  g_autofree char *passed = domain;

  if (passed == NULL)
    summary->anonymous = TRUE;
  else if (buoy_alignment_fits (passed, summary->from_domain, strict))
    {
      if (summary->aligned == NULL)
        summary->aligned = g_steal_pointer (&passed);
    }
  else if (summary->other == NULL)
    summary->other = g_steal_pointer (&passed);
}

/* RFC 8601 §2.7.2: the HELO name is the only one that is written if the envelope sender is empty. */
static gboolean
is_null_sender (const BuoyAuthMethod *method)
{
  const char *sender = buoy_auth_method_get (method, "smtp", "mailfrom");

  return buoy_auth_method_get (method, "smtp", "helo") != NULL
         && (sender == NULL || *sender == '\0' || g_str_equal (sender, "<>"));
}

static void
take_spf (BuoyAuthSummary *summary, const BuoyAuthMethod *method)
{
  const char *word = canonical (method->result);
  g_autofree char *domain = buoy_alignment_envelope (method, summary->return_path);

  note (&summary->spf, word);
  summary->null_sender |= is_null_sender (method);
  summary->knows_spf |= is_answer (word) || is_of_other (summary, domain);
  take_error (summary, word, domain);
  if (g_str_equal (word, "fail"))
    summary->own_spf_fail |= buoy_alignment_fits (domain, summary->from_domain, FALSE);
  if (g_str_equal (word, "pass"))
    take_pass (summary, g_steal_pointer (&domain), summary->strict_spf);
}

/* A key that is not there, or a signature that cannot be read: anybody can write one like that for any domain. */
static gboolean
is_refused_signature (const char *word)
{
  return g_str_equal (word, "permerror") || g_str_equal (word, "neutral");
}

static void
take_dkim (BuoyAuthSummary *summary, const BuoyAuthMethod *method)
{
  const char *word = canonical (method->result);
  const gboolean is_pass = g_str_equal (word, "pass");
  g_autofree char *signer = is_answer (word) && !is_pass ? NULL : buoy_alignment_signer (summary->message, method);

  /* Yahoo: "neutral (no sig)" */
  if (g_str_equal (word, "neutral") && g_strcmp0 (method->comment, "no sig") == 0)
    word = "none";
  note (&summary->dkim, word);
  summary->knows_dkim |= is_answer (word) || is_refused_signature (word) || is_of_other (summary, signer);
  take_error (summary, word, signer);
  if (is_pass)
    {
      if (summary->signers != NULL)
        buoy_signers_add (summary->signers, summary->message, signer);
      take_pass (summary, g_steal_pointer (&signer), summary->strict_dkim);
    }
}

static gboolean
is_strict_policy (const char *policy)
{
  return g_strcmp0 (policy, "reject") == 0 || g_strcmp0 (policy, "quarantine") == 0;
}

/* Whether a comment has the policy: "(p=REJECT sp=NONE dis=NONE)"; rspamd and Mimecast write "(policy=reject)". */
static gboolean
names_strict_policy (const char *comment)
{
  static const char *const names[] = { "p=", "policy=" };
  g_autofree char *folded = g_ascii_strdown (comment != NULL ? comment : "", -1);
  g_auto (GStrv) words = g_strsplit_set (folded, " \t,;", -1);

  for (guint i = 0; words[i] != NULL; i++)
    for (guint k = 0; k < G_N_ELEMENTS (names); k++)
      if (g_str_has_prefix (words[i], names[k]) && is_strict_policy (words[i] + strlen (names[k])))
        return TRUE;
  return FALSE;
}

/* Whether From's domain asks to reject or quarantine failing mail. Outlook.com writes "action=oreject" or "quarantine",
 * others the policy as a property ("policy.dmarc", and Fastmail's own name for it) or in a comment.
 */
static gboolean
is_enforced (const BuoyAuthMethod *method)
{
  const char *action = buoy_auth_method_get (method, "", "action");

  if (action != NULL)
    return strstr (action, "reject") != NULL || strstr (action, "quarantine") != NULL;
  return is_strict_policy (buoy_auth_method_get (method, "policy", "dmarc"))
         || is_strict_policy (buoy_auth_method_get (method, "policy", "published-domain-policy"))
         || names_strict_policy (method->comment);
}

static void
take_dmarc (BuoyAuthSummary *summary, const BuoyAuthMethod *method)
{
  const char *identity = buoy_auth_method_get (method, "header", "from");
  g_autofree char *domain = buoy_alignment_domain (identity);

  /* a result for another From domain belongs to another message */
  if (identity != NULL && !buoy_alignment_fits (domain, summary->from_domain, FALSE))
    return;
  note (&summary->dmarc, canonical (method->result));
  summary->errors.policy |= is_error (canonical (method->result));
  summary->enforced |= g_str_equal (method->result, "fail") && is_enforced (method);
}

/* The sender was logged in at the reader's own provider (RFC 8601 §2.7.4). */
static void
take_login (BuoyAuthSummary *summary, const BuoyAuthMethod *method)
{
  g_autofree char *domain = buoy_alignment_domain (buoy_auth_method_get (method, "smtp", "auth"));

  if (g_str_equal (method->result, "pass") && domain != NULL)
    take_pass (summary, g_steal_pointer (&domain), FALSE);
}

/* Microsoft's combined verdict. If a route bypasses its checks, it is "none" (reasons 4xx and 9xx) or "other": behind
 * another filter it only sees that filter's servers. Mail that is delivered past that filter gets the same word
 * ("Direct Send").
 */
static void
take_composite (BuoyAuthSummary *summary, const BuoyAuthMethod *method)
{
  summary->refused |= g_str_equal (method->result, "fail");
  summary->bypassed |= g_str_equal (method->result, "none") || g_str_equal (method->result, "other");
}

/* An authority that issues mark certificates (VMC, CMC) verified the owner of the domain with its name and logo, and
 * the receiver validated the certificate (draft-brand-indicators-for-message-identification §7.7).
 */
static void
take_mark (BuoyAuthSummary *summary, const BuoyAuthMethod *method)
{
  const char *identity = buoy_auth_method_get (method, "header", "d");
  const char *authority = buoy_auth_method_get (method, "policy", "authority");
  g_autofree char *domain = buoy_alignment_domain (identity);

  summary->certified |= g_str_equal (method->result, "pass") && g_strcmp0 (authority, "pass") == 0
                        && buoy_alignment_fits (domain, summary->from_domain, FALSE);
}

/* Reads the policy of From's domain: "(p=reject adkim=s aspf=s)". */
static void
read_strictness (BuoyAuthSummary *summary, const GPtrArray *methods)
{
  /* Bounded: BUOY_MAX_HEADERS times BUOY_MAX_HEADER_BYTES hold the results */
  for (guint i = 0; i < methods->len; i++)
    {
      const BuoyAuthMethod *method = g_ptr_array_index (methods, i);

      if (!g_str_equal (method->method, "dmarc") || method->comment == NULL)
        continue;
      summary->strict_dkim |= strstr (method->comment, "adkim=s") != NULL;
      summary->strict_spf |= strstr (method->comment, "aspf=s") != NULL;
    }
}

static void
take_all (BuoyAuthSummary *summary, const GPtrArray *methods)
{
  BuoyBudget *budget = summary->message->budget;

  for (guint i = 0; i < methods->len && buoy_budget_spend (budget, METHOD_STEPS); i++)
    {
      const BuoyAuthMethod *method = g_ptr_array_index (methods, i);

      if (g_str_equal (method->method, "spf"))
        take_spf (summary, method);
      else if (g_str_equal (method->method, "dkim"))
        take_dkim (summary, method);
      else if (g_str_equal (method->method, "dmarc"))
        take_dmarc (summary, method);
      else if (g_str_equal (method->method, "auth"))
        take_login (summary, method);
      else if (g_str_equal (method->method, "arc"))
        note (&summary->arc, canonical (method->result));
      else if (g_str_equal (method->method, "bimi"))
        take_mark (summary, method);
      else if (g_str_equal (method->method, "compauth"))
        take_composite (summary, method);
    }
}

void
buoy_auth_summary_add (BuoyAuthSummary *summary, const GPtrArray *methods)
{
  read_strictness (summary, methods);
  take_all (summary, methods);
}

void
buoy_auth_summary_clear (BuoyAuthSummary *summary)
{
  g_clear_pointer (&summary->aligned, g_free);
  g_clear_pointer (&summary->other, g_free);
}
