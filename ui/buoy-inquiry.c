/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "buoy-inquiry.h"

enum
{
  CHANGED,
  START,
  STOP,
  N_SIGNALS
};

struct _BuoyInquiry
{
  GObject parent;
  BuoyNotice *notice; /* NULL */
  BuoyInquiryState state;
  char **promise;
};

G_DEFINE_FINAL_TYPE (BuoyInquiry, buoy_inquiry, G_TYPE_OBJECT)

static guint signals[N_SIGNALS];

static void
buoy_inquiry_finalize (GObject *object)
{
  BuoyInquiry *self = BUOY_INQUIRY (object);

  g_clear_pointer (&self->notice, buoy_notice_unref);
  g_strfreev (self->promise);
  G_OBJECT_CLASS (buoy_inquiry_parent_class)->finalize (object);
}

static guint
signal_new (BuoyInquiryClass *klass, const char *name)
{
  return g_signal_new (name, G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
buoy_inquiry_class_init (BuoyInquiryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = buoy_inquiry_finalize;
  signals[CHANGED] = signal_new (klass, "changed");
  signals[START] = signal_new (klass, "start");
  signals[STOP] = signal_new (klass, "stop");
}

static void
buoy_inquiry_init (BuoyInquiry *self)
{
  self->promise = g_new0 (char *, 1);
}

BuoyInquiry *
buoy_inquiry_new (void)
{
  return g_object_new (BUOY_TYPE_INQUIRY, NULL);
}

void
buoy_inquiry_set (BuoyInquiry *self, BuoyNotice *notice, BuoyInquiryState state, const BuoyQuestions *questions)
{
  buoy_notice_ref (notice);
  g_clear_pointer (&self->notice, buoy_notice_unref);
  self->notice = notice;
  self->state = state;
  g_strfreev (self->promise);
  self->promise = questions != NULL ? buoy_questions_tell (questions) : g_new0 (char *, 1);
  g_signal_emit (self, signals[CHANGED], 0);
}

BuoyNotice *
buoy_inquiry_get_notice (BuoyInquiry *self)
{
  return self->notice;
}

BuoyInquiryState
buoy_inquiry_get_state (BuoyInquiry *self)
{
  return self->state;
}

const char *const *
buoy_inquiry_get_promise (BuoyInquiry *self)
{
  return (const char *const *) self->promise;
}

void
buoy_inquiry_start (BuoyInquiry *self)
{
  g_signal_emit (self, signals[START], 0);
}

void
buoy_inquiry_stop (BuoyInquiry *self)
{
  g_signal_emit (self, signals[STOP], 0);
}
