/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Only what is doubted is asked about, and nobody whom the reader knows.
 */
#include "config.h"

#include <string.h>

#include "base/host/buoy-host.h"
#include "registry/buoy-brands.h"
#include "registry/buoy-senders.h"
#include "verdict/buoy-facts-builder.h"
#include "verdict/buoy-questions-private.h"

/* Whose age is no question: companies and services that are listed, the reader's own side, correspondents, a sender who
 * is proven.
 */
static gboolean
is_known (const BuoyEvidence *evidence, const char *domain)
{
  const gboolean is_senders = evidence->from_org != NULL && buoy_host_same_site (domain, evidence->from_org);

  return buoy_brands_find_by_host (buoy_brands_get_default (), domain) != NULL
         || buoy_senders_find_by_host (domain) != NULL || buoy_context_owns_domain (evidence->context, domain)
         || buoy_context_has_correspondent_at (evidence->context, domain)
         || (is_senders
             && (evidence->auth.state == BUOY_AUTH_PASS || evidence->sender.relation != BUOY_SENDER_STRANGER));
}

static gboolean
holds (GPtrArray *domains, const char *domain)
{
  return g_ptr_array_find_with_equal_func (domains, domain, g_str_equal, NULL);
}

/* Where @domain is kept if it is asked about; NULL if it cannot be. */
static GPtrArray *
find_list (BuoyQuestionFacts *questions, const char *domain)
{
  const char *dot = strchr (domain, '.');

  if (dot == NULL || !buoy_host_has_known_suffix (domain))
    return NULL;
  if (buoy_host_is_private_suffix (dot + 1) || buoy_host_is_private_suffix (domain))
    return questions->shared;
  return buoy_questions_may_ask (domain) ? questions->domains : NULL;
}

/* Contacts may be thousands, and so may links: only a domain that there is room for is compared with them. */
static void
add_domain (BuoyQuestionFacts *questions, const BuoyEvidence *evidence, const char *domain)
{
  GPtrArray *list = domain != NULL ? find_list (questions, domain) : NULL;

  if (list != NULL && list->len < BUOY_QUESTIONS_MAX_DOMAINS && !holds (list, domain) && !is_known (evidence, domain))
    g_ptr_array_add (list, g_strdup (domain));
}

static void
add_domains (BuoyQuestionFacts *questions, const BuoyEvidence *evidence, GHashTable *accused)
{
  if (evidence->origin.state == BUOY_ORIGIN_MISMATCH || evidence->origin.state == BUOY_ORIGIN_UNKNOWN)
    add_domain (questions, evidence, evidence->origin.domain);
  for (guint i = 0; i < evidence->targets->len && !buoy_budget_is_cancelled (evidence->message->budget); i++)
    {
      const BuoyTarget *target = g_ptr_array_index (evidence->targets, i);

      if (g_hash_table_contains (accused, target))
        add_domain (questions, evidence, target->domain);
    }
}

/* The server that handed the message in, unless the receiving side has confirmed its name, or it is the reader's. */
static const char *
find_address (const BuoyEvidence *evidence)
{
  const BuoyReceived *line = evidence->origin.boundary_hop;

  if (line == NULL || line->ip == NULL || line->authenticated || line->rdns_state == BUOY_RDNS_VERIFIED
      || !buoy_host_is_public_ip (line->ip) || evidence->auth.state == BUOY_AUTH_PASS)
    return NULL;
  if (evidence->sender.relation == BUOY_SENDER_READER
      || buoy_context_owns_domain (evidence->context, evidence->origin.host))
    return NULL;
  return line->ip;
}

/* A message with several authors, or none, has no domain to look up. */
static const char *
find_sender (const BuoyEvidence *evidence)
{
  const BuoyMessage *message = evidence->message;

  if (message->n_from_headers != 1 || message->from->len != 1 || evidence->auth.state == BUOY_AUTH_PASS)
    return NULL;
  return ((const BuoyMailbox *) g_ptr_array_index (message->from, 0))->domain;
}

void
buoy_questions_of_evidence (BuoyQuestionFacts *questions, const BuoyEvidence *evidence, GHashTable *accused)
{
  add_domains (questions, evidence, accused);
  questions->address = g_strdup (find_address (evidence));
  questions->sender = g_strdup (find_sender (evidence));
}
