/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What a message claims, what was checked, and what supports the sender. An authenticated domain is never called safe:
 * it may be the wrong one.
 */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "notice/notice-private.h"
#include "notice/story-private.h"

#define MAX_CLAIMS 2 /* brands named as the sender; the gravest come first */

typedef struct
{
  const char *result;
  const char *words;
} ResultRow;

static const ResultRow results[] = {
  /* Translators: the result of a check of the sender (SPF, DKIM, DMARC), after a colon. */
  { "pass", N_ ("yes") },
  { "fail", N_ ("no") },
  { "softfail", N_ ("probably not") },
  { "neutral", N_ ("the domain does not say") },
  { "none", N_ ("not checked, or the domain does not say") },
  { "temperror", N_ ("could not be checked") },
  { "permerror", N_ ("could not be checked") },
};

static const char *
words_of_result (const char *result)
{
  for (guint i = 0; i < G_N_ELEMENTS (results); i++)
    if (g_str_equal (results[i].result, result))
      return _ (results[i].words);
  return _ ("could not be checked");
}

static void
say (GPtrArray *statements, const char *words)
{
  g_ptr_array_add (statements, g_strdup (words));
}

static void
tell_from (GPtrArray *statements, const BuoyFacts *facts)
{
  g_autofree char *name = facts->has_from ? buoy_notice_text_for_people (facts->from_name) : NULL;
  g_autofree char *address = facts->has_from ? buoy_notice_text_for_people (facts->from_address) : NULL;

  if (!facts->has_from || (*name == '\0' && *address == '\0'))
    say (statements, _ ("It does not say who it is from."));
  else if (*name == '\0' || *address == '\0')
    g_ptr_array_add (statements, g_strdup_printf (_ ("It says that it is from %s."), *name == '\0' ? address : name));
  else
    /* Translators: %1$s is a name, %2$s an address. */
    g_ptr_array_add (statements, g_strdup_printf (_ ("It says that it is from “%1$s”, %2$s."), name, address));
}

static void
tell_sender (GPtrArray *statements, const BuoyFacts *facts)
{
  const GPtrArray *claims = buoy_facts_get_body (facts)->claims;
  g_autofree char *subject = buoy_notice_text_for_people (facts->subject);

  tell_from (statements, facts);
  if (*subject != '\0')
    /* Translators: %s is the subject of a mail, unchanged. */
    g_ptr_array_add (statements, g_strdup_printf (_ ("Its subject is “%s”."), subject));
  for (guint i = 0; i < MIN (claims->len, MAX_CLAIMS); i++)
    {
      const BuoyClaimFacts *claim = g_ptr_array_index (claims, i);

      /* Translators: %s is a company's name. */
      g_ptr_array_add (statements, g_strdup_printf (_ ("It uses the name “%s”."), claim->title));
    }
}

static void
tell_results (GPtrArray *statements, const BuoyAuthFacts *auth)
{
  if (g_str_equal (auth->source, "none"))
    return;
  /* Translators: %s is what the check came to: "yes", "no". */
  g_ptr_array_add (statements,
                   g_strdup_printf (_ ("SPF (may that server send for the domain?): %s"), words_of_result (auth->spf)));
  g_ptr_array_add (statements,
                   g_strdup_printf (_ ("DKIM (is the domain's signature valid?): %s"), words_of_result (auth->dkim)));
  g_ptr_array_add (statements, g_strdup_printf (_ ("DMARC (does one of them match the sender shown?): %s"),
                                                words_of_result (auth->dmarc)));
}

/* The state of the sender's authentication in one sentence; (transfer full). */
static char *
sum_up (const BuoyAuthFacts *auth, const char *from)
{
  if (auth->state == BUOY_AUTH_NONE && auth->unread != NULL)
    return g_strdup (_ ("No trusted server confirms the sender."));
  if (auth->state == BUOY_AUTH_NONE)
    return g_strdup (_ ("Nothing confirms the sender: your mail provider recorded no check."));
  if (auth->state == BUOY_AUTH_UNKNOWN && g_str_equal (auth->source, "local"))
    return g_strdup (_ ("Nothing confirms the sender, not even the checks made here."));
  if (from == NULL)
    return g_strdup (_ ("Checks were recorded, but there is no sender that they could confirm."));
  if (auth->state == BUOY_AUTH_PASS)
    /* Translators: %s is a domain. It must not sound as if the message were safe. */
    return g_strdup_printf (
        _ ("It is confirmed that %s sent it. Whether that sender can be trusted is another question."), from);
  if (auth->state == BUOY_AUTH_FAIL)
    return g_strdup_printf (_ ("A check found that %s did not send it."), from);
  return g_strdup_printf (_ ("Checks were recorded, but none of them confirms %s."), from);
}

/* Results that are present but not trusted, and how they would become so. */
static const char *
words_of_unread (const char *unread)
{
  static const struct
  {
    const char *unread, *words;
  } reasons[] = {
    { "not-the-receiving-server",
      /* Translators: “servers that receive your mail” is the name of a setting, in this and the next two. */
      N_ ("The message contains check results, but not under the name of a server known to receive your "
          "mail, and anyone can write those. If the server is yours, add it to the servers that receive "
          "your mail.") },
    { "below-an-assumed-server",
      N_ ("Your provider may have recorded check results, but in a place where senders can write too. If "
          "you add its server to the servers that receive your mail, they will be trusted.") },
    { "out-of-place",
      N_ ("The message contains check results under your provider's name, but in a place where anyone can "
          "write. If a server of yours passed the message on, add its address to the servers that receive "
          "your mail.") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++)
    if (g_strcmp0 (unread, reasons[i].unread) == 0)
      return _ (reasons[i].words);
  return NULL;
}

static void
describe_authentication (GPtrArray *statements, const BuoyFacts *facts)
{
  const BuoyAuthFacts *auth = &facts->auth;
  const char *domain = auth->aligned_domain != NULL ? auth->aligned_domain : facts->from_domain;
  g_autofree char *from = domain != NULL ? buoy_notice_host_for_people (domain) : NULL;
  const char *unread = words_of_unread (auth->unread);
  g_autofree char *other = auth->other_domain != NULL ? buoy_notice_host_for_people (auth->other_domain) : NULL;

  g_ptr_array_add (statements, sum_up (auth, from));
  if (unread != NULL)
    say (statements, unread);
  if (other != NULL)
    g_ptr_array_add (statements, g_strdup_printf (_ ("The confirmed domain is another one: %s."), other));
  if (auth->enforced && from != NULL)
    g_ptr_array_add (statements, g_strdup_printf (_ ("%s asks for such mail to be rejected."), from));
  tell_results (statements, auth);
}

static void
tell_links_in_favour (GPtrArray *statements, const GPtrArray *claims)
{
  const BuoyClaimFacts *claim = claims->len > 0 ? g_ptr_array_index (claims, 0) : NULL;
  char *words;

  if (claim == NULL || !claim->links_to_brand)
    return;
  if (claim->leads_elsewhere)
    words = g_strdup_printf (
        _ ("Some of its links lead to the real site of “%s”. Fake messages often include such links too."),
        claim->title);
  else
    words = g_strdup_printf (_ ("Its links lead to the real site of “%s”."), claim->title);
  g_ptr_array_add (statements, words);
}

static void
tell_in_favour (GPtrArray *statements, const BuoyVerdict *verdict)
{
  const BuoyFacts *facts = verdict->facts;

  if (facts->auth.state == BUOY_AUTH_PASS)
    say (statements, _ ("The sender's domain is confirmed."));
  if (facts->origin.state == BUOY_ORIGIN_MATCH)
    say (statements, _ ("The server that sent it belongs to the sender's domain."));
  if (facts->is_list)
    say (statements, _ ("It came through a mailing list. Its server is not the sender's, which is normal."));
  tell_links_in_favour (statements, buoy_facts_get_body (facts)->claims);
  if (statements->len == 0 && verdict->level != BUOY_LEVEL_NONE)
    say (statements, _ ("Nothing was found that supports the sender."));
}

GPtrArray *
buoy_story_tell (const BuoyVerdict *verdict, BuoyTopic topic)
{
  GPtrArray *statements = g_ptr_array_new_with_free_func (g_free);

  if (topic == BUOY_TOPIC_SENDER)
    tell_sender (statements, verdict->facts);
  else if (topic == BUOY_TOPIC_AUTHENTICATION)
    describe_authentication (statements, verdict->facts);
  else
    tell_in_favour (statements, verdict);
  return statements;
}
