/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Evolution gives two windows on one message the same part list. So the analysis hangs there: done once, and gone
 * with the message.
 */
#include "config.h"

#include "e-buoy-analysis.h"

#include "e-buoy-account.h"
#include "e-buoy-message.h"
#include "e-buoy-people.h"
#include "e-buoy-settings.h"
#include "e-buoy-timing.h"

#define KEY "bellbuoy-analysis"

struct _EBuoyAnalysis
{
  GObject parent;
  EMailPartList *part_list; /* weak: it owns us */
  BuoyContext *context;
  GBytes *bytes; /* between two steps; NULL */
  GCancellable *cancellable;
  BuoyVerdict *verdict;
  BuoyNotice *notice;
  GError *error; /* BUOY_ERROR; NULL */
  guint n_views;
  guint serial; /* of the settings that it was made with */
  gboolean rewritten; /* a signature can't fit the bytes */
  gboolean finished;
  gboolean asked;  /* name servers; there is a verdict already */
  gboolean asking; /* they have not answered yet */
};

G_DEFINE_FINAL_TYPE (EBuoyAnalysis, e_buoy_analysis, G_TYPE_OBJECT)

static guint finished_signal;

static void
finish (EBuoyAnalysis *self, const GError *error)
{
  if (error != NULL && g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (error != NULL)
    g_debug ("no analysis: %s", error->message);
  if (error != NULL && error->domain == BUOY_ERROR)
    self->error = g_error_copy (error);
  self->finished = TRUE;
  g_signal_emit (self, finished_signal, 0);
}

static void
take_verdict (EBuoyAnalysis *self, BuoyVerdict *verdict)
{
  g_clear_pointer (&self->notice, buoy_notice_unref);
  g_clear_pointer (&self->verdict, buoy_verdict_unref);
  self->notice = buoy_notice_new (verdict);
  self->verdict = buoy_verdict_ref (verdict);
}

/* A bar that is made anew for nothing would take the keyboard's place away. */
static gboolean
says_the_same (EBuoyAnalysis *self, BuoyVerdict *verdict)
{
  g_autoptr (BuoyNotice) notice = buoy_notice_new (verdict);
  g_autofree char *before = buoy_notice_to_text (self->notice);
  g_autofree char *after = buoy_notice_to_text (notice);

  return g_str_equal (before, after);
}

/* Without an answer the first verdict stays. */
static void
on_verified (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EBuoyAnalysis) self = data;
  g_autoptr (BuoyVerdict) verdict = buoy_verify_finish (result, NULL);

  self->asking = FALSE;
  if (verdict == NULL || g_cancellable_is_cancelled (self->cancellable) || says_the_same (self, verdict))
    return;
  take_verdict (self, verdict);
  g_signal_emit (self, finished_signal, 0);
}

static void
on_read_again (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EBuoyAnalysis) self = data;
  g_autoptr (GBytes) bytes = e_buoy_message_read_finish (result, NULL);

  if (bytes != NULL)
    buoy_verify_async (bytes, self->context, self->cancellable, on_verified, g_object_ref (self));
  else
    self->asking = FALSE;
}

gboolean
e_buoy_analysis_can_look_up (EBuoyAnalysis *self)
{
  BuoyTrust trust;

  if (self->verdict == NULL || self->asked || self->rewritten || buoy_verdict_get_from_domain (self->verdict) == NULL)
    return FALSE;
  trust = buoy_verdict_get_trust (self->verdict);
  return trust == BUOY_TRUST_UNPROVEN || trust == BUOY_TRUST_FAILED;
}

/* The bytes are read again: to keep those of every message that may be asked about would take too much memory. */
void
e_buoy_analysis_look_up (EBuoyAnalysis *self)
{
  g_autoptr (EBuoyMessage) message = self->part_list != NULL ? e_buoy_message_new (self->part_list) : NULL;

  if (message == NULL || self->verdict == NULL || self->asked)
    return;
  self->asked = self->asking = TRUE;
  e_buoy_message_read_async (message, self->cancellable, on_read_again, g_object_ref (self));
}

static void
on_scanned (GObject *source, GAsyncResult *result, gpointer data)
{
  E_BUOY_TIMED ("verdict");
  g_autoptr (EBuoyAnalysis) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (BuoyVerdict) verdict = buoy_scan_finish (result, &error);

  if (verdict != NULL && !g_cancellable_set_error_if_cancelled (self->cancellable, &error))
    take_verdict (self, verdict);
  finish (self, error);
  if (e_buoy_settings_get_lookups () == E_BUOY_LOOKUPS_AUTOMATIC && e_buoy_analysis_can_look_up (self))
    e_buoy_analysis_look_up (self);
}

static void
on_people (GObject *source, GAsyncResult *result, gpointer data)
{
  E_BUOY_TIMED ("people");
  g_autoptr (EBuoyAnalysis) self = data;
  g_autoptr (GError) error = NULL;

  if (!e_buoy_people_add_finish (result, &error))
    {
      finish (self, error);
      return;
    }
  buoy_scan_async (self->bytes, self->context, self->cancellable, on_scanned, g_object_ref (self));
  g_clear_pointer (&self->bytes, g_bytes_unref);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  E_BUOY_TIMED ("bytes");
  g_autoptr (EBuoyAnalysis) self = data;
  g_autoptr (GError) error = NULL;

  self->bytes = e_buoy_message_read_finish (result, &error);
  if (self->bytes == NULL)
    {
      finish (self, error);
      return;
    }
  e_buoy_people_add_async (self->context, self->cancellable, on_people, g_object_ref (self));
}

static void
start (EBuoyAnalysis *self, EBuoyMessage *message)
{
  self->cancellable = g_cancellable_new ();
  self->serial = e_buoy_settings_get_serial ();
  self->rewritten = e_buoy_message_is_rewritten (message);
  self->context = e_buoy_account_make_context (e_buoy_message_get_account (message));
  e_buoy_settings_fill_context (self->context);
  e_buoy_message_read_async (message, self->cancellable, on_read, g_object_ref (self));
}

EBuoyAnalysis *
e_buoy_analysis_join (EMailPartList *part_list)
{
  EBuoyAnalysis *self = g_object_get_data (G_OBJECT (part_list), KEY);
  g_autoptr (EBuoyMessage) message = NULL;

  if (!e_buoy_settings_is_enabled ())
    return NULL;
  if (self != NULL && self->serial == e_buoy_settings_get_serial ())
    {
      self->n_views++;
      return g_object_ref (self);
    }

  message = e_buoy_message_new (part_list);
  if (message == NULL)
    return NULL;
  self = g_object_new (E_TYPE_BUOY_ANALYSIS, NULL);
  self->n_views = 1;
  g_set_weak_pointer (&self->part_list, part_list);
  g_object_set_data_full (G_OBJECT (part_list), KEY, g_object_ref (self), g_object_unref);
  start (self, message);
  return self;
}

void
e_buoy_analysis_release (EBuoyAnalysis *self)
{
  self->n_views--;
  if (self->n_views > 0 || (self->finished && !self->asking))
    return;
  g_cancellable_cancel (self->cancellable);
  /* a newer one may have taken our place */
  if (self->part_list != NULL && g_object_get_data (G_OBJECT (self->part_list), KEY) == self)
    g_object_set_data (G_OBJECT (self->part_list), KEY, NULL);
}

gboolean
e_buoy_analysis_is_finished (EBuoyAnalysis *self)
{
  return self->finished;
}

BuoyNotice *
e_buoy_analysis_get_notice (EBuoyAnalysis *self)
{
  return self->notice;
}

BuoyVerdict *
e_buoy_analysis_get_verdict (EBuoyAnalysis *self)
{
  return self->verdict;
}

const GError *
e_buoy_analysis_get_error (EBuoyAnalysis *self)
{
  return self->error;
}

static void
e_buoy_analysis_finalize (GObject *object)
{
  EBuoyAnalysis *self = E_BUOY_ANALYSIS (object);

  g_clear_weak_pointer (&self->part_list);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->context, buoy_context_unref);
  g_clear_pointer (&self->verdict, buoy_verdict_unref);
  g_clear_pointer (&self->notice, buoy_notice_unref);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (e_buoy_analysis_parent_class)->finalize (object);
}

static void
e_buoy_analysis_class_init (EBuoyAnalysisClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = e_buoy_analysis_finalize;
  finished_signal = g_signal_new ("finished", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
}

static void
e_buoy_analysis_init (EBuoyAnalysis *self)
{
}
