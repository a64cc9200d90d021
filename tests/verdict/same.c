/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "same.h"

#include "notice/buoy-feedback.h"
#include "notice/buoy-json.h"
#include "notice/buoy-notice.h"
#include "notice/buoy-questions-text.h"
#include "notice/buoy-story.h"
#include "verdict/buoy-questions.h"
#include "verdict/buoy-trust-offer.h"
#include "verdict/buoy-verdict-private.h"
#include "verdict/buoy-verdict-hosts.h"

/* What is compared, and the function that writes it as text: (transfer full), NULL for nothing. */
typedef char *(*TellFunc) (BuoyVerdict *verdict);

static char *
tell_json (BuoyVerdict *verdict)
{
  return buoy_verdict_to_json (verdict);
}

static char *
tell_notice (BuoyVerdict *verdict)
{
  g_autoptr (BuoyNotice) notice = buoy_notice_new (verdict);

  return buoy_notice_to_text (notice);
}

static char *
tell_advice (BuoyVerdict *verdict)
{
  g_autoptr (BuoyNotice) notice = buoy_notice_new (verdict);

  return g_strdup (buoy_notice_get_advice (notice));
}

static char *
tell_story (BuoyVerdict *verdict)
{
  g_autoptr (BuoyNotice) notice = buoy_notice_new (verdict);
  g_autoptr (BuoyStory) story = buoy_story_new (notice);

  return buoy_story_to_text (story);
}

static char *
tell_report (BuoyVerdict *verdict)
{
  return buoy_verdict_to_report (verdict);
}

static char *
tell_questions (BuoyVerdict *verdict)
{
  g_autoptr (BuoyQuestions) questions = buoy_questions_new (verdict);
  g_auto (GStrv) told = buoy_questions_tell (questions);

  return g_strjoinv ("\n", told);
}

static char *
tell_trust (BuoyVerdict *verdict)
{
  g_autofree char *words = buoy_verdict_explain_trust (verdict);
  g_autoptr (GPtrArray) links = buoy_verdict_get_trustable_links (verdict);
  GString *told = g_string_new (words);

  g_string_append_printf (told, "|%d|%s", (int) buoy_verdict_get_trust (verdict),
                          buoy_verdict_get_trustable_domain (verdict));
  for (guint i = 0; i < links->len; i++)
    g_string_append_printf (told, "|%s", (const char *) g_ptr_array_index (links, i));
  return g_string_free (told, FALSE);
}

static char *
tell_false_links (BuoyVerdict *verdict)
{
  const GPtrArray *links = buoy_verdict_get_false_links (verdict);
  GString *told = g_string_new (NULL);

  for (guint i = 0; i < links->len; i++)
    {
      const BuoyFalseLink *link = g_ptr_array_index (links, i);
      const BuoyFalseLink *found = buoy_verdict_find_false_link (verdict, link->address);

      g_string_append_printf (told, "%s|%s|%s|%s|%s|%d|%s\n", link->href, link->shown, link->actual, link->address,
                              link->imitated, link->is_listed, found != NULL ? found->href : "-");
    }
  return g_string_free (told, FALSE);
}

static char *
tell_honest_hosts (BuoyVerdict *verdict)
{
  g_auto (GStrv) hosts = buoy_verdict_list_honest_hosts (verdict);

  return g_strjoinv ("\n", hosts);
}

/* A click, on each link and beside it. */
static char *
tell_clicks (BuoyVerdict *verdict)
{
  const GPtrArray *links = buoy_facts_get_body (verdict->facts)->links;
  GString *told = g_string_new (NULL);

  for (guint i = 0; i < MIN (links->len, 20); i++)
    {
      const BuoyLinkFacts *link = g_ptr_array_index (links, i);
      g_autofree char *address = g_strconcat (link->address != NULL ? link->address : link->href, "?beside", NULL);
      const BuoyFalseLink *found = buoy_verdict_find_false_link (verdict, address);

      g_string_append_printf (told, "%s %d\n", found != NULL ? found->href : "-",
                              buoy_verdict_has_judged (verdict, address));
    }
  return g_string_free (told, FALSE);
}

static char *
tell_states (BuoyVerdict *verdict)
{
  return g_strdup_printf ("%d %s %d %d", (int) buoy_verdict_get_level (verdict), verdict->facts->from_domain,
                          buoy_verdict_is_whole (verdict), buoy_verdict_has_unread_pictures (verdict));
}

static const TellFunc tells[] = {
  tell_states, tell_json,        tell_notice,       tell_advice, tell_story,     tell_report,
  tell_trust,  tell_false_links, tell_honest_hosts, tell_clicks, tell_questions,
};

void
assert_same (BuoyVerdict *verdict, BuoyVerdict *other)
{
  for (guint i = 0; i < G_N_ELEMENTS (tells); i++)
    {
      g_autofree char *one = tells[i](verdict);
      g_autofree char *two = tells[i](other);

      g_assert_cmpstr (one, ==, two);
    }
}
