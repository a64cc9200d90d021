/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Messages that chance makes of others: bytes changed, pieces cut, doubled, moved from one message into another, and
 * words put in that mean something to a parser.
 */
#include "config.h"

#include "storm.h"

#include <string.h>
#include <sys/resource.h>
#include <time.h>

#define MAX_CHANGES 12
#define MAX_PIECE_BYTES 2000
#define MAX_BYTES (200 * 1000) /* of a message; pieces that are doubled make it longer */
#define N_REPORTS 10
#define SLOW_SECONDS 2.0 /* where a message takes longer, something in it costs too much, even with sanitizers */

/* clang-format off */
static const char *const words[] = {
  "\n\n", "\r\n", "\r", "\n ", "\t", "--b", "--b--", "=?utf-8?B?", "=?iso-2022-jp?Q?", "?=", "\033$B", "\033(B",
  "<a href=\"", "https://", "//", "@", "xn--", "%2f", "%00", "&#x", "&amp;", "<!--", "-->", "<![CDATA[", "<style>",
  "</style>", "{display:none}", ":not(", "var(--", "@media", "<script>", "<svg>", "<table>", "<base href=", "data:",
  "javascript:", "mailto:", "From: ", "Received: from ", "Authentication-Results: ", "Content-Type: ", "multipart/mixed",
  "text/html", "message/rfc822", "boundary=", "charset=", "base64", "quoted-printable", "filename*0*=", "; ", "(((", "\"",
  "\\", "<", ">", "[", "]", "255.255.255.255", "::1", "99999999999999999999", "-1", "\xe2\x80\xae", "\xef\xbb\xbf",
  "\xcc\x81", "\xff", "\x80", "\xc0\x80", "BEGIN:VEVENT", "P5\n9 9\n255\n",
};
/* clang-format on */

static gsize
pick (GRand *chance, gsize end)
{
  return end == 0 ? 0 : (gsize) g_rand_int_range (chance, 0, (gint32) end);
}

static gsize
pick_piece (GRand *chance, const GString *text, gsize at)
{
  const gsize n = 1 + pick (chance, MAX_PIECE_BYTES);

  return MIN (n, text->len - at);
}

static void
insert_piece_of (GRand *chance, GString *text, GBytes *other)
{
  gsize length;
  const char *data = g_bytes_get_data (other, &length);
  const gsize from = pick (chance, length);
  const gsize n = 1 + pick (chance, MAX_PIECE_BYTES);
  const gsize at = pick (chance, text->len + 1);

  g_string_insert_len (text, (gssize) at, data + from, (gssize) MIN (n, length - from));
}

static void
change (GRand *chance, GString *text, const GPtrArray *seeds)
{
  const gsize at = pick (chance, text->len);
  const char *word = words[pick (chance, G_N_ELEMENTS (words))];
  g_autofree char *piece = NULL;
  gsize n;

  if (text->len == 0)
    return;
  switch (g_rand_int_range (chance, 0, 7))
    {
    case 0:
      text->str[at] = (char) g_rand_int_range (chance, 0, 256);
      break;
    case 1:
      text->str[at] = (char) (text->str[at] ^ 1 << g_rand_int_range (chance, 0, 8));
      break;
    case 2:
      g_string_erase (text, (gssize) at, (gssize) pick_piece (chance, text, at));
      break;
    case 3:
      n = pick_piece (chance, text, at);
      piece = g_memdup2 (text->str + at, n);
      for (gsize i = 1 + pick (chance, 20); i > 0 && text->len + n < MAX_BYTES; i--)
        g_string_insert_len (text, (gssize) at, piece, (gssize) n);
      break;
    case 4:
      insert_piece_of (chance, text, g_ptr_array_index (seeds, pick (chance, seeds->len)));
      break;
    case 5:
      g_string_truncate (text, at);
      break;
    default:
      g_string_insert (text, (gssize) at, word);
      break;
    }
}

static GBytes *
mutate (GRand *chance, const GPtrArray *seeds)
{
  gsize length;
  const char *data = g_bytes_get_data (g_ptr_array_index (seeds, pick (chance, seeds->len)), &length);
  GString *text = g_string_new_len (data, (gssize) length);

  for (gsize i = 1 + pick (chance, MAX_CHANGES); i > 0; i--)
    change (chance, text, seeds);
  return g_string_free_to_bytes (text);
}

/* Of the processor's time: others work, too. */
static double
seconds_now (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double) now.tv_sec + (double) now.tv_nsec / 1e9;
}

static long
peak_kilobytes (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return usage.ru_maxrss;
}

static void
keep (GBytes *mail, guint index)
{
  g_autofree char *name = g_strdup_printf ("storm-slow-%u.eml", index);

  g_file_set_contents (name, g_bytes_get_data (mail, NULL), (gssize) g_bytes_get_size (mail), NULL);
  g_print ("  too slow: kept as %s\n", name);
}

gboolean
storm_mutate (const GPtrArray *seeds, guint n, guint32 random_seed)
{
  g_autoptr (GRand) chance = g_rand_new_with_seed (random_seed);
  g_autoptr (BuoyContext) context = storm_context_new ();
  g_autoptr (GTimer) timer = g_timer_new ();
  double slowest = 0;
  guint n_slow = 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GBytes) mail = mutate (chance, seeds);
      const double start = seconds_now ();
      double took;

      g_free (storm_judge (mail, context));
      took = seconds_now () - start;
      slowest = MAX (slowest, took);
      if (took > SLOW_SECONDS && n_slow++ < N_REPORTS)
        keep (mail, i);
      if ((i + 1) % MAX (n / N_REPORTS, 1) == 0)
        g_print ("  %u of %u messages, %.0f s, the slowest took %.3f s, peak %ld MB\n", i + 1, n,
                 g_timer_elapsed (timer, NULL), slowest, peak_kilobytes () / 1024);
    }
  g_print ("%u mutated messages of %u: no report, %u slower than %.0f s\n", n, seeds->len, n_slow, SLOW_SECONDS);
  return n_slow == 0;
}
