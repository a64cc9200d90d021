/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "fixture.h"

#include "buoy-context-settings.h"
#include "buoy-type-names.h"
#include "checks/checks-private.h"
#include "earlier-mail.h"
#include "learn/buoy-learn.h"

#include <string.h>

#define EXPECT "X-Expect: "
#define READER "X-Reader: "
#define SHOWN "X-Shown: "

GBytes *
fixture_read (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *text = NULL;
  gsize length = 0;

  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (text, length);
}

/* Where the line after the one at @line begins; @end if it is the last. */
static const char *
next_line (const char *line, const char *end)
{
  const char *newline = memchr (line, '\n', (gsize) (end - line));

  return newline == NULL ? end : newline + 1;
}

static gboolean
starts_with (const char *line, const char *end, const char *word)
{
  return (gsize) (end - line) >= strlen (word) && memcmp (line, word, strlen (word)) == 0;
}

static gboolean
is_folded (const char *line, const char *end)
{
  return line < end && (*line == ' ' || *line == '\t');
}

/* The empty line after the header; @end if there is none. */
static const char *
find_body (const char *text, const char *end)
{
  const char *line = text;

  while (line < end && *line != '\n' && !starts_with (line, end, "\r\n"))
    line = next_line (line, end);
  return line;
}

/* The first line from @line on that begins with @field, above the body; NULL if there is none. */
static const char *
find_field (const char *line, const char *end, const char *field)
{
  const char *body = find_body (line, end);

  while (line < body && !starts_with (line, end, field))
    line = next_line (line, end);
  return line < body ? line : NULL;
}

/* The end of the field at @line, including folded lines. */
static const char *
field_end (const char *line, const char *end)
{
  do
    line = next_line (line, end);
  while (is_folded (line, end));
  return line;
}

static char *
without_returns (const char *text, const char *end)
{
  g_autofree char *copy = g_strndup (text, (gsize) (end - text));
  g_auto (GStrv) lines = g_strsplit (copy, "\r\n", -1);

  return g_strchomp (g_strjoinv ("\n", lines));
}

static void
add_contact (BuoyContext *context, const char *contact)
{
  g_auto (GStrv) halves = g_strsplit (contact, " <", 2);

  g_assert_true (halves[1] != NULL && g_str_has_suffix (halves[1], ">"));
  halves[1][strlen (halves[1]) - 1] = '\0';
  buoy_context_add_contact (context, halves[0], halves[1]);
}

static void
add_trusted_host (BuoyContext *context, const char *value)
{
  g_assert_true (buoy_context_add_trusted_host (context, value));
}

static void
block_site (BuoyContext *context, const char *value)
{
  g_assert_true (buoy_context_block_site (context, value));
}

static void
allow_site (BuoyContext *context, const char *value)
{
  g_assert_true (buoy_context_allow_site (context, value));
}

/* The facts in an X-Reader field, "word value". */
static const struct
{
  const char *word;
  void (*add) (BuoyContext *context, const char *value);
} reader_words[] = {
  { "trusted-host ", add_trusted_host },
  { "own-address ", buoy_context_add_own_address },
  { "own-domain ", buoy_context_add_own_domain },
  { "contact ", add_contact },
  { "gateway-text ", buoy_context_add_gateway },
  { "trust-sender ", buoy_context_trust_sender },
  { "block-site ", block_site },
  { "allow-site ", allow_site },
};

static void
add_to_reader (const char *fact, gpointer context)
{
  if (earlier_mail_is_in (fact))
    return; /* the context is sealed by then: learn_if_earlier() */
  for (guint i = 0; i < G_N_ELEMENTS (reader_words); i++)
    if (g_str_has_prefix (fact, reader_words[i].word))
      {
        reader_words[i].add (context, fact + strlen (reader_words[i].word));
        return;
      }
  g_error ("X-Reader has no word \"%s\"", fact);
}

typedef void (*FactFunc) (const char *fact, gpointer data);

/* Calls @func with the value of each @field in the header of @bytes. */
static void
foreach_fact (GBytes *bytes, const char *field, FactFunc func, gpointer data)
{
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  const char *end = text + length;

  while ((text = find_field (text, end, field)) != NULL)
    {
      g_autofree char *fact = without_returns (text + strlen (field), next_line (text, end));

      func (fact, data);
      text = next_line (text, end);
    }
}

/* "link ADDRESS TEXT", the same with "unseen", "form ADDRESS LABEL", "password", or "left-out NUMBER". */
static void
add_to_shown (const char *fact, gpointer data)
{
  BuoyShown **shown = data;
  g_auto (GStrv) words = g_strsplit (fact, " ", 3);
  const guint n_words = g_strv_length (words);

  if (*shown == NULL)
    *shown = buoy_shown_new ();
  if (g_str_equal (fact, "password"))
    buoy_shown_set_has_password_field (*shown);
  else if (n_words == 2 && g_str_equal (words[0], "left-out"))
    buoy_shown_add_left_out (*shown, (guint) g_ascii_strtoull (words[1], NULL, 10));
  else if (n_words == 3 && g_str_equal (words[0], "form"))
    buoy_shown_add_form (*shown, words[1], words[2], NULL);
  else if (n_words == 3 && (g_str_equal (words[0], "link") || g_str_equal (words[0], "unseen")))
    buoy_shown_add_link (*shown, words[1], words[2], NULL, g_str_equal (words[0], "link"));
  else
    g_error ("X-Shown does not understand \"%s\"", fact);
}

/* The reader of all fixtures: harbour.test is their organisation, and they know four people. */
static BuoyContext *
reader_new (void)
{
  BuoyContext *context = buoy_context_new ();

  buoy_context_add_own_address (context, "reader@harbour.test");
  buoy_context_add_own_domain (context, "harbour.test");
  buoy_context_add_contact (context, "Anna Lindqvist", "anna@lindqvist.test");
  buoy_context_add_contact (context, "Anna Lindqvist", "anna.lindqvist@gmail.com");
  buoy_context_add_contact (context, "山田太郎", "taro@yamada.test");
  buoy_context_add_contact (context, "Customer Service", "service@shop.test");
  return context;
}

typedef struct
{
  BuoyContext *context;
  BuoyMemory *memory; /* NULL until there is something to remember */
} Earlier;

static void
learn_if_earlier (const char *fact, gpointer data)
{
  Earlier *earlier = data;

  if (!earlier_mail_is_in (fact))
    return;
  if (earlier->memory == NULL)
    earlier->memory = buoy_memory_new ();
  earlier_mail_learn (earlier->memory, fact, earlier->context);
}

BuoyVerdict *
fixture_scan (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BuoyContext) context = reader_new ();
  g_autoptr (BuoyContext) recalled = NULL;
  g_autoptr (BuoyShown) shown = NULL;
  g_autoptr (BuoyVerdict) first = NULL;
  Earlier earlier = { .context = context };
  BuoyVerdict *verdict;

  foreach_fact (bytes, READER, add_to_reader, context);
  foreach_fact (bytes, SHOWN, add_to_shown, &shown);
  foreach_fact (bytes, READER, learn_if_earlier, &earlier);
  recalled = earlier.memory != NULL ? buoy_memory_recall (earlier.memory, EARLIER_MAIL_ACCOUNT, context)
                                    : buoy_context_ref (context);
  first = buoy_scan (bytes, recalled, BUOY_SCAN_PICTURES, NULL, &error);
  g_assert_no_error (error);
  verdict = buoy_scan_again (first, bytes, shown, 0, NULL, &error);
  g_clear_pointer (&earlier.memory, buoy_memory_unref);
  g_assert_no_error (error);
  return verdict;
}

/* Characters that a terminal would interpret or omit are written as numbers. */
static void
append_visible (GString *out, const char *value)
{
  g_assert_true (g_utf8_validate (value, -1, NULL));
  for (; *value != '\0'; value = g_utf8_next_char (value))
    {
      const gunichar letter = g_utf8_get_char (value);

      if (g_unichar_isprint (letter))
        g_string_append_unichar (out, letter);
      else
        g_string_append_printf (out, "\\u{%04X}", letter);
    }
}

char *
fixture_describe (BuoyVerdict *verdict)
{
  GString *out = g_string_new (buoy_level_to_string (buoy_verdict_get_level (verdict)));
  const GPtrArray *findings = buoy_verdict_get_findings (verdict);

  for (guint i = 0; i < findings->len; i++)
    {
      const BuoyFinding *finding = g_ptr_array_index (findings, i);
      const GPtrArray *citations = buoy_finding_get_citations (finding);

      g_string_append_printf (out, "\n %s: %s", buoy_check_get_id (buoy_finding_get_check (finding)),
                              buoy_strength_to_string (buoy_finding_get_strength (finding)));
      for (guint j = 0; j < citations->len; j++)
        {
          const BuoyCitation *citation = g_ptr_array_index (citations, j);

          g_string_append_printf (out, "\n  %s: ", buoy_evidence_kind_to_string (citation->kind));
          append_visible (out, citation->value);
        }
    }
  return g_string_free (out, FALSE);
}

char *
fixture_get_expected (const char *path, GBytes *bytes)
{
  g_autofree char *sidecar = g_strconcat (path, FIXTURE_SIDECAR, NULL);
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  const char *field = find_field (text, text + length, EXPECT);
  char *expected = NULL;

  if (field != NULL)
    return without_returns (field + strlen (EXPECT), field_end (field, text + length));
  if (g_file_get_contents (sidecar, &expected, NULL, NULL))
    return g_strchomp (expected);
  return NULL;
}

/* The field's last line comes right before the body, because a field's position in the header can matter. */
GBytes *
fixture_set_expected (GBytes *bytes, const char *expected)
{
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  const char *end = text + length;
  const char *old = find_field (text, end, EXPECT);
  const char *body = find_body (text, end);
  const char *newline = starts_with (body, end, "\r\n") ? "\r\n" : "\n";
  const char *rest = old == NULL ? body : field_end (old, end);
  GByteArray *out = g_byte_array_new ();

  g_byte_array_append (out, (const guint8 *) text, (guint) ((old == NULL ? body : old) - text));
  if (expected != NULL)
    {
      g_auto (GStrv) lines = g_strsplit (expected, "\n", -1);
      g_autofree char *joined = g_strjoinv (newline, lines);
      g_autofree char *field = g_strconcat (EXPECT, joined, newline, NULL);

      g_byte_array_append (out, (const guint8 *) field, (guint) strlen (field));
    }
  g_byte_array_append (out, (const guint8 *) rest, (guint) (end - rest));
  return g_byte_array_free_to_bytes (out);
}
