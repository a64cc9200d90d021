/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What a message may do to the process that reads it, in place of the analysis: the first letter says which. The rest
 * of the worker program is the real one.
 */
#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/io_uring.h>
#include <sched.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "buoy-types.h"
#include "worker-private.h"

#define ANSWER_FD WORKER_ANSWER_FD
#define MB (1024 * 1024)

static GBytes *contexts[BUOY_WORKER_N_CONTEXTS];

void
worker_judge_prepare (void)
{
}

void
worker_judge_set_context (guint slot, GBytes *context, const int *lists, guint n_lists)
{
  g_autoptr (GString) text = g_string_new_len (g_bytes_get_data (context, NULL), (gssize) g_bytes_get_size (context));

  for (guint i = 0; i < n_lists; i++)
    {
      g_autoptr (GMappedFile) file = lists[i] >= 0 ? g_mapped_file_new_from_fd (lists[i], FALSE, NULL) : NULL;

      g_string_append (text, " list ");
      if (file != NULL)
        g_string_append_len (text, g_mapped_file_get_contents (file), (gssize) g_mapped_file_get_length (file));
    }
  g_clear_pointer (&contexts[slot], g_bytes_unref);
  contexts[slot] = g_string_free_to_bytes (g_steal_pointer (&text));
}

static long
map_executable (void)
{
  return mmap (NULL, 4096, PROT_READ | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) == MAP_FAILED ? -1 : 0;
}

static long
map_shared (void)
{
  return mmap (NULL, 4096, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0) == MAP_FAILED ? -1 : 0;
}

/* As a stack, which no limit counts. */
static long
map_stack (void)
{
  const int flags = MAP_PRIVATE | MAP_ANONYMOUS | MAP_GROWSDOWN;

  return mmap (NULL, 4096, PROT_READ | PROT_WRITE, flags, -1, 0) == MAP_FAILED ? -1 : 0;
}

static long
make_executable (void)
{
  static _Alignas(4096) char page[4096];

  return mprotect (page, sizeof page, PROT_READ | PROT_WRITE | PROT_EXEC);
}

static long
raise_limit (void)
{
  const struct rlimit more = { RLIM_INFINITY, RLIM_INFINITY };

  return setrlimit (RLIMIT_CPU, &more);
}

/* Further calls; the filter goes by their numbers, and refuses them whatever they are given. */
static const struct
{
  const char *name;
  long number;
} calls[] = {
  { "exec-at", SYS_execveat },
  { "read-memory", SYS_process_vm_readv },
  { "write-memory", SYS_process_vm_writev },
  { "open-again", SYS_openat2 },
  { "open-handle", SYS_open_by_handle_at },
  { "rename", SYS_renameat2 },
  { "link", SYS_linkat },
  { "mode", SYS_fchmodat },
  { "owner", SYS_fchownat },
  { "list", SYS_getdents64 },
  { "watch", SYS_inotify_init1 },
  { "pipe", SYS_pipe2 },
  { "socket-pair", SYS_socketpair },
  { "listen", SYS_listen },
  { "send", SYS_sendto },
  { "duplicate", SYS_dup },
  { "control", SYS_ioctl },
  { "signal-thread", SYS_tgkill },
  { "process-file", SYS_pidfd_open },
  { "take-file", SYS_pidfd_getfd },
  { "shared-segment", SYS_shmget },
  { "key", SYS_add_key },
  { "perf", SYS_perf_event_open },
  { "page-faults", SYS_userfaultfd },
  { "identity", SYS_setresuid },
  { "rights", SYS_capset },
  { "personality", SYS_personality },
  { "dumpable", SYS_prctl },
  { "scheduler", SYS_sched_setscheduler },
  { "affinity", SYS_sched_setaffinity },
  { "module", SYS_finit_module },
  { "restart", SYS_reboot },
};

static long
attempt_call (const char *what)
{
  for (guint i = 0; i < G_N_ELEMENTS (calls); i++)
    if (strlen (calls[i].name) == strcspn (what, " ") && g_str_has_prefix (what, calls[i].name))
      return syscall (calls[i].number, 0, 0, 0, 0, 0, 0);
  errno = 0;
  return 0;
}

/* Each returns -1 with EPERM, or ends the process. */
static long
attempt (const char *what)
{
  struct io_uring_params ring = { 0 };
  char *const none[] = { NULL };
  const pid_t program = (pid_t) atoi (strchr (what, ' ') + 1);

#define IS(name) (strncmp (what, name " ", strlen (name) + 1) == 0)
  if (IS ("open"))
    return open ("/etc/passwd", O_RDONLY);
  if (IS ("create"))
    return open ("/tmp/bellbuoy-taken-over", O_CREAT | O_WRONLY, 0600);
  if (IS ("unlink"))
    return unlink ("/tmp/bellbuoy-taken-over");
  if (IS ("memory-file"))
    return memfd_create ("x", 0);
  if (IS ("socket"))
    return socket (AF_INET, SOCK_STREAM, 0);
  if (IS ("socket-unix"))
    return socket (AF_UNIX, SOCK_STREAM, 0);
  if (IS ("connect"))
    return connect (ANSWER_FD, NULL, 0);
  if (IS ("read-file"))
    return read (ANSWER_FD + 1, &ring, 1);
  if (IS ("send-rights"))
    return sendmsg (ANSWER_FD, NULL, 0);
  if (IS ("receive"))
    return recv (ANSWER_FD, &ring, 1, MSG_DONTWAIT);
  if (IS ("fork"))
    return fork ();
  if (IS ("thread"))
    return syscall (SYS_clone3, &ring, sizeof ring);
  if (IS ("exec"))
    return execve ("/bin/true", none, none);
  if (IS ("ptrace"))
    return ptrace (PTRACE_ATTACH, program, NULL, NULL);
  if (IS ("map-executable"))
    return map_executable ();
  if (IS ("map-shared"))
    return map_shared ();
  if (IS ("map-stack"))
    return map_stack ();
  if (IS ("make-executable"))
    return make_executable ();
  if (IS ("write-nothing"))
    return write (ANSWER_FD, "", 0);
  if (IS ("kill"))
    return kill (program, SIGKILL);
  if (IS ("kill-all"))
    return kill (-1, SIGKILL);
  if (IS ("uring"))
    return syscall (SYS_io_uring_setup, 1, &ring);
  if (IS ("unshare"))
    return unshare (CLONE_NEWUSER);
  if (IS ("mount"))
    return syscall (SYS_mount, "none", "/", "tmpfs", 0, NULL);
  if (IS ("chroot"))
    return chroot ("/");
  if (IS ("bpf"))
    return syscall (SYS_bpf, 0, NULL, 0);
  if (IS ("prlimit"))
    return raise_limit ();
  if (IS ("priority"))
    return setpriority (PRIO_PROCESS, 0, -1);
  if (IS ("timer"))
    return syscall (SYS_timer_create, CLOCK_REALTIME, NULL, NULL);
  if (IS ("seccomp"))
    return syscall (SYS_seccomp, 1, 0, NULL);
#undef IS
  return attempt_call (what);
}

static GBytes *
try (const char *what)
{
  const long result = attempt (what);
  char *text = g_strdup (result >= 0 ? "allowed" : g_strerror (errno));

  return g_bytes_new_take (text, strlen (text));
}

G_GNUC_NORETURN static void
take_all_memory (void)
{
  for (;;)
    {
      /* what is never touched counts too, and takes no time; malloc() may touch it (MALLOC_PERTURB_) */
      if (mmap (NULL, MB, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) == MAP_FAILED)
        abort ();
    }
}

G_GNUC_NORETURN static void
flood (void)
{
  static char packet[1024] = { BUOY_WORKER_MORE };

  for (;;)
    if (write (ANSWER_FD, packet, sizeof packet) < 0)
      _exit (0);
}

static void
crash (void)
{
  volatile int *nowhere = NULL;

  *nowhere = 1;
}

/* The files that the process has besides its answer and the standard ones; it cannot ask for a list. */
static GBytes *
count_files (void)
{
  guint n = 0;
  char *text;

  for (int i = ANSWER_FD + 1; i < 600; i++)
    n += close (i) == 0;
  text = g_strdup_printf ("%u", n);
  return g_bytes_new_take (text, strlen (text));
}

static GBytes *
tell (const char *text, gsize size, GBytes *more, guint slot)
{
  GByteArray *answer = g_byte_array_new ();

  g_byte_array_append (answer, (const guint8 *) text, (guint) size);
  if (more != NULL)
    g_byte_array_append (answer, g_bytes_get_data (more, NULL), (guint) g_bytes_get_size (more));
  if (slot < BUOY_WORKER_N_CONTEXTS && contexts[slot] != NULL)
    g_byte_array_append (answer, g_bytes_get_data (contexts[slot], NULL), (guint) g_bytes_get_size (contexts[slot]));
  return g_byte_array_free_to_bytes (answer);
}

static void
write_out (const char *text)
{
  if (write (STDOUT_FILENO, text, strlen (text)) < 0 || write (STDERR_FILENO, text, strlen (text)) < 0)
    _exit (1);
}

/* @words: how often; then what it does with the reply. */
static GBytes *
ask (const char *words, GError **error)
{
  g_autoptr (GBytes) question = g_bytes_new (words, strlen (words));
  g_autoptr (GBytes) reply = worker_answer_ask (question, error);

  if (strstr (words, "twice") != NULL)
    return worker_answer_ask (question, error);
  if (strstr (words, "crash") != NULL)
    crash ();
  if (strstr (words, "loop") != NULL)
    for (volatile guint i = 0;; i++)
      ;
  return g_steal_pointer (&reply);
}

GBytes *
worker_judge (guint task, GBytes *message, GBytes *more, guint slot, GError **error)
{
  gsize size;
  const char *text = g_bytes_get_data (message, &size);
  g_autofree char *copy = g_strndup (size > 0 ? text : "", MIN (size, 64));

  switch (*copy)
    {
    case 'c':
      crash ();
      break;
    case 'l':
      for (volatile guint i = 0;; i++)
        ;
    case 'm':
      take_all_memory ();
    case 's': /* nobody wakes it */
      for (volatile int wait = 0;;)
        syscall (SYS_futex, &wait, 0 /* FUTEX_WAIT */, 0, NULL, NULL, 0);
    case 'f':
      flood ();
    case 'x':
      _exit (0);
    case 'w':
      if (write (ANSWER_FD, "?", 1) == 1)
        _exit (0);
      break;
    case 'd': /* as if the program said so */
      if (write (ANSWER_FD, "D", 1) == 1)
        _exit (0);
      break;
    case 'a':
      return ask (copy, error);
    case 'o':
      write_out ("this must not be seen\n");
      break;
    case 'n':
      g_set_error_literal (error, BUOY_ERROR, BUOY_ERROR_NOT_MAIL, "no mail");
      return NULL;
    case 'e':
      g_set_error_literal (error, BUOY_ERROR, 77, "?");
      return NULL;
    case 't':
      return try (copy + 1);
    case '#':
      return count_files ();
    default:
      break;
    }
  return tell (text, size, more, slot);
}
