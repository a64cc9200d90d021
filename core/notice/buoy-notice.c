/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A verdict in words. The words of a check stand in the check table; here they are translated and put in order.
 */
#include "config.h"

#include "notice/buoy-notice.h"

#include <glib/gi18n-lib.h>
#include <libintl.h>

#include "notice/notice-private.h"
#include "notice/story-private.h"

struct _BuoyNotice
{
  gatomicrefcount ref_count;
  BuoyVerdict *verdict;
  GPtrArray *findings; /* of const BuoyFinding *, gravest first */
  GPtrArray *lines;    /* of GPtrArray of BuoyLine, as findings */
  GPtrArray *remarks;  /* of const char * */
};

G_DEFINE_BOXED_TYPE (BuoyNotice, buoy_notice, buoy_notice_ref, buoy_notice_unref)

static gpointer
bind_domain (gpointer unused)
{
  /* the environment lets a build tree speak its own words */
  const char *directory = g_getenv ("BELLBUOY_LOCALEDIR");

  bindtextdomain (GETTEXT_PACKAGE, directory != NULL ? directory : BUOY_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  return NULL;
}

/**
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

/* Gravest first; within one strength the table's order, which the findings already have. */
static GPtrArray *
order_findings (BuoyVerdict *verdict)
{
  GPtrArray *ordered = g_ptr_array_new ();

  for (int strength = BUOY_STRENGTH_STRONG; strength >= BUOY_STRENGTH_NOTE; strength--)
    for (guint i = 0; i < verdict->findings->len; i++)
      {
        BuoyFinding *finding = g_ptr_array_index (verdict->findings, i);

        if (finding->strength == (BuoyStrength) strength)
          g_ptr_array_add (ordered, finding);
      }
  return ordered;
}

/**
 * buoy_notice_new:
 * @verdict: a verdict
 *
 * Puts @verdict into words, in the language of the current locale (LC_MESSAGES, LANGUAGE).
 *
 * Returns: (transfer full): the notice; it keeps @verdict alive
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
  notice->findings = order_findings (verdict);
  notice->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < notice->findings->len; i++)
    g_ptr_array_add (notice->lines, buoy_lines_new (g_ptr_array_index (notice->findings, i)));
  notice->remarks = buoy_remarks_new (verdict);
  return notice;
}

/**
 * buoy_notice_ref:
 * @notice: a notice
 *
 * Takes a reference; any thread may.
 *
 * Returns: (transfer full): @notice
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
 */
void
buoy_notice_unref (BuoyNotice *notice)
{
  g_return_if_fail (notice != NULL);

  if (!g_atomic_ref_count_dec (&notice->ref_count))
    return;

  g_ptr_array_unref (notice->remarks);
  g_ptr_array_unref (notice->lines);
  g_ptr_array_unref (notice->findings);
  buoy_verdict_unref (notice->verdict);
  g_free (notice);
}

BuoyVerdict *
buoy_notice_get_verdict (BuoyNotice *notice)
{
  return notice->verdict;
}

BuoyLevel
buoy_notice_get_level (BuoyNotice *notice)
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
 */
const char *
buoy_notice_get_level_word (BuoyNotice *notice)
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

/**
 * buoy_notice_get_headline:
 * @notice: a notice
 *
 * Gives the banner's first line, under 60 characters in English. It never says that a message is safe.
 *
 * Returns: one sentence without a full stop
 */
const char *
buoy_notice_get_headline (BuoyNotice *notice)
{
  g_return_val_if_fail (notice != NULL, NULL);

  switch (notice->verdict->level)
    {
    case BUOY_LEVEL_DANGER:
      /* Translators: the banner's headline; under 60 characters. */
      return _ ("This message may not be from whom it says");
    case BUOY_LEVEL_CAUTION:
      /* Translators: the banner's headline; under 60 characters. */
      return _ ("Some things about this message do not fit");
    default:
      /* Translators: shown in the details and on the terminal, never as a banner. It must not say "safe". */
      return _ ("Nothing that contradicts itself was found");
    }
}

/**
 * buoy_notice_get_advice:
 * @notice: a notice
 *
 * Tells what to do instead of what the message wants.
 *
 * Returns: one or two sentences; empty where there is nothing to warn of
 */
const char *
buoy_notice_get_advice (BuoyNotice *notice)
{
  g_return_val_if_fail (notice != NULL, NULL);

  switch (notice->verdict->level)
    {
    case BUOY_LEVEL_DANGER:
      return _ ("Do not open its links. Use your own bookmark or the official app instead, and "
                "never enter a "
                "password or a card number here.");
    case BUOY_LEVEL_CAUTION:
      return _ ("If you do not expect this message, do not open its links and do not reply. Ask "
                "the sender in "
                "another way.");
    default:
      return "";
    }
}

/**
 * buoy_notice_get_n_findings:
 * @notice: a notice
 *
 * Counts the findings, those that alone make no warning among them.
 *
 * Returns: how many there are
 */
guint
buoy_notice_get_n_findings (BuoyNotice *notice)
{
  g_return_val_if_fail (notice != NULL, 0);

  return notice->findings->len;
}

/**
 * buoy_notice_get_finding:
 * @notice: a notice
 * @finding: below buoy_notice_get_n_findings()
 *
 * Gives a finding, the gravest first.
 *
 * Returns: (transfer none): the finding; it lives as long as @notice
 */
const BuoyFinding *
buoy_notice_get_finding (BuoyNotice *notice, guint finding)
{
  g_return_val_if_fail (notice != NULL && finding < notice->findings->len, NULL);

  return g_ptr_array_index (notice->findings, finding);
}

/**
 * buoy_notice_get_title:
 * @notice: a notice
 * @finding: below buoy_notice_get_n_findings()
 *
 * Gives the title of a finding.
 *
 * Returns: one line
 */
const char *
buoy_notice_get_title (BuoyNotice *notice, guint finding)
{
  const BuoyFinding *self = buoy_notice_get_finding (notice, finding);

  return self != NULL ? _ (self->row->check.title) : NULL;
}

/**
 * buoy_notice_get_explanation:
 * @notice: a notice
 * @finding: below buoy_notice_get_n_findings()
 *
 * Tells why a finding matters, in words for people who do not know what a domain is.
 *
 * Returns: one or two sentences
 */
const char *
buoy_notice_get_explanation (BuoyNotice *notice, guint finding)
{
  const BuoyFinding *self = buoy_notice_get_finding (notice, finding);

  return self != NULL ? _ (self->row->check.explanation) : NULL;
}

/**
 * buoy_notice_get_n_lines:
 * @notice: a notice
 * @finding: below buoy_notice_get_n_findings()
 *
 * Counts the lines of evidence of a finding.
 *
 * Returns: how many there are
 */
guint
buoy_notice_get_n_lines (BuoyNotice *notice, guint finding)
{
  g_return_val_if_fail (notice != NULL && finding < notice->lines->len, 0);

  return ((GPtrArray *) g_ptr_array_index (notice->lines, finding))->len;
}

static const BuoyLine *
get_line (BuoyNotice *notice, guint finding, guint line)
{
  g_return_val_if_fail (line < buoy_notice_get_n_lines (notice, finding), NULL);

  return g_ptr_array_index ((GPtrArray *) g_ptr_array_index (notice->lines, finding), line);
}

/**
 * buoy_notice_get_line_label:
 * @notice: a notice
 * @finding: below buoy_notice_get_n_findings()
 * @line: below buoy_notice_get_n_lines()
 *
 * Gives the label of a line of evidence: "Shown", "Really opens".
 *
 * Returns: a word or two
 */
const char *
buoy_notice_get_line_label (BuoyNotice *notice, guint finding, guint line)
{
  const BuoyLine *self = get_line (notice, finding, line);

  return self != NULL ? self->label : NULL;
}

/**
 * buoy_notice_get_line_value:
 * @notice: a notice
 * @finding: below buoy_notice_get_n_findings()
 * @line: below buoy_notice_get_n_lines()
 *
 * Gives what a line of evidence shows. It comes out of a mail: never take it for markup or a format.
 *
 * Returns: plain text of at most 300 bytes
 */
const char *
buoy_notice_get_line_value (BuoyNotice *notice, guint finding, guint line)
{
  const BuoyLine *self = get_line (notice, finding, line);

  return self != NULL ? self->value : NULL;
}

/**
 * buoy_notice_get_n_remarks:
 * @notice: a notice
 *
 * Counts the remarks about the verdict itself: what was not read, could not be told, was inferred.
 *
 * Returns: how many there are
 */
guint
buoy_notice_get_n_remarks (BuoyNotice *notice)
{
  g_return_val_if_fail (notice != NULL, 0);

  return notice->remarks->len;
}

/**
 * buoy_notice_get_remark:
 * @notice: a notice
 * @remark: below buoy_notice_get_n_remarks()
 *
 * Gives a remark.
 *
 * Returns: one sentence
 */
const char *
buoy_notice_get_remark (BuoyNotice *notice, guint remark)
{
  g_return_val_if_fail (notice != NULL && remark < notice->remarks->len, NULL);

  return g_ptr_array_index (notice->remarks, remark);
}
