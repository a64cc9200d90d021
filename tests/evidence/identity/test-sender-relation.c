/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Whose address From has, and whose name. One message per row.
 */
#include "config.h"

#include "evidence/buoy-evidence.h"

#include <string.h>

typedef struct
{
  const char *headers;
  BuoySenderRelation relation;
  gboolean assumed;
  const char *namesake; /* NULL: none */
} Row;

static const Row told[] = {
  { "From: reader@harbour.test\n", BUOY_SENDER_READER, FALSE, NULL },
  { "From: Reader+shop@Harbour.test\n", BUOY_SENDER_READER, FALSE, NULL },
  { "From: it@harbour.test\n", BUOY_SENDER_ORGANISATION, TRUE, NULL },
  { "From: it@office.quay.test\n", BUOY_SENDER_ORGANISATION, FALSE, NULL },
  { "From: someone@gmail.com\n", BUOY_SENDER_STRANGER, FALSE, NULL },
  { "From: reader@gmail.com\n", BUOY_SENDER_READER, FALSE, NULL },
  { "From: Anna Lindqvist <anna@lindqvist.test>\n", BUOY_SENDER_CONTACT, FALSE, NULL },
  { "From: Anna Lindqvist <anna@other.test>\n", BUOY_SENDER_STRANGER, FALSE, "Anna Lindqvist" },
  { "From: \"LINDQVIST, Anna\" <x@gmail.com>\n", BUOY_SENDER_STRANGER, FALSE, "Anna Lindqvist" },
  { "From: Anna Lindqvist <a.l@mail.lindqvist.test>\n", BUOY_SENDER_STRANGER, FALSE, NULL },
  { "From: Anna <x@other.test>\n", BUOY_SENDER_STRANGER, FALSE, NULL },
  { "From: a@other.test\nTo: a@other.test\n", BUOY_SENDER_STRANGER, FALSE, NULL },
  { "From: Anna Lindqvist\n", BUOY_SENDER_STRANGER, FALSE, NULL },
  { "Subject: no sender\n", BUOY_SENDER_STRANGER, FALSE, NULL },
};

static const Row untold[] = {
  { "From: a@other.test\nTo: A@other.test\n", BUOY_SENDER_READER, TRUE, NULL },
  { "Delivered-To: b@other.test\nFrom: a@other.test\nTo: a@other.test\n", BUOY_SENDER_STRANGER, FALSE, NULL },
  { "From: a@other.test\nTo: a@other.test, b@other.test\n", BUOY_SENDER_STRANGER, FALSE, NULL },
  { "From: a@other.test\nTo: b@other.test\n", BUOY_SENDER_STRANGER, FALSE, NULL },
  { "From: Anna Lindqvist <anna@other.test>\n", BUOY_SENDER_STRANGER, FALSE, NULL },
};

static const struct
{
  const char *headers;
  gboolean is_to_reader;
} addressed[] = {
  { "From: reader@harbour.test\nTo: reader@harbour.test\n", TRUE },
  { "From: reader@harbour.test\n", TRUE },
  { "From: reader@harbour.test\nTo: it@quay.test, reader@gmail.com\n", TRUE },
  { "From: reader@harbour.test\nTo: sailing@lists.test\n", FALSE },
  { "From: reader@harbour.test\nTo: sailing@lists.test\nCc: reader@harbour.test\n", TRUE },
};

static BuoyContext *
reader_new (void)
{
  BuoyContext *context = buoy_context_new ();

  buoy_context_add_own_address (context, "reader@harbour.test");
  buoy_context_add_own_address (context, "reader@gmail.com");
  buoy_context_add_own_domain (context, "quay.test");
  buoy_context_add_contact (context, "Anna Lindqvist", "anna@lindqvist.test");
  buoy_context_add_contact (context, "Anna", "anna@home.test");
  return context;
}

static BuoyEvidence *
evidence_of (const char *headers, BuoyContext *context)
{
  g_autofree char *text = g_strconcat (headers, "MIME-Version: 1.0\n\nHello\n", NULL);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autoptr (BuoyMessage) message = buoy_message_new_from_bytes (bytes, &error);

  g_assert_no_error (error);
  g_test_message ("%s", headers);
  return buoy_evidence_new (message, context, FALSE);
}

static void
check_rows (const Row *rows, guint n_rows, BuoyContext *context)
{
  for (guint i = 0; i < n_rows; i++)
    {
      g_autoptr (BuoyEvidence) evidence = evidence_of (rows[i].headers, context);

      g_assert_cmpint (evidence->sender.relation, ==, rows[i].relation);
      g_assert_cmpint (evidence->sender.assumed, ==, rows[i].assumed);
      g_assert_cmpstr (evidence->sender.namesake != NULL ? evidence->sender.namesake->name : NULL, ==,
                       rows[i].namesake);
    }
}

static void
test_told (void)
{
  g_autoptr (BuoyContext) context = reader_new ();

  check_rows (told, G_N_ELEMENTS (told), context);
}

static void
test_untold (void)
{
  g_autoptr (BuoyContext) context = buoy_context_new ();

  check_rows (untold, G_N_ELEMENTS (untold), NULL);
  check_rows (untold, G_N_ELEMENTS (untold), context);
}

static void
test_addressed (void)
{
  g_autoptr (BuoyContext) context = reader_new ();

  for (guint i = 0; i < G_N_ELEMENTS (addressed); i++)
    {
      g_autoptr (BuoyEvidence) evidence = evidence_of (addressed[i].headers, context);

      g_assert_cmpint (evidence->sender.is_to_reader, ==, addressed[i].is_to_reader);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/known/told", test_told);
  g_test_add_func ("/known/untold", test_untold);
  g_test_add_func ("/known/addressed", test_addressed);
  return g_test_run ();
}
