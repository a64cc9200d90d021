/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Evolution opens a link from two places: a function of its class, which every click reaches, and an action of the
 * context menu, which does not go through that function.
 */
#include "config.h"

#include "e-buoy-links.h"

#include "buoy-question.h"

#define KEY "bellbuoy-links"
#define WAIT_MS 300 /* a click during the analysis; longer would seem broken */

typedef struct
{
  GObject *owner; /* has the life of the display, which has us */
  const EBuoyLinkChecks *checks;
} Watch;

typedef void (*OpenFunc) (EWebView *web_view, const char *uri);

typedef struct
{
  GWeakRef web_view;
  char *uri;
  OpenFunc open;
} Click;

static OpenFunc open_by_class;

static void
click_free (gpointer data)
{
  Click *click = data;

  g_weak_ref_clear (&click->web_view);
  g_free (click->uri);
  g_free (click);
}

static Click *
click_new (EWebView *web_view, const char *uri, OpenFunc open)
{
  Click *click = g_new0 (Click, 1);

  g_weak_ref_init (&click->web_view, web_view);
  click->uri = g_strdup (uri);
  click->open = open;
  return click;
}

static void
open_click (gpointer data)
{
  Click *click = data;
  g_autoptr (GObject) web_view = g_weak_ref_get (&click->web_view);

  if (web_view != NULL)
    click->open (E_WEB_VIEW (web_view), click->uri);
}

static GtkWindow *
window_of (EWebView *web_view)
{
  GtkWidget *window = gtk_widget_get_toplevel (GTK_WIDGET (web_view));

  return GTK_IS_WINDOW (window) ? GTK_WINDOW (window) : NULL;
}

/* Opens what nothing speaks against, and asks otherwise. */
static void
judge (Watch *watch, EWebView *web_view, Click *click)
{
  const char *actual = NULL;
  const char *shown = watch->checks->find_false_link (watch->owner, click->uri, &actual);

  if (shown == NULL && !watch->checks->is_checking (watch->owner))
    {
      open_click (click);
      click_free (click);
      return;
    }
  buoy_question_ask (window_of (web_view), shown, actual, open_click, click, click_free);
}

static gboolean
on_waited (gpointer data)
{
  Click *click = data;
  g_autoptr (GObject) web_view = g_weak_ref_get (&click->web_view);
  Watch *watch = web_view != NULL ? g_object_get_data (web_view, KEY) : NULL;

  if (watch != NULL)
    judge (watch, E_WEB_VIEW (web_view), click);
  else
    click_free (click);
  return G_SOURCE_REMOVE;
}

static void
follow (EWebView *web_view, const char *uri, OpenFunc open)
{
  Watch *watch = g_object_get_data (G_OBJECT (web_view), KEY);

  if (watch == NULL || uri == NULL)
    open (web_view, uri);
  else if (watch->checks->is_checking (watch->owner))
    g_timeout_add (WAIT_MS, on_waited, click_new (web_view, uri, open));
  else
    judge (watch, web_view, click_new (web_view, uri, open));
}

static void
link_clicked (EWebView *web_view, const char *uri)
{
  follow (web_view, uri, open_by_class);
}

static void
open_in_browser (EWebView *web_view, const char *uri)
{
  e_show_uri (window_of (web_view), uri);
}

static void
on_http_open (EWebView *web_view)
{
  follow (web_view, e_web_view_get_selected_uri (web_view), open_in_browser);
}

/* The class of the display alone: composers and contacts keep theirs. Never undone, so the module stays. */
static void
patch_class (EMailDisplay *display)
{
  EWebViewClass *klass = E_WEB_VIEW_GET_CLASS (display);

  if (open_by_class != NULL || klass->link_clicked == NULL)
    return;
  open_by_class = klass->link_clicked;
  klass->link_clicked = link_clicked;
}

/* The action is another type before and after 3.55.1; its signal has the same name. */
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

void
e_buoy_links_watch (EMailDisplay *display, GObject *owner, const EBuoyLinkChecks *checks)
{
  Watch *watch = g_new0 (Watch, 1);

  watch->owner = owner;
  watch->checks = checks;
  g_object_set_data_full (G_OBJECT (display), KEY, watch, g_free);
  patch_class (display);
  replace_action (E_WEB_VIEW (display));
}
