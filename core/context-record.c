/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "context-record.h"

static gpointer
make_contact (void)
{
  return g_new0 (BuoyContact, 1);
}

static const BuoyField contact_fields[] = {
  BUOY_TEXT (BuoyContact, name),
  BUOY_TEXT (BuoyContact, address),
};

static const BuoyRecordType contact_record = BUOY_RECORD_TYPE (contact_fields, make_contact, buoy_contact_free);

static gpointer
make_link (void)
{
  return g_new0 (BuoyTrustedLink, 1);
}

static const BuoyField link_fields[] = {
  BUOY_TEXT (BuoyTrustedLink, sender_domain),
  BUOY_TEXT (BuoyTrustedLink, link_domain),
};

static const BuoyRecordType link_record = BUOY_RECORD_TYPE (link_fields, make_link, buoy_trusted_link_free);

static gpointer
make_list (void)
{
  return g_new0 (BuoyListRecord, 1);
}

void
buoy_list_record_free (gpointer data)
{
  BuoyListRecord *list = data;

  g_free (list->words);
  g_free (list);
}

static const BuoyField list_fields[] = {
  BUOY_TEXT (BuoyListRecord, words),
  BUOY_TIME (BuoyListRecord, fetched),
};

static const BuoyRecordType list_record = BUOY_RECORD_TYPE (list_fields, make_list, buoy_list_record_free);

static gpointer
make_side (void)
{
  return buoy_receiving_side_new ("");
}

static void
free_side (gpointer side)
{
  buoy_receiving_side_unref (side);
}

static const BuoyField side_fields[] = {
  BUOY_TEXT (BuoyReceivingSide, server),
  BUOY_MAYBE_TEXT (BuoyReceivingSide, inner_address),
  BUOY_MAYBE_TEXT (BuoyReceivingSide, inner_server),
  BUOY_MAYBE_TEXT (BuoyReceivingSide, results),
  BUOY_NUMBER (BuoyReceivingSide, n_messages, G_MAXUINT),
};

static const BuoyRecordType side_record = BUOY_RECORD_TYPE (side_fields, make_side, free_side);

static gpointer
make_context (void)
{
  return g_new0 (BuoyContextRecord, 1);
}

void
buoy_context_record_free (gpointer data)
{
  BuoyContextRecord *record = data;
  GPtrArray **const arrays[]
      = { &record->trusted_hosts, &record->own_addresses, &record->own_domains,       &record->contacts,
          &record->gateways,      &record->suppressed,    &record->trusted_senders,   &record->trusted_links,
          &record->blocked_sites, &record->allowed_sites, &record->protected_domains, &record->protected_people,
          &record->block_lists };

  for (guint i = 0; i < G_N_ELEMENTS (arrays); i++)
    g_clear_pointer (arrays[i], g_ptr_array_unref);
  g_clear_pointer (&record->side, buoy_receiving_side_unref);
  g_free (record);
}

#define MANY G_MAXINT /* a reader's own words are limited by BUOY_CONTEXT_MAX_BYTES alone */

static const BuoyField context_fields[] = {
  BUOY_TEXTS (BuoyContextRecord, trusted_hosts, MANY),
  BUOY_TEXTS (BuoyContextRecord, own_addresses, MANY),
  BUOY_TEXTS (BuoyContextRecord, own_domains, MANY),
  BUOY_RECORDS (BuoyContextRecord, contacts, MANY, &contact_record),
  BUOY_TEXTS (BuoyContextRecord, gateways, MANY),
  BUOY_TEXTS (BuoyContextRecord, suppressed, MANY),
  BUOY_TEXTS (BuoyContextRecord, trusted_senders, MANY),
  BUOY_RECORDS (BuoyContextRecord, trusted_links, MANY, &link_record),
  BUOY_TEXTS (BuoyContextRecord, blocked_sites, MANY),
  BUOY_TEXTS (BuoyContextRecord, allowed_sites, MANY),
  BUOY_TEXTS (BuoyContextRecord, protected_domains, MANY),
  BUOY_RECORDS (BuoyContextRecord, protected_people, MANY, &contact_record),
  BUOY_RECORDS (BuoyContextRecord, block_lists, MANY, &list_record),
  BUOY_NUMBER (BuoyContextRecord, list_max_age, G_MAXUINT),
  BUOY_NUMBER (BuoyContextRecord, new_domain_days, G_MAXUINT),
  BUOY_NUMBER (BuoyContextRecord, lookup_kinds, BUOY_LOOKUP_ALL),
  BUOY_BOOLEAN (BuoyContextRecord, skips_codes),
  BUOY_MAYBE_RECORD (BuoyContextRecord, side, &side_record),
};

const BuoyRecordType buoy_context_record = BUOY_RECORD_TYPE (context_fields, make_context, buoy_context_record_free);
