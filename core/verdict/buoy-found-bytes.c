/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "verdict/buoy-found-bytes.h"

#include <gio/gio.h>

#include "registry/buoy-registration-private.h"
#include "registry/buoy-server-private.h"
#include "verdict/facts-record.h"

#define VERSION 0x42460002 /* to be raised with each change of what is written */
#define MAX_ANSWERS 100    /* signatures, domains, servers: of each, fewer are asked about */
#define ALL_OPEN_FIELDS (2 * BUOY_OPEN_CONTENT_TYPE - 1)

typedef struct
{
  GPtrArray *pictures;            /* of BuoyPictureFacts; NULL */
  BuoyVerification *verification; /* NULL */
  GPtrArray *signatures;          /* of BuoySignature: those of verification */
} FoundRecord;

/* As read: the reason is its own. */
static void
free_signature (gpointer data)
{
  BuoySignature *signature = data;

  g_free (signature->domain);
  g_free (signature->selector);
  g_free ((char *) signature->reason);
  g_free (signature);
}

static gpointer
make_signature (void)
{
  return g_new0 (BuoySignature, 1);
}

static const BuoyField signature_fields[] = {
  BUOY_TEXT (BuoySignature, domain),
  BUOY_TEXT (BuoySignature, selector),
  BUOY_NUMBER (BuoySignature, state, BUOY_SIGNATURE_UNKNOWN),
  BUOY_MAYBE_TEXT (BuoySignature, reason),
  BUOY_NUMBER (BuoySignature, open, ALL_OPEN_FIELDS),
  BUOY_NUMBER (BuoySignature, key_bits, G_MAXUINT),
  BUOY_BOOLEAN (BuoySignature, aligned),
};

static const BuoyRecordType signature_record = BUOY_RECORD_TYPE (signature_fields, make_signature, free_signature);

static gpointer
make_registration (void)
{
  return buoy_registration_new ("");
}

static void
free_registration (gpointer registration)
{
  buoy_registration_free (registration);
}

static const BuoyField registration_fields[] = {
  BUOY_TEXT (BuoyRegistration, domain),
  BUOY_TIME (BuoyRegistration, registered),
  BUOY_TEXT (BuoyRegistration, registrar),
  BUOY_TEXT (BuoyRegistration, holder),
  BUOY_BOOLEAN (BuoyRegistration, is_private),
  BUOY_STRV (BuoyRegistration, statuses, BUOY_REGISTRATION_MAX_LIST),
  BUOY_STRV (BuoyRegistration, name_servers, BUOY_REGISTRATION_MAX_LIST),
  BUOY_TEXT (BuoyRegistration, source),
  BUOY_TIME (BuoyRegistration, asked),
};

static const BuoyRecordType registration_record
    = BUOY_RECORD_TYPE (registration_fields, make_registration, free_registration);

static gpointer
make_unanswered (void)
{
  return g_new0 (BuoyUnanswered, 1);
}

static void
free_unanswered (gpointer data)
{
  BuoyUnanswered *unanswered = data;

  g_free (unanswered->domain);
  g_free (unanswered->source);
  g_free (unanswered);
}

static const BuoyField unanswered_fields[] = {
  BUOY_TEXT (BuoyUnanswered, domain),
  BUOY_NUMBER (BuoyUnanswered, why, BUOY_LOOKUP_ERROR_ANSWER),
  BUOY_TEXT (BuoyUnanswered, source),
  BUOY_TIME (BuoyUnanswered, asked),
};

static const BuoyRecordType unanswered_record = BUOY_RECORD_TYPE (unanswered_fields, make_unanswered, free_unanswered);

static gpointer
make_place (void)
{
  return g_new0 (BuoyPlace, 1);
}

static void
free_place (gpointer place)
{
  buoy_place_free (place);
}

static const BuoyField place_fields[] = {
  BUOY_TEXT (BuoyPlace, country), BUOY_TEXT (BuoyPlace, city),
  BUOY_TEXT (BuoyPlace, network), BUOY_NUMBER (BuoyPlace, number, G_MAXUINT32),
  BUOY_TEXT (BuoyPlace, table),   BUOY_TIME (BuoyPlace, made),
  BUOY_TIME (BuoyPlace, asked),
};

static const BuoyRecordType place_record = BUOY_RECORD_TYPE (place_fields, make_place, free_place);

static gpointer
make_server (void)
{
  return buoy_server_new ("");
}

static void
free_server (gpointer server)
{
  buoy_server_free (server);
}

static const BuoyField server_fields[] = {
  BUOY_TEXT (BuoyServer, address),
  BUOY_NUMBER (BuoyServer, state, BUOY_SERVER_NAME_AGREES),
  BUOY_STRV (BuoyServer, names, BUOY_SERVER_MAX_NAMES),
  BUOY_NUMBER (BuoyServer, n_agreeing, BUOY_SERVER_MAX_NAMES),
  BUOY_TEXT (BuoyServer, source),
  BUOY_TIME (BuoyServer, asked),
  BUOY_MAYBE_RECORD (BuoyServer, place, &place_record),
};

static const BuoyRecordType server_record = BUOY_RECORD_TYPE (server_fields, make_server, free_server);

static gpointer
make_verification (void)
{
  return buoy_verification_new ();
}

static void
free_verification (gpointer verification)
{
  buoy_verification_unref (verification);
}

/* Without the signatures, whose reasons have no owner there. */
static const BuoyField verification_fields[] = {
  BUOY_RECORDS (BuoyVerification, registrations, MAX_ANSWERS, &registration_record),
  BUOY_RECORDS (BuoyVerification, unanswered, MAX_ANSWERS, &unanswered_record),
  BUOY_MAYBE_RECORD (BuoyVerification, server, &server_record),
  BUOY_RECORDS (BuoyVerification, link_servers, MAX_ANSWERS, &server_record),
  BUOY_BOOLEAN (BuoyVerification, asked_sender),
  BUOY_BOOLEAN (BuoyVerification, complete),
  BUOY_BOOLEAN (BuoyVerification, unable),
  BUOY_NUMBER (BuoyVerification, policy, BUOY_DMARC_REJECT),
  BUOY_BOOLEAN (BuoyVerification, enforced),
  BUOY_BOOLEAN (BuoyVerification, strict),
};

static const BuoyRecordType verification_record
    = BUOY_RECORD_TYPE (verification_fields, make_verification, free_verification);

static gpointer
make_found (void)
{
  return g_new0 (FoundRecord, 1);
}

static void
free_found (gpointer data)
{
  FoundRecord *record = data;

  g_clear_pointer (&record->pictures, g_ptr_array_unref);
  g_clear_pointer (&record->verification, buoy_verification_unref);
  g_clear_pointer (&record->signatures, g_ptr_array_unref);
  g_free (record);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoundRecord, free_found)

static const BuoyField found_fields[] = {
  BUOY_MAYBE_RECORDS (FoundRecord, pictures, BUOY_RECORD_MAX_LIST, &buoy_picture_facts_record),
  BUOY_MAYBE_RECORD (FoundRecord, verification, &verification_record),
  BUOY_MAYBE_RECORDS (FoundRecord, signatures, MAX_ANSWERS, &signature_record),
};

static const BuoyRecordType found_record = BUOY_RECORD_TYPE (found_fields, make_found, free_found);

GBytes *
buoy_found_to_bytes (const GPtrArray *pictures, const BuoyVerification *verification)
{
  const FoundRecord record = {
    .pictures = (GPtrArray *) pictures,
    .verification = (BuoyVerification *) verification,
    .signatures = verification != NULL ? verification->signatures : NULL,
  };

  return buoy_record_to_bytes (&found_record, &record, VERSION, BUOY_FOUND_MAX_BYTES);
}

static gboolean
is_sound_server (const BuoyServer *server)
{
  return server->n_agreeing <= g_strv_length (server->names);
}

static gboolean
are_sound_servers (const BuoyVerification *verification)
{
  for (guint i = 0; i < verification->link_servers->len; i++)
    if (!is_sound_server (g_ptr_array_index (verification->link_servers, i)))
      return FALSE;
  return verification->server == NULL || is_sound_server (verification->server);
}

static gboolean
is_sound (const FoundRecord *record)
{
  return record != NULL && (record->verification != NULL) == (record->signatures != NULL)
         && (record->verification == NULL || are_sound_servers (record->verification));
}

/* A process that reads them reads them once, so their reasons may stay. */
static void
take_signatures (BuoyVerification *verification, const GPtrArray *signatures)
{
  for (guint i = 0; i < signatures->len; i++)
    {
      const BuoySignature *read = g_ptr_array_index (signatures, i);
      BuoySignature *signature = buoy_verification_add (verification, read->domain, read->selector);

      signature->state = read->state;
      signature->reason = g_intern_string (read->reason);
      signature->open = read->open;
      signature->key_bits = read->key_bits;
      signature->aligned = read->aligned;
    }
}

gboolean
buoy_found_from_bytes (GBytes *bytes, GPtrArray **out_pictures, BuoyVerification **out_verification, GError **error)
{
  g_autoptr (FoundRecord) record = buoy_record_from_bytes (&found_record, bytes, VERSION, BUOY_FOUND_MAX_BYTES);

  if (!is_sound (record))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "these bytes are nothing that was found");
      return FALSE;
    }
  if (record->verification != NULL)
    take_signatures (record->verification, record->signatures);
  *out_pictures = g_steal_pointer (&record->pictures);
  *out_verification = g_steal_pointer (&record->verification);
  return TRUE;
}
