/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Parses a registry's answer (RFC 9083).
 */
#pragma once

#include "registry/buoy-registration.h"

/**
 * BuoyRdapError:
 * @BUOY_RDAP_ERROR_NOT_JSON: not JSON, or JSON that is too deeply nested to parse
 * @BUOY_RDAP_ERROR_NOT_A_DOMAIN: the object is not a domain
 * @BUOY_RDAP_ERROR_OTHER_NAME: the answer is about another domain
 *
 * Why an answer cannot be used.
 */
typedef enum
{
  BUOY_RDAP_ERROR_NOT_JSON,
  BUOY_RDAP_ERROR_NOT_A_DOMAIN,
  BUOY_RDAP_ERROR_OTHER_NAME
} BuoyRdapError;

#define BUOY_RDAP_ERROR (buoy_rdap_error_quark ())
GQuark buoy_rdap_error_quark (void);

/**
 * buoy_rdap_answer_parse:
 * @answer: a registry's answer; any bytes
 * @domain: the domain that was asked for, A-labels in lower case
 * @now: seconds since 1970; a registration slightly in the future counts as today's
 * @out_related: (out) (optional) (nullable): URL of the registrar's own record (thin registries); untouched on failure
 *
 * Returns: (transfer full) (nullable): the registration; %NULL with a %BUOY_RDAP_ERROR
 */
BuoyRegistration *buoy_rdap_answer_parse (GBytes *answer, const char *domain, gint64 now, char **out_related,
                                          GError **error);
