/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A view with the settings of Evolution's own widget that decide what is displayed. Nothing of the module is in it but
 * its scripts. The widget itself takes 250 ms of the processor for each message that it loads.
 */
#include "config.h"

#include "display-private.h"

#include <em-format/e-mail-parser.h>
#include <em-format/e-mail-part-utils.h>
#include <libemail-engine/libemail-engine.h>
#include <stdlib.h>
#include <string.h>

#define WORLD "bellbuoy"
#define QUIET_MS 130       /* a document reports a change after 60 ms */
#define PATIENCE_MS 120000 /* of one page, on a busy machine */
#define MAX_DOCUMENTS 900  /* WebKit shows no more than 1,000 frames in a page */

/* Comes between the two scripts. The clock of a page has milliseconds, so that many collections are timed together. The
 * layout is due anyway; collecting only has it come sooner.
 */
#define TIMING                                                                                                     \
  "(() => { const {collect} = BuoyShown; let first = -1; const before = performance.now ();"                       \
  " document.documentElement.scrollHeight; const layout = performance.now () - before;"                            \
  " const timed = (n, ...args) => { const start = performance.now ();"                                             \
  "   for (let i = 0; i < n; i++) JSON.stringify (collect (...args)); return (performance.now () - start) / n; };" \
  " BuoyShown.collect = (...args) => { if (first < 0) { first = timed (1, ...args);"                               \
  "   setTimeout (() => window.webkit.messageHandlers.bellbuoy.postMessage ("                                      \
  "     `" TIMES "\n${layout} ${first} ${timed (20, ...args)}`), 500); } return collect (...args); }; }) ();\n"
#define TIMES "times"

static void
take_times (Display *self, const char *text)
{
  char *rest;
  const double layout = g_ascii_strtod (text, &rest);
  const double first = g_ascii_strtod (rest, &rest);

  self->time_layout = MAX (self->time_layout, layout);
  self->time_first = MAX (self->time_first, first);
  self->time_again = MAX (self->time_again, g_ascii_strtod (rest, NULL));
}

/* Whether a document of this name is one of the messages', not of those before. Others have a name of chance. */
static gboolean
is_shown (const Display *self, const char *name)
{
  return !g_str_has_prefix (name, MESSAGE) || g_ascii_strtoull (name + strlen (MESSAGE), NULL, 10) >= self->first;
}

static void
on_message (WebKitUserContentManager *manager, WebKitJavascriptResult *result, gpointer data)
{
  Display *self = data;
  g_autofree char *text = jsc_value_to_string (webkit_javascript_result_get_js_value (result));
  char *json = text != NULL ? strchr (text, '\n') : NULL;

  if (json == NULL)
    return;
  *json++ = '\0';
  self->news = g_get_monotonic_time ();
  if (g_str_equal (text, TIMES))
    take_times (self, json);
  else if (is_shown (self, text))
    g_hash_table_insert (self->documents, g_strdup (text), g_strdup (json));
}

static void
on_load_changed (WebKitWebView *view, WebKitLoadEvent event, gpointer data)
{
  Display *self = data;

  self->news = g_get_monotonic_time ();
  self->is_loaded = event == WEBKIT_LOAD_FINISHED;
}

/* Nothing more is displayed, and the messages after this one would be blamed. */
static void
on_web_process_terminated (WebKitWebView *view, WebKitWebProcessTerminationReason reason, gpointer data)
{
  exit (EXIT_FAILURE);
}

/* Evolution loads no page into a message. */
static gboolean
on_decide_policy (WebKitWebView *view, WebKitPolicyDecision *decision, WebKitPolicyDecisionType type, gpointer data)
{
  WebKitNavigationAction *action;
  const char *uri;

  if (type == WEBKIT_POLICY_DECISION_TYPE_RESPONSE)
    return FALSE;
  action = webkit_navigation_policy_decision_get_navigation_action (WEBKIT_NAVIGATION_POLICY_DECISION (decision));
  uri = webkit_uri_request_get_uri (webkit_navigation_action_get_request (action));
  if (g_regex_match_simple ("^(mail|cid|about|data):", uri, G_REGEX_CASELESS, 0))
    return FALSE;
  webkit_policy_decision_ignore (decision);
  return TRUE;
}

static char *
read_scripts (const char *sources, gboolean is_timed)
{
  static const char *const names[]
      = { "client/shown/shown.js",         "client/shown/addresses.js",  "client/shown/targets.js",
          "client/shown/covers.js",        "client/shown/overlays.js",   "client/shown/order.js",
          "tests/differentials/frames.js", "plugin/evolution/witness.js" };
  GString *scripts = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (sources, names[i], NULL);
      g_autofree char *script = NULL;

      if (!g_file_get_contents (path, &script, NULL, NULL))
        g_error ("no script %s", path);
      g_string_append_printf (scripts, "%s%s", is_timed && i + 1 == G_N_ELEMENTS (names) ? TIMING : "", script);
    }
  if (g_string_replace (scripts, "window.top === window", "window.parent === window.top", 0) != 1)
    g_error ("the page around a message cannot be told from others");
  return g_string_free (scripts, FALSE);
}

static void
watch (Display *self, const char *sources, gboolean is_timed)
{
  g_autofree char *source = read_scripts (sources, is_timed);
  WebKitUserScript *script
      = webkit_user_script_new_for_world (source, WEBKIT_USER_CONTENT_INJECT_ALL_FRAMES,
                                          WEBKIT_USER_SCRIPT_INJECT_AT_DOCUMENT_END, WORLD, NULL, NULL);

  self->manager = webkit_web_view_get_user_content_manager (self->view);
  g_signal_connect (self->manager, "script-message-received::" WORLD, G_CALLBACK (on_message), self);
  webkit_user_content_manager_register_script_message_handler_in_world (self->manager, WORLD, WORLD);
  webkit_user_content_manager_add_script (self->manager, script);
  webkit_user_script_unref (script);
  g_signal_connect (self->view, "load-changed", G_CALLBACK (on_load_changed), self);
  g_signal_connect (self->view, "decide-policy", G_CALLBACK (on_decide_policy), self);
  g_signal_connect (self->view, "web-process-terminated", G_CALLBACK (on_web_process_terminated), self);
}

/* What reads invitations. Without it they are taken for text that contains an invitation, and so on without end. */
static void
load_module (const char *name)
{
  g_autofree char *path = g_build_filename (EVOLUTION_MODULES, name, NULL);
  EModule *module = e_module_load_file (path);

  if (module == NULL)
    g_error ("no module %s", path);
}

static EMailParser *
open_parser (void)
{
  g_autoptr (ESourceRegistry) registry = NULL;
  g_autoptr (GError) error = NULL;
  EMailSession *session;

  camel_init (g_get_user_data_dir (), FALSE);
  registry = e_source_registry_new_sync (NULL, &error);
  if (registry == NULL)
    g_error ("no registry of accounts: %s", error->message);
  session = e_mail_session_new (registry); /* kept until the end */
  mail_config_init (session);
  load_module ("module-itip-formatter.so");
  return e_mail_parser_new (CAMEL_SESSION (session));
}

/* Nothing is fetched. */
static void
open_context (Display *self, WebKitWebContext *context)
{
  WebKitNetworkProxySettings *proxy = webkit_network_proxy_settings_new ("http://127.0.0.1:1", NULL);

  webkit_web_context_set_cache_model (context, WEBKIT_CACHE_MODEL_DOCUMENT_VIEWER);
  webkit_website_data_manager_set_network_proxy_settings (webkit_web_context_get_website_data_manager (context),
                                                          WEBKIT_NETWORK_PROXY_MODE_CUSTOM, proxy);
  webkit_network_proxy_settings_free (proxy);
  display_answer_requests (self, context);
}

static WebKitWebView *
open_view (Display *self)
{
  g_autoptr (WebKitWebContext) context = webkit_web_context_new ();
  g_autoptr (WebKitSettings) settings
      = webkit_settings_new_with_settings ("enable-javascript-markup", FALSE, "auto-load-images", FALSE, "enable-media",
                                           FALSE, "enable-webgl", FALSE, "hardware-acceleration-policy",
                                           WEBKIT_HARDWARE_ACCELERATION_POLICY_NEVER, NULL);

  open_context (self, context);
  return g_object_new (WEBKIT_TYPE_WEB_VIEW, "settings", settings, "web-context", context, NULL);
}

Display *
display_new (const char *sources, gboolean is_timed)
{
  Display *self = g_new0 (Display, 1);

  gtk_init (NULL, NULL);
  e_util_init_main_thread (NULL);
  self->parser = open_parser ();
  self->documents = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->part_lists = g_ptr_array_new_with_free_func (g_object_unref);
  self->sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) webkit_user_style_sheet_unref);
  self->window = gtk_window_new (GTK_WINDOW_POPUP);
  self->view = open_view (self);
  gtk_container_add (GTK_CONTAINER (self->window), GTK_WIDGET (self->view));
  gtk_widget_set_size_request (GTK_WIDGET (self->view), WIDTH, 10); /* pictures of it are larger */
  gtk_widget_show_all (self->window);
  watch (self, sources, is_timed);
  return self;
}

void
display_free (Display *self)
{
  gtk_widget_destroy (self->window);
  g_object_unref (self->parser);
  g_object_unref (self->formatter);
  g_hash_table_unref (self->documents);
  g_ptr_array_unref (self->part_lists);
  g_ptr_array_unref (self->sheets);
  g_free (self->page);
  g_free (self);
}

/* As the formatter looks for it. */
static void
make_known (EMailPartList *part_list)
{
  CamelObjectBag *registry = e_mail_part_list_get_registry ();
  g_autofree char *uri = e_mail_part_build_uri (NULL, e_mail_part_list_get_message_uid (part_list), NULL, NULL);
  g_autoptr (GObject) known = camel_object_bag_reserve (registry, uri);

  if (known == NULL)
    camel_object_bag_add (registry, uri, part_list);
}

static void
parse (Display *self, GBytes *mail)
{
  g_autoptr (CamelMimeMessage) message = camel_mime_message_new ();
  g_autofree char *uid = g_strdup_printf ("m%u", self->first + self->part_lists->len);
  EMailPartList *part_list;
  gsize length;
  const char *data = g_bytes_get_data (mail, &length);

  camel_data_wrapper_construct_from_data_sync (CAMEL_DATA_WRAPPER (message), data, (gssize) length, NULL, NULL);
  part_list = e_mail_parser_parse_sync (self->parser, NULL, uid, message, NULL);
  make_known (part_list);
  g_ptr_array_add (self->part_lists, part_list);
}

static void
forget (Display *self)
{
  self->first += self->part_lists->len;
  g_ptr_array_set_size (self->part_lists, 0);
}

char *
display_take (Display *self, GBytes *mail)
{
  forget (self);
  parse (self, mail);
  return g_strdup_printf (MESSAGE "%u?mode=%d", self->first, E_MAIL_FORMATTER_MODE_NORMAL);
}

/* A page with a frame for each message. */
static char *
make_page (Display *self)
{
  GString *html = g_string_new ("<!DOCTYPE html><body style='margin: 0'>");

  for (guint i = 0; i < self->part_lists->len; i++)
    g_string_append_printf (html,
                            "<iframe style='display: block; border: none; width: %dpx; height: %dpx'"
                            " src='" MESSAGE "%u?mode=%d'></iframe>",
                            WIDTH, HEIGHT, self->first + i, E_MAIL_FORMATTER_MODE_NORMAL);
  return g_string_free (html, FALSE);
}

static gint64
since (gint64 time)
{
  return (g_get_monotonic_time () - time) / 1000;
}

static gboolean
is_quiet (Display *self)
{
  /* what ended may be the page before, which this one has replaced */
  return self->is_loaded && g_hash_table_contains (self->documents, self->page) && since (self->news) > QUIET_MS;
}

/* Whether each frame is known to show what it would show if its message were displayed alone. */
static gboolean
is_certain (Display *self)
{
  return self->part_lists->len == 1 || (!self->has_ids && g_hash_table_size (self->documents) <= MAX_DOCUMENTS);
}

static gboolean
on_tick (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

gboolean
display_show (Display *self, const GPtrArray *mails)
{
  const gint64 start = g_get_monotonic_time ();
  const guint tick = g_timeout_add (10, on_tick, NULL);
  g_autofree char *html = NULL;

  g_assert_true (mails->len <= DISPLAY_MAX_MAILS);
  self->time_layout = self->time_first = self->time_again = 0;
  display_remove_sheets (self);
  g_hash_table_remove_all (self->documents);
  forget (self);
  for (guint i = 0; i < mails->len; i++)
    parse (self, g_ptr_array_index (mails, i));
  html = make_page (self);
  g_free (self->page);
  self->page = g_strdup_printf (MESSAGE "%u?page", self->first);
  self->is_loaded = self->has_ids = FALSE;
  webkit_web_view_load_html (self->view, html, self->page);
  while (!is_quiet (self) && since (start) < PATIENCE_MS)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (tick);
  return is_quiet (self) && is_certain (self);
}

void
display_time_collecting (Display *self, double *out_layout, double *out_first, double *out_again)
{
  const gint64 start = g_get_monotonic_time ();
  const guint tick = g_timeout_add (10, on_tick, NULL);

  while (self->time_again == 0 && since (start) < PATIENCE_MS)
    g_main_context_iteration (NULL, TRUE);
  while (since (self->news) < 1000)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (tick);
  *out_layout = self->time_layout;
  *out_first = self->time_first;
  *out_again = self->time_again;
}

/* Calls @take for each document of a message, until it returns TRUE. Returns whether it did. */
static gboolean
find_document (Display *self, guint index, GHRFunc take, gpointer data)
{
  g_autofree char *start = g_strdup_printf ("{\"message\":%u,", index); /* frames.js */
  GHashTableIter iter;
  gpointer name, json;

  g_hash_table_iter_init (&iter, self->documents);
  while (g_hash_table_iter_next (&iter, &name, &json))
    if (g_str_has_prefix (json, start) && take (name, json, data))
      return TRUE;
  return FALSE;
}

static gboolean
is_foreign (gpointer name, gpointer json, gpointer data)
{
  return !g_str_has_prefix (name, MESSAGE);
}

gboolean
display_has_foreign (Display *self, guint index)
{
  return find_document (self, index, is_foreign, NULL);
}

static gboolean
list_document (gpointer name, gpointer json, gpointer list)
{
  g_ptr_array_add (list, g_strdup (json));
  return FALSE;
}

char **
display_list_documents (Display *self, guint index)
{
  GPtrArray *list = g_ptr_array_new ();

  find_document (self, index, list_document, list);
  g_ptr_array_add (list, NULL);
  return (char **) g_ptr_array_free (list, FALSE);
}
