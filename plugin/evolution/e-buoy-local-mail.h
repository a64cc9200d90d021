/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Messages of an account that are on this machine. Nothing is downloaded.
 */
#pragma once

#include "e-buoy-compat.h"

typedef struct
{
  CamelFolder *folder;
  char *uid;
  gint64 date; /* when it was received */
} EBuoyLocalMail;

/* The newest @max messages that may be learned from, the oldest of them first. Call it in a worker. (transfer full)
 * (element-type EBuoyLocalMail)
 */
GPtrArray *e_buoy_local_mail_list (CamelStore *store, guint max, GCancellable *cancellable);

/* The header, including the empty line after it; NULL if it cannot be read. Call it in a worker. (transfer full)
 * (nullable)
 */
GBytes *e_buoy_local_mail_read_header (const EBuoyLocalMail *mail, GCancellable *cancellable);
