/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * `bellbuoy url`: shows what a browser would open, and what the checks find in a link to it.
 */
#include "config.h"

#include "cli.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli-text.h"
#include "notice/buoy-json.h"
#include "notice/buoy-shown.h"

typedef void (*PrintFunc) (JsonObject *url, const GPtrArray *findings);

/* Checks that only look at the link itself, with common names for what they find. */
static const struct
{
  const char *id;
  const char *label;
} link_checks[] = {
  /* Translators: labels of one line about a URL, "Disguised: A link is written to mislead" */
  { "deceptive-url", N_ ("Disguised") },       { "undisclosed-target", N_ ("Shortener") },
  { "lookalike-domain", N_ ("Imitation") },    { "ip-address-link", N_ ("Number instead of a name") },
  { "dangerous-link", N_ ("Not a web page") }, { "open-hosting", N_ ("Open to anyone") },
};

static const char *
find_label (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (link_checks); i++)
    if (g_str_equal (link_checks[i].id, id))
      return _ (link_checks[i].label);
  return NULL;
}

/* Analyses a message that contains only a link to @address. */
static BuoyVerdict *
judge (const char *address)
{
  g_autofree char *valid = g_utf8_make_valid (address, -1);
  g_autofree char *escaped = g_markup_escape_text (valid, -1);
  g_autofree char *text = g_strconcat ("From: sender@sender.invalid\r\nMIME-Version: 1.0\r\n"
                                       "Content-Type: text/html; charset=utf-8\r\n\r\n<a href=\"",
                                       escaped, "\">-</a>\r\n", NULL);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (BuoyContext) context = buoy_context_new ();

  return buoy_scan (bytes, context, BUOY_SCAN_PICTURES, NULL, NULL);
}

/* The findings of the checks above: identifiers and titles alternate. (transfer full) */
static GPtrArray *
list_findings (const char *address)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (BuoyVerdict) verdict = judge (address);
  g_autoptr (BuoyNotice) notice = verdict != NULL ? buoy_notice_new (verdict) : NULL;
  const GPtrArray *findings = notice != NULL ? buoy_notice_get_findings (notice) : NULL;

  for (guint i = 0; findings != NULL && i < findings->len; i++)
    {
      const BuoyNoticeFinding *words = g_ptr_array_index (findings, i);
      const char *id = buoy_check_get_id (buoy_finding_get_check (words->finding));

      if (find_label (id) == NULL)
        continue;
      g_ptr_array_add (list, g_strdup (id));
      g_ptr_array_add (list, g_strdup (words->title));
    }
  return list;
}

static const char *
get_string (JsonObject *object, const char *name)
{
  return json_object_get_string_member_with_default (object, name, NULL);
}

static void
print_line (const char *label, const char *value)
{
  g_autofree char *defanged = cli_text_defang (value);

  if (*defanged != '\0')
    g_print ("  %s: %s\n", label, defanged);
}

static void
print_text (JsonObject *url, const GPtrArray *findings)
{
  g_autofree char *input = buoy_shown_text (get_string (url, "input"));
  JsonArray *wrappers = json_object_get_array_member (url, "wrappers");

  g_print ("%s\n", input);
  if (get_string (url, "error") != NULL)
    print_line (_ ("Error"), _ ("a browser would refuse it"));
  print_line (_ ("Opens"), get_string (url, "url"));
  print_line (_ ("Site"), get_string (url, "domain") != NULL ? get_string (url, "domain") : get_string (url, "host"));
  for (guint i = 0; i < json_array_get_length (wrappers); i++)
    print_line (_ ("Wrapped by"), json_array_get_string_element (wrappers, i));
  print_line (_ ("Leads on to"), get_string (url, "target"));
  for (guint i = 0; i < findings->len; i += 2)
    print_line (find_label (g_ptr_array_index (findings, i)), g_ptr_array_index (findings, i + 1));
}

static void
print_json (JsonObject *url, const GPtrArray *findings)
{
  JsonArray *ids = json_array_new ();
  g_autoptr (JsonNode) root = json_node_init_object (json_node_alloc (), url);
  g_autofree char *text = NULL;
  g_autofree char *escaped = NULL;

  for (guint i = 0; i < findings->len; i += 2)
    json_array_add_string_element (ids, g_ptr_array_index (findings, i));
  json_object_set_array_member (url, "findings", ids);
  text = json_to_string (root, FALSE);
  escaped = buoy_shown_name (text);
  g_print ("%s\n", escaped);
}

/* Returns FALSE if a browser would refuse it. */
static gboolean
take_url (const char *text, PrintFunc print)
{
  g_autofree char *json = buoy_url_to_json (text);
  g_autoptr (JsonNode) node = json_from_string (json, NULL);
  JsonObject *url = json_node_get_object (node);
  const char *opened = get_string (url, "url");
  /* check it as written, since that shows disguises; without a scheme, as completed by a mail client */
  g_autoptr (GPtrArray) findings = list_findings (strchr (text, ':') != NULL || opened == NULL ? text : opened);

  print (url, findings);
  return opened != NULL;
}

static gboolean
take_lines (PrintFunc print)
{
  gboolean all = TRUE;
  char *line = NULL;
  size_t size = 0;
  ssize_t length;

  while ((length = getline (&line, &size, stdin)) > 0)
    {
      if (line[length - 1] == '\n')
        line[length - 1] = '\0';
      all &= take_url (line, print);
    }
  free (line);
  return all;
}

int
cli_url (int argc, char **argv)
{
  gboolean json = FALSE, text = FALSE, all = TRUE;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("One JSON object per URL, one per line"), NULL },
    { "text", 0, 0, G_OPTION_ARG_NONE, &text, N_ ("Text, as on a terminal"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GOptionContext) options = g_option_context_new (_ ("[URL…] - show what a browser would open"));
  g_autoptr (GError) error = NULL;
  PrintFunc print;

  g_option_context_add_main_entries (options, entries, GETTEXT_PACKAGE);
  if (!g_option_context_parse (options, &argc, &argv, &error))
    {
      cli_complain ("url", error->message);
      return CLI_TROUBLE;
    }
  print = !json && (text || isatty (STDOUT_FILENO)) ? print_text : print_json;
  if (argc < 2)
    all = take_lines (print);
  for (int i = 1; i < argc; i++)
    all &= take_url (argv[i], print);
  return all ? CLI_CLEAN : CLI_TROUBLE;
}
