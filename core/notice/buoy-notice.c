/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A verdict in words. The texts of the checks are in the check table; here they are translated and ordered.
 */
#include "config.h"

#include "notice/buoy-notice.h"

#include <glib/gi18n-lib.h>
#include <libintl.h>

#include "notice/buoy-text-domain.h"
#include "notice/notice-private.h"
#include "notice/story-private.h"

struct _BuoyNotice
{
  gatomicrefcount ref_count;
  BuoyVerdict *verdict;
  GPtrArray *findings; /* of BuoyNoticeFinding, gravest first */
  GPtrArray *remarks;  /* of const char * */
  char *advice;
  char *list_headline; /* if the level rests on block lists; else NULL */
};

static gpointer
notice_finding_copy (gpointer data)
{
  const BuoyNoticeFinding *finding = data;
  BuoyNoticeFinding *copy = g_new0 (BuoyNoticeFinding, 1);

  copy->finding = buoy_finding_ref ((BuoyFinding *) finding->finding);
  copy->title = finding->title;
  copy->explanation = finding->explanation;
  copy->lines = g_ptr_array_ref ((GPtrArray *) finding->lines);
  return copy;
}

static void
notice_finding_free (gpointer data)
{
  BuoyNoticeFinding *finding = data;

  buoy_finding_unref ((BuoyFinding *) finding->finding);
  g_ptr_array_unref ((GPtrArray *) finding->lines);
  g_free (finding);
}

G_DEFINE_BOXED_TYPE (BuoyNoticeFinding, buoy_notice_finding, notice_finding_copy, notice_finding_free)
G_DEFINE_BOXED_TYPE (BuoyNotice, buoy_notice, buoy_notice_ref, buoy_notice_unref)

static gpointer
bind_domain (gpointer unused)
{
  /* lets programs in a build tree use its own translations */
  const char *directory = g_getenv ("BELLBUOY_LOCALEDIR");

  bindtextdomain (GETTEXT_PACKAGE, directory != NULL ? directory : BUOY_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  return NULL;
}

/*< private >
 * buoy_notice_bind_domain:
 *
 * Makes gettext find the words of the library and of its hosts, once. Making a notice does it too; a host that speaks
 * before it has one calls this.
 */
void
buoy_notice_bind_domain (void)
{
  static GOnce once = G_ONCE_INIT;

  g_once (&once, bind_domain, NULL);
}

static BuoyNoticeFinding *
notice_finding_new (BuoyFinding *finding)
{
  BuoyNoticeFinding *words = g_new0 (BuoyNoticeFinding, 1);

  words->finding = buoy_finding_ref (finding);
  words->title = _ (finding->row->check.title);
  words->explanation = _ (finding->row->check.explanation);
  words->lines = buoy_notice_lines_new (finding);
  return words;
}

/* Gravest first; findings of equal strength stay in the order of the table. */
static GPtrArray *
put_in_words (const BuoyVerdict *verdict)
{
  GPtrArray *ordered = g_ptr_array_new_with_free_func (notice_finding_free);

  for (int strength = BUOY_STRENGTH_STRONG; strength >= BUOY_STRENGTH_NOTE; strength--)
    for (guint i = 0; i < verdict->findings->len; i++)
      {
        BuoyFinding *finding = g_ptr_array_index (verdict->findings, i);

        if (finding->strength == (BuoyStrength) strength)
          g_ptr_array_add (ordered, notice_finding_new (finding));
      }
  return ordered;
}

/* Names the block list for which a message is dangerous; NULL if that is not the reason. */
static char *
write_list_headline (const BuoyVerdict *verdict)
{
  const char *list = NULL;

  if (verdict->level != BUOY_LEVEL_DANGER || !buoy_level_rests_on_lists (verdict->findings))
    return NULL;
  for (guint i = 0; i < verdict->findings->len && list == NULL; i++)
    {
      const BuoyFinding *finding = g_ptr_array_index (verdict->findings, i);

      if (finding->basis == BUOY_BASIS_LISTED && finding->strength == BUOY_STRENGTH_STRONG)
        list = buoy_finding_get_value (finding, BUOY_EVIDENCE_BLOCK_LIST);
    }
  if (list == NULL)
    /* Translators: the banner's headline; under 60 characters. The reader or the organisation entered the site. */
    return g_strdup (_ ("A link opens a site that is blocked in your settings"));
  /* Translators: the banner's headline; under 60 characters with the name of a block list, such as "phishing-sites". */
  return g_strdup_printf (_ ("A link opens a site on the block list “%s”"), list);
}

/**
 * buoy_notice_new:
 * @verdict: a verdict
 *
 * Puts @verdict into words, in the language of the current locale (LC_MESSAGES, LANGUAGE).
 *
 * Returns: (transfer full): the notice; it keeps @verdict alive
 *
 * Since: 0.2
 */
BuoyNotice *
buoy_notice_new (BuoyVerdict *verdict)
{
  BuoyNotice *notice;

  g_return_val_if_fail (verdict != NULL, NULL);

  buoy_notice_bind_domain ();
  notice = g_new0 (BuoyNotice, 1);
  g_atomic_ref_count_init (&notice->ref_count);
  notice->verdict = buoy_verdict_ref (verdict);
  notice->findings = put_in_words (verdict);
  notice->remarks = buoy_remarks_new (verdict);
  notice->advice = buoy_notice_advise (verdict);
  notice->list_headline = write_list_headline (verdict);
  return notice;
}

/**
 * buoy_notice_ref:
 * @notice: a notice
 *
 * Takes a reference; any thread may.
 *
 * Returns: (transfer full): @notice
 *
 * Since: 0.2
 */
BuoyNotice *
buoy_notice_ref (BuoyNotice *notice)
{
  g_return_val_if_fail (notice != NULL, NULL);

  g_atomic_ref_count_inc (&notice->ref_count);
  return notice;
}

/**
 * buoy_notice_unref:
 * @notice: (transfer full): a notice
 *
 * Drops a reference; any thread may.
 *
 * Since: 0.2
 */
void
buoy_notice_unref (BuoyNotice *notice)
{
  g_return_if_fail (notice != NULL);

  if (!g_atomic_ref_count_dec (&notice->ref_count))
    return;

  g_free (notice->advice);
  g_free (notice->list_headline);
  g_ptr_array_unref (notice->remarks);
  g_ptr_array_unref (notice->findings);
  buoy_verdict_unref (notice->verdict);
  g_free (notice);
}

const BuoyVerdict *
buoy_notice_get_verdict (const BuoyNotice *notice)
{
  return notice->verdict;
}

/**
 * buoy_notice_get_level:
 * @notice: a notice
 *
 * Tells how loud the warning is.
 *
 * Returns: the level of the verdict
 *
 * Since: 0.2
 */
BuoyLevel
buoy_notice_get_level (const BuoyNotice *notice)
{
  g_return_val_if_fail (notice != NULL, BUOY_LEVEL_NONE);

  return notice->verdict->level;
}

/**
 * buoy_notice_get_level_word:
 * @notice: a notice
 *
 * Names the level in one word, for a badge: a level is never told by colour alone.
 *
 * Returns: the word; empty where there is nothing to warn of
 *
 * Since: 0.2
 */
const char *
buoy_notice_get_level_word (const BuoyNotice *notice)
{
  g_return_val_if_fail (notice != NULL, NULL);

  switch (notice->verdict->level)
    {
    case BUOY_LEVEL_DANGER:
      /* Translators: the warning's level, one word. */
      return _ ("Danger");
    case BUOY_LEVEL_CAUTION:
      /* Translators: the warning's level, one word. */
      return _ ("Caution");
    default:
      return "";
    }
}

/* Besides notes, which accuse nobody. */
static gboolean
has_signs (const BuoyNotice *notice)
{
  for (guint i = 0; i < notice->findings->len; i++)
    {
      const BuoyNoticeFinding *words = g_ptr_array_index (notice->findings, i);

      if (buoy_finding_get_strength (words->finding) > BUOY_STRENGTH_NOTE)
        return TRUE;
    }
  return FALSE;
}

/**
 * buoy_notice_get_headline:
 * @notice: a notice
 *
 * Gives the banner's first line, under 60 characters in English. It never says that a message is safe.
 *
 * Returns: one sentence without a full stop
 *
 * Since: 0.2
 */
const char *
buoy_notice_get_headline (const BuoyNotice *notice)
{
  g_return_val_if_fail (notice != NULL, NULL);

  switch (notice->verdict->level)
    {
    case BUOY_LEVEL_DANGER:
      if (notice->list_headline != NULL)
        return notice->list_headline;
      /* Translators: the banner's headline; under 60 characters. */
      return _ ("This message may not be from the sender it names");
    case BUOY_LEVEL_CAUTION:
      /* Translators: the banner's headline; under 60 characters. */
      return _ ("Some things about this message do not add up");
    default:
      if (has_signs (notice))
        /* Translators: shown in the details and on the terminal, above findings that are too weak for a warning. */
        return _ ("No warning for this message, only weak signs");
      /* Translators: shown in the details and on the terminal, never as a banner. It must not say "safe". */
      return _ ("No warning for this message");
    }
}

/**
 * buoy_notice_get_advice:
 * @notice: a notice
 *
 * Tells what to do instead of what the message wants, and what the organisation's policy says of whom to ask.
 *
 * Returns: some sentences; empty where there is nothing to warn of
 *
 * Since: 0.2
 */
const char *
buoy_notice_get_advice (const BuoyNotice *notice)
{
  g_return_val_if_fail (notice != NULL, NULL);

  return notice->advice;
}

/**
 * buoy_notice_get_findings:
 * @notice: a notice
 *
 * Gives the findings in words, the gravest first, those that alone make no warning among them.
 *
 * Returns: (transfer none) (element-type BuoyNoticeFinding): the findings; it may be empty
 *
 * Since: 0.2
 */
const GPtrArray *
buoy_notice_get_findings (const BuoyNotice *notice)
{
  g_return_val_if_fail (notice != NULL, NULL);

  return notice->findings;
}

/**
 * buoy_notice_get_failure:
 * @notice: a notice
 *
 * Tells whether a part of the message was not checked because the program that checks messages failed. Nobody is
 * accused by that; a client shows it even if there is nothing to warn of, since showing nothing would look like an
 * answer. It is one of the remarks, too.
 *
 * Returns: (nullable): one sentence; %NULL if everything was checked
 *
 * Since: 0.2
 */
const char *
buoy_notice_get_failure (const BuoyNotice *notice)
{
  g_return_val_if_fail (notice != NULL, NULL);

  return buoy_remarks_find_failure (notice->verdict);
}

/**
 * buoy_notice_get_remarks:
 * @notice: a notice
 *
 * Gives the remarks about the verdict itself: what was not read, could not be told, was inferred.
 *
 * Returns: (transfer none) (element-type utf8): sentences; it may be empty
 *
 * Since: 0.2
 */
const GPtrArray *
buoy_notice_get_remarks (const BuoyNotice *notice)
{
  g_return_val_if_fail (notice != NULL, NULL);

  return notice->remarks;
}
