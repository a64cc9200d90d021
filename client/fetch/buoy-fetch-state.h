/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The state of the fetched policy. Anyone may read it; only the program that fetches writes it.
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
  char *etag;         /* of the stored document; "" if there is none */
  char *digest;       /* SHA-256 of the stored document; "" if there is none */
  guint64 serial;     /* 0 if there is none */
  gint64 checked;     /* when the stored document was last known to be current; 0 if never */
  gint64 tried;       /* the last attempt; 0 if never */
  gboolean is_failed; /* whether the last attempt failed */
  BuoyFetchError fault;
  char *detail; /* details of @fault */
} BuoyFetchState;

/* Reads the state; it is empty if the file is missing or damaged. (transfer full) */
BuoyFetchState *buoy_fetch_state_read (const char *root);
gboolean buoy_fetch_state_write (const BuoyFetchState *state, const char *root, GError **error);
void buoy_fetch_state_free (BuoyFetchState *state);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BuoyFetchState, buoy_fetch_state_free)
