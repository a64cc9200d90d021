/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "fetch/buoy-fetch-error.h"

#include <glib/gi18n-lib.h>

#include "bellbuoy.h"
#include "notice/buoy-shown.h"

static const struct
{
  const char *name;
  const char *text;
  gboolean may_pass;
} rows[BUOY_N_FETCH_ERRORS] = {
  [BUOY_FETCH_ERROR_SETTINGS] = { "settings", N_ ("fetch.conf has an error") },
  [BUOY_FETCH_ERROR_ADDRESS] = { "address", N_ ("the address is not of the form https://HOST/PATH") },
  [BUOY_FETCH_ERROR_UNREACHABLE] = { "unreachable", N_ ("the server cannot be reached"), TRUE },
  [BUOY_FETCH_ERROR_STATUS] = { "status", N_ ("the server does not send a policy"), TRUE },
  [BUOY_FETCH_ERROR_TOO_LARGE] = { "too-large", N_ ("the policy is too large") },
  [BUOY_FETCH_ERROR_CUT] = { "cut", N_ ("the policy arrived incomplete"), TRUE },
  [BUOY_FETCH_ERROR_INVALID] = { "invalid", N_ ("the policy has an error") },
  [BUOY_FETCH_ERROR_UNSIGNED] = { "unsigned", N_ ("the policy is not signed") },
  [BUOY_FETCH_ERROR_SIGNATURE] = { "signature", N_ ("the signature of the policy is invalid") },
  [BUOY_FETCH_ERROR_SERIAL] = { "serial", N_ ("the serial number of the policy is not higher than before") },
  [BUOY_FETCH_ERROR_EXPIRED] = { "expired", N_ ("the policy has expired") },
  [BUOY_FETCH_ERROR_NOT_KEPT] = { "not-kept", N_ ("the policy could not be stored") },
  [BUOY_FETCH_ERROR_RUNNING] = { "running", N_ ("another program is fetching the policy"), TRUE },
};

GQuark
buoy_fetch_error_quark (void)
{
  return g_quark_from_static_string ("buoy-fetch-error-quark");
}

const char *
buoy_fetch_error_get_name (BuoyFetchError code)
{
  return rows[code].name;
}

gboolean
buoy_fetch_error_find (const char *name, BuoyFetchError *out_code)
{
  for (guint i = 0; i < BUOY_N_FETCH_ERRORS; i++)
    if (g_strcmp0 (rows[i].name, name) == 0)
      {
        *out_code = (BuoyFetchError) i;
        return TRUE;
      }
  return FALSE;
}

gboolean
buoy_fetch_error_may_pass (BuoyFetchError code)
{
  return rows[code].may_pass;
}

char *
buoy_fetch_error_explain (BuoyFetchError code, const char *detail)
{
  g_autofree char *shown = buoy_shown_text (detail);

  /* Translators: %1$s is an error in words, %2$s its details. */
  return g_strdup_printf (_ ("%1$s (%2$s)"), _ (rows[code].text), shown);
}
