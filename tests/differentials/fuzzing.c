/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "fuzzing.h"

#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "count.h"
#include "mutation.h"
#include "time-limit.h"

#define MAX_VIEWS 16
#define MAILS_AT_ONCE 64        /* few of them need to be displayed: several pages */
#define MAILS_OF_A_PROCESS 1000 /* then another one begins: the client's code keeps some memory of each message */
#define MAX_UNOPENED 20         /* on a busy machine a display may not open in time */
#define LONGEST_SECONDS 40      /* of the processor, for messages that are displayed together and perhaps then alone */

typedef struct
{
  pid_t pid;    /* written by the parent alone */
  guint number; /* of the first message at work, or 0 */
  guint n;      /* messages at work */
  guint alone;  /* the first of n_alone messages to be displayed one by one, since one of them has ended a process */
  guint n_alone;
  Count count;
} View;

/* Shared by all processes. */
typedef struct
{
  guint next;       /* (atomic) the number of the next message */
  guint n_unopened; /* displays that did not open, one after another */
  View views[MAX_VIEWS];
} Board;

static Board *
board_new (guint first)
{
  Board *board = mmap (NULL, sizeof (Board), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);

  g_assert_true (board != MAP_FAILED);
  board->next = first;
  return board;
}

static GBytes *
make_mail (guint number, const GPtrArray *seeds)
{
  g_autoptr (GRand) chance = g_rand_new_with_seed (number);

  return mutation_make (chance, seeds);
}

static void
keep (const char *kind, guint number, GBytes *mail)
{
  g_autofree char *name = g_strdup_printf ("%s-%u.eml", kind, number);

  g_file_set_contents (name, g_bytes_get_data (mail, NULL), (gssize) g_bytes_get_size (mail), NULL);
}

static void
compare (const Fuzzing *self, View *view, Display *display, const GPtrArray *seeds)
{
  g_autoptr (GPtrArray) mails = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr (GPtrArray) list = NULL;

  for (guint i = 0; i < view->n; i++)
    g_ptr_array_add (mails, make_mail (view->number + i, seeds));
  list = comparison_list_new_where_needed (display, mails);
  for (guint i = 0; i < view->n; i++)
    {
      const Comparison *comparison = g_ptr_array_index (list, i);
      g_autofree char *name = g_strdup_printf ("%u", view->number + i);

      count_add (&view->count, comparison);
      self->tell (name, comparison);
      if (comparison_has_missed (comparison))
        keep ("differential", view->number + i, g_ptr_array_index (mails, i));
    }
}

static gboolean
has_more (const Fuzzing *self, const Board *board, const View *view)
{
  return view->n_alone > 0 || board->next < self->first + self->n;
}

/* Takes the next messages, if there are any. */
static gboolean
take_messages (const Fuzzing *self, Board *board, View *view)
{
  const guint end = self->first + self->n;

  if (view->n_alone > 0)
    {
      view->n_alone--;
      view->n = 1;
      view->number = view->alone++;
      return TRUE;
    }
  view->number = (guint) g_atomic_int_add ((gint *) &board->next, MAILS_AT_ONCE);
  view->n = view->number < end ? MIN (MAILS_AT_ONCE, end - view->number) : 0;
  return view->n > 0;
}

static void
run_view (const Fuzzing *self, Board *board, View *view, Display *display, const GPtrArray *seeds)
{
  for (guint i = 0; i < MAILS_OF_A_PROCESS && take_messages (self, board, view); i += view->n)
    {
      time_limit_begin (LONGEST_SECONDS);
      compare (self, view, display, seeds);
    }
  view->number = 0;
}

/* Whether the run can go on after a process has ended. A message that ended it is kept. */
static gboolean
take_end (Board *board, View *view, int status, const GPtrArray *seeds)
{
  g_autoptr (GBytes) mail = NULL;

  view->pid = 0;
  if (WIFEXITED (status) && WEXITSTATUS (status) == EXIT_SUCCESS)
    {
      board->n_unopened = 0;
      return TRUE;
    }
  if (view->number == 0)
    return ++board->n_unopened < MAX_UNOPENED;
  board->n_unopened = 0;
  if (view->n > 1)
    {
      view->alone = view->number;
      view->n_alone = view->n;
      view->number = 0;
      return TRUE;
    }
  mail = make_mail (view->number, seeds);
  view->count.n_ended++;
  keep ("ended", view->number, mail);
  g_print ("%u: ended the process: %s\n", view->number,
           WIFSIGNALED (status) ? strsignal (WTERMSIG (status)) : "that of the page");
  view->number = 0; /* the next process may end before it has one */
  return TRUE;
}

static Count
sum_of (const Board *board)
{
  Count sum = { 0 };

  for (guint i = 0; i < MAX_VIEWS; i++)
    count_join (&sum, &board->views[i].count);
  return sum;
}

static void
print_sum (const Board *board, GTimer *timer)
{
  const Count sum = sum_of (board);

  count_print (&sum, g_timer_elapsed (timer, NULL));
}

static pid_t
begin_one (const Fuzzing *self, Board *board, View *view, const char *sources, const GPtrArray *seeds)
{
  const pid_t pid = fork ();

  if (pid != 0)
    return pid;
  run_view (self, board, view, self->open (sources), seeds);
  _exit (EXIT_SUCCESS);
}

/* Begins a process for each view that has none, as long as there are messages. */
static void
begin (const Fuzzing *self, Board *board, const char *sources, const GPtrArray *seeds)
{
  for (guint i = 0; i < MIN (self->n_views, MAX_VIEWS); i++)
    if (board->views[i].pid == 0 && has_more (self, board, &board->views[i]))
      board->views[i].pid = begin_one (self, board, &board->views[i], sources, seeds);
}

static gboolean
wait_for_one (Board *board, const GPtrArray *seeds)
{
  int status;
  const pid_t pid = wait (&status);

  for (guint i = 0; i < MAX_VIEWS; i++)
    if (pid > 0 && board->views[i].pid == pid)
      return take_end (board, &board->views[i], status, seeds);
  return FALSE;
}

static gboolean
is_at_work (const Board *board)
{
  for (guint i = 0; i < MAX_VIEWS; i++)
    if (board->views[i].pid != 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_done (const Fuzzing *self, const Board *board)
{
  for (guint i = 0; i < MAX_VIEWS; i++)
    if (has_more (self, board, &board->views[i]))
      return FALSE;
  return TRUE;
}

gboolean
fuzzing_run (const Fuzzing *self, const char *sources)
{
  g_autoptr (GPtrArray) seeds = mutation_read_folders (self->folders);
  g_autoptr (GTimer) timer = g_timer_new ();
  Board *board = board_new (self->first);
  gboolean is_well = seeds->len > 0;

  do
    {
      if (is_well)
        begin (self, board, sources, seeds);
      if (is_at_work (board))
        is_well = wait_for_one (board, seeds) && is_well;
      print_sum (board, timer);
    }
  while (is_at_work (board) || (is_well && !is_done (self, board)));
  return is_well && sum_of (board).n_missed == 0;
}
