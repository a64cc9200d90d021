/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "buoy-inquiry.h"

#include "buoy-details-words.h"
#include "notice/buoy-questions-text.h"

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
  BuoyQuestions *questions; /* NULL */
};

G_DEFINE_FINAL_TYPE (BuoyInquiry, buoy_inquiry, G_TYPE_OBJECT)

static guint signals[N_SIGNALS];

static void
buoy_inquiry_finalize (GObject *object)
{
  BuoyInquiry *self = BUOY_INQUIRY (object);

  g_clear_pointer (&self->notice, buoy_notice_unref);
  g_clear_pointer (&self->questions, buoy_questions_unref);
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
}

BuoyInquiry *
buoy_inquiry_new (void)
{
  return g_object_new (BUOY_TYPE_INQUIRY, NULL);
}

static gboolean
ask_the_same (const BuoyQuestions *a, const BuoyQuestions *b)
{
  g_auto (GStrv) words_a = NULL;
  g_auto (GStrv) words_b = NULL;

  if (a == NULL || b == NULL)
    return a == b;
  words_a = buoy_questions_tell (a);
  words_b = buoy_questions_tell (b);
  return g_strv_equal ((const char *const *) words_a, (const char *const *) words_b);
}

/* Whether the details would show the same: the reader should keep place and focus. */
static gboolean
shows_the_same (BuoyInquiry *self, BuoyNotice *notice, BuoyInquiryState state, const BuoyQuestions *questions)
{
  g_autofree char *before = NULL;
  g_autofree char *now = NULL;

  if (self->notice == NULL || state != self->state)
    return FALSE;
  if (!g_signal_has_handler_pending (self, signals[CHANGED], 0, FALSE))
    return TRUE; /* no details are open */
  if (!ask_the_same (self->questions, questions))
    return FALSE;
  if (notice == self->notice)
    return TRUE;
  before = buoy_details_to_text (self->notice);
  now = buoy_details_to_text (notice);
  return g_str_equal (before, now);
}

void
buoy_inquiry_set (BuoyInquiry *self, BuoyNotice *notice, BuoyInquiryState state, BuoyQuestions *questions)
{
  const gboolean same = shows_the_same (self, notice, state, questions);

  buoy_notice_ref (notice);
  g_clear_pointer (&self->notice, buoy_notice_unref);
  self->notice = notice;
  self->state = state;
  if (questions != NULL)
    buoy_questions_ref (questions);
  g_clear_pointer (&self->questions, buoy_questions_unref);
  self->questions = questions;
  if (!same)
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

const BuoyQuestions *
buoy_inquiry_get_questions (BuoyInquiry *self)
{
  return self->questions;
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
