/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * One message: its process has its own files only, gives up its rights, and then reads the first byte.
 */
#include "config.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include "worker-private.h"

#define FAILED 3 /* exit status */

enum
{
  ANSWER_FD = WORKER_ANSWER_FD,
  MESSAGE_FD,
  MORE_FD,
  N_FDS
};

/* The files of this request, and nothing of the program's or of other messages. */
static gboolean
keep_only (const int *files)
{
  int moved[BUOY_WORKER_WORK_FILES];

  /* first out of the way, since one may stand in the place of another */
  for (guint i = 0; i < BUOY_WORKER_WORK_FILES; i++)
    {
      moved[i] = files[i] >= 0 ? fcntl (files[i], F_DUPFD, N_FDS) : -1;
      if (files[i] >= 0 && moved[i] < 0)
        return FALSE;
    }
  for (int i = 0; i < BUOY_WORKER_WORK_FILES; i++)
    if (moved[i] >= 0 && dup2 (moved[i], ANSWER_FD + i) < 0)
      return FALSE;
  return close_range (files[2] >= 0 ? N_FDS : MORE_FD, ~0u, 0) == 0;
}

/* A file, mapped; if another program cuts it short, this process ends. NULL if that fails. */
static GBytes *
map (int file, gsize size)
{
  gpointer data;

  if (size == 0)
    return g_bytes_new (NULL, 0);
  data = mmap (NULL, size, PROT_READ, MAP_PRIVATE, file, 0);
  return data != MAP_FAILED ? g_bytes_new_static (data, size) : NULL;
}

void
worker_child_run (const BuoyWorkerRequest *request, const int *files, pid_t program)
{
  const gboolean has_more = files[2] >= 0 || request->more_size > 0;
  g_autoptr (GBytes) message = NULL;
  g_autoptr (GBytes) more = NULL;
  g_autoptr (GBytes) answer = NULL;
  g_autoptr (GError) error = NULL;

  setpriority (PRIO_PROCESS, 0, request->nice); /* if it cannot be raised, it stays as it is */
  /* with the program, whatever it ends by */
  if (prctl (PR_SET_PDEATHSIG, SIGKILL) != 0 || getppid () != program || !keep_only (files))
    _exit (FAILED);
  message = map (MESSAGE_FD, request->size);
  more = has_more ? map (MORE_FD, request->more_size) : NULL;
  /* without what is known of the sender, or what is displayed, the verdict would be another */
  if (message == NULL || (has_more && more == NULL) || !worker_wall_close_child ())
    _exit (FAILED);
  answer = worker_judge (request->task, message, more, request->slot, &error);
  _exit (worker_answer_send (answer, error) ? 0 : FAILED);
}
