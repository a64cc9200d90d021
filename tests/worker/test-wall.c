/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What a process can do that a message has taken over: stub-judge.c tries.
 */
#include "config.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "buoy-types.h"
#include "base/buoy-memory-file.h"
#include "worker/buoy-worker.h"
#include "worker/worker-packet.h"
#include "worker/worker-protocol.h"
#include "worker/worker-supervisor.h"

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define __SANITIZE_ADDRESS__ 1
#endif
#endif

/* (transfer full); NULL if its process ended */
static char *
ask (const char *words)
{
  g_autoptr (GBytes) bytes = g_bytes_new (words, strlen (words));
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) answer = buoy_worker_ask (0, bytes, NULL, NULL, NULL, &error);

  if (answer == NULL)
    {
      g_assert_error (error, BUOY_ERROR, BUOY_ERROR_CRASHED);
      return NULL;
    }
  return g_strndup (g_bytes_get_data (answer, NULL), g_bytes_get_size (answer));
}

static const struct
{
  const char *name;
  gboolean is_deadly;
} attempts[] = {
  { "open", FALSE },
  { "create", FALSE },
  { "unlink", FALSE },
  { "memory-file", FALSE },
  { "socket", FALSE },
  { "socket-unix", FALSE },
  { "connect", FALSE },
#ifndef __SANITIZE_ADDRESS__ /* its reports read files: see worker-wall.c */
  { "read-file", FALSE },
#endif
  { "send-rights", FALSE },
  { "receive", FALSE },
  { "fork", FALSE },
  { "thread", FALSE },
  { "exec", TRUE },
  { "ptrace", TRUE },
  { "map-shared", FALSE },
  { "map-executable", FALSE },
  { "map-stack", FALSE },
  { "make-executable", FALSE },
  { "write-nothing", FALSE },
  { "kill", FALSE },
  { "kill-all", FALSE },
  { "uring", FALSE },
  { "unshare", FALSE },
  { "mount", FALSE },
  { "chroot", FALSE },
  { "bpf", FALSE },
  { "prlimit", FALSE },
  { "priority", FALSE },
  { "timer", FALSE },
  { "seccomp", FALSE },
  { "exec-at", TRUE },
  { "read-memory", TRUE },
  { "write-memory", TRUE },
  { "open-again", FALSE },
  { "open-handle", FALSE },
  { "rename", FALSE },
  { "link", FALSE },
  { "mode", FALSE },
  { "owner", FALSE },
  { "list", FALSE },
  { "watch", FALSE },
  { "pipe", FALSE },
  { "socket-pair", FALSE },
  { "listen", FALSE },
  { "send", FALSE },
  { "duplicate", FALSE },
  { "control", FALSE },
  { "signal-thread", FALSE },
  { "process-file", FALSE },
  { "take-file", FALSE },
  { "shared-segment", FALSE },
  { "key", FALSE },
  { "perf", FALSE },
  { "page-faults", FALSE },
  { "identity", FALSE },
  { "rights", FALSE },
  { "personality", FALSE },
  { "dumpable", FALSE },
  { "scheduler", FALSE },
  { "affinity", FALSE },
  { "module", FALSE },
  { "restart", FALSE },
};

static void
test_refused (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (attempts); i++)
    {
      g_autofree char *words = g_strdup_printf ("t%s %d", attempts[i].name, (int) buoy_worker_get_pid ());
      g_autofree char *result = ask (words);

      g_test_message ("%s: %s", attempts[i].name, result != NULL ? result : "killed");
      g_assert_cmpstr (result, ==, attempts[i].is_deadly ? NULL : g_strerror (EPERM));
    }
}

/* The table above proves nothing if the stub did not try. */
static void
test_allowed (void)
{
  g_autofree char *result = ask ("tnothing 0");

  g_assert_cmpstr (result, ==, "allowed");
}

/* Its own answer socket and message; neither the control socket nor a file of another message. */
static void
test_files (void)
{
  g_autofree char *n = ask ("#");

  g_assert_cmpstr (n, ==, "1"); /* the message */
}

/* A message is not judged without a file that belongs to it: the verdict would be another. */
static void
test_lost_file (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("good", 4);
  const int file = buoy_memory_file_new (bytes);
  char packet[BUOY_WORKER_PACKET_BYTES] = "";
  guint generation;
  const int socket = buoy_worker_send (0, file, 4, -1, 5, NULL, NULL, &generation, NULL);

  g_assert_cmpint (socket, >=, 0);
  g_assert_cmpint (buoy_packet_receive (socket, packet, sizeof packet, NULL, 0, 0), >, 0);
  g_assert_cmpint (*packet, ==, BUOY_WORKER_DIED);
  close (socket);
  close (file);
  buoy_worker_release ();
}

/* What it writes to the standard files goes nowhere. */
static void
test_output (void)
{
  g_autofree char *answer = NULL;

  if (g_test_subprocess ())
    {
      answer = ask ("out");
      g_assert_cmpstr (answer, ==, "out");
      return;
    }
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();
  g_test_trap_assert_stdout_unmatched ("*must not be seen*");
  g_test_trap_assert_stderr_unmatched ("*must not be seen*");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/wall/allowed", test_allowed);
  g_test_add_func ("/wall/refused", test_refused);
  g_test_add_func ("/wall/files", test_files);
  g_test_add_func ("/wall/lost-file", test_lost_file);
  g_test_add_func ("/wall/output", test_output);
  return g_test_run ();
}
