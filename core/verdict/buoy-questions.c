/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <string.h>

#include "base/host/buoy-host.h"
#include "verdict/buoy-questions-private.h"
#include "verdict/buoy-verdict-private.h"

gboolean
buoy_questions_may_ask (const char *domain)
{
  return strspn (domain, "abcdefghijklmnopqrstuvwxyz0123456789-_.") == strlen (domain)
         && buoy_host_has_known_suffix (domain) && buoy_host_registrable_domain (domain) == domain;
}

static gpointer
copy_text (gconstpointer text, gpointer unused)
{
  return g_strdup (text);
}

static GPtrArray *
copy_domains (GPtrArray *domains, BuoyLookupKinds kinds)
{
  return kinds & BUOY_LOOKUP_REGISTRATION ? g_ptr_array_copy (domains, copy_text, NULL)
                                          : g_ptr_array_new_with_free_func (g_free);
}

/*< private >
 * buoy_questions_new:
 * @verdict: a verdict
 *
 * Collects what a lookup would ask about the message: registries, about domains that are doubted; name servers, about
 * the server that handed it in and about its sender. What the reader knows, or what is proven, is not asked about, nor
 * what the context leaves out.
 *
 * Returns: (transfer full): the questions; there may be none
 */
BuoyQuestions *
buoy_questions_new (const BuoyVerdict *verdict)
{
  const BuoyQuestionFacts *asked;
  BuoyLookupKinds kinds;
  BuoyQuestions *questions;

  g_return_val_if_fail (verdict != NULL, NULL);

  asked = &verdict->facts->questions;
  kinds = verdict->context != NULL ? verdict->context->lookup_kinds : BUOY_LOOKUP_ALL;
  questions = g_atomic_rc_box_new0 (BuoyQuestions);
  questions->domains = copy_domains (asked->domains, kinds);
  questions->shared = copy_domains (asked->shared, kinds);
  questions->address = kinds & BUOY_LOOKUP_REVERSE_NAME ? g_strdup (asked->address) : NULL;
  questions->sender = kinds & BUOY_LOOKUP_SENDER ? g_strdup (asked->sender) : NULL;
  if (verdict->context != NULL)
    questions->gateway = g_strdup (verdict->context->lookup_gateway);
  return questions;
}

/*< private >
 * buoy_questions_ref:
 * @questions: questions
 *
 * Takes a reference; any thread may.
 *
 * Returns: (transfer full): @questions
 */
BuoyQuestions *
buoy_questions_ref (BuoyQuestions *questions)
{
  return g_atomic_rc_box_acquire (questions);
}

static void
clear (gpointer data)
{
  BuoyQuestions *questions = data;

  g_ptr_array_unref (questions->domains);
  g_ptr_array_unref (questions->shared);
  g_free (questions->gateway);
  g_free (questions->address);
  g_free (questions->sender);
}

/*< private >
 * buoy_questions_unref:
 * @questions: (transfer full): questions
 *
 * Drops a reference; any thread may.
 */
void
buoy_questions_unref (BuoyQuestions *questions)
{
  g_atomic_rc_box_release_full (questions, clear);
}

/*< private >
 * buoy_questions_are_any:
 * @questions: questions
 *
 * Tells whether a lookup would ask anybody.
 *
 * Returns: whether there is a question
 */
gboolean
buoy_questions_are_any (const BuoyQuestions *questions)
{
  return questions->domains->len > 0 || questions->address != NULL || questions->sender != NULL;
}

/* Not what the registry has answered for good, such as that there is no such domain. */
static gboolean
is_passing (BuoyLookupError why)
{
  return why == BUOY_LOOKUP_ERROR_BUSY || why == BUOY_LOOKUP_ERROR_UNREACHABLE || why == BUOY_LOOKUP_ERROR_ANSWER;
}

/*< private >
 * buoy_questions_were_unanswered:
 * @verdict: a verdict
 *
 * Tells whether a lookup for @verdict got no answer from a registry or a name server, because it was busy or could not
 * be reached: the same lookup may tell more later.
 *
 * Returns: whether an answer is missing; %FALSE if nothing was looked up
 */
gboolean
buoy_questions_were_unanswered (const BuoyVerdict *verdict)
{
  const BuoyVerification *found;

  g_return_val_if_fail (verdict != NULL, FALSE);

  found = verdict->verification;
  if (found == NULL)
    return FALSE;
  for (guint i = 0; i < found->unanswered->len; i++)
    if (is_passing (((const BuoyUnanswered *) g_ptr_array_index (found->unanswered, i))->why))
      return TRUE;
  return found->server != NULL && buoy_server_get_name_state (found->server) == BUOY_SERVER_NAME_UNKNOWN;
}
