/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What the files of this folder share.
 */
#pragma once

#include "notice/buoy-notice.h"
#include "verdict/buoy-verdict-private.h"

typedef struct
{
  const char *label; /* translated */
  char *value;
} BuoyLine;

void buoy_line_free (gpointer line);

/* The evidence of @finding in words; of BuoyLine. */
GPtrArray *buoy_lines_new (const BuoyFinding *finding);

/* What could not be looked at or was inferred; of const char *, translated. */
GPtrArray *buoy_remarks_new (BuoyVerdict *verdict);

/* Makes gettext find the words, once. */
void buoy_notice_bind_domain (void);

/* "ekl-net.vecterdian[.]shop": cannot be clicked by accident; (transfer full). */
char *buoy_notice_defang (const char *text);
