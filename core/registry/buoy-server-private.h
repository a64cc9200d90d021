/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "registry/buoy-server.h"

#define BUOY_SERVER_MAX_NAMES 4 /* of one address; honest addresses have one or two */

/* Where an address is in use, according to a location table. Texts are those of the table, and "" if it has none. */
typedef struct
{
  char *country;  /* ISO 3166-1, two capital letters */
  char *city;     /* in English */
  char *network;  /* the owner of the autonomous system */
  guint32 number; /* of the autonomous system; 0 if unknown */
  char *table;    /* the table's own name */
  gint64 made;    /* when the table was made, seconds since 1970 */
  gint64 asked;   /* time of the lookup, seconds since 1970 */
} BuoyPlace;

void buoy_place_free (BuoyPlace *place);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BuoyPlace, buoy_place_free)

struct _BuoyServer
{
  char *address;
  BuoyServerName state;
  char **names;     /* at most BUOY_SERVER_MAX_NAMES, lower case; first those that resolve to the address */
  guint n_agreeing; /* how many resolve to the address */
  char *source;     /* of the names: the configured name server, or "" for the system's */
  gint64 asked;     /* when the names were queried, seconds since 1970; 0 if never */
  BuoyPlace *place; /* NULL if unknown */
};

BuoyServer *buoy_server_new (const char *address);

/* Converts the names to bytes for the store, and back; NULL if the bytes are not valid. The place is not kept. */
GBytes *buoy_server_to_bytes (const BuoyServer *server);
BuoyServer *buoy_server_from_bytes (GBytes *bytes);
