/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Evolution opens a link in two places: a class function, which every click reaches, and an action of the context menu,
 * which bypasses that function. A form bypasses both.
 */
#include "config.h"

#include "e-buoy-links.h"

#include "e-buoy-click.h"
#include "e-buoy-marks.h"
#include "e-buoy-timing.h"
#include "e-buoy-witness.h"

#define KEY "bellbuoy-links"
#define WAIT_MS \
  300 /* a click during the analysis, or on a link that was not judged yet; a longer wait would seem broken */

/* Data of a display. */
typedef struct
{
  EWebView *web_view;      /* owns us */
  EBuoyAnalysis *analysis; /* of the displayed message. (nullable) */
  EBuoyClick *waiting;     /* a click waiting for the end of the analysis. (nullable) */
  guint timeout;           /* ends the wait */
  guint marking;           /* marks links after the banner was drawn */
} Watch;

static EBuoyOpenFunc open_by_class;

static void
drop_click (Watch *watch)
{
  g_clear_handle_id (&watch->timeout, g_source_remove);
  g_clear_pointer (&watch->waiting, e_buoy_click_free);
}

static void
end_wait (Watch *watch)
{
  EBuoyClick *click = g_steal_pointer (&watch->waiting);

  g_clear_handle_id (&watch->timeout, g_source_remove);
  if (click != NULL)
    e_buoy_click_judge (click, watch->analysis);
}

static gboolean
on_waited (gpointer data)
{
  Watch *watch = data;

  watch->timeout = 0;
  end_wait (watch);
  return G_SOURCE_REMOVE;
}

static gboolean
on_marking (gpointer data)
{
  E_BUOY_TIMED ("marks");
  Watch *watch = data;

  watch->marking = 0;
  e_buoy_marks_show (watch->web_view, e_buoy_analysis_get_verdict (watch->analysis));
  return G_SOURCE_REMOVE;
}

static void
on_settled (Watch *watch)
{
  if (e_buoy_analysis_is_settled (watch->analysis))
    end_wait (watch);
}

/* Called again after lookups. Applying a style sheet takes time, so the banner is drawn first. */
static void
on_finished (Watch *watch)
{
  if (watch->marking == 0)
    watch->marking = g_idle_add (on_marking, watch);
  on_settled (watch);
}

/* Of several clicks during the wait, the last one is kept. @click: (transfer full) */
static void
follow (Watch *watch, EBuoyClick *click)
{
  drop_click (watch);
  if (e_buoy_click_is_decided (click, watch->analysis))
    {
      e_buoy_click_judge (click, watch->analysis);
      return;
    }
  watch->waiting = click;
  watch->timeout = g_timeout_add (WAIT_MS, on_waited, watch);
}

static Watch *
find_watch (EWebView *web_view)
{
  Watch *watch = g_object_get_data (G_OBJECT (web_view), KEY);

  return watch != NULL && watch->analysis != NULL ? watch : NULL;
}

static void
follow_link (EWebView *web_view, const char *uri, EBuoyOpenFunc open)
{
  Watch *watch = find_watch (web_view);

  if (watch == NULL || uri == NULL)
    {
      open (web_view, uri);
      return;
    }
  e_buoy_witness_tell_clicked (web_view, uri);
  follow (watch, e_buoy_click_new (web_view, uri, open));
}

static void
link_clicked (EWebView *web_view, const char *uri)
{
  follow_link (web_view, uri, open_by_class);
}

static void
open_in_browser (EWebView *web_view, const char *uri)
{
  GtkWidget *window = gtk_widget_get_toplevel (GTK_WIDGET (web_view));

  e_show_uri (GTK_IS_WINDOW (window) ? GTK_WINDOW (window) : NULL, uri);
}

static void
on_http_open (EWebView *web_view)
{
  follow_link (web_view, e_web_view_get_selected_uri (web_view), open_in_browser);
}

/* Evolution leaves forms to the web view. */
static gboolean
on_decide_policy (WebKitWebView *web_view, WebKitPolicyDecision *decision, WebKitPolicyDecisionType type,
                  gpointer unused)
{
  Watch *watch = find_watch (E_WEB_VIEW (web_view));
  WebKitNavigationAction *action;

  if (watch == NULL || type == WEBKIT_POLICY_DECISION_TYPE_RESPONSE)
    return FALSE;
  action = webkit_navigation_policy_decision_get_navigation_action (WEBKIT_NAVIGATION_POLICY_DECISION (decision));
  if (webkit_navigation_action_get_navigation_type (action) != WEBKIT_NAVIGATION_TYPE_FORM_SUBMITTED)
    return FALSE;
  follow (watch,
          e_buoy_click_new_form (E_WEB_VIEW (web_view),
                                 webkit_uri_request_get_uri (webkit_navigation_action_get_request (action)), decision));
  return TRUE;
}

/* Patches only the display's class: composers and contacts keep theirs. Never undone, so the module stays loaded. */
static void
patch_class (EMailDisplay *display)
{
  EWebViewClass *klass = E_WEB_VIEW_GET_CLASS (display);

  if (open_by_class != NULL || klass->link_clicked == NULL)
    return;
  open_by_class = klass->link_clicked;
  klass->link_clicked = link_clicked;
}

/* The action has another type since 3.55.1; its signal has the same name. */
static void
replace_action (EWebView *web_view)
{
  GObject *action = G_OBJECT (e_web_view_get_action (web_view, "http-open"));

  if (action == NULL)
    return;
  g_signal_handlers_block_matched (action, G_SIGNAL_MATCH_ID | G_SIGNAL_MATCH_DATA,
                                   g_signal_lookup ("activate", G_OBJECT_TYPE (action)), 0, NULL, NULL, web_view);
  g_signal_connect_object (action, "activate", G_CALLBACK (on_http_open), web_view, G_CONNECT_SWAPPED);
}

static void
set_analysis (Watch *watch, EBuoyAnalysis *analysis)
{
  drop_click (watch);
  g_clear_handle_id (&watch->marking, g_source_remove);
  if (watch->analysis != NULL)
    g_signal_handlers_disconnect_by_data (watch->analysis, watch);
  g_set_object (&watch->analysis, analysis);
}

static void
watch_free (gpointer data)
{
  set_analysis (data, NULL);
  g_free (data);
}

void
e_buoy_links_watch (EMailDisplay *display)
{
  Watch *watch = g_new0 (Watch, 1);

  watch->web_view = E_WEB_VIEW (display);
  g_object_set_data_full (G_OBJECT (display), KEY, watch, watch_free);
  g_signal_connect (display, "decide-policy", G_CALLBACK (on_decide_policy), NULL);
  patch_class (display);
  replace_action (E_WEB_VIEW (display));
}

void
e_buoy_links_follow (EMailDisplay *display, EBuoyAnalysis *analysis)
{
  Watch *watch = g_object_get_data (G_OBJECT (display), KEY);

  if (watch == NULL)
    return;
  set_analysis (watch, analysis);
  if (analysis != NULL)
    g_signal_connect_swapped (analysis, "finished", G_CALLBACK (on_finished), watch);
  if (analysis != NULL)
    g_signal_connect_swapped (analysis, "settled", G_CALLBACK (on_settled), watch);
  e_buoy_marks_show (watch->web_view, NULL);
  if (analysis != NULL && e_buoy_analysis_is_finished (analysis))
    on_finished (watch);
}
