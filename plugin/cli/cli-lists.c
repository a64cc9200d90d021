/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * `bellbuoy lists`: updates the block lists of the settings, shows them, and looks up URLs in them.
 */
#include "config.h"

#include "cli.h"

#include <glib/gi18n.h>

#include "buoy-settings.h"
#include "cli-json.h"
#include "events/buoy-events.h"
#include "net/lists/buoy-block-list-update.h"
#include "notice/buoy-block-list-text.h"
#include "notice/buoy-shown.h"

typedef struct
{
  char **words; /* of --list; NULL for those of the settings */
  char *folder;
  gboolean json;
} ListsOptions;

/* Returns FALSE if one of them is not a subscription; the others are added. */
static gboolean
add_lists (char **words, GPtrArray *lists)
{
  gboolean good = TRUE;

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      BuoyBlockList *list = buoy_block_list_new (words[i], &error);

      if (list != NULL)
        g_ptr_array_add (lists, list);
      else
        {
          g_autofree char *why = buoy_block_list_explain (error);

          cli_complain ("lists", why);
          good = FALSE;
        }
    }
  return good;
}

static char **
words_of_settings (void)
{
  g_autoptr (GSettings) settings = buoy_settings_peek (g_settings_schema_source_get_default ());

  return settings != NULL ? g_settings_get_strv (settings, "lists") : g_new0 (char *, 1);
}

/* Whether the list's content was refused. Other errors (no connection, a truncated list, a captive portal) may be gone
 * in a minute.
 */
static gboolean
is_refusal (const GError *error)
{
  return g_error_matches (error, BUOY_BLOCK_LIST_ERROR, BUOY_BLOCK_LIST_ERROR_REFUSED)
         || g_error_matches (error, BUOY_BLOCK_LIST_ERROR, BUOY_BLOCK_LIST_ERROR_NOT_A_LIST)
         || g_error_matches (error, BUOY_BLOCK_LIST_ERROR, BUOY_BLOCK_LIST_ERROR_TOO_LARGE);
}

/* Sends an event to the organisation, if its policy asks for events. */
static void
report_refusal (void)
{
  g_autoptr (GSettings) settings = buoy_settings_peek (g_settings_schema_source_get_default ());

  if (settings != NULL)
    buoy_events_send (buoy_settings_get_organisation (settings), BUOY_EVENT_LIST_REFUSED, NULL, NULL);
  buoy_events_flush ();
}

static gboolean
update (const ListsOptions *options, const GPtrArray *lists)
{
  gboolean good = TRUE;

  for (guint i = 0; i < lists->len; i++)
    {
      BuoyBlockList *list = g_ptr_array_index (lists, i);
      g_autoptr (GError) error = NULL;

      if (!buoy_block_list_update (list, options->folder, NULL, &error))
        {
          g_autofree char *why = buoy_block_list_explain (error);

          cli_complain (buoy_block_list_get_name (list), why);
          if (is_refusal (error))
            report_refusal ();
          good = FALSE;
        }
    }
  return good;
}

static char *
time_of (BuoyBlockList *list, const char *form)
{
  const gint64 fetched = buoy_block_list_get_fetched (list);
  g_autoptr (GDateTime) time = fetched != 0 ? g_date_time_new_from_unix_utc (fetched) : NULL;

  return time != NULL ? g_date_time_format (time, form) : NULL;
}

static void
show_text (BuoyBlockList *list)
{
  const guint64 n_entries = buoy_block_list_get_n_entries (list);
  const guint n_left_out = buoy_block_list_get_n_left_out (list);
  g_autofree char *time = time_of (list, "%F %H:%M UTC");
  g_autofree char *source = buoy_shown_name (buoy_block_list_get_source (list));
  g_autofree char *number = g_strdup_printf ("%" G_GUINT64_FORMAT, n_entries);

  g_print ("%s (%s)\n", buoy_block_list_get_name (list), source);
  if (time == NULL)
    {
      g_print ("  %s\n", _ ("not downloaded yet; run bellbuoy lists update"));
      return;
    }
  g_print ("  ");
  /* Translators: the second %s is a date and a time */
  g_print (ngettext ("%s site, as of %s\n", "%s sites, as of %s\n", (gulong) n_entries), number, time);
  if (n_left_out > 0)
    g_print (ngettext ("  %u entry left out: a shared host or a well-known site\n",
                       "  %u entries left out: shared hosts and well-known sites\n", n_left_out),
             n_left_out);
}

static void
show_json (BuoyBlockList *list)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autofree char *time = time_of (list, "%FT%TZ");

  json_builder_begin_object (builder);
  cli_json_add_text (builder, "name", buoy_block_list_get_name (list));
  cli_json_add_text (builder, "source", buoy_block_list_get_source (list));
  json_builder_set_member_name (builder, "entries");
  json_builder_add_int_value (builder, (gint64) buoy_block_list_get_n_entries (list));
  json_builder_set_member_name (builder, "left_out");
  json_builder_add_int_value (builder, buoy_block_list_get_n_left_out (list));
  cli_json_add_text (builder, "time", time);
  cli_json_print (builder);
}

static void
show (const ListsOptions *options, const GPtrArray *lists)
{
  for (guint i = 0; i < lists->len; i++)
    {
      if (options->json)
        show_json (g_ptr_array_index (lists, i));
      else
        show_text (g_ptr_array_index (lists, i));
    }
  if (lists->len == 0 && !options->json)
    g_print ("%s\n", _ ("no block list is configured"));
}

static void
print_found (const ListsOptions *options, const char *url, const char *name)
{
  g_autoptr (JsonBuilder) builder = NULL;
  g_autofree char *shown = NULL;

  if (!options->json)
    {
      shown = buoy_shown_name (url);
      if (name != NULL)
        /* Translators: an address of a web page, and the name of a block list */
        g_print (_ ("%s: on the list %s\n"), shown, name);
      else
        /* Translators: %s is an address of a web page */
        g_print (_ ("%s: on no list\n"), shown);
      return;
    }
  builder = json_builder_new ();
  json_builder_begin_object (builder);
  cli_json_add_text (builder, "url", url);
  cli_json_add_text (builder, "list", name);
  cli_json_print (builder);
}

static gboolean
test_url (const ListsOptions *options, const GPtrArray *lists, const char *url)
{
  gboolean found = FALSE;

  for (guint i = 0; i < lists->len; i++)
    if (buoy_block_list_holds (g_ptr_array_index (lists, i), url))
      {
        print_found (options, url, buoy_block_list_get_name (g_ptr_array_index (lists, i)));
        found = TRUE;
      }
  if (!found)
    print_found (options, url, NULL);
  return found;
}

static int
run (const ListsOptions *options, const GPtrArray *lists, char **words)
{
  int status = CLI_CLEAN;

  if (g_strcmp0 (words[0], "update") == 0 && words[1] == NULL)
    return update (options, lists) ? CLI_CLEAN : CLI_TROUBLE;
  if (g_strcmp0 (words[0], "show") == 0 && words[1] == NULL)
    {
      show (options, lists);
      return CLI_CLEAN;
    }
  if (g_strcmp0 (words[0], "test") != 0 || words[1] == NULL)
    {
      cli_complain ("lists", _ ("name one of update, show, and test with an address"));
      return CLI_TROUBLE;
    }
  for (guint i = 1; words[i] != NULL; i++)
    if (test_url (options, lists, words[i]))
      status = CLI_FOUND;
  return status;
}

int
cli_lists (int argc, char **argv)
{
  ListsOptions options = { NULL, NULL, FALSE };
  const GOptionEntry entries[] = {
    { "list", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.words,
      N_ ("This list instead of those in the settings (repeatable)"), N_ ("NAME FORMAT SOURCE") },
    { "folder", 0, 0, G_OPTION_ARG_FILENAME, &options.folder, N_ ("Keep the lists in this folder"), N_ ("FOLDER") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &options.json, N_ ("One JSON object per list or address, one per line"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GOptionContext) context
      = g_option_context_new (_ ("update|show|test URL… - renew block lists, or look addresses up in them"));
  g_autoptr (GPtrArray) lists = g_ptr_array_new_with_free_func ((GDestroyNotify) buoy_block_list_unref);
  g_autoptr (GError) error = NULL;
  int status = CLI_TROUBLE;

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    cli_complain ("lists", error->message);
  else
    {
      g_auto (GStrv) words = options.words != NULL ? g_strdupv (options.words) : words_of_settings ();
      const gboolean good = add_lists (words, lists);

      status = run (&options, lists, argv + 1);
      if (!good && status == CLI_CLEAN)
        status = CLI_TROUBLE;
    }
  g_strfreev (options.words);
  g_free (options.folder);
  return status;
}
