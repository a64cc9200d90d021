/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A message from the extension, and its state.
 */
#pragma once

#include "bellbuoy.h"

typedef struct
{
  gint64 id;
  GBytes *bytes;            /* NULL once dropped to save memory */
  gint64 replaces;          /* the previous id, which becomes invalid when this is finished; or 0 */
  gint64 context;           /* a number of HostContexts, or 0 */
  char *account;            /* the account's name in the memory. (nullable) */
  char *lesson;             /* the message's name in the memory; NULL if nothing may be learned from it */
  gboolean was_opened;      /* it was encrypted, so signatures don't match the bytes */
  gboolean was_asked;       /* the sender's keys were looked up */
  gboolean is_junk;         /* the reader says so: nothing is learned from it */
  gboolean was_warned;      /* the reader saw a warning, and the event was logged */
  BuoyShown *shown;         /* what Thunderbird displays of it; NULL: it was not told yet */
  gboolean knows_shown;     /* the verdict is of that, too */
  gboolean is_shown_judged; /* a verdict of that is on its way */
  gboolean is_finished;     /* no further verdict follows */
  GCancellable *cancellable;
  BuoyVerdict *verdict; /* NULL before the first one, and if there is an error */
  BuoyNotice *notice;   /* the notice of @verdict */
  GError *error;        /* NULL */
  gint64 began_us;
} HostMessage;

/* @bytes: (transfer full) */
HostMessage *host_message_new (gint64 id, GBytes *bytes, gint64 context);
HostMessage *host_message_ref (HostMessage *message);
void host_message_unref (HostMessage *message);

/* Replaces the verdict. @verdict: (transfer full) */
void host_message_take_verdict (HostMessage *message, BuoyVerdict *verdict);

/* Whether lookups could add anything. */
gboolean host_message_can_look_up (const HostMessage *message);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HostMessage, host_message_unref)
