/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Who vouches for the From domain: results that the reader's own side wrote, held against From by alignment
 * (RFC 7489 §3.1, relaxed). A header counts by its authserv-id and by its place: above the hand-over.
 */
#include "config.h"

#include <string.h>

#include "base/buoy-host.h"
#include "evidence/buoy-evidence.h"
#include "evidence/buoy-trust.h"

/* What the counting headers say, taken together. */
typedef struct
{
  BuoyEvidence *evidence;
  gboolean dmarc_pass;
  gboolean dmarc_fail;
  gboolean own_spf_fail; /* of From's own domain */
  gboolean looked_at_spf;
  gboolean looked_at_dkim;
} Tally;

/* Headers from here on were there before the reader's side touched the message. */
static guint
find_boundary (const BuoyEvidence *evidence)
{
  const BuoyMessage *message = evidence->message;
  const BuoyReceived *line = evidence->origin.hand_over;

  if (line == NULL && evidence->origin.n_trusted > 0)
    line = g_ptr_array_index (message->received, evidence->origin.n_trusted - 1);
  if (line == NULL && message->received->len > 0)
    line = g_ptr_array_index (message->received, 0);
  return line != NULL ? line->header_index : G_MAXUINT;
}

static gboolean
counts (const BuoyEvidence *evidence, const BuoySide *side, const BuoyAuthResults *results)
{
  if (results->header_index >= find_boundary (evidence))
    return FALSE;
  if (results->authserv_id == NULL)
    return buoy_side_omits_id (side) || (side->hosts == NULL && side->host == NULL);
  if (side->hosts == NULL && side->host == NULL)
    return TRUE; /* no trace at all: a file that a program handed on; said to be assumed */
  return buoy_side_has (side, results->authserv_id);
}

/* "user@example.com", "@example.com", "example.com" → "example.com" */
static char *
domain_of (const char *identity)
{
  const char *at;

  if (identity == NULL)
    return NULL;
  at = strrchr (identity, '@');
  return buoy_host_to_ascii (at != NULL ? at + 1 : identity);
}

/* The d= of the message's only signature: what a provider means that names no identity. */
static char *
only_signature_domain (const BuoyMessage *message)
{
  const char *found = NULL;
  const char *tag;
  g_autofree char *value = NULL;

  for (guint i = 0; i < message->headers->len; i++)
    {
      const BuoyHeader *header = g_ptr_array_index (message->headers, i);

      if (g_ascii_strcasecmp (header->name, "DKIM-Signature") != 0)
        continue;
      if (found != NULL)
        return NULL;
      found = header->value;
    }
  if (found == NULL)
    return NULL;
  for (tag = found; tag != NULL; tag = strchr (tag, ';'))
    {
      tag += strspn (tag, "; \t");
      if (tag[0] == 'd' && tag[1 + strspn (tag + 1, " \t")] == '=')
        {
          tag = strchr (tag, '=') + 1;
          tag += strspn (tag, " \t");
          value = g_strndup (tag, strcspn (tag, "; \t"));
          return buoy_host_to_ascii (value);
        }
    }
  return NULL;
}

static char *
signing_domain (const BuoyMessage *message, const BuoyAuthMethod *method)
{
  const char *identity = buoy_auth_method_get (method, "header", "d");

  if (identity == NULL || g_str_equal (identity, "none"))
    identity = buoy_auth_method_get (method, "header", "i");
  return identity != NULL ? domain_of (identity) : only_signature_domain (message);
}

static char *
envelope_domain (const BuoyAuthMethod *method)
{
  const char *identity = buoy_auth_method_get (method, "smtp", "mailfrom");

  if (identity == NULL)
    identity = buoy_auth_method_get (method, "smtp", "mail");
  if (identity == NULL || *identity == '\0' || g_str_equal (identity, "<>"))
    identity = buoy_auth_method_get (method, "smtp", "helo");
  return domain_of (identity);
}

/* A pass for a domain: From's vouches, another's is only worth telling. */
static void
take_pass (Tally *tally, const char *domain)
{
  BuoyAuthentication *auth = &tally->evidence->auth;

  if (domain == NULL)
    return;
  if (buoy_host_same_site (domain, tally->evidence->from_domain))
    {
      if (auth->aligned_domain == NULL)
        auth->aligned_domain = g_strdup (domain);
    }
  else if (auth->other_domain == NULL)
    auth->other_domain = g_strdup (domain);
}

/* "none", "temperror" and the like say that nobody knows; the others that it was looked at. */
static gboolean
is_answer (const char *result)
{
  static const char *const answers[] = { "pass", "fail", "softfail", "neutral", "none", "hardfail", "policy" };

  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    if (g_str_equal (result, answers[i]))
      return TRUE;
  return FALSE;
}

static void
take_spf (Tally *tally, const BuoyAuthMethod *method)
{
  g_autofree char *domain = envelope_domain (method);

  tally->evidence->auth.spf = g_intern_string (method->result);
  tally->looked_at_spf |= is_answer (method->result);
  if (g_str_equal (method->result, "pass"))
    take_pass (tally, domain);
  else if (g_str_equal (method->result, "fail") || g_str_equal (method->result, "hardfail"))
    tally->own_spf_fail |= buoy_host_same_site (domain, tally->evidence->from_domain);
}

static void
take_dkim (Tally *tally, const BuoyAuthMethod *method)
{
  BuoyAuthentication *auth = &tally->evidence->auth;
  const gboolean pass = g_str_equal (method->result, "pass");
  g_autofree char *domain = signing_domain (tally->evidence->message, method);

  /* of several signatures one that holds is enough */
  if (pass || g_str_equal (auth->dkim, "none"))
    auth->dkim = g_intern_string (method->result);
  tally->looked_at_dkim |= is_answer (method->result);
  if (pass)
    take_pass (tally, domain);
}

/* Outlook.com writes action=oreject or quarantine, Gmail the policy in a comment: (p=REJECT sp=REJECT dis=NONE). */
static gboolean
is_enforced (const BuoyAuthMethod *method)
{
  const char *action = buoy_auth_method_get (method, "", "action");
  g_autofree char *comment = g_ascii_strdown (method->comment != NULL ? method->comment : "", -1);

  if (action != NULL)
    return strstr (action, "reject") != NULL || strstr (action, "quarantine") != NULL;
  return strstr (comment, "p=reject") != NULL || strstr (comment, "p=quarantine") != NULL;
}

static void
take_dmarc (Tally *tally, const BuoyAuthMethod *method)
{
  const char *identity = buoy_auth_method_get (method, "header", "from");
  g_autofree char *domain = domain_of (identity);

  /* a result about another From is about another message */
  if (identity != NULL && !buoy_host_same_site (domain, tally->evidence->from_domain))
    return;
  tally->evidence->auth.dmarc = g_intern_string (method->result);
  if (g_str_equal (method->result, "pass") || g_str_equal (method->result, "bestguesspass"))
    tally->dmarc_pass = TRUE;
  else if (g_str_equal (method->result, "fail"))
    {
      tally->dmarc_fail = TRUE;
      tally->evidence->auth.enforced |= is_enforced (method);
    }
}

static void
take_method (Tally *tally, const BuoyAuthMethod *method)
{
  if (g_str_equal (method->method, "spf"))
    take_spf (tally, method);
  else if (g_str_equal (method->method, "dkim"))
    take_dkim (tally, method);
  else if (g_str_equal (method->method, "dmarc"))
    take_dmarc (tally, method);
  else if (g_str_equal (method->method, "arc"))
    tally->evidence->auth.arc = g_intern_string (method->result);
}

static void
take_headers (Tally *tally, const BuoySide *side)
{
  const GPtrArray *headers = tally->evidence->message->auth_results;

  for (guint i = 0; i < headers->len; i++)
    {
      const BuoyAuthResults *results = g_ptr_array_index (headers, i);

      if (!counts (tally->evidence, side, results))
        continue;
      tally->evidence->auth.source = "authentication-results";
      for (guint j = 0; j < results->methods->len; j++)
        take_method (tally, g_ptr_array_index (results->methods, j));
    }
}

/* Received-SPF (RFC 7208 §9.1) where nothing else told about SPF. */
static void
take_received_spf (Tally *tally)
{
  const BuoyMessage *message = tally->evidence->message;
  const guint end = MIN (find_boundary (tally->evidence), message->headers->len);

  for (guint i = 0; i < end && !tally->looked_at_spf; i++)
    {
      const BuoyHeader *header = g_ptr_array_index (message->headers, i);
      g_autoptr (BuoyAuthMethod) method = NULL;

      if (g_ascii_strcasecmp (header->name, "Received-SPF") != 0)
        continue;
      method = buoy_received_spf_parse (header->value);
      if (method == NULL)
        continue;
      take_spf (tally, method);
      if (g_str_equal (tally->evidence->auth.source, "none"))
        tally->evidence->auth.source = "received-spf";
    }
}

static BuoyAuthState
conclude (const Tally *tally)
{
  const BuoyAuthentication *auth = &tally->evidence->auth;

  if (tally->dmarc_fail)
    return BUOY_AUTH_FAIL;
  if (tally->dmarc_pass || auth->aligned_domain != NULL)
    return BUOY_AUTH_PASS;
  if (tally->own_spf_fail)
    return BUOY_AUTH_FAIL;
  return g_str_equal (auth->source, "none") ? BUOY_AUTH_NONE : BUOY_AUTH_UNKNOWN;
}

void
buoy_evidence_fill_authentication (BuoyEvidence *evidence)
{
  const BuoySide side = buoy_side_of (evidence);
  BuoyAuthentication *auth = &evidence->auth;
  Tally tally = { .evidence = evidence };

  auth->assumed = side.hosts == NULL;
  take_headers (&tally, &side);
  take_received_spf (&tally);
  auth->state = conclude (&tally);
  if (auth->state == BUOY_AUTH_PASS && auth->aligned_domain == NULL)
    auth->aligned_domain = g_strdup (evidence->from_domain);
  if (auth->state == BUOY_AUTH_FAIL)
    g_clear_pointer (&auth->aligned_domain, g_free);
  auth->says_unproven = auth->state == BUOY_AUTH_UNKNOWN && tally.looked_at_spf && tally.looked_at_dkim;
}
