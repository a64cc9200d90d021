/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Where the organisation's policy is fetched from. Only root can write the file.
 */
#pragma once

#include <glib.h>

#define BUOY_FETCH_CONF "/etc/bellbuoy/fetch.conf"

typedef struct
{
  char *url;
  char *key; /* minisign's public key, base64; "": documents need no signature */
} BuoyFetchConf;

/* (nullable): NULL without an error if there is no such file; NULL with a BUOY_FETCH_ERROR if it is invalid. */
BuoyFetchConf *buoy_fetch_conf_read (const char *root, GError **error);
void buoy_fetch_conf_free (BuoyFetchConf *conf);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BuoyFetchConf, buoy_fetch_conf_free)
