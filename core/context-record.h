/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The words with which a host describes the reader, as they are written down.
 */
#pragma once

#include "base/buoy-record.h"
#include "buoy-context-private.h"

typedef struct
{
  char *words;    /* of the subscription */
  gint64 fetched; /* a renewed list makes other bytes */
} BuoyListRecord;

/* Arrays are of char * where nothing else is said. */
typedef struct
{
  GPtrArray *trusted_hosts; /* and networks */
  GPtrArray *own_addresses;
  GPtrArray *own_domains;
  GPtrArray *contacts; /* of BuoyContact */
  GPtrArray *gateways; /* "host" or "host:parameter" */
  GPtrArray *suppressed;
  GPtrArray *trusted_senders;
  GPtrArray *trusted_links; /* of BuoyTrustedLink */
  GPtrArray *blocked_sites;
  GPtrArray *allowed_sites;
  GPtrArray *protected_domains;
  GPtrArray *protected_people; /* of BuoyContact */
  GPtrArray *block_lists;      /* of BuoyListRecord */
  guint list_max_age;
  guint new_domain_days;
  guint lookup_kinds;
  gboolean skips_codes;
  BuoyReceivingSide *side; /* NULL */
} BuoyContextRecord;

extern const BuoyRecordType buoy_context_record; /* of BuoyContextRecord */

void buoy_list_record_free (gpointer list);
void buoy_context_record_free (gpointer record);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BuoyContextRecord, buoy_context_record_free)
