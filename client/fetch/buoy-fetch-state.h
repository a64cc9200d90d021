/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What is known of the policy that was fetched. Anybody may read it; only who fetches writes it.
 */
#pragma once

#include <glib.h>

#include "fetch/buoy-fetch-error.h"
#include "policy/buoy-policy-serial.h"

#define BUOY_FETCH_STATE BUOY_POLICY_FETCHED_STATE
#define BUOY_FETCH_POLICY BUOY_POLICY_FETCHED

typedef struct
{
  char *url;
  char *key;
  char *etag;         /* of the document that is stored; "": none */
  char *digest;       /* SHA-256 of it; "": nothing is stored */
  guint64 serial;     /* 0: none */
  gint64 checked;     /* when the stored document last was the newest one; 0: never */
  gint64 tried;       /* 0: never */
  gboolean is_failed; /* the last attempt */
  BuoyFetchError fault;
  char *detail; /* of the fault */
} BuoyFetchState;

/* Nothing known if the file is missing or broken. (transfer full) */
BuoyFetchState *buoy_fetch_state_read (const char *root);
gboolean buoy_fetch_state_write (const BuoyFetchState *state, const char *root, GError **error);
void buoy_fetch_state_free (BuoyFetchState *state);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BuoyFetchState, buoy_fetch_state_free)
