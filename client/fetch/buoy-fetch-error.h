/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Why a policy was not fetched. The last good one stays in force.
 */
#pragma once

#include <glib.h>

typedef enum
{
  BUOY_FETCH_ERROR_SETTINGS,    /* fetch.conf cannot be read, or has no address, or a key that is none */
  BUOY_FETCH_ERROR_ADDRESS,     /* not an https address of a host by its name */
  BUOY_FETCH_ERROR_UNREACHABLE, /* no answer in time, or TLS failed */
  BUOY_FETCH_ERROR_STATUS,      /* an answer, but no document; also a redirect, which is not followed */
  BUOY_FETCH_ERROR_TOO_LARGE,
  BUOY_FETCH_ERROR_CUT,       /* the connection ended before the document did */
  BUOY_FETCH_ERROR_INVALID,   /* a fault in the document */
  BUOY_FETCH_ERROR_UNSIGNED,  /* a key is configured, and there is no signature */
  BUOY_FETCH_ERROR_SIGNATURE, /* the signature is not the key's, or of another document */
  BUOY_FETCH_ERROR_SERIAL,    /* no serial number, or one that is not higher */
  BUOY_FETCH_ERROR_EXPIRED,
  BUOY_FETCH_ERROR_NOT_KEPT, /* it could not be written */
  BUOY_FETCH_ERROR_RUNNING,  /* another program is fetching it now */
  BUOY_N_FETCH_ERRORS
} BuoyFetchError;

#define BUOY_FETCH_ERROR (buoy_fetch_error_quark ())
GQuark buoy_fetch_error_quark (void);

/* As it is stored. (transfer none) */
const char *buoy_fetch_error_get_name (BuoyFetchError code);

/* FALSE for a name that is none. */
gboolean buoy_fetch_error_find (const char *name, BuoyFetchError *out_code);

/* Whether it may go away by itself: the network is down, or the server is. */
gboolean buoy_fetch_error_may_pass (BuoyFetchError code);

/* In the reader's language, with the detail, which is in no language or that of the log. (transfer full) */
char *buoy_fetch_error_explain (BuoyFetchError code, const char *detail);
