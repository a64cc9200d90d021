/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What the walk over the parts of one file carries with it.
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
  guint n_parts;           /* looked at so far, in the whole file */
  guint n_skipped_levels;  /* multiparts around here of which the middle is being passed over */
  gboolean is_before_end;  /* not among the last parts of the file */
  GPtrArray *boundaries;   /* of char *: of the multiparts around here, in one parse */
  guint n_inner;           /* attached messages read so far */
  guint n_readings;        /* parts that were parsed anew, since their fields contradict each other */
  guint n_pages;           /* attached pages and messages decoded */
  gsize n_page_bytes;      /* of the pages */
  gsize n_file_bytes;      /* of the messages */
  gboolean keeps_pictures; /* for somebody who looks at them */

  /* A message within the message, as a part and as a file: the walk goes on in it. NULL where a file is no message. */
  BuoyMessage *(*read_entity) (GMimeMessage *entity, BuoyPartWalk *walk, guint depth);
  BuoyMessage *(*read_file) (GBytes *bytes, BuoyPartWalk *walk, guint depth);
};
