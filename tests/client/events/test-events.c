/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Events tell what happened, not to whom: and a file of them holds whole lines whatever others do to it.
 */
#include "config.h"

#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "events/buoy-event-file.h"
#include "events/buoy-event-json.h"

#define MAIL                                                                                                     \
  "Received: from smtp.other.example (unknown [203.0.113.7])\r\n"                                                \
  "\tby mx.provider.example (Postfix) with ESMTP id 1; Sun, 26 Jan 2025 09:00:00 +0900\r\n"                      \
  "From: Secret Name <secret-address@bank.example>\r\nTo: secret-reader@provider.example\r\n"                    \
  "Subject: Secret subject\r\nDate: Sun, 26 Jan 2025 09:00:00 +0900\r\nMessage-ID: <secret-id@bank.example>\r\n" \
  "MIME-Version: 1.0\r\nContent-Type: text/html; charset=UTF-8\r\n\r\n"                                          \
  "<p>Secret text <a href=\"https://secret-host.phish.test/secret-path/\">https://www.bank-site.com/</a></p>\r\n"
#define LINK "https://secret-host.phish.test/secret-path/?secret=1"

static const char *const formats[] = { "ocsf", "ecs", "plain" };

static BuoyVerdict *
verdict_new (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (MAIL, strlen (MAIL));
  g_autoptr (BuoyContext) context = buoy_context_new ();
  BuoyVerdict *verdict = buoy_scan (bytes, context, BUOY_SCAN_PICTURES, NULL, NULL);

  g_assert_nonnull (verdict);
  return verdict;
}

/* No event has anything of the message but, where that is wanted, two domains. */
static void
test_tells_nothing (void)
{
  g_autoptr (BuoyVerdict) verdict = verdict_new ();

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    for (int kind = 0; kind < BUOY_N_EVENTS; kind++)
      for (int tells = 0; tells < 2; tells++)
        {
          g_autoptr (BuoyEvent) event = buoy_event_new ((BuoyEventKind) kind, verdict, LINK, tells);
          g_autofree char *line = buoy_event_to_json (event, formats[i]);
          g_autofree char *small = g_ascii_strdown (line, -1);

          g_assert_null (strstr (small, "secret"));
          g_assert_null (strchr (line, '\n'));
          g_assert_cmpint (strstr (line, "bank.example") != NULL, ==, tells);
          g_assert_cmpint (strstr (line, "\"phish.test\"") != NULL, ==, tells);
          g_assert_nonnull (strstr (line, "link-text-mismatch"));
          g_assert_nonnull (strstr (line, buoy_event_kind_get_row ((BuoyEventKind) kind)->name));
        }
}

/* The events of a message can be told to belong together, and no more. */
static void
test_mark (void)
{
  g_autoptr (BuoyVerdict) verdict = verdict_new ();
  g_autoptr (BuoyVerdict) again = verdict_new ();
  g_autoptr (BuoyEvent) first = buoy_event_new (BUOY_EVENT_WARNING_SHOWN, verdict, NULL, FALSE);
  g_autoptr (BuoyEvent) second = buoy_event_new (BUOY_EVENT_LINK_DECLINED, again, NULL, FALSE);
  g_autofree char *plain = g_compute_checksum_for_string (G_CHECKSUM_SHA256, "secret-id@bank.example", -1);

  g_assert_cmpstr (first->message, ==, second->message);
  g_assert_cmpuint (strlen (first->message), ==, 16);
  g_assert_false (g_str_has_prefix (plain, first->message));
}

static void
test_no_message (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autoptr (BuoyEvent) event = buoy_event_new (BUOY_EVENT_POLICY_FAULT, NULL, NULL, TRUE);
      g_autofree char *line = buoy_event_to_json (event, formats[i]);

      g_assert_nonnull (strstr (line, "policy-fault"));
    }
}

static void
test_serial (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autoptr (BuoyEvent) event = buoy_event_new (BUOY_EVENT_LIST_REFUSED, NULL, NULL, FALSE);
      g_autofree char *without = buoy_event_to_json (event, formats[i]);
      g_autofree char *with = NULL;

      event->policy_serial = 7;
      with = buoy_event_to_json (event, formats[i]);
      g_assert_null (strstr (without, "policy_serial"));
      g_assert_nonnull (strstr (with, "\"policy_serial\":7"));
    }
}

static void
test_kinds_differ (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (int kind = 0; kind < BUOY_N_EVENTS; kind++)
    {
      const BuoyEventRow *row = buoy_event_kind_get_row ((BuoyEventKind) kind);

      g_assert_cmpuint (strlen (row->message_id), ==, 32);
      g_assert_true (g_hash_table_add (seen, (gpointer) row->message_id));
      g_assert_true (g_hash_table_add (seen, (gpointer) row->name));
    }
}

typedef struct
{
  char *folder, *path;
} Place;

static void
place_init (Place *place)
{
  place->folder = g_dir_make_tmp ("bellbuoy-XXXXXX", NULL);
  place->path = g_build_filename (place->folder, "log", "events.ndjson", NULL);
}

static void
place_clear (Place *place)
{
  g_autofree char *below = g_path_get_dirname (place->path);
  g_autofree char *rotated = g_strconcat (place->path, ".1", NULL);

  g_remove (place->path);
  g_remove (rotated);
  g_rmdir (below);
  g_rmdir (place->folder);
  g_free (place->folder);
  g_free (place->path);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Place, place_clear)

#define N_WRITERS 20
#define N_LINES 200

/* Lines of a length of their own, so that a torn one shows. */
static void
write_lines (const char *path, guint writer)
{
  for (guint i = 0; i < N_LINES; i++)
    {
      g_autofree char *filling = g_strnfill (100 + (writer * 37 + i * 11) % 3000, 'x');
      g_autofree char *line = g_strdup_printf ("{\"writer\": %u, \"line\": %u, \"x\": \"%s\"}", writer, i, filling);

      if (!buoy_event_file_append (path, line, NULL))
        _exit (1);
    }
}

static guint
count_lines (const char *path)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  guint n = 0;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    return 0;
  g_assert_true (g_str_has_suffix (text, "\n"));
  lines = g_strsplit (text, "\n", -1);
  for (; *lines[n] != '\0'; n++)
    {
      g_autoptr (JsonNode) node = json_from_string (lines[n], NULL);

      g_assert_nonnull (node);
    }
  return n;
}

/* Processes, not threads: each mail client of a machine is one. The file is taken away while they write. */
static void
test_writers (void)
{
  g_auto (Place) place = { NULL, NULL };
  g_autofree char *rotated = NULL;

  place_init (&place);
  rotated = g_strconcat (place.path, ".1", NULL);
  for (guint i = 0; i < N_WRITERS; i++)
    if (fork () == 0)
      {
        write_lines (place.path, i);
        _exit (0);
      }
  while (g_rename (place.path, rotated) != 0)
    g_usleep (100);
  for (guint i = 0; i < N_WRITERS; i++)
    {
      int status;

      g_assert_cmpint (wait (&status), >, 0);
      g_assert_cmpint (status, ==, 0);
    }
  g_assert_cmpuint (count_lines (place.path) + count_lines (rotated), ==, N_WRITERS * N_LINES);
}

static void
test_mode (void)
{
  g_auto (Place) place = { NULL, NULL };
  struct stat status;
  const mode_t mask = umask (0);

  place_init (&place);
  g_assert_true (buoy_event_file_append (place.path, "{}", NULL));
  umask (mask);
  g_assert_cmpint (stat (place.path, &status), ==, 0);
  g_assert_cmpuint (status.st_mode & 0777, ==, 0640);
}

/* Somebody else's link or pipe in a shared folder. */
static void
test_no_file (void)
{
  g_auto (Place) place = { NULL, NULL };
  g_autofree char *folder = NULL;
  g_autoptr (GError) error = NULL;

  place_init (&place);
  folder = g_path_get_dirname (place.path);
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_assert_cmpint (symlink ("/dev/null", place.path), ==, 0);
  g_assert_false (buoy_event_file_append (place.path, "{}", &error));
  g_assert_nonnull (error);
  g_remove (place.path);
  g_assert_cmpint (mkfifo (place.path, 0600), ==, 0);
  g_assert_false (buoy_event_file_append (place.path, "{}", NULL));
  g_assert_false (buoy_event_file_append ("/proc/bellbuoy/events", "{}", NULL));
}

/* A disk that is full leaves what was written before. */
static void
test_full (void)
{
  g_auto (Place) place = { NULL, NULL };
  int status;

  place_init (&place);
  g_assert_true (buoy_event_file_append (place.path, "{}", NULL));
  if (fork () == 0)
    {
      const struct rlimit limit = { 3, 3 };

      signal (SIGXFSZ, SIG_IGN);
      setrlimit (RLIMIT_FSIZE, &limit);
      _exit (buoy_event_file_append (place.path, "{\"a\": 1}", NULL) ? 1 : 0);
    }
  g_assert_cmpint (wait (&status), >, 0);
  g_assert_cmpint (status, ==, 0);
  g_assert_cmpuint (count_lines (place.path), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/events/tells-nothing", test_tells_nothing);
  g_test_add_func ("/events/mark", test_mark);
  g_test_add_func ("/events/no-message", test_no_message);
  g_test_add_func ("/events/serial", test_serial);
  g_test_add_func ("/events/kinds-differ", test_kinds_differ);
  g_test_add_func ("/events/writers", test_writers);
  g_test_add_func ("/events/mode", test_mode);
  g_test_add_func ("/events/no-file", test_no_file);
  g_test_add_func ("/events/full", test_full);
  return g_test_run ();
}
