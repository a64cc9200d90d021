/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Why a policy was not fetched. The last good one stays in force.
 */
#pragma once

#include <glib.h>

typedef enum
{
  BUOY_FETCH_ERROR_SETTINGS,    /* fetch.conf cannot be read, lacks the address, or has an invalid key */
  BUOY_FETCH_ERROR_ADDRESS,     /* not an https URL with a host name */
  BUOY_FETCH_ERROR_UNREACHABLE, /* no answer in time, or TLS failed */
  BUOY_FETCH_ERROR_STATUS,      /* the answer is not a document; also redirects, which are not followed */
  BUOY_FETCH_ERROR_TOO_LARGE,
  BUOY_FETCH_ERROR_CUT,       /* the connection ended before the document did */
  BUOY_FETCH_ERROR_INVALID,   /* a fault in the document */
  BUOY_FETCH_ERROR_UNSIGNED,  /* a key is configured, but there is no signature */
  BUOY_FETCH_ERROR_SIGNATURE, /* the signature is of another key or another document */
  BUOY_FETCH_ERROR_SERIAL,    /* the serial number is missing or not higher */
  BUOY_FETCH_ERROR_EXPIRED,
  BUOY_FETCH_ERROR_NOT_KEPT, /* the document could not be written */
  BUOY_FETCH_ERROR_RUNNING,  /* another program is fetching it now */
  BUOY_N_FETCH_ERRORS
} BuoyFetchError;

#define BUOY_FETCH_ERROR (buoy_fetch_error_quark ())
GQuark buoy_fetch_error_quark (void);

/* The name under which the error is stored. (transfer none) */
const char *buoy_fetch_error_get_name (BuoyFetchError code);

/* FALSE if @name is not the name of an error. */
gboolean buoy_fetch_error_find (const char *name, BuoyFetchError *out_code);

/* Whether the error may be temporary, such as a network or server that is down. */
gboolean buoy_fetch_error_may_pass (BuoyFetchError code);

/* A text in the reader's language, followed by @detail, which is not translated. (transfer full) */
char *buoy_fetch_error_explain (BuoyFetchError code, const char *detail);
