/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Evidence as labelled lines. Kinds without a label here are for programs only.
 */
#include "config.h"

#include "notice/notice-private.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "base/host/buoy-host.h"
#include "base/text/buoy-text.h"

#define MAX_VALUE_BYTES 300 /* a line that a person reads */

typedef struct
{
  BuoyEvidenceKind kind;
  const char *label;
  gboolean is_host;
  gboolean is_days;
  gboolean is_result; /* of SPF, DKIM or DMARC */
  gboolean is_record;
} LabelRow;

static const LabelRow labels[] = {
  /* Translators: labels of one line of evidence, "Shown: www.example.com"; under 20 characters. */
  { BUOY_EVIDENCE_SHOWN_HOST, N_ ("Shown"), TRUE },
  { BUOY_EVIDENCE_ACTUAL_HOST, N_ ("Really opens"), TRUE },
  { BUOY_EVIDENCE_WRAPPER_HOST, N_ ("Goes through"), TRUE },
  { BUOY_EVIDENCE_FROM_HOST, N_ ("Sender's domain"), TRUE },
  { BUOY_EVIDENCE_REPLY_TO_HOST, N_ ("Replies go to"), TRUE },
  { BUOY_EVIDENCE_IMITATED_DOMAIN, N_ ("Looks like"), TRUE },
  { BUOY_EVIDENCE_IMITATED_BRAND, N_ ("Real owner"), FALSE },
  { BUOY_EVIDENCE_FROM_DOMAIN, N_ ("Claims to be from"), TRUE },
  { BUOY_EVIDENCE_ORIGIN_HOST, N_ ("Sent by server"), TRUE },
  { BUOY_EVIDENCE_ORIGIN_IP, N_ ("Sending IP address"), FALSE },
  { BUOY_EVIDENCE_HELO, N_ ("Calls itself"), TRUE },
  { BUOY_EVIDENCE_RECEIVED_BY, N_ ("Received by"), TRUE },
  { BUOY_EVIDENCE_PROVEN_DOMAIN, N_ ("Confirmed instead"), TRUE },
  { BUOY_EVIDENCE_BRAND, N_ ("Name used"), FALSE },
  { BUOY_EVIDENCE_BRAND_DOMAIN, N_ ("That company's site"), TRUE },
  { BUOY_EVIDENCE_FROM_ADDRESS, N_ ("Sender's address"), FALSE },
  { BUOY_EVIDENCE_SHOWN_ADDRESS, N_ ("Sender's name"), FALSE },
  { BUOY_EVIDENCE_CONTACT, N_ ("Known name"), FALSE },
  { BUOY_EVIDENCE_REPLY_TO, N_ ("Replies go to"), FALSE },
  { BUOY_EVIDENCE_ATTACHED_MESSAGE_FROM, N_ ("In a message from"), FALSE },
  { BUOY_EVIDENCE_ATTACHED_FILE, N_ ("Attached file"), FALSE },
  { BUOY_EVIDENCE_LINK_TEXT, N_ ("Link"), FALSE },
  { BUOY_EVIDENCE_LINK_TARGET, N_ ("Its address as written"), FALSE },
  { BUOY_EVIDENCE_DISGUISED_TEXT, N_ ("Disguised text"), FALSE },
  { BUOY_EVIDENCE_STAMP, N_ ("Spam mark"), FALSE },
  { BUOY_EVIDENCE_DOMAIN, N_ ("Domain"), TRUE },
  { BUOY_EVIDENCE_REGISTERED_ON, N_ ("Registered on"), FALSE },
  { BUOY_EVIDENCE_BLOCK_LIST, N_ ("Block list"), FALSE },
  { BUOY_EVIDENCE_LIST_OF, N_ ("As of"), FALSE },
  { BUOY_EVIDENCE_AGE_DAYS, N_ ("Its age"), .is_days = TRUE },
  { BUOY_EVIDENCE_HOLDER, N_ ("Hidden behind"), FALSE },
  { BUOY_EVIDENCE_REVERSE_NAME, N_ ("Name servers say"), TRUE },
  { BUOY_EVIDENCE_REMEMBERED, N_ ("Before"), .is_record = TRUE },
  { BUOY_EVIDENCE_FORMER_DOMAIN, N_ ("Came from"), TRUE },
  { BUOY_EVIDENCE_PHRASE, N_ ("Words found"), FALSE },
  { BUOY_EVIDENCE_SPF, N_ ("SPF"), .is_result = TRUE },
  { BUOY_EVIDENCE_DKIM, N_ ("DKIM"), .is_result = TRUE },
  { BUOY_EVIDENCE_DMARC, N_ ("DMARC"), .is_result = TRUE },
};

static const LabelRow *
find_label (BuoyEvidenceKind kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    if (labels[i].kind == kind)
      return &labels[i];
  return NULL;
}

char *
buoy_notice_host_for_people (const char *host)
{
  g_autofree char *unicode = buoy_host_for_reader (host);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  if (unicode == NULL || g_str_equal (unicode, host))
    return buoy_notice_text_for_people (host);
  first = buoy_notice_text_for_people (host);
  second = buoy_notice_text_for_people (unicode);
  return g_strdup_printf ("%s (%s)", first, second);
}

char *
buoy_notice_text_for_people (const char *text)
{
  return buoy_text_for_people (text, MAX_VALUE_BYTES);
}

static BuoyNoticeLine *
line_new (const char *label, char *value)
{
  BuoyNoticeLine *line = g_new0 (BuoyNoticeLine, 1);

  line->label = label;
  line->value = value;
  return line;
}

static gpointer
line_copy (gpointer data)
{
  const BuoyNoticeLine *line = data;

  return line_new (line->label, g_strdup (line->value));
}

static void
line_free (gpointer data)
{
  BuoyNoticeLine *line = data;

  g_free ((char *) line->value);
  g_free (line);
}

G_DEFINE_BOXED_TYPE (BuoyNoticeLine, buoy_notice_line, line_copy, line_free)

/* What a check wrote as a number. */
static char *
days_for_people (const char *number)
{
  const int days = (int) g_ascii_strtoll (number, NULL, 10);

  /* Translators: the age of a domain when its registry was asked. */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d day", "%d days", days), days);
}

/* A result word of RFC 8601 §2.7 in plain words; another one as it is written. */
static char *
result_for_people (const char *result)
{
  static const struct
  {
    const char *result, *words;
  } rows[] = {
    { "pass", NC_ ("SPF, DKIM, DMARC", "passed") },
    { "fail", NC_ ("SPF, DKIM, DMARC", "failed") },
    { "softfail", NC_ ("SPF, DKIM, DMARC", "probably failed") },
    { "neutral", NC_ ("SPF, DKIM, DMARC", "left open") },
    { "none", NC_ ("SPF, DKIM, DMARC", "no result") },
    { "temperror", NC_ ("SPF, DKIM, DMARC", "could not be checked") },
    { "permerror", NC_ ("SPF, DKIM, DMARC", "could not be checked") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (g_str_equal (rows[i].result, result))
      return g_strdup (g_dpgettext2 (GETTEXT_PACKAGE, "SPF, DKIM, DMARC", rows[i].words));
  return buoy_notice_text_for_people (result);
}

/* What a check wrote: "14/14 2024-03-05". The day is of no interest, and is another one in another time zone. */
static char *
record_for_people (const char *value)
{
  guint n_proven = 0, n = 0;
  int year = 0, month = 0;
  g_autoptr (GDateTime) day = NULL;
  g_autofree char *since = NULL;

  if (sscanf (value, "%u/%u %d-%d", &n_proven, &n, &year, &month) != 4)
    return buoy_notice_text_for_people (value);
  day = g_date_time_new_utc (year, month, 1, 0, 0, 0);
  /* Translators: a month, "March 2025"; see strftime(3). */
  since = day != NULL ? g_date_time_format (day, _ ("%B %Y")) : g_strdup ("?");
  if (n_proven == n)
    /* Translators: messages of a sender that came before; %s is a month. */
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u message since %s, confirmed",
                                         "%u messages since %s, all of them confirmed", n),
                            n, since);
  /* Translators: the same; the second number is how many of them were confirmed. */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u message since %s, %u of them confirmed",
                                       "%u messages since %s, %u of them confirmed", n),
                          n, since, n_proven);
}

static char *
value_for_people (const BuoyCitation *citation, const LabelRow *row)
{
  if (row->is_days)
    return days_for_people (citation->value);
  if (row->is_result)
    return result_for_people (citation->value);
  if (row->is_record)
    return record_for_people (citation->value);
  return row->is_host ? buoy_notice_host_for_people (citation->value) : buoy_notice_text_for_people (citation->value);
}

GPtrArray *
buoy_notice_lines_new (const BuoyFinding *finding)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (line_free);

  for (guint i = 0; i < finding->citations->len; i++)
    {
      const BuoyCitation *citation = g_ptr_array_index (finding->citations, i);
      const LabelRow *row = find_label (citation->kind);

      if (row != NULL)
        g_ptr_array_add (lines, line_new (_ (row->label), value_for_people (citation, row)));
    }
  return lines;
}

/* The length of a URL's host, or of the first part of something that looks like one. */
static gsize
length_of_host (const char *word, gsize length)
{
  const char *scheme_end = g_strstr_len (word, (gssize) length, "://");
  gsize start = scheme_end != NULL ? (gsize) (scheme_end - word) + strlen ("://") : 0;

  return MIN (length, start + strcspn (word + start, "/?#"));
}

static void
append_defanged (GString *out, const char *word, gsize length)
{
  const gsize host = length_of_host (word, length);
  const char *dot = g_strrstr_len (word, (gssize) host, ".");
  const gsize before = dot != NULL ? (gsize) (dot - word) : 0;
  const gsize begin = out->len;

  if (dot != NULL && before + 1 < host)
    {
      g_string_append_len (out, word, (gssize) before);
      g_string_append (out, "[.]");
      g_string_append_len (out, dot + 1, (gssize) (length - before - 1));
    }
  else
    g_string_append_len (out, word, (gssize) length);
  if (g_str_has_prefix (out->str + begin, "http"))
    g_string_overwrite (out, begin + 1, "xx");
}

/* Word by word: a value may contain a host and, in parentheses, its Unicode form. */
char *
buoy_notice_defang (const char *text)
{
  GString *out = g_string_new (NULL);

  while (*text != '\0')
    {
      const gsize apart = strspn (text, " ()");
      const gsize length = strcspn (text + apart, " ()");

      g_string_append_len (out, text, (gssize) apart);
      append_defanged (out, text + apart, length);
      text += apart + length;
    }
  return g_string_free (out, FALSE);
}
