/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "registry/buoy-server.h"

#define BUOY_SERVER_MAX_NAMES 4 /* of one address; honest ones have one or two */

/* Where an address is in use, by a table. The texts are the table's, and "" if it does not say. */
typedef struct
{
  char *country;  /* ISO 3166-1, two capital letters */
  char *city;     /* in English */
  char *network;  /* the owner of the autonomous system */
  guint32 number; /* of the autonomous system; 0: unknown */
  char *table;    /* what the table calls itself */
  gint64 made;    /* seconds since 1970: when the table was made */
  gint64 asked;   /* seconds since 1970 */
} BuoyPlace;

void buoy_place_free (BuoyPlace *place);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BuoyPlace, buoy_place_free)

struct _BuoyServer
{
  char *address;
  BuoyServerName state;
  char **names;     /* at most BUOY_SERVER_MAX_NAMES, lower case; those that lead back come first */
  guint n_agreeing; /* how many lead back */
  char *source;     /* of the names: the name server that was set, or "" for the system's */
  gint64 asked;     /* seconds since 1970: when the names were asked for; 0: never */
  BuoyPlace *place; /* NULL */
};

BuoyServer *buoy_server_new (const char *address);

/* The names as bytes for the store, and back; NULL if they are none of ours. The place is not kept. */
GBytes *buoy_server_to_bytes (const BuoyServer *server);
BuoyServer *buoy_server_from_bytes (GBytes *bytes);
