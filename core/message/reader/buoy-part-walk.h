/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * State of the walk over the parts of one file.
 */
#pragma once

#include "base/buoy-budget.h"
#include "message/buoy-message.h"
#include "message/mime/buoy-gmime.h"

typedef struct _BuoyPartWalk BuoyPartWalk;

struct _BuoyPartWalk
{
  GMimeParserOptions *options;
  BuoyBudget *budget;      /* borrowed; of the whole file */
  guint n_objects;         /* header fields and parts parsed so far, in the whole file */
  guint n_parts;           /* read so far, in the whole file */
  guint n_skipped_levels;  /* enclosing multiparts whose middle is being skipped */
  gboolean is_before_end;  /* not among the last parts of the file */
  GPtrArray *boundaries;   /* of char *: of the enclosing multiparts, in one parse */
  guint n_inner;           /* attached messages read so far */
  guint n_readings;        /* parts that were parsed again because of contradictory fields */
  guint n_pages;           /* attached pages and messages that were decoded */
  gsize n_page_bytes;      /* of these pages */
  gsize n_file_bytes;      /* of these messages */
  gboolean keeps_pictures; /* for a BuoyPictureFunc */

  /* Read a message within the message recursively, as a part or as a file. NULL if a file is not a message. */
  BuoyMessage *(*read_entity) (GMimeMessage *entity, BuoyPartWalk *walk, guint depth);
  BuoyMessage *(*read_file) (GBytes *bytes, BuoyPartWalk *walk, guint depth);
};
