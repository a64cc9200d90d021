/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * data: URLs, which contain their resource (RFC 2397), read as browsers do (Fetch standard, "data: URL processor").
 */
#pragma once

#include <glib.h>

typedef struct
{
  char *type; /* everything before the comma, in lower case */
  char *data; /* everything after it, encoded */
  gboolean is_base64;
} BuoyDataUrl;

BuoyDataUrl *buoy_data_url_parse (const char *url);

GBytes *buoy_data_url_decode (const BuoyDataUrl *self, gboolean is_base64);

void buoy_data_url_free (BuoyDataUrl *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BuoyDataUrl, buoy_data_url_free)
