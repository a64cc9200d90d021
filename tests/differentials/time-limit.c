/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "time-limit.h"

#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#define LONGEST_CLOCK_SECONDS 3600 /* for a process that waits for ever and uses no time */

static gint64 end; /* (atomic) in milliseconds of the processor */

static gint64
used_by (clockid_t clock)
{
  struct timespec time = { 0 };

  clock_gettime (clock, &time); /* 0 if the process has ended */
  return time.tv_sec * G_GINT64_CONSTANT (1000) + time.tv_nsec / 1000000;
}

/* The processes that a thread began. */
static gint64
used_by_children (const char *thread)
{
  g_autofree char *path = g_strdup_printf ("/proc/self/task/%s/children", thread);
  g_autofree char *text = NULL;
  g_auto (GStrv) pids = NULL;
  gint64 used = 0;
  clockid_t clock;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    return 0;
  pids = g_strsplit (text, " ", -1);
  for (guint i = 0; pids[i] != NULL; i++)
    if (*pids[i] != '\0' && clock_getcpuclockid (atoi (pids[i]), &clock) == 0)
      used += used_by (clock);
  return used;
}

static gint64
used_by_all (void)
{
  g_autoptr (GDir) threads = g_dir_open ("/proc/self/task", 0, NULL);
  gint64 used = used_by (CLOCK_PROCESS_CPUTIME_ID);
  const char *thread;

  while (threads != NULL && (thread = g_dir_read_name (threads)) != NULL)
    used += used_by_children (thread);
  return used;
}

static gpointer
watch (gpointer data)
{
  while (used_by_all () < __atomic_load_n (&end, __ATOMIC_RELAXED))
    g_usleep (G_USEC_PER_SEC);
  g_printerr ("a page takes too long\n");
  _exit (EXIT_FAILURE);
}

void
time_limit_begin (guint seconds)
{
  static GThread *thread;

  alarm (LONGEST_CLOCK_SECONDS);
  __atomic_store_n (&end, used_by_all () + seconds * G_GINT64_CONSTANT (1000), __ATOMIC_RELAXED);
  if (thread == NULL)
    thread = g_thread_new ("time limit", watch, NULL);
}
