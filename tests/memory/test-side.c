/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What a mailbox teaches about the servers that receive it, and what it costs a sender to teach something false. A row
 * is a mailbox made of groups of messages; its result is "server inner-address results", with "-" for none.
 */
#include "config.h"

#include "memory/buoy-side-ledger.h"

#define MAX_GROUPS 4

/* @n messages from @n_networks networks, on days @day to @day + @n_days - 1 in turn. @via NULL: each network hands its
 * mail over to @by directly. Otherwise the client at @via does, and says that it got them from these networks.
 */
typedef struct
{
  guint n, n_networks, first_network;
  const char *by, *via, *results;
  guint day, n_days;
  gboolean is_proxy; /* the client at @via greets with the senders' own names */
} Group;

typedef struct
{
  const char *name;
  Group groups[MAX_GROUPS];
  const char *expected;
} Case;

#define MX "mx.reader.example"
#define OWN BUOY_RESULTS_OF_SERVER
#define INNER "203.0.113.9"
#define BAD "198.51.100.66" /* an attacker's machine */

static const Case cases[] = {
  { "twenty-from-ten", { { 20, 10, 1, MX, NULL, OWN, 0, 5 } }, MX " - =" },
  { "nineteen", { { 19, 10, 1, MX, NULL, OWN, 0, 5 } }, "-" },
  { "nine-networks", { { 200, 9, 1, MX, NULL, OWN, 0, 5 } }, "-" },
  { "four-days", { { 40, 20, 1, MX, NULL, OWN, 0, 4 } }, "-" },
  { "pool",
    { { 20, 10, 1, "mx1.eu.reader.example", NULL, OWN, 0, 5 },
      { 20, 10, 1, "mx2.us.reader.example", NULL, OWN, 5, 5 } },
    "mx2.us.reader.example - =" },
  { "no-results", { { 40, 20, 1, MX, NULL, NULL, 0, 9 } }, MX " - -" },
  { "id-of-its-own", { { 40, 20, 1, MX, NULL, "reader.example", 0, 9 } }, MX " - reader.example" },
  /* a server that writes none for unsigned mail leaves the place to the sender */
  { "results-of-nine-tenths", { { 36, 18, 1, MX, NULL, OWN, 0, 9 }, { 4, 2, 30, MX, NULL, NULL, 0, 9 } }, MX " - -" },
  { "results-of-nearly-all", { { 76, 38, 1, MX, NULL, OWN, 0, 9 }, { 4, 2, 50, MX, NULL, NULL, 0, 9 } }, MX " - =" },
  { "one-sender-forges-results",
    { { 40, 20, 1, MX, NULL, NULL, 0, 9 }, { 4000, 1, 90, MX, NULL, OWN, 0, 9 } },
    MX " - -" },
  /* the server writes no line of its own: the top line is each sender's */
  { "one-busy-sender",
    { { 1, 1, 1, "out1.example", NULL, NULL, 0, 1 },
      { 1, 1, 2, "out2.example", NULL, NULL, 1, 1 },
      { 1, 1, 3, "out3.example", NULL, NULL, 2, 1 },
      { 4000, 1, 90, "mx.evil.example", NULL, OWN, 0, 9 } },
    "-" },
  { "nine-rented-networks", { { 4000, 9, 90, "mx.evil.example", NULL, OWN, 0, 9 } }, "-" },
  { "rented-networks-against-honest",
    { { 28, 14, 1, "out.other.example", NULL, NULL, 0, 9 }, { 4000, 125, 60, "mx.evil.example", NULL, OWN, 0, 9 } },
    "-" },
  /* an inner machine */
  { "inner", { { 20, 10, 1, MX, INNER, OWN, 0, 5 } }, MX " " INNER " =" },
  { "inner-renamed",
    { { 20, 10, 1, MX, INNER, OWN, 0, 5 }, { 20, 10, 1, "mx.other.example", INNER, OWN, 5, 5 } },
    "mx.other.example " INNER " =" },
  { "inner-nine-networks", { { 200, 9, 1, MX, INNER, OWN, 0, 5 } }, "-" },
  { "inner-and-two-strays",
    { { 40, 20, 1, MX, INNER, OWN, 0, 9 }, { 4, 2, 100, MX, NULL, NULL, 0, 9 } },
    MX " " INNER " =" },
  /* a proxy writes no line: what is below its is the sender's */
  { "proxy", { { 40, 20, 1, MX, INNER, OWN, 0, 9, TRUE } }, "-" },
  { "proxy-and-busy-sender",
    { { 10, 5, 1, MX, INNER, NULL, 0, 9, TRUE }, { 4000, 120, 60, MX, INNER, OWN, 0, 9 } },
    "-" },
  /* networks that a client claims cost nothing, nor do messages */
  { "claimed-networks", { { 20, 10, 1, MX, NULL, NULL, 0, 9 }, { 4000, 120, 60, MX, BAD, OWN, 0, 9 } }, MX " - -" },
  { "claimed-networks-first", { { 4000, 120, 60, MX, BAD, OWN, 0, 9 }, { 6, 3, 1, MX, NULL, NULL, 1, 6 } }, "-" },
  { "claimed-networks-beside-inner",
    { { 20, 10, 1, MX, INNER, OWN, 0, 9 }, { 4000, 120, 60, MX, BAD, OWN, 1, 9 } },
    MX " " INNER " =" },
  /* changes of provider */
  { "new-provider",
    { { 200, 100, 1, MX, NULL, OWN, 0, 90 }, { 120, 58, 1, "mx.new.example", NULL, "new.example", 91, 60 } },
    "mx.new.example - new.example" },
  { "half-way", { { 200, 60, 1, MX, NULL, OWN, 0, 90 }, { 60, 30, 1, "mx.new.example", NULL, OWN, 91, 9 } }, "-" },
  { "new-inner-machine",
    { { 60, 30, 1, MX, NULL, NULL, 0, 90 }, { 60, 20, 1, MX, INNER, OWN, 91, 31 } },
    MX " " INNER " =" },
  { "new-inner-machine-too-soon",
    { { 60, 30, 1, MX, NULL, NULL, 0, 90 }, { 60, 20, 1, MX, INNER, OWN, 91, 30 } },
    MX " - -" },
  { "inner-machine-gone", { { 60, 20, 1, MX, INNER, OWN, 0, 30 }, { 60, 30, 1, MX, NULL, NULL, 31, 60 } }, MX " - -" },
};

static char *
address_in (guint network)
{
  return g_strdup_printf ("%u.%u.0.7", 20 + network / 200, network % 200);
}

static void
add_group (BuoySideLedger *ledger, const Group *group)
{
  for (guint i = 0; i < group->n; i++)
    {
      g_autofree char *peer = address_in (group->first_network + i % group->n_networks);
      const BuoyHandOverLine direct = { .by = group->by, .peer = peer, .results = group->results };
      g_autofree char *name = g_strdup_printf ("out.shop%u.example", group->first_network + i % group->n_networks);
      const BuoyHandOverLine via
          = { .by = group->by, .peer = group->via, .helo = group->is_proxy ? name : "in.reader.example" };
      const BuoyHandOverLine inner = { .by = "in.reader.example", .peer = peer, .results = group->results };
      const BuoyHandOver hand_over = {
        .day = 20000 + group->day + i * group->n_days / group->n,
        .outer = group->via != NULL ? via : direct,
        .inner = group->via != NULL ? inner : (BuoyHandOverLine){ NULL },
      };

      buoy_side_ledger_add (ledger, &hand_over);
    }
}

static char *
tell (const BuoyReceivingSide *side)
{
  if (side == NULL)
    return g_strdup ("-");
  return g_strdup_printf ("%s %s %s", side->server, side->inner_address != NULL ? side->inner_address : "-",
                          side->results != NULL ? side->results : "-");
}

/* Whatever is kept is read back as it was. */
static void
test_case (gconstpointer data)
{
  const Case *row = data;
  g_autoptr (BuoySideLedger) ledger = buoy_side_ledger_new ();

  for (guint i = 0; i < MAX_GROUPS && row->groups[i].n > 0; i++)
    add_group (ledger, &row->groups[i]);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (BuoyReceivingSide) side = buoy_side_ledger_conclude (ledger);
      g_autofree char *text = tell (side);
      g_autoptr (GBytes) bytes = buoy_side_ledger_to_bytes (ledger);

      g_assert_cmpstr (text, ==, row->expected);
      g_clear_pointer (&ledger, buoy_side_ledger_free);
      ledger = buoy_side_ledger_from_bytes (bytes);
    }
}

/* A damaged value is no error and no crash: what can be read of it counts. */
static void
test_damaged (void)
{
  static const char noise[] = "\xff\x00\x12 mx.reader.example \x80\x80\x80\x80\x7f";
  g_autoptr (GBytes) bytes = g_bytes_new_static (noise, sizeof noise);
  g_autoptr (BuoySideLedger) ledger = buoy_side_ledger_from_bytes (bytes);

  g_assert_null (buoy_side_ledger_conclude (ledger));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/memory/side/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/memory/side/damaged", test_damaged);
  return g_test_run ();
}
