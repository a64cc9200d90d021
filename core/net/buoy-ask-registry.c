/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Which domains of a message are asked for at their registries: only what is doubted, and nobody whom the reader knows.
 */
#include "config.h"

#include "net/buoy-ask.h"

#include "base/host/buoy-host.h"
#include "registry/buoy-brands.h"
#include "registry/buoy-senders.h"

#define MAX_DOMAINS 4 /* asked for at once; a message that is doubted names one or two */

typedef struct
{
  const BuoyAsk *ask;
  char *domain;
  BuoyRegistration *registration;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_clear_pointer (&question->registration, buoy_registration_unref);
  g_free (question->domain);
  g_free (question);
}

/* Whose age is no question: companies and services that are listed, the reader's own side, a sender who is proven or is
 * a correspondent.
 */
static gboolean
is_known (const BuoyEvidence *evidence, const char *domain)
{
  const gboolean is_senders = evidence->from_org != NULL && buoy_host_same_site (domain, evidence->from_org);

  return buoy_brands_find_by_host (buoy_brands_get_default (), domain) != NULL
         || buoy_senders_find_by_host (domain) != NULL
         || (evidence->context != NULL && buoy_context_owns_domain (evidence->context, domain))
         || (is_senders
             && (evidence->auth.state == BUOY_AUTH_PASS || evidence->sender.relation != BUOY_SENDER_STRANGER));
}

static gboolean
has_question (const GPtrArray *questions, const char *domain)
{
  for (guint i = 0; i < questions->len; i++)
    if (g_str_equal (((const Question *) g_ptr_array_index (questions, i))->domain, domain))
      return TRUE;
  return FALSE;
}

static void
add_question (const BuoyAsk *ask, const BuoyEvidence *evidence, const char *domain, GPtrArray *questions)
{
  Question *question;

  if (domain == NULL || questions->len >= MAX_DOMAINS || is_known (evidence, domain)
      || has_question (questions, domain))
    return;
  question = g_new0 (Question, 1);
  question->ask = ask;
  question->domain = g_strdup (domain);
  g_ptr_array_add (questions, question);
}

static GPtrArray *
collect_questions (const BuoyAsk *ask, const BuoyVerdict *offline)
{
  const BuoyEvidence *evidence = offline->evidence;
  GPtrArray *questions = g_ptr_array_new_with_free_func (question_free);

  if (evidence->origin.state == BUOY_ORIGIN_MISMATCH || evidence->origin.state == BUOY_ORIGIN_UNKNOWN)
    add_question (ask, evidence, evidence->origin.domain, questions);
  for (guint i = 0; i < evidence->targets->len; i++)
    {
      const BuoyTarget *target = g_ptr_array_index (evidence->targets, i);

      if (g_hash_table_contains (offline->accused, target))
        add_question (ask, evidence, target->domain, questions);
    }
  return questions;
}

static gpointer
put_question (gpointer data)
{
  Question *question = data;
  const BuoyContext *context = question->ask->context;
  const char *gateway = context != NULL ? context->lookup_gateway : NULL;
  const gint64 now = g_get_real_time () / G_USEC_PER_SEC;

  question->registration
      = buoy_lookup_ask (question->ask->lookup, question->domain, gateway, now, question->ask->cancellable, NULL);
  return NULL;
}

void
buoy_ask_registries (const BuoyAsk *ask, const BuoyVerdict *offline, BuoyVerification *verification)
{
  g_autoptr (GPtrArray) questions = NULL;
  GThread *threads[MAX_DOMAINS];

  if (ask->lookup == NULL || ask->scope == BUOY_ASK_POLICY)
    return;
  questions = collect_questions (ask, offline);
  for (guint i = 0; i < questions->len; i++)
    threads[i] = g_thread_new ("buoy-registry", put_question, g_ptr_array_index (questions, i));
  for (guint i = 0; i < questions->len; i++)
    {
      Question *question = g_ptr_array_index (questions, i);

      g_thread_join (threads[i]);
      if (question->registration != NULL)
        g_ptr_array_add (verification->registrations, g_steal_pointer (&question->registration));
    }
}
