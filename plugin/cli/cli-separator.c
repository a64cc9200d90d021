/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Programs agree only on "From ": Thunderbird writes "From - DATE" or nothing else, Python and qmail "From
 * MAILER-DAEMON DATE", Mailman "From a at b  DATE", cron "From root DATE", Gmail a number with "@xxx". A sentence may
 * begin with the same word, so a header field must follow, and a date or a sender must be on the line.
 *
 * GMime's own parser is not used because it ends a message at each line that begins with "From ", even if the file does
 * not quote such lines.
 */
#include "config.h"

#include "cli-separator.h"

#include <string.h>

#define MAX_NAME_BYTES 100 /* of a header field's name */

#define MONTH "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
#define TIME "[0-9]{1,2}:[0-9]{2}"

/* as asctime(), RFC 5322 and ISO 8601 write it */
#define DATE                                                                                                    \
  " " MONTH " {1,2}[0-9]{1,2},? " TIME "| " MONTH " {1,2}[0-9]{1,2},? [0-9]{4},? " TIME "|[0-9]{1,2}[ -]" MONTH \
  "[ -][0-9]{4},? " TIME "|[0-9]{4}-[0-9]{2}-[0-9]{2}[T ]" TIME
#define SENDER "^From (?:-?\\s*$|MAILER-DAEMON\\b|[^ ]*@)"
#define PATCH "^From [0-9a-f]{40,64} Mon Sep 17 00:00:00 2001" /* git-format-patch(1): always this date */
#define FIELD "^(?:>From |[!-9;-~]+[ \\t]*:)"

typedef enum
{
  LINE_DATE,
  LINE_SENDER,
  LINE_PATCH,
  LINE_FIELD
} LineForm;

static const char *const forms[] = { DATE, SENDER, PATCH, FIELD };

static gpointer
compile_forms (gpointer data)
{
  GRegex **compiled = g_new (GRegex *, G_N_ELEMENTS (forms));

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    compiled[i] = g_regex_new (forms[i], G_REGEX_RAW | G_REGEX_OPTIMIZE, 0, NULL);
  return compiled;
}

static gboolean
has_form (const char *line, gsize length, LineForm form)
{
  static GOnce once = G_ONCE_INIT;
  GRegex **compiled = g_once (&once, compile_forms, NULL);

  return g_regex_match_full (compiled[form], line, (gssize) length, 0, 0, NULL, NULL);
}

static gboolean
begins_with_from (const char *line, gsize length)
{
  return length >= strlen (CLI_MBOX_FROM) && memcmp (line, CLI_MBOX_FROM, strlen (CLI_MBOX_FROM)) == 0;
}

/* The length without the line end, at most CLI_SEPARATOR_BYTES. */
static gsize
length_of_line (const CliMboxKind *kind, const char *line, gsize length)
{
  const gsize most = MIN (length, CLI_SEPARATOR_BYTES);
  const char *end = memchr (line, kind->feed, most);

  return end != NULL ? (gsize) (end - line) : most;
}

gboolean
cli_separator_find_kind (const char *text, gsize length, CliMboxKind *out_kind)
{
  if (!begins_with_from (text, length))
    return FALSE;
  out_kind->feed = memchr (text, '\n', length) == NULL && memchr (text, '\r', length) != NULL ? '\r' : '\n';
  out_kind->is_git = has_form (text, length_of_line (out_kind, text, length), LINE_PATCH);
  out_kind->by_length = TRUE;
  return TRUE;
}

gboolean
cli_separator_matches (const CliMboxKind *kind, const char *line, gsize length, gboolean after_blank)
{
  const gsize line_length = length_of_line (kind, line, length);
  const gsize next = line_length + 1;

  if (!begins_with_from (line, length) || next >= length
      || !has_form (line + next, MIN (length - next, MAX_NAME_BYTES), LINE_FIELD))
    return FALSE;
  if (has_form (line, line_length, LINE_PATCH))
    return kind->is_git;
  return has_form (line, line_length, LINE_DATE) || (after_blank && has_form (line, line_length, LINE_SENDER));
}
