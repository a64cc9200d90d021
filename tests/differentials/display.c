/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Evolution's own widget shows the message. Nothing of the module is in it but its scripts.
 */
#include "config.h"

#include "display.h"

#include <em-format/e-mail-parser.h>
#include <em-format/e-mail-part-utils.h>
#include <libemail-engine/libemail-engine.h>
#include <mail/e-mail-display.h>
#include <stdlib.h>
#include <string.h>

#include "e-buoy-css.h"

#define WORLD "bellbuoy"
#define WIDTH 900
#define HEIGHT 1000       /* what is below is not looked at */
#define QUIET_MS 130      /* a document reports a change after 60 ms */
#define PATIENCE_MS 30000 /* of one message */
#define MAX_HREFS 1000

/* Comes between the two scripts. The clock of a page has milliseconds, so that many collections are timed together. */
#define TIMING                                                                                                     \
  "(() => { const {collect} = BuoyShown; let first = -1;"                                                          \
  " const timed = (n, ...args) => { const start = performance.now ();"                                             \
  "   for (let i = 0; i < n; i++) JSON.stringify (collect (...args)); return (performance.now () - start) / n; };" \
  " BuoyShown.collect = (...args) => { if (first < 0) { first = timed (1, ...args);"                               \
  "   setTimeout (() => window.webkit.messageHandlers.bellbuoy.postMessage ("                                      \
  "     `" TIMES "\n${first} ${timed (20, ...args)}`), 500); } return collect (...args); }; }) ();\n"
#define TIMES "times"

/* Links are looked for by this colour, which no message has by chance. */
#define OTHER "#fe01fd"
#define OTHER_PIXEL 0xfe01fd
#define KNOWN "#02fd03"

struct _Display
{
  GtkWidget *window;
  EMailDisplay *view;
  EMailParser *parser;
  WebKitUserContentManager *manager;
  WebKitUserStyleSheet *sheet; /* NULL */
  char *uri;                   /* the common start of the documents' URIs. (nullable) */
  GHashTable *documents;       /* char * → char *: JSON by document */
  gint64 news;                 /* when the last one reported, or a page was loaded */
  gboolean is_loaded;
  guint n_shown;
  double first, again; /* the longest of a document */
};

static void
take_times (Display *self, const char *text)
{
  char *rest;
  const double first = g_ascii_strtod (text, &rest);

  self->first = MAX (self->first, first);
  self->again = MAX (self->again, g_ascii_strtod (rest, NULL));
}

static void
on_message (WebKitUserContentManager *manager, WebKitJavascriptResult *result, gpointer data)
{
  Display *self = data;
  g_autofree char *text = jsc_value_to_string (webkit_javascript_result_get_js_value (result));
  char *json = text != NULL ? strchr (text, '\n') : NULL;

  if (json == NULL || self->uri == NULL)
    return;
  *json++ = '\0';
  self->news = g_get_monotonic_time ();
  if (g_str_equal (text, TIMES))
    {
      take_times (self, json);
      return;
    }
  if (g_ascii_strncasecmp (text, "mail:", strlen ("mail:")) == 0 && !g_str_has_prefix (text, self->uri))
    return;
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

static char *
read_scripts (const char *sources, gboolean is_timed)
{
  g_autofree char *collecting = NULL;
  g_autofree char *telling = NULL;
  g_autofree char *first = g_build_filename (sources, "client/shown/shown.js", NULL);
  g_autofree char *second = g_build_filename (sources, "plugin/evolution/witness.js", NULL);

  if (!g_file_get_contents (first, &collecting, NULL, NULL) || !g_file_get_contents (second, &telling, NULL, NULL))
    g_error ("no scripts in %s", sources);
  return g_strconcat (collecting, "\n", is_timed ? TIMING : "", telling, NULL);
}

static void
watch (Display *self, const char *sources, gboolean is_timed)
{
  g_autofree char *source = read_scripts (sources, is_timed);
  WebKitUserScript *script
      = webkit_user_script_new_for_world (source, WEBKIT_USER_CONTENT_INJECT_ALL_FRAMES,
                                          WEBKIT_USER_SCRIPT_INJECT_AT_DOCUMENT_END, WORLD, NULL, NULL);

  self->manager = webkit_web_view_get_user_content_manager (WEBKIT_WEB_VIEW (self->view));
  g_signal_connect (self->manager, "script-message-received::" WORLD, G_CALLBACK (on_message), self);
  webkit_user_content_manager_register_script_message_handler_in_world (self->manager, WORLD, WORLD);
  webkit_user_content_manager_add_script (self->manager, script);
  webkit_user_script_unref (script);
  g_signal_connect (self->view, "load-changed", G_CALLBACK (on_load_changed), self);
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

Display *
display_new (const char *sources, gboolean is_timed)
{
  Display *self = g_new0 (Display, 1);
  g_autoptr (ESourceRegistry) registry = NULL;
  g_autoptr (GError) error = NULL;
  EMailSession *session;

  gtk_init (NULL, NULL);
  camel_init (g_get_user_data_dir (), FALSE);
  registry = e_source_registry_new_sync (NULL, &error);
  if (registry == NULL)
    g_error ("no registry of accounts: %s", error->message);
  session = e_mail_session_new (registry); /* kept until the end */
  mail_config_init (session);
  load_module ("module-itip-formatter.so");
  self->parser = e_mail_parser_new (CAMEL_SESSION (session));
  self->documents = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->window = gtk_window_new (GTK_WINDOW_POPUP);
  self->view = g_object_new (E_TYPE_MAIL_DISPLAY, NULL); /* its constructor has other arguments in Evolution 3.56 */
  gtk_container_add (GTK_CONTAINER (self->window), GTK_WIDGET (self->view));
  gtk_widget_set_size_request (GTK_WIDGET (self->view), WIDTH, HEIGHT);
  gtk_widget_show_all (self->window);
  watch (self, sources, is_timed);
  return self;
}

void
display_free (Display *self)
{
  gtk_widget_destroy (self->window);
  g_object_unref (self->parser);
  g_hash_table_unref (self->documents);
  g_clear_pointer (&self->sheet, webkit_user_style_sheet_unref);
  g_free (self->uri);
  g_free (self);
}

/* As the widget's own requests look for it. */
static void
make_known (EMailPartList *part_list, const char *uri)
{
  CamelObjectBag *registry = e_mail_part_list_get_registry ();
  g_autoptr (GObject) known = camel_object_bag_reserve (registry, uri);

  if (known == NULL)
    camel_object_bag_add (registry, uri, part_list);
}

static EMailPartList *
parse (Display *self, GBytes *mail)
{
  g_autoptr (CamelMimeMessage) message = camel_mime_message_new ();
  g_autofree char *uid = g_strdup_printf ("m%u", self->n_shown++);
  gsize length;
  const char *data = g_bytes_get_data (mail, &length);

  camel_data_wrapper_construct_from_data_sync (CAMEL_DATA_WRAPPER (message), data, (gssize) length, NULL, NULL);
  return e_mail_parser_parse_sync (self->parser, NULL, uid, message, NULL);
}

static void
set_sheet (Display *self, const char *css)
{
  if (self->sheet != NULL)
    webkit_user_content_manager_remove_style_sheet (self->manager, self->sheet);
  g_clear_pointer (&self->sheet, webkit_user_style_sheet_unref);
  if (css == NULL)
    return;
  self->sheet = webkit_user_style_sheet_new (css, WEBKIT_USER_CONTENT_INJECT_ALL_FRAMES, WEBKIT_USER_STYLE_LEVEL_USER,
                                             NULL, NULL);
  webkit_user_content_manager_add_style_sheet (self->manager, self->sheet);
}

static gint64
since (gint64 time)
{
  return (g_get_monotonic_time () - time) / 1000;
}

static gboolean
is_quiet (Display *self)
{
  return self->is_loaded && g_hash_table_size (self->documents) > 0 && since (self->news) > QUIET_MS;
}

static gboolean
on_tick (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

gboolean
display_show (Display *self, GBytes *mail)
{
  EMailPartList *part_list = parse (self, mail);
  const gint64 start = g_get_monotonic_time ();
  const guint tick = g_timeout_add (10, on_tick, NULL);

  self->first = self->again = 0;
  set_sheet (self, NULL);
  g_hash_table_remove_all (self->documents);
  g_free (self->uri);
  self->uri = e_mail_part_build_uri (NULL, e_mail_part_list_get_message_uid (part_list), NULL, NULL);
  self->is_loaded = FALSE;
  self->news = start;
  make_known (part_list, self->uri);
  e_mail_display_set_part_list (self->view, part_list);
  g_object_unref (part_list);
  e_mail_display_load (self->view, NULL);
  while (!is_quiet (self) && since (start) < PATIENCE_MS)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (tick);
  return is_quiet (self);
}

void
display_time_collecting (Display *self, double *out_first, double *out_again)
{
  const gint64 start = g_get_monotonic_time ();
  const guint tick = g_timeout_add (10, on_tick, NULL);

  while (self->again == 0 && since (start) < PATIENCE_MS)
    g_main_context_iteration (NULL, TRUE);
  while (since (self->news) < 1000)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (tick);
  *out_first = self->first;
  *out_again = self->again;
}

char **
display_list_documents (Display *self)
{
  GPtrArray *list = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer json;

  g_hash_table_iter_init (&iter, self->documents);
  while (g_hash_table_iter_next (&iter, NULL, &json))
    g_ptr_array_add (list, g_strdup (json));
  g_ptr_array_add (list, NULL);
  return (char **) g_ptr_array_free (list, FALSE);
}

static void
append_rule (GString *css, const char *selector, const char *color)
{
  g_string_append_printf (css,
                          "%s, %s * { background: %s !important; color: %s !important; fill: %s !important;"
                          " outline: 2px solid %s !important; }\n",
                          selector, selector, color, color, color, color);
}

static char *
make_sheet (const GPtrArray *hrefs)
{
  GString *css = g_string_new (NULL);

  append_rule (css, ":is(:any-link, a[*|href], area[href])", OTHER);
  append_rule (css, ":is(:any-link, a, area)[*|href^=\"mailto:\" i]", KNOWN);
  for (guint i = 0; i < hrefs->len; i++)
    {
      g_autoptr (GString) selector = g_string_new (":is(:any-link, a, area)[*|href=");

      e_buoy_css_append_string (selector, g_ptr_array_index (hrefs, i));
      g_string_append_c (selector, ']');
      append_rule (css, selector->str, KNOWN);
    }
  return g_string_free (css, FALSE);
}

static void
on_snapshot (GObject *view, GAsyncResult *result, gpointer data)
{
  cairo_surface_t **surface = data;

  *surface = webkit_web_view_get_snapshot_finish (WEBKIT_WEB_VIEW (view), result, NULL);
  if (*surface == NULL)
    *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 1, 1);
}

static int
count_pixels (cairo_surface_t *surface)
{
  const guint8 *data;
  int n = 0;

  cairo_surface_flush (surface);
  data = cairo_image_surface_get_data (surface);
  for (int y = 0; y < cairo_image_surface_get_height (surface); y++)
    {
      const guint32 *row = (const guint32 *) (gconstpointer) (data + y * cairo_image_surface_get_stride (surface));

      for (int x = 0; x < cairo_image_surface_get_width (surface); x++)
        n += (row[x] & 0xffffff) == OTHER_PIXEL;
    }
  return n;
}

int
display_count_other_links (Display *self, const GPtrArray *hrefs)
{
  g_autofree char *css = hrefs->len <= MAX_HREFS ? make_sheet (hrefs) : NULL;
  cairo_surface_t *surface = NULL;
  int n;

  if (css == NULL)
    return -1;
  set_sheet (self, css);
  webkit_web_view_get_snapshot (WEBKIT_WEB_VIEW (self->view), WEBKIT_SNAPSHOT_REGION_VISIBLE,
                                WEBKIT_SNAPSHOT_OPTIONS_NONE, NULL, on_snapshot, &surface);
  while (surface == NULL)
    g_main_context_iteration (NULL, TRUE);
  n = count_pixels (surface);
  cairo_surface_destroy (surface);
  return n;
}
