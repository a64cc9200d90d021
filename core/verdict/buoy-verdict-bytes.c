/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A row of the check table is named by its id: another version of the program is refused before (VERSION), and an
 * unknown id with it.
 */
#include "config.h"

#include "verdict/buoy-verdict-bytes.h"

#include <string.h>

#include "base/text/buoy-text.h"
#include "verdict/facts-record.h"
#include "verdict/lesson-record.h"

#define VERSION 0x42560005 /* to be raised with each change of what is written */
#define MAX_FINDINGS 20000 /* a check finds one thing or a few, in each of BUOY_MAX_INNER messages */
#define MAX_CHECKS 100

/* Of all texts: the rest of BUOY_VERDICT_MAX_BYTES is for numbers and lengths. */
#define MAX_TEXT_BYTES (16 * 1024 * 1024)

typedef struct
{
  char *check; /* its id */
  BuoyStrength strength;
  BuoyBasis basis;
  gboolean answered;
  GPtrArray *citations; /* of BuoyCitation */
} FindingRecord;

typedef struct
{
  BuoyLevel level;
  BuoyAdvice advice;
  BuoyTrust trust;
  gboolean trust_counted;
  gboolean is_lowered;
  BuoyLesson *lesson;     /* NULL */
  char *trust_barred_by;  /* the id of a check; NULL */
  GPtrArray *suppressed;  /* of char *: ids of checks */
  GPtrArray *findings;    /* of FindingRecord */
  GPtrArray *false_links; /* of BuoyListedLink */
  BuoyFacts *facts;
} VerdictRecord;

static gpointer
make_citation (void)
{
  return g_new0 (BuoyCitation, 1);
}

static const BuoyField citation_fields[] = {
  BUOY_NUMBER (BuoyCitation, kind, BUOY_EVIDENCE_FORMER_DOMAIN),
  BUOY_ROLE_TEXT (BuoyCitation, value, BUOY_ROLE_SHOWN),
};

static const BuoyRecordType citation_record = BUOY_RECORD_TYPE (citation_fields, make_citation, buoy_citation_free);

static void
free_finding (gpointer data)
{
  FindingRecord *record = data;

  g_free (record->check);
  g_ptr_array_unref (record->citations);
  g_free (record);
}

static gpointer
make_finding (void)
{
  FindingRecord *record = g_new0 (FindingRecord, 1);

  record->citations = g_ptr_array_new_with_free_func (buoy_citation_free);
  return record;
}

static const BuoyField finding_fields[] = {
  BUOY_TEXT (FindingRecord, check),
  BUOY_NUMBER (FindingRecord, strength, BUOY_STRENGTH_STRONG),
  BUOY_NUMBER (FindingRecord, basis, BUOY_BASIS_CLAIM),
  BUOY_BOOLEAN (FindingRecord, answered),
  BUOY_RECORDS (FindingRecord, citations, BUOY_RECORD_MAX_LIST, &citation_record),
};

static const BuoyRecordType finding_record = BUOY_RECORD_TYPE (finding_fields, make_finding, free_finding);

static gpointer
make_listed_link (void)
{
  return g_new0 (BuoyListedLink, 1);
}

static const BuoyField listed_link_fields[] = {
  BUOY_ROLE_TEXT (BuoyListedLink, link.href, BUOY_ROLE_SHOWN),
  BUOY_ROLE_TEXT (BuoyListedLink, link.shown, BUOY_ROLE_SHOWN),
  BUOY_ROLE_TEXT (BuoyListedLink, link.actual, BUOY_ROLE_SHOWN),
  BUOY_ROLE_TEXT (BuoyListedLink, link.address, BUOY_ROLE_COMPARED),
  BUOY_MAYBE_TEXT (BuoyListedLink, link.imitated),
  BUOY_BOOLEAN (BuoyListedLink, link.is_listed),
  BUOY_MAYBE_TEXT (BuoyListedLink, host),
};

static const BuoyRecordType listed_link_record
    = BUOY_RECORD_TYPE (listed_link_fields, make_listed_link, buoy_listed_link_free);

static void
free_verdict (gpointer data)
{
  VerdictRecord *record = data;

  g_free (record->trust_barred_by);
  g_clear_pointer (&record->suppressed, g_ptr_array_unref);
  g_clear_pointer (&record->findings, g_ptr_array_unref);
  g_clear_pointer (&record->false_links, g_ptr_array_unref);
  g_clear_pointer (&record->facts, buoy_facts_free);
  g_clear_pointer (&record->lesson, buoy_lesson_unref);
  g_free (record);
}

static gpointer
make_verdict (void)
{
  return g_new0 (VerdictRecord, 1);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VerdictRecord, free_verdict)

static const BuoyField verdict_fields[] = {
  BUOY_NUMBER (VerdictRecord, level, BUOY_LEVEL_DANGER),
  BUOY_NUMBER (VerdictRecord, advice, BUOY_ADVICE_REPLY),
  BUOY_NUMBER (VerdictRecord, trust, BUOY_TRUST_BARRED),
  BUOY_BOOLEAN (VerdictRecord, trust_counted),
  BUOY_BOOLEAN (VerdictRecord, is_lowered),
  BUOY_MAYBE_RECORD (VerdictRecord, lesson, &buoy_lesson_record),
  BUOY_MAYBE_TEXT (VerdictRecord, trust_barred_by),
  BUOY_TEXTS (VerdictRecord, suppressed, MAX_CHECKS),
  BUOY_RECORDS (VerdictRecord, findings, MAX_FINDINGS, &finding_record),
  BUOY_RECORDS (VerdictRecord, false_links, BUOY_RECORD_MAX_LINKS, &listed_link_record),
  BUOY_MAYBE_RECORD (VerdictRecord, facts, &buoy_facts_record),
};

static const BuoyRecordType verdict_record = BUOY_RECORD_TYPE (verdict_fields, make_verdict, free_verdict);

static GPtrArray *
finding_records_new (const GPtrArray *findings)
{
  GPtrArray *records = g_ptr_array_new_with_free_func (free_finding);

  for (guint i = 0; i < findings->len; i++)
    {
      const BuoyFinding *finding = g_ptr_array_index (findings, i);
      FindingRecord *record = g_new0 (FindingRecord, 1);

      record->check = g_strdup (finding->row->check.id);
      record->strength = finding->strength;
      record->basis = finding->basis;
      record->answered = finding->answered;
      record->citations = g_ptr_array_ref (finding->citations);
      g_ptr_array_add (records, record);
    }
  return records;
}

/* What is in it belongs to @verdict and to @findings. */
static VerdictRecord
record_of_verdict (const BuoyVerdict *verdict, GPtrArray *findings)
{
  const BuoyCheckRow *barred_by = verdict->trust_barred_by;

  return (VerdictRecord){
    .level = verdict->level,
    .advice = verdict->advice,
    .trust = verdict->trust,
    .trust_counted = verdict->trust_counted,
    .is_lowered = verdict->is_lowered,
    .lesson = verdict->lesson,
    .trust_barred_by = barred_by != NULL ? (char *) barred_by->check.id : NULL,
    .suppressed = verdict->suppressed,
    .findings = findings,
    .false_links = verdict->false_links,
    .facts = verdict->facts,
  };
}

GBytes *
buoy_verdict_to_bytes (const BuoyVerdict *verdict)
{
  g_autoptr (GPtrArray) findings = finding_records_new (verdict->findings);
  const VerdictRecord record = record_of_verdict (verdict, findings);

  return buoy_record_to_bytes (&verdict_record, &record, VERSION, BUOY_VERDICT_MAX_BYTES);
}

typedef struct
{
  const BuoyBudget *budget;
  gsize n_bytes;
  guint longest;
} Cut;

static char *
count_bytes (const char *text, guint role, gpointer user_data)
{
  Cut *cut = user_data;

  if (!buoy_budget_is_cancelled (cut->budget))
    cut->n_bytes += strlen (text);
  return NULL;
}

static char *
shorten (const char *text, guint role, gpointer user_data)
{
  const Cut *cut = user_data;

  if (role == 0 || buoy_budget_is_cancelled (cut->budget) || strlen (text) <= cut->longest)
    return NULL;
  return role == BUOY_ROLE_SHOWN ? buoy_text_cut_middle (text, cut->longest)
                                 : buoy_facts_shorten_address (text, cut->longest);
}

void
buoy_verdict_limit_size (BuoyVerdict *verdict, const BuoyBudget *budget)
{
  static const guint longest[] = { BUOY_FACTS_MAX_TEXT_BYTES, 1024, 256, 64 };
  g_autoptr (GPtrArray) findings = finding_records_new (verdict->findings);
  VerdictRecord record = record_of_verdict (verdict, findings);

  for (guint i = 0; i < G_N_ELEMENTS (longest) && !buoy_budget_is_cancelled (budget); i++)
    {
      Cut cut = { .budget = budget, .longest = longest[i] };

      buoy_record_replace_texts (&verdict_record, &record, count_bytes, &cut);
      if (cut.n_bytes <= MAX_TEXT_BYTES)
        return;
      verdict->facts->longest_text = cut.longest;
      buoy_record_replace_texts (&verdict_record, &record, shorten, &cut);
    }
}

static const BuoyCheckRow *
find_row (const char *id)
{
  guint n_rows;
  const BuoyCheckRow *rows = buoy_check_rows_get (&n_rows);

  for (guint i = 0; i < n_rows; i++)
    if (g_str_equal (rows[i].check.id, id))
      return &rows[i];
  return NULL;
}

static gboolean
take_findings (BuoyVerdict *verdict, const GPtrArray *records)
{
  for (guint i = 0; i < records->len; i++)
    {
      const FindingRecord *record = g_ptr_array_index (records, i);
      const BuoyCheckRow *row = find_row (record->check);
      BuoyFinding *finding;

      if (row == NULL || record->strength > row->check.strength)
        return FALSE;
      finding = buoy_finding_new (row);
      finding->strength = record->strength;
      finding->basis = record->basis;
      finding->answered = record->answered;
      g_ptr_array_unref (finding->citations);
      finding->citations = g_ptr_array_ref (record->citations);
      g_ptr_array_add (verdict->findings, finding);
    }
  return TRUE;
}

static gboolean
take_suppressed (BuoyVerdict *verdict, const GPtrArray *ids)
{
  for (guint i = 0; i < ids->len; i++)
    {
      const BuoyCheckRow *row = find_row (g_ptr_array_index (ids, i));

      if (row == NULL)
        return FALSE;
      g_ptr_array_add (verdict->suppressed, (gpointer) row->check.id);
    }
  return TRUE;
}

/* What is said about the reader's trust names the sender's domain, or the finding that bars it. */
static gboolean
take_trust (BuoyVerdict *verdict, const VerdictRecord *record)
{
  verdict->trust = record->trust;
  verdict->trust_counted = record->trust_counted;
  if (record->trust_barred_by != NULL)
    verdict->trust_barred_by = find_row (record->trust_barred_by);
  if (record->trust == BUOY_TRUST_BARRED || record->trust_barred_by != NULL)
    return verdict->trust_barred_by != NULL;
  return record->trust == BUOY_TRUST_UNPROVEN || record->trust == BUOY_TRUST_FAILED
         || record->facts->from_domain != NULL;
}

static BuoyVerdict *
verdict_of_record (VerdictRecord *record)
{
  g_autoptr (BuoyVerdict) verdict = NULL;

  if (record == NULL || record->facts == NULL || !buoy_facts_are_sound (record->facts)
      || (record->lesson != NULL && !buoy_lesson_is_sound (record->lesson)))
    return NULL;
  verdict = buoy_verdict_new ();
  verdict->level = record->level;
  verdict->advice = record->advice;
  verdict->is_lowered = record->is_lowered;
  if (!take_findings (verdict, record->findings) || !take_suppressed (verdict, record->suppressed)
      || !take_trust (verdict, record))
    return NULL;
  g_ptr_array_unref (verdict->false_links);
  verdict->false_links = g_steal_pointer (&record->false_links);
  verdict->facts = g_steal_pointer (&record->facts);
  verdict->lesson = g_steal_pointer (&record->lesson);
  return g_steal_pointer (&verdict);
}

BuoyVerdict *
buoy_verdict_from_bytes (GBytes *bytes, GError **error)
{
  g_autoptr (VerdictRecord) record = buoy_record_from_bytes (&verdict_record, bytes, VERSION, BUOY_VERDICT_MAX_BYTES);
  BuoyVerdict *verdict = verdict_of_record (record);

  if (verdict == NULL)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "these bytes are not a verdict");
  return verdict;
}

void
buoy_verdict_attach (BuoyVerdict *verdict, BuoyContext *context, BuoyVerification *verification)
{
  verdict->context = context != NULL ? buoy_context_ref (context) : NULL;
  verdict->verification = verification != NULL ? buoy_verification_ref (verification) : NULL;
}
