/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What becomes of a click once the message was looked at, or was not in time. A form has no text that names a site:
 * it is asked about in a message that is warned of.
 */
#include "config.h"

#include "e-buoy-click.h"

#include "buoy-question.h"
#include "e-buoy-settings.h"

struct _EBuoyClick
{
  GWeakRef web_view;
  char *uri;
  EBuoyOpenFunc open;             /* NULL for a form */
  WebKitPolicyDecision *decision; /* of a form; NULL once it is made */
};

EBuoyClick *
e_buoy_click_new (EWebView *web_view, const char *uri, EBuoyOpenFunc open)
{
  EBuoyClick *click = g_new0 (EBuoyClick, 1);

  g_weak_ref_init (&click->web_view, web_view);
  click->uri = g_strdup (uri);
  click->open = open;
  return click;
}

EBuoyClick *
e_buoy_click_new_form (EWebView *web_view, const char *uri, WebKitPolicyDecision *decision)
{
  EBuoyClick *click = e_buoy_click_new (web_view, uri, NULL);

  click->decision = g_object_ref (decision);
  return click;
}

/* A decision that nobody makes is taken for a yes. */
void
e_buoy_click_free (EBuoyClick *click)
{
  if (click->decision != NULL)
    webkit_policy_decision_ignore (click->decision);
  g_clear_object (&click->decision);
  g_weak_ref_clear (&click->web_view);
  g_free (click->uri);
  g_free (click);
}

static void
free_click (gpointer data)
{
  e_buoy_click_free (data);
}

static void
open_click (gpointer data)
{
  EBuoyClick *click = data;
  g_autoptr (GObject) web_view = g_weak_ref_get (&click->web_view);

  if (click->decision != NULL)
    webkit_policy_decision_use (click->decision);
  else if (web_view != NULL)
    click->open (E_WEB_VIEW (web_view), click->uri);
  g_clear_object (&click->decision);
}

static GtkWindow *
window_of (GObject *web_view)
{
  GtkWidget *window = web_view != NULL ? gtk_widget_get_toplevel (GTK_WIDGET (web_view)) : NULL;

  return GTK_IS_WINDOW (window) ? GTK_WINDOW (window) : NULL;
}

static gboolean
is_warned_of (EBuoyAnalysis *analysis)
{
  BuoyVerdict *verdict = e_buoy_analysis_get_verdict (analysis);

  return verdict != NULL && buoy_verdict_get_level (verdict) != BUOY_LEVEL_NONE;
}

static void
look_up (BuoyVerdict *verdict, const char *uri, BuoyDoubt *doubt)
{
  doubt->shown = buoy_verdict_find_false_link (verdict, uri, &doubt->actual);
  if (doubt->shown != NULL
      && g_strcmp0 (doubt->shown, buoy_verdict_get_imitated_domain (verdict, doubt->actual)) == 0)
    doubt->kind = BUOY_DOUBT_LOOKALIKE;
}

void
e_buoy_click_judge (EBuoyClick *click, EBuoyAnalysis *analysis)
{
  g_autoptr (GObject) web_view = g_weak_ref_get (&click->web_view);
  BuoyVerdict *verdict = e_buoy_analysis_get_verdict (analysis);
  BuoyDoubt doubt = { BUOY_DOUBT_FALSE_LINK, NULL, NULL };

  if (verdict != NULL)
    look_up (verdict, click->uri, &doubt);
  if (!e_buoy_analysis_is_finished (analysis))
    doubt.kind = BUOY_DOUBT_UNCHECKED;
  else if (click->decision != NULL && is_warned_of (analysis))
    {
      doubt.kind = BUOY_DOUBT_FORM;
      doubt.actual = click->uri;
    }
  else if (doubt.shown == NULL)
    {
      open_click (click);
      e_buoy_click_free (click);
      return;
    }
  if (doubt.kind != BUOY_DOUBT_UNCHECKED && e_buoy_settings_blocks_links ())
    buoy_question_ask (window_of (web_view), &doubt, NULL, click, free_click);
  else
    buoy_question_ask (window_of (web_view), &doubt, open_click, click, free_click);
}
