/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What keeps the worker program from starting, or from going on; each in a process of its own, which it changes.
 */
#include "config.h"

#include <errno.h>
#include <seccomp.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <unistd.h>

#include "buoy-types.h"
#include "worker/buoy-worker.h"

#define NOBODY 65534

static GBytes *
ask (GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("good", 4);

  return buoy_worker_ask (0, bytes, NULL, NULL, NULL, error);
}

static void
assert_good (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) answer = ask (&error);

  g_assert_no_error (error);
  g_assert_nonnull (answer);
}

static void
assert_fails (int code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (ask (&error));
  g_assert_error (error, BUOY_ERROR, code);
}

/* The system call @call fails with @why, here and in the program. */
static void
take_away (int call, int why)
{
  scmp_filter_ctx filter = seccomp_init (SCMP_ACT_ALLOW);

  g_assert_cmpint (seccomp_rule_add (filter, SCMP_ACT_ERRNO ((guint16) why), call, 0), ==, 0);
  g_assert_cmpint (seccomp_load (filter), ==, 0);
  seccomp_release (filter);
}

static void
run_no_landlock (void)
{
  guint abi = 99;

  take_away (SCMP_SYS (landlock_create_ruleset), ENOSYS);
  assert_good ();
  g_assert_cmpint (buoy_worker_get_state (&abi), ==, BUOY_WORKER_RUNNING);
  g_assert_cmpuint (abi, ==, 0);
}

/* It does not read anything, and a second attempt is no other. */
static void
run_no_seccomp (void)
{
  scmp_filter_ctx filter = seccomp_init (SCMP_ACT_ALLOW);

  g_assert_cmpint (seccomp_rule_add (filter, SCMP_ACT_ERRNO (EINVAL), SCMP_SYS (prctl), 1,
                                     SCMP_A0 (SCMP_CMP_EQ, PR_SET_SECCOMP)),
                   ==, 0);
  g_assert_cmpint (seccomp_rule_add (filter, SCMP_ACT_ERRNO (ENOSYS), SCMP_SYS (seccomp), 0), ==, 0);
  g_assert_cmpint (seccomp_load (filter), ==, 0);
  seccomp_release (filter);
  assert_fails (BUOY_ERROR_NO_SANDBOX);
  assert_fails (BUOY_ERROR_NO_SANDBOX);
}

static void
run_no_memory_file (void)
{
  take_away (SCMP_SYS (memfd_create), ENOSYS);
  assert_fails (BUOY_ERROR_NO_RESOURCES);
}

/* It fails while nothing is left of @resource, of which there is enough otherwise. */
static void
assert_fails_without (int resource, rlim_t left)
{
  struct rlimit usual, none;

  g_assert_cmpint (getrlimit (resource, &usual), ==, 0);
  none = (struct rlimit){ left, usual.rlim_max };
  g_assert_cmpint (setrlimit (resource, &none), ==, 0);
  assert_fails (BUOY_ERROR_NO_RESOURCES);
  g_assert_cmpint (setrlimit (resource, &usual), ==, 0);
  assert_good ();
}

static void
run_no_file (void)
{
  assert_fails_without (RLIMIT_NOFILE, 3);
}

static void
give_back_files (const char *domain, GLogLevelFlags level, const char *message, gpointer usual)
{
  g_assert_cmpint (setrlimit (RLIMIT_NOFILE, usual), ==, 0);
}

/* A shortage that passes costs no message its answer: the library says that it waits, and the files are there again. */
static void
run_no_file_for_a_moment (void)
{
  struct rlimit usual, none;

  g_assert_cmpint (getrlimit (RLIMIT_NOFILE, &usual), ==, 0);
  none = (struct rlimit){ 3, usual.rlim_max };
  g_assert_cmpint (setrlimit (RLIMIT_NOFILE, &none), ==, 0);
  g_log_set_handler ("bellbuoy-worker", G_LOG_LEVEL_DEBUG, give_back_files, &usual);
  assert_good ();
}

/* None for the context, which is sent first: that is not the program's fault, which is not killed for it. */
static void
run_no_file_for_context (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("good", 4);
  g_autoptr (GBytes) known = g_bytes_new_static ("c", 1);
  const BuoyWorkerContext context = { known, NULL, NULL };
  g_autoptr (GError) error = NULL;
  struct rlimit limit;
  pid_t program;
  int next;

  assert_good ();
  program = buoy_worker_get_pid ();
  next = dup (0);
  close (next);
  g_assert_cmpint (getrlimit (RLIMIT_NOFILE, &limit), ==, 0);
  limit.rlim_cur = (rlim_t) next + 3; /* the message, and both ends of its socket */
  g_assert_cmpint (setrlimit (RLIMIT_NOFILE, &limit), ==, 0);
  g_assert_null (buoy_worker_ask (0, bytes, NULL, &context, NULL, &error));
  g_assert_error (error, BUOY_ERROR, BUOY_ERROR_NO_RESOURCES);
  assert_good ();
  g_assert_cmpint (buoy_worker_get_pid (), ==, program);
}

/* A full table of processes. */
static void
run_no_process (void)
{
  /* the limit does not count for root */
  if (geteuid () == 0 && setresuid (NOBODY, NOBODY, NOBODY) != 0)
    return;
  if (access (g_getenv ("BELLBUOY_WORKER"), X_OK) == 0) /* the build may be in a folder of root's */
    assert_fails_without (RLIMIT_NPROC, 0);
}

static void
run_missing (void)
{
  g_setenv ("BELLBUOY_WORKER", "/nowhere/bellbuoy-worker", TRUE);
  assert_fails (BUOY_ERROR_NO_WORKER);
  g_setenv ("BELLBUOY_WORKER", "/etc/passwd", TRUE);
  assert_fails (BUOY_ERROR_NO_WORKER);
}

static void
run_ends_at_once (void)
{
  g_setenv ("BELLBUOY_WORKER", "/bin/true", TRUE);
  assert_fails (BUOY_ERROR_NO_WORKER);
}

static void
run_other_version (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "worker", "other-version.py", NULL);

  g_setenv ("BELLBUOY_WORKER", path, TRUE);
  assert_fails (BUOY_ERROR_OTHER_VERSION);
}

/* A mail client that was started without standard files: the program's sockets stand in their place. */
static void
run_no_standard_files (void)
{
  g_autoptr (GBytes) answer = NULL;

  for (int i = 0; i < 3; i++)
    close (i);
  answer = ask (NULL);
  if (answer == NULL)
    _exit (1);
}

static void
on_alarm (int number)
{
}

/* Signals interrupt each wait of the thread that starts the program. */
static void
run_signals (void)
{
  const struct itimerval each = { { 0, 1000 }, { 0, 1000 } };
  const struct sigaction action = { .sa_handler = on_alarm, .sa_flags = SA_RESTART };
  sigset_t alarms;
  pid_t program;

  assert_good (); /* there is the thread now, and this one gets none of them */
  sigemptyset (&alarms);
  sigaddset (&alarms, SIGALRM);
  pthread_sigmask (SIG_BLOCK, &alarms, NULL);
  sigaction (SIGALRM, &action, NULL);
  setitimer (ITIMER_REAL, &each, NULL);
  program = buoy_worker_get_pid ();
  kill (program, SIGKILL);
  while (buoy_worker_get_pid () == program)
    g_usleep (1000);
  assert_good ();
}

/* Killed again and again: the third start would be in ten seconds, and nobody waits that long. */
static void
run_waiting (void)
{
  for (guint i = 0; i < 3; i++)
    {
      pid_t program;

      assert_good ();
      program = buoy_worker_get_pid ();
      kill (program, SIGKILL);
      while (buoy_worker_get_pid () == program)
        g_usleep (1000);
    }
  assert_fails (BUOY_ERROR_NO_WORKER);
}

/* The program itself stands still: the message is not to blame, and it is killed. */
static void
run_standing_still (void)
{
  pid_t program;

  assert_good ();
  program = buoy_worker_get_pid ();
  kill (program, SIGSTOP);
  assert_good ();
  g_assert_cmpint (buoy_worker_get_pid (), !=, program);
  g_assert_cmpint (kill (program, 0), !=, 0);
}

static const struct
{
  const char *path;
  void (*run) (void);
} cases[] = {
  { "/starting/no-landlock", run_no_landlock },
  { "/starting/no-seccomp", run_no_seccomp },
  { "/starting/no-memory-file", run_no_memory_file },
  { "/starting/no-file", run_no_file },
  { "/starting/no-file-for-a-moment", run_no_file_for_a_moment },
  { "/starting/no-file-for-context", run_no_file_for_context },
  { "/starting/no-process", run_no_process },
  { "/starting/missing", run_missing },
  { "/starting/ends-at-once", run_ends_at_once },
  { "/starting/other-version", run_other_version },
  { "/starting/no-standard-files", run_no_standard_files },
  { "/starting/signals", run_signals },
  { "/starting/waiting", run_waiting },
  { "/starting/standing-still", run_standing_still },
};

static void
test_in_process (gconstpointer data)
{
  g_test_trap_subprocess (data, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_test_trap_assert_passed ();
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *own = g_strconcat (cases[i].path, "/subprocess", NULL);

      g_test_add_data_func (cases[i].path, g_intern_string (own), test_in_process);
      g_test_add_func (own, cases[i].run);
    }
  return g_test_run ();
}
