/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * One Authentication-Results header (RFC 8601), including Outlook.com's form without an authserv-id.
 */
#pragma once

#include <glib.h>

typedef struct
{
  char *ptype;    /* "smtp", "header", "body", "policy"; lower case */
  char *property; /* "mailfrom", "from", "d", "i"; lower case */
  char *value;    /* without quotes */
} BuoyAuthProperty;

typedef struct
{
  char *method;          /* "spf", "dkim", "dmarc", "arc", …; lower case, without a version */
  char *result;          /* "pass", "fail", "none", …; lower case */
  char *reason;          /* of reason=; NULL if there is none */
  char *comment;         /* all comments, joined with spaces; NULL if there are none */
  GPtrArray *properties; /* of BuoyAuthProperty */
} BuoyAuthMethod;

typedef struct
{
  guint header_index; /* index in BuoyMessage.headers */
  char *authserv_id;  /* lower case; NULL if there is none (Outlook.com) */
  GPtrArray *methods; /* of BuoyAuthMethod; empty for "none" */
} BuoyAuthResults;

/* Parses @value, unfolded, any bytes.
 *
 * Returns: (transfer full) (nullable): the results; NULL if it has neither an authserv-id nor a method
 */
BuoyAuthResults *buoy_auth_results_parse (const char *value);
void buoy_auth_results_free (BuoyAuthResults *results);

/* The value of the first such property, e.g. "header", "from"; NULL if there is none. */
const char *buoy_auth_method_get (const BuoyAuthMethod *method, const char *ptype, const char *property);

/* Parses Received-SPF (RFC 7208 §9.1).
 *
 * Returns: (transfer full) (nullable): the "spf" method with smtp.mailfrom and smtp.helo; NULL if it has no SPF result
 */
BuoyAuthMethod *buoy_received_spf_parse (const char *value);
void buoy_auth_method_free (BuoyAuthMethod *method);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BuoyAuthResults, buoy_auth_results_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BuoyAuthMethod, buoy_auth_method_free)
