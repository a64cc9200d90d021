/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Asks who registered the domains in question (buoy-questions.c). All are asked for at once, each in its own thread,
 * while the caller makes other lookups.
 */
#include "config.h"

#include "net/buoy-ask.h"
#include "registry/buoy-registration-private.h"

typedef struct
{
  const BuoyAsk *ask;
  GThread *thread;
  char *domain;
  BuoyRegistration *registration; /* NULL */
  GError *error;                  /* why @registration is NULL */
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_clear_pointer (&question->registration, buoy_registration_free);
  g_clear_error (&question->error);
  g_free (question->domain);
  g_free (question);
}

static Question *
question_new (const BuoyAsk *ask, const char *domain)
{
  Question *question = g_new0 (Question, 1);

  question->ask = ask;
  question->domain = g_strdup (domain);
  return question;
}

static gpointer
put_question (gpointer data)
{
  Question *question = data;
  const BuoyContext *context = question->ask->context;
  const char *gateway = context != NULL ? context->lookup_gateway : NULL;
  const gint64 now = g_get_real_time () / G_USEC_PER_SEC;

  question->registration = buoy_lookup_ask (question->ask->lookup, question->domain, gateway, now,
                                            question->ask->cancellable, &question->error);
  return NULL;
}

/* @source: (nullable) */
static void
add_unanswered (BuoyVerification *verification, const char *domain, BuoyLookupError why, const char *source,
                gint64 asked)
{
  BuoyUnanswered *unanswered = g_new0 (BuoyUnanswered, 1);

  unanswered->domain = g_strdup (domain);
  unanswered->why = why;
  unanswered->source = g_strdup (source != NULL ? source : "");
  unanswered->asked = asked;
  g_ptr_array_add (verification->unanswered, unanswered);
}

static void
take_answer (Question *question, BuoyVerification *verification)
{
  if (question->registration != NULL)
    g_ptr_array_add (verification->registrations, g_steal_pointer (&question->registration));
  else if (question->error != NULL && question->error->domain == BUOY_LOOKUP_ERROR)
    add_unanswered (verification, question->domain, (BuoyLookupError) question->error->code,
                    buoy_lookup_error_get_source (question->error), buoy_lookup_error_get_asked (question->error));
}

GPtrArray *
buoy_ask_registries_begin (const BuoyAsk *ask)
{
  const GPtrArray *domains = ask->questions->domains;
  GPtrArray *questions = g_ptr_array_new_with_free_func (question_free);

  for (guint i = 0; ask->lookup != NULL && i < domains->len; i++)
    {
      Question *question = question_new (ask, g_ptr_array_index (domains, i));

      question->thread = g_thread_new ("buoy-registry", put_question, question);
      g_ptr_array_add (questions, question);
    }
  return questions;
}

void
buoy_ask_registries_finish (const BuoyAsk *ask, GPtrArray *questions, BuoyVerification *verification)
{
  for (guint i = 0; i < questions->len; i++)
    {
      Question *question = g_ptr_array_index (questions, i);

      g_thread_join (question->thread);
      take_answer (question, verification);
    }
  for (guint i = 0; ask->lookup != NULL && i < ask->questions->shared->len; i++)
    add_unanswered (verification, g_ptr_array_index (ask->questions->shared, i), BUOY_LOOKUP_ERROR_SHARED, NULL, 0);
  g_ptr_array_unref (questions);
}
