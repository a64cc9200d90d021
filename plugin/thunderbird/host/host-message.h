/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * One message that the extension has handed in, and what is known of it.
 */
#pragma once

#include "bellbuoy.h"

typedef struct
{
  gint64 id;
  GBytes *bytes;            /* NULL once dropped to save memory */
  gint64 replaces;          /* the id under which it was judged before, which goes when this is finished; 0 */
  gint64 context;           /* a number of HostContexts; 0 */
  char *account;            /* as the memory names it; NULL: nobody's */
  char *lesson;             /* what the message is called when it teaches; NULL: it does not */
  gboolean was_opened;      /* it was encrypted: no signature fits the bytes */
  gboolean was_asked;       /* name servers were asked for the sender's keys */
  gboolean was_warned;      /* the reader, and the organisation was told of it */
  BuoyShown *shown;         /* what Thunderbird displays of it; NULL: it was not told yet */
  gboolean knows_shown;     /* the verdict is of that, too */
  gboolean is_shown_judged; /* a verdict of that is on its way */
  gboolean is_finished;     /* nothing more comes by itself */
  GCancellable *cancellable;
  BuoyVerdict *verdict; /* NULL before the first, and where there is an error */
  BuoyNotice *notice;   /* of the verdict */
  GError *error;        /* NULL */
  gint64 began_us;
} HostMessage;

/* Takes @bytes. */
HostMessage *host_message_new (gint64 id, GBytes *bytes, gint64 context);
HostMessage *host_message_ref (HostMessage *message);
void host_message_unref (HostMessage *message);

/* Takes @verdict in place of the one before. */
void host_message_take_verdict (HostMessage *message, BuoyVerdict *verdict);

/* Whether there is anything that name servers could still tell. */
gboolean host_message_can_look_up (const HostMessage *message);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HostMessage, host_message_unref)
