/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * When it counts what was learned about the servers from the account's mail. Each row's result is "trusted-hops client
 * auth-state unread", with "-" for none, and "assumed" if the server is neither configured nor learned.
 */
#include "config.h"

#include <string.h>

#include "trace.h"

typedef struct
{
  const char *name, *headers;
  const char *server, *inner, *results; /* learned */
  const char *trusted;                  /* configured */
  const char *expected;
} Case;

#define MX "mx.reader.example"
#define INNER "203.0.113.9"
#define RESULT(id, text) "Authentication-Results: " id "; " text "\n"
#define GOOD(id) RESULT (id, "dkim=pass header.d=bank.example; dmarc=pass header.from=bank.example")
#define BOX                                                                                                       \
  "Received: from in.reader.example (host.rented.example [" INNER "] (may be forged)) by box.reader.example with" \
  " ESMTP id 2; Mon, 4 May 2020 08:00:01 +0900\n"
#define FROM_STRANGER_TO_BOX                                                                          \
  "Received: from in.reader.example (unknown [198.51.100.66]) by box.reader.example with ESMTP id 2;" \
  " Mon, 4 May 2020 08:00:01 +0900\n"

static const Case cases[] = {
  { "nothing-learned", FROM_OTHER GOOD (MX) BANK, NULL, NULL, NULL, NULL,
    "1 198.51.100.7 none below-an-assumed-server assumed" },
  { "results-learned", FROM_OTHER GOOD (MX) BANK, MX, NULL, "=", NULL, "1 198.51.100.7 pass -" },
  { "of-the-pool", FROM_OTHER GOOD (MX) BANK, "mx9.reader.example", NULL, "=", NULL, "1 198.51.100.7 pass -" },
  { "server-only", FROM_OTHER GOOD (MX) BANK, MX, NULL, NULL, NULL, "1 198.51.100.7 none below-an-assumed-server" },
  { "another-server", FROM_OTHER GOOD (MX) BANK, "mx.other.test", NULL, "=", NULL,
    "1 198.51.100.7 none below-an-assumed-server assumed" },
  { "id-learned", FROM_OTHER GOOD ("reader.example") BANK, MX, NULL, "reader.example", NULL, "1 198.51.100.7 pass -" },
  { "another-id", FROM_OTHER GOOD (MX) BANK, MX, NULL, "reader.example", NULL,
    "1 198.51.100.7 none below-an-assumed-server" },
  /* only the first field, and none if two have its authserv-id */
  { "first-of-another", FROM_OTHER GOOD ("mx.other.test") GOOD (MX) BANK, MX, NULL, "=", NULL,
    "1 198.51.100.7 none below-an-assumed-server" },
  { "two-of-the-name", FROM_OTHER RESULT (MX, "spf=none") GOOD (MX) BANK, MX, NULL, "=", NULL,
    "1 198.51.100.7 none below-an-assumed-server" },
  { "not-right-below", FROM_OTHER "X-Mailer: x\n" GOOD (MX) BANK, MX, NULL, "=", NULL,
    "1 198.51.100.7 none out-of-place" },
  /* the inner machine, by its address only */
  { "inner", BOX FROM_OTHER GOOD (MX) BANK, "box.reader.example", INNER, "=", NULL, "2 198.51.100.7 pass -" },
  { "inner-not-learned", BOX FROM_OTHER GOOD (MX) BANK, "box.reader.example", NULL, "=", NULL,
    "1 203.0.113.9 none out-of-place" },
  { "inner-by-name", FROM_STRANGER_TO_BOX FROM_OTHER GOOD (MX) BANK, "box.reader.example", INNER, "=", NULL,
    "1 198.51.100.66 none out-of-place" },
  { "past-the-inner", FROM_STRANGER_TO_BOX GOOD ("box.reader.example") BANK, "box.reader.example", INNER, "=", NULL,
    "1 198.51.100.66 none below-an-assumed-server" },
  { "inner-claimed-below", FROM_STRANGER_TO_BOX BOX FROM_OTHER GOOD (MX) BANK, "box.reader.example", INNER, "=", NULL,
    "1 198.51.100.66 none out-of-place" },
  { "inner-under-another-name", BOX FROM_OTHER GOOD (MX) BANK, "mx.other.test", INNER, "=", NULL,
    "2 198.51.100.7 pass -" },
  /* the configuration takes precedence */
  { "configured", FROM_OTHER GOOD (MX) BANK, MX, NULL, "=", "mx.elsewhere.example",
    "1 198.51.100.7 none below-an-assumed-server assumed" },
  { "configured-alike", BOX FROM_OTHER GOOD (MX) BANK, "box.reader.example", INNER, "=", "imap.reader.example",
    "2 198.51.100.7 pass -" },
};

static char *
tell (const BuoyEvidence *evidence)
{
  static const char *const states[] = { "none", "pass", "fail", "unknown" };
  const BuoyReceived *hop = evidence->origin.boundary_hop;

  return g_strdup_printf ("%u %s %s %s%s", evidence->origin.n_trusted, hop != NULL ? hop->ip : "-",
                          states[evidence->auth.state], evidence->auth.unread != NULL ? evidence->auth.unread : "-",
                          evidence->origin.assumed ? " assumed" : "");
}

static BuoyReceivingSide *
side_of (const Case *row)
{
  BuoyReceivingSide *side;

  if (row->server == NULL)
    return NULL;
  side = buoy_receiving_side_new (row->server);
  side->inner_address = g_strdup (row->inner);
  side->inner_server = row->inner != NULL ? g_strdup (MX) : NULL;
  side->results = g_strdup (row->results);
  return side;
}

static void
test_case (gconstpointer data)
{
  const Case *row = data;
  BuoyReceivingSide *side = side_of (row);
  g_autoptr (BuoyContext) context = buoy_context_new ();
  g_autoptr (BuoyEvidence) evidence = NULL;
  g_autofree char *found = NULL;

  buoy_context_set_receiving_side (context, side);
  g_clear_pointer (&side, buoy_receiving_side_unref);
  evidence = trace_evidence_new_with (row->headers, row->trusted, NULL, context);
  found = tell (evidence);
  g_assert_cmpstr (found, ==, row->expected);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/evidence/learned/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  return g_test_run ();
}
