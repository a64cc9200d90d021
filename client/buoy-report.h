/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Where messages can be reported (data/report.ini).
 */
#pragma once

#include <glib.h>

typedef struct
{
  char *id;
  char *name; /* NULL for the reader's organisation */
  char *address;
  char *subject;
  char *note;
} BuoyReportPlace;

void buoy_report_place_free (BuoyReportPlace *place);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BuoyReportPlace, buoy_report_place_free)

/* The menu entry; (transfer full). */
char *buoy_report_place_label (const BuoyReportPlace *place);

/* The reader's organisation; NULL unless @address is a single address. (transfer full) (nullable) */
BuoyReportPlace *buoy_report_place_new_organisation (const char *address);

/* The places for a reader of @languages, as returned by g_get_language_names(), in menu order. (element-type
 * BuoyReportPlace)
 */
GPtrArray *buoy_report_places_new (const char *const *languages, const char *const *allowed);
