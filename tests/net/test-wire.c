/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Restores a message as transmitted from what a store kept; and DMARC records.
 */
#include "config.h"

#include <string.h>

#include "net/buoy-dmarc.h"
#include "net/buoy-wire.h"

/* "[field][field]body", line ends as "~" */
static char *
write_down (const char *text, gsize length)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, length);
  g_autoptr (BuoyWire) wire = buoy_wire_new (bytes);
  GString *out = g_string_new (NULL);
  GBytes *piece;
  gsize at = 0;

  if (wire == NULL)
    return g_string_free (g_string_assign (out, "none"), FALSE);
  for (guint i = 0; i < wire->fields->len; i++)
    g_string_append_printf (out, "[%s]", (char *) g_ptr_array_index (wire->fields, i));
  while ((piece = buoy_wire_next (wire, &at)) != NULL)
    {
      g_string_append_len (out, g_bytes_get_data (piece, NULL), (gssize) g_bytes_get_size (piece));
      g_bytes_unref (piece);
    }
  g_string_replace (out, "\r\n", "~", 0);
  return g_string_free (out, FALSE);
}

static void
test_wire (void)
{
  static const struct
  {
    const char *text, *expected;
  } cases[] = {
    { "A: b\r\nC: d\r\n\r\nhello\r\n", "[A: b][C: d]hello~" },
    { "A: b\nC: d\n\nhello\n", "[A: b][C: d]hello~" },
    { "A: b\r\n c\r\n\td\r\nE: f\r\n\r\n", "[A: b~ c~\td][E: f]" },
    { "A: b\n c\nE: f\n\n", "[A: b~ c][E: f]" },
    { "From a@b.test Mon\nA: b\n\nx", "[A: b]x" },
    { "A: b", "[A: b]" },
    { "A: b\r\n", "[A: b]" },
    { "\r\nbody", "body" },
    { "\nbody\n", "body~" },
    /* a lone line feed of a message that has CRLF stays one */
    { "A: b\r\n\r\nx\ny\r\n", "[A: b]x\ny~" },
    { "A: b\r \n\nx", "[A: b\r ]x" },
    { "", "none" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = write_down (cases[i].text, strlen (cases[i].text));

      g_assert_cmpstr (found, ==, cases[i].expected);
    }
}

static void
test_wire_limits (void)
{
  g_autoptr (GString) many = g_string_new (NULL);
  g_autofree char *nul = write_down ("A: \0b\n\nx", 8);
  g_autofree char *found = NULL;

  g_assert_cmpstr (nul, ==, "none");
  for (guint i = 0; i < 2001; i++)
    g_string_append (many, "A: b\n");
  found = write_down (many->str, many->len);
  g_assert_cmpstr (found, ==, "none");
}

/* A piece may end within a line. */
static void
test_long_body (void)
{
  g_autoptr (GString) text = g_string_new ("A: b\n\n");
  g_autofree char *found = NULL;

  for (guint i = 0; i < 40000; i++)
    g_string_append (text, "line\n");
  found = write_down (text->str, text->len);
  g_assert_cmpuint (strlen (found), ==, strlen ("[A: b]") + 40000 * 5);
}

static void
test_canonical_length (void)
{
  static const struct
  {
    const char *body;
    guint64 simple, relaxed;
  } cases[] = {
    { "", 0, 0 },
    { "a\r\n", 3, 3 },
    { "a", 3, 3 },
    { "a\n", 3, 3 },
    { "a  b \r\n", 7, 5 },
    { "a\r\n\r\n\r\n", 3, 3 },
    { "a\r\n\r\nb\r\n", 8, 8 },
    { " \r\n", 3, 0 },
    { "\r\n\r\n", 0, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strconcat ("A: b\r\n\r\n", cases[i].body, NULL);
      g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
      g_autoptr (BuoyWire) wire = buoy_wire_new (bytes);

      g_assert_cmpuint (buoy_wire_canonical_length (wire, FALSE), ==, cases[i].simple);
      g_assert_cmpuint (buoy_wire_canonical_length (wire, TRUE), ==, cases[i].relaxed);
    }
}

static void
test_dmarc (void)
{
  static const struct
  {
    const char *record;
    gboolean of_parent;
    const char *expected;
  } cases[] = {
    { "v=DMARC1; p=reject", FALSE, "reject enforced" },
    { "v=DMARC1;p=REJECT;", FALSE, "reject enforced" },
    { "v = DMARC1 ; p = quarantine", FALSE, "quarantine enforced" },
    { "v=DMARC1; p=none; rua=mailto:x@a.test", FALSE, "none" },
    { "v=DMARC1; p=reject; sp=none", FALSE, "reject enforced" },
    { "v=DMARC1; p=reject; sp=none", TRUE, "none" },
    { "v=DMARC1; p=none; sp=reject", TRUE, "reject enforced" },
    { "v=DMARC1; p=reject", TRUE, "reject enforced" },
    { "v=DMARC1; p=reject; pct=50", FALSE, "reject" },
    { "v=DMARC1; p=reject; pct=100; adkim=s", FALSE, "reject enforced strict" },
    { "v=DMARC1; p=maybe", FALSE, "none" },
    { "v=DMARC1", FALSE, "none" },
    { "p=reject; v=DMARC1", FALSE, "no record" },
    { "v=DMARC10; p=reject", FALSE, "no record" },
    { "v=dmarc1; p=reject", FALSE, "no record" },
    { "v=spf1 -all", FALSE, "no record" },
    { "", FALSE, "no record" },
  };
  static const char *const policies[] = { "unknown", "absent", "none", "quarantine", "reject" };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (BuoyVerification) verification = buoy_verification_new ();
      g_autofree char *found = g_strdup ("no record");

      if (buoy_dmarc_read (cases[i].record, cases[i].of_parent, verification))
        {
          g_free (found);
          found = g_strconcat (policies[verification->policy], verification->enforced ? " enforced" : "",
                               verification->strict ? " strict" : "", NULL);
        }
      g_assert_cmpstr (found, ==, cases[i].expected);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/wire/bytes", test_wire);
  g_test_add_func ("/wire/limits", test_wire_limits);
  g_test_add_func ("/wire/long-body", test_long_body);
  g_test_add_func ("/wire/canonical-length", test_canonical_length);
  g_test_add_func ("/wire/dmarc", test_dmarc);
  return g_test_run ();
}
