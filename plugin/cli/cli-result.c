/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "cli-result.h"

#include "cli-json.h"
#include "cli-kind.h"
#include "cli-text.h"
#include "learn/buoy-learn.h"

CliResult *
cli_result_new (const CliMessage *message, BuoyContext *context)
{
  CliResult *result = g_new0 (CliResult, 1);

  result->message = *message;
  result->message.path = g_strdup (message->path);
  if (message->bytes != NULL)
    g_bytes_ref (message->bytes);
  result->message.error = message->error != NULL ? g_error_copy (message->error) : NULL;
  result->context = buoy_context_ref (context);
  return result;
}

void
cli_result_free (CliResult *result)
{
  g_free ((char *) result->message.path);
  g_bytes_unref (result->message.bytes);
  g_clear_error ((GError **) &result->message.error);
  buoy_context_unref (result->context);
  g_free (result->line);
  g_free (result->why);
  g_free (result);
}

static void
set_error (CliResult *result, CliOutcome outcome, const char *why, const CliRunOptions *options)
{
  result->outcome = outcome;
  result->why = g_strdup (why);
  if (options->json && outcome != CLI_OUTCOME_SKIPPED)
    result->line = cli_json_from_error (result->message.path, result->message.index, why);
}

static BuoyVerdict *
scan (const CliResult *result, const CliRunOptions *options, GError **error)
{
  GBytes *bytes = result->message.bytes;
  g_autoptr (BuoyContext) context = options->memory != NULL
                                        ? buoy_memory_recall (options->memory, options->account, result->context)
                                        : buoy_context_ref (result->context);
  const BuoyScanFlags lookups = options->online ? BUOY_SCAN_KEYS : 0;

  return buoy_scan (bytes, context, BUOY_SCAN_PICTURES | lookups, NULL, error);
}

static void
judge (CliResult *result, const CliRunOptions *options)
{
  const CliMessage *message = &result->message;
  g_autoptr (GError) error = NULL;
  const gint64 before = g_get_monotonic_time ();
  g_autoptr (BuoyVerdict) verdict = scan (result, options, &error);
  const gint64 elapsed = g_get_monotonic_time () - before;

  if (verdict == NULL)
    {
      const gboolean is_other = !message->is_named && cli_kind_is_no_mail (error) && !options->strict;

      set_error (result, is_other ? CLI_OUTCOME_NO_MAIL : CLI_OUTCOME_UNREAD, cli_kind_explain (message->bytes, error),
                 options);
      return;
    }
  result->level = buoy_verdict_get_level (verdict);
  if (result->level < options->shown_level)
    return;
  if (options->json)
    result->line = cli_json_from_verdict (verdict, message->path, message->index, options->timing ? elapsed : -1);
  else
    result->line = cli_text_from_verdict (verdict, message);
}

void
cli_result_work (CliResult *result, const CliRunOptions *options)
{
  const CliMessage *message = &result->message;

  if (message->is_skipped)
    set_error (result, CLI_OUTCOME_SKIPPED, message->error->message, options);
  else if (message->bytes == NULL)
    set_error (result, CLI_OUTCOME_UNREAD, message->error->message, options);
  else
    judge (result, options);
}
