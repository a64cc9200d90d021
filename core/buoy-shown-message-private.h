/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The fields of a BuoyShown, for the library.
 */
#pragma once

#include "buoy-shown-message.h"

/* What is beyond is counted. A host tells no more than that either. */
#define BUOY_MAX_SHOWN_LINKS 2000
#define BUOY_MAX_SHOWN_BYTES (4 * 1024 * 1024) /* of links and text; long links take two kilobytes each */

typedef struct
{
  char *href;       /* the attribute's value, valid UTF-8; of a form, its action */
  char *text;       /* as rendered; of a form, the label of its button */
  char *base;       /* what @href is relative to, where the document says so; NULL */
  gboolean is_seen; /* it seems to be visible. Ranks, never excuses */
  gboolean is_form;
} BuoyShownLink;

struct _BuoyShown
{
  gatomicrefcount ref_count;
  GPtrArray *links; /* of BuoyShownLink, in the order of the documents */
  GString *text;    /* visible text, documents separated by newlines */
  guint n_left_out; /* links that are displayed and not among @links */
  gboolean has_password_field;
  gsize n_bytes; /* of all texts above */
};

BuoyShown *buoy_shown_new_from_variant (GVariant *variant);
GVariant *buoy_shown_to_variant (const BuoyShown *shown);
