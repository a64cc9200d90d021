/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "registry/buoy-registration.h"

struct _BuoyRegistration
{
  char *domain;        /* A-labels, lower case */
  gint64 registered;   /* seconds since 1970; 0 if unknown */
  char *registrar;     /* "" if unknown */
  char *holder;        /* the registrant, or the privacy service that represents it; "" if unknown */
  gboolean is_private; /* the registrant is hidden: redacted, or a privacy service's name */
  char **statuses;     /* in the words of RFC 8056; at most BUOY_REGISTRATION_MAX_LIST */
  char **name_servers; /* at most BUOY_REGISTRATION_MAX_LIST */
  char *source;        /* host name of the server that answered */
  gint64 asked;        /* time of the query, seconds since 1970 */
};

#define BUOY_REGISTRATION_MAX_LIST 16

BuoyRegistration *buoy_registration_new (const char *domain);

/* Which server was asked before @error, a BUOY_LOOKUP_ERROR, and when (seconds since 1970). NULL and 0 if none was. */
void buoy_lookup_error_set_asked (GError *error, const char *source, gint64 asked);
const char *buoy_lookup_error_get_source (const GError *error);
gint64 buoy_lookup_error_get_asked (const GError *error);

/* Converts to bytes for the store, and back; NULL if the bytes are not valid. (transfer full) */
GBytes *buoy_registration_to_bytes (const BuoyRegistration *registration);
BuoyRegistration *buoy_registration_from_bytes (GBytes *bytes);
