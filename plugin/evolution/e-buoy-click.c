/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Decides about a click once the message was analysed, or was not analysed in time.
 */
#include "config.h"

#include "e-buoy-click.h"

#include "buoy-question.h"
#include "e-buoy-events.h"
#include "e-buoy-settings.h"

struct _EBuoyClick
{
  GWeakRef web_view;
  char *uri;
  EBuoyOpenFunc open;             /* NULL for a form */
  WebKitPolicyDecision *decision; /* of a form; NULL once made */
  EBuoyAnalysis *asked;           /* the message that the question is about; NULL once it is answered */
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

/* WebKit treats an unanswered decision as "use". */
void
e_buoy_click_free (EBuoyClick *click)
{
  if (click->decision != NULL)
    webkit_policy_decision_ignore (click->decision);
  g_clear_object (&click->decision);
  g_clear_object (&click->asked);
  g_weak_ref_clear (&click->web_view);
  g_free (click->uri);
  g_free (click);
}

/* Reports the answer to the question as an event. */
static void
tell (EBuoyClick *click, BuoyEventKind kind)
{
  g_autoptr (EBuoyAnalysis) analysis = g_steal_pointer (&click->asked);

  if (analysis != NULL)
    e_buoy_events_send (analysis, kind, click->uri);
}

static void
free_click (gpointer data)
{
  tell (data, BUOY_EVENT_LINK_DECLINED);
  e_buoy_click_free (data);
}

static void
open_click (gpointer data)
{
  EBuoyClick *click = data;
  g_autoptr (GObject) web_view = g_weak_ref_get (&click->web_view);

  tell (click, BUOY_EVENT_LINK_OPENED_ANYWAY);
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

/* Displayed links may add misleading ones, but never excuse one. */
gboolean
e_buoy_click_is_decided (const EBuoyClick *click, EBuoyAnalysis *analysis)
{
  BuoyVerdict *verdict = e_buoy_analysis_get_verdict (analysis);

  return e_buoy_analysis_is_settled (analysis)
         || (verdict != NULL && buoy_verdict_find_false_link (verdict, click->uri) != NULL);
}

/* Whether to ask the reader, and about what. */
static gboolean
doubts (EBuoyClick *click, EBuoyAnalysis *analysis, BuoyDoubt *doubt)
{
  BuoyVerdict *verdict = e_buoy_analysis_get_verdict (analysis);

  doubt->kind = BUOY_DOUBT_UNCHECKED;
  if (!e_buoy_click_is_decided (click, analysis))
    return TRUE;
  return click->decision != NULL ? buoy_doubt_form (doubt, verdict, click->uri)
                                 : buoy_doubt_link (doubt, verdict, click->uri);
}

/* Whether the message itself prevented parts of it from being judged, so that a setting against misleading links
 * applies to all its links.
 */
static gboolean
evades_check (EBuoyAnalysis *analysis)
{
  BuoyVerdict *verdict = e_buoy_analysis_get_verdict (analysis);

  return verdict != NULL ? !buoy_verdict_is_whole (verdict) : e_buoy_analysis_is_too_complex (analysis);
}

void
e_buoy_click_judge (EBuoyClick *click, EBuoyAnalysis *analysis)
{
  g_autoptr (GObject) web_view = g_weak_ref_get (&click->web_view);
  BuoyDoubt doubt = { BUOY_DOUBT_UNCHECKED, NULL, NULL };

  if (doubts (click, analysis, &doubt))
    {
      const gboolean refused = buoy_doubt_is_refused (&doubt, e_buoy_settings_blocks_links (), evades_check (analysis));
      g_autofree char *support = e_buoy_settings_dup_support_text ();

      if (refused)
        e_buoy_events_send (analysis, BUOY_EVENT_LINK_BLOCKED, click->uri);
      else if (doubt.kind != BUOY_DOUBT_UNCHECKED)
        click->asked = g_object_ref (analysis);
      buoy_question_ask (window_of (web_view), &doubt, support, refused ? NULL : open_click, click, free_click);
      return;
    }
  open_click (click);
  e_buoy_click_free (click);
}
