/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "registry/buoy-registration.h"

struct _BuoyRegistration
{
  char *domain;        /* A-labels, lower case */
  gint64 registered;   /* seconds since 1970; 0: the registry does not say */
  char *registrar;     /* ""  where it does not say */
  char *holder;        /* the registrant, or the service that stands in for it; "" */
  gboolean is_private; /* the registrant is hidden: redacted, or a privacy service's name */
  char **statuses;     /* RFC 8056's words; at most BUOY_REGISTRATION_MAX_LIST */
  char **name_servers; /* at most BUOY_REGISTRATION_MAX_LIST */
  char *source;        /* host of the server that answered */
  gint64 asked;        /* seconds since 1970 */
};

#define BUOY_REGISTRATION_MAX_LIST 16

BuoyRegistration *buoy_registration_new (const char *domain);

/* As bytes for the store, and back; %NULL where they are none of ours. */
GBytes *buoy_registration_to_bytes (const BuoyRegistration *registration);
BuoyRegistration *buoy_registration_from_bytes (GBytes *bytes);
