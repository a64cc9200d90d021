/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Our script collects links and text in each frame of the web view, also of parts and pictures that are loaded later.
 * Closed shadow trees, which no script can enter, are covered when the pointer moves to a link: WebKit then reports its
 * target and text.
 */
#include "config.h"

#include "e-buoy-witness.h"

#include <em-format/e-mail-part-utils.h>
#include <string.h>

#include "e-buoy-timing.h"
#include "shown/buoy-shown-json.h"

#define KEY "bellbuoy-witness"
#define WORLD "bellbuoy" /* the script world, and the name of its messages */
#define SCRIPTS "/org/bellbuoy/evolution/"

/* Per display. */
typedef struct
{
  EBuoyAnalysis *analysis; /* of the displayed message. (nullable) */
  char *uri;               /* the common start of its documents' URIs. (nullable) */
  gboolean has_begun;      /* whether one of its documents has reported */
  char *hovered;           /* the target of the link under the pointer. (nullable) */
  char *label;             /* its text; NULL if unknown */
} Watch;

static void
clear (Watch *watch)
{
  g_clear_object (&watch->analysis);
  g_clear_pointer (&watch->uri, g_free);
  g_clear_pointer (&watch->hovered, g_free);
  g_clear_pointer (&watch->label, g_free);
  watch->has_begun = FALSE;
}

static void
watch_free (gpointer data)
{
  clear (data);
  g_free (data);
}

/* Documents of the previous message may still report. A document without its own URI follows one that has one. */
static gboolean
is_of_message (Watch *watch, const char *uri)
{
  if (watch->analysis == NULL || watch->uri == NULL)
    return FALSE;
  if (g_ascii_strncasecmp (uri, "mail:", strlen ("mail:")) != 0)
    return watch->has_begun;
  if (!g_str_has_prefix (uri, watch->uri) || strchr ("?#", uri[strlen (watch->uri)]) == NULL)
    return FALSE;
  watch->has_begun = TRUE;
  return TRUE;
}

/* The message is "URI\nJSON". */
static void
on_message (WebKitUserContentManager *manager, WebKitJavascriptResult *result, gpointer display)
{
  E_BUOY_TIMED ("witness");
  Watch *watch = g_object_get_data (display, KEY);
  g_autofree char *text = jsc_value_to_string (webkit_javascript_result_get_js_value (result));
  char *json = text != NULL ? strchr (text, '\n') : NULL;

  if (json == NULL)
    return;
  *json++ = '\0';
  if (is_of_message (watch, text))
    e_buoy_analysis_take_document (watch->analysis, text, json);
}

/* Whether a text may name a site: it has a dot, or non-ASCII characters that may stand for one. */
static gboolean
may_name_site (const char *label)
{
  return strchr (label, '.') != NULL || !g_str_is_ascii (label);
}

/* Reports the link under the pointer, if its text may differ from what was analysed. */
static void
tell_link (Watch *watch)
{
  BuoyVerdict *verdict = watch->analysis != NULL ? e_buoy_analysis_get_verdict (watch->analysis) : NULL;
  g_autofree char *name = NULL;
  g_autofree char *json = NULL;

  if (verdict == NULL || watch->label == NULL || buoy_verdict_find_false_link (verdict, watch->hovered) != NULL
      || (!may_name_site (watch->label) && buoy_verdict_has_judged (verdict, watch->hovered)))
    return;
  name = g_strconcat (watch->hovered, "\n", watch->label, NULL);
  json = buoy_shown_json_of_link (watch->hovered, watch->label);
  e_buoy_analysis_take_document (watch->analysis, name, json);
}

static void
on_hover (WebKitWebView *web_view, WebKitHitTestResult *hit, guint modifiers, gpointer unused)
{
  Watch *watch = g_object_get_data (G_OBJECT (web_view), KEY);

  g_clear_pointer (&watch->hovered, g_free);
  g_clear_pointer (&watch->label, g_free);
  if (!webkit_hit_test_result_context_is_link (hit))
    return;
  watch->hovered = g_strdup (webkit_hit_test_result_get_link_uri (hit));
  watch->label = g_strdup (webkit_hit_test_result_get_link_label (hit));
  tell_link (watch);
}

void
e_buoy_witness_tell_clicked (EWebView *web_view, const char *uri)
{
  Watch *watch = g_object_get_data (G_OBJECT (web_view), KEY);

  if (watch != NULL && g_strcmp0 (watch->hovered, uri) == 0)
    tell_link (watch);
}

static char *
read_script (const char *name)
{
  g_autofree char *path = g_strconcat (SCRIPTS, name, NULL);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  gsize size;
  const char *text;

  g_return_val_if_fail (bytes != NULL, g_strdup (""));
  text = g_bytes_get_data (bytes, &size);
  return g_strndup (text, size);
}

static WebKitUserScript *
script_new (void)
{
  static const char *const names[]
      = { "shown.js", "addresses.js", "targets.js", "covers.js", "overlays.js", "order.js", "witness.js" };
  g_autoptr (GString) source = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *script = read_script (names[i]);

      g_string_append_printf (source, "%s\n", script);
    }
  return webkit_user_script_new_for_world (source->str, WEBKIT_USER_CONTENT_INJECT_ALL_FRAMES,
                                           WEBKIT_USER_SCRIPT_INJECT_AT_DOCUMENT_END, WORLD, NULL, NULL);
}

void
e_buoy_witness_watch (EMailDisplay *display)
{
  WebKitUserContentManager *manager = webkit_web_view_get_user_content_manager (WEBKIT_WEB_VIEW (display));
  WebKitUserScript *script = script_new ();

  g_object_set_data_full (G_OBJECT (display), KEY, g_new0 (Watch, 1), watch_free);
  g_signal_connect_object (manager, "script-message-received::" WORLD, G_CALLBACK (on_message), display, 0);
  webkit_user_content_manager_register_script_message_handler_in_world (manager, WORLD, WORLD);
  webkit_user_content_manager_add_script (manager, script);
  webkit_user_script_unref (script);
  g_signal_connect (display, "mouse-target-changed", G_CALLBACK (on_hover), NULL);
}

void
e_buoy_witness_follow (EMailDisplay *display, EBuoyAnalysis *analysis)
{
  Watch *watch = g_object_get_data (G_OBJECT (display), KEY);
  EMailPartList *part_list = e_mail_display_get_part_list (display);
  const char *uid = part_list != NULL ? e_mail_part_list_get_message_uid (part_list) : NULL;

  if (watch == NULL)
    return;
  clear (watch);
  if (analysis == NULL || uid == NULL || *uid == '\0')
    return;
  watch->analysis = g_object_ref (analysis);
  watch->uri = e_mail_part_build_uri (e_mail_part_list_get_folder (part_list), uid, NULL, NULL);
}
