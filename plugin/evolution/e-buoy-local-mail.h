/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * An account's messages that are on this machine. Nothing is downloaded for it.
 */
#pragma once

#include "e-buoy-compat.h"

typedef struct
{
  CamelFolder *folder;
  char *uid;
  gint64 date; /* when it came */
} EBuoyLocalMail;

/* The newest @max that may teach, the oldest of them first; of EBuoyLocalMail. In a worker. (transfer full) */
GPtrArray *e_buoy_local_mail_list (CamelStore *store, guint max, GCancellable *cancellable);

/* Its header, with the empty line after it; NULL if it cannot be read. In a worker. (transfer full) */
GBytes *e_buoy_local_mail_read_header (const EBuoyLocalMail *mail, GCancellable *cancellable);
