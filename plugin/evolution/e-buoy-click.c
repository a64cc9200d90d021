/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What becomes of a click once the message was looked at, or was not in time. Only what was judged just opens. A form
 * has no text that names a site: it is asked about in a message that is warned of.
 */
#include "config.h"

#include "e-buoy-click.h"

#include <string.h>

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

/* What opens nothing outside: an address to write to, a place in the message, and what Evolution makes of its own. */
static gboolean
stays_inside (const char *uri)
{
  return g_ascii_strncasecmp (uri, "mailto:", strlen ("mailto:")) == 0 || *uri == '#';
}

/* Nobody can say that it leads where it says: the message, or the part in which it stands, was not judged. */
static gboolean
is_unread (EBuoyClick *click, BuoyVerdict *verdict)
{
  if (stays_inside (click->uri))
    return FALSE;
  return verdict == NULL || !buoy_verdict_is_whole (verdict) || !buoy_verdict_has_judged (verdict, click->uri);
}

/* What speaks against a link, in @doubt. */
static gboolean
doubts_link (EBuoyClick *click, BuoyVerdict *verdict, BuoyDoubt *doubt)
{
  doubt->shown = verdict != NULL ? buoy_verdict_find_false_link (verdict, click->uri, &doubt->actual) : NULL;
  if (doubt->shown == NULL)
    {
      doubt->kind = BUOY_DOUBT_UNREAD;
      doubt->actual = click->uri;
      return is_unread (click, verdict);
    }
  doubt->kind = BUOY_DOUBT_FALSE_LINK;
  if (g_strcmp0 (doubt->shown, buoy_verdict_get_imitated_domain (verdict, doubt->actual)) == 0)
    doubt->kind = BUOY_DOUBT_LOOKALIKE;
  return TRUE;
}

static gboolean
doubts_form (EBuoyClick *click, BuoyVerdict *verdict, BuoyDoubt *doubt)
{
  doubt->kind = BUOY_DOUBT_FORM;
  doubt->actual = click->uri;
  return is_unread (click, verdict) || buoy_verdict_get_level (verdict) != BUOY_LEVEL_NONE;
}

/* Whether the reader is to be asked, and what about. */
static gboolean
doubts (EBuoyClick *click, EBuoyAnalysis *analysis, BuoyDoubt *doubt)
{
  BuoyVerdict *verdict = e_buoy_analysis_get_verdict (analysis);

  doubt->kind = BUOY_DOUBT_UNCHECKED;
  if (!e_buoy_analysis_is_finished (analysis))
    return TRUE;
  return click->decision != NULL ? doubts_form (click, verdict, doubt) : doubts_link (click, verdict, doubt);
}

/* Whether the message itself kept a part of it from being judged, so that a setting against false links holds for all
 * its links.
 */
static gboolean
evades_check (EBuoyAnalysis *analysis)
{
  BuoyVerdict *verdict = e_buoy_analysis_get_verdict (analysis);

  return verdict != NULL ? !buoy_verdict_is_whole (verdict) : e_buoy_analysis_is_too_complex (analysis);
}

static gboolean
is_refused (const BuoyDoubt *doubt, EBuoyAnalysis *analysis)
{
  if (!e_buoy_settings_blocks_links () || doubt->kind == BUOY_DOUBT_UNCHECKED)
    return FALSE;
  return doubt->kind != BUOY_DOUBT_UNREAD || evades_check (analysis);
}

void
e_buoy_click_judge (EBuoyClick *click, EBuoyAnalysis *analysis)
{
  g_autoptr (GObject) web_view = g_weak_ref_get (&click->web_view);
  BuoyDoubt doubt = { BUOY_DOUBT_UNCHECKED, NULL, NULL };

  if (doubts (click, analysis, &doubt))
    {
      buoy_question_ask (window_of (web_view), &doubt, is_refused (&doubt, analysis) ? NULL : open_click, click,
                         free_click);
      return;
    }
  open_click (click);
  e_buoy_click_free (click);
}
