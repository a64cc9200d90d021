/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Evolution marks junk in several places, of which the button in the banner is one; what all of them do is change the
 * message's flags. A message that was not opened in this session has taught nothing that is still known here.
 */
#include "config.h"

#include "e-buoy-lesson.h"

#include "e-buoy-folder.h"
#include "e-buoy-memory.h"
#include "learn/buoy-learn.h"

#define MAX_COMPARED 1000 /* changes: some microseconds for each lesson */
#define MAX_LESSONS 50    /* that are watched: whoever marks junk has opened it just before */

struct _EBuoyLesson
{
  CamelFolder *folder;
  char *uid;
  char *account;        /* as the memory names it */
  BuoyVerdict *verdict; /* NULL before the first */
  gboolean is_junk;
};

typedef struct
{
  char *account;
  BuoyVerdict *verdict;
  gboolean is_junk;
} Change;

static GQueue newest = G_QUEUE_INIT; /* of EBuoyLesson, each with a reference */

static void
clear (gpointer data)
{
  EBuoyLesson *self = data;

  g_object_unref (self->folder);
  g_clear_pointer (&self->verdict, buoy_verdict_unref);
  g_free (self->uid);
  g_free (self->account);
}

void
e_buoy_lesson_unref (EBuoyLesson *self)
{
  g_rc_box_release_full (self, clear);
}

static void
change_free (gpointer data)
{
  Change *change = data;

  buoy_verdict_unref (change->verdict);
  g_free (change->account);
  g_free (change);
}

static void
learn_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Change *change = data;
  BuoyMemory *memory = buoy_learning_get_memory (e_buoy_memory_get ());

  if (change->is_junk)
    buoy_memory_unlearn_verdict (memory, change->account, change->verdict);
  else
    buoy_memory_learn_verdict (memory, change->account, change->verdict);
  g_task_return_boolean (task, TRUE);
}

static void
learn (const EBuoyLesson *self)
{
  g_autoptr (GTask) task = NULL;
  Change *change;

  if (self->verdict == NULL || !e_buoy_memory_is_on ())
    return;
  change = g_new (Change, 1);
  *change = (Change){ g_strdup (self->account), buoy_verdict_ref (self->verdict), self->is_junk };
  task = g_task_new (NULL, NULL, NULL, NULL);
  g_task_set_source_tag (task, learn);
  g_task_set_task_data (task, change, change_free);
  g_task_run_in_thread (task, learn_in_thread);
}

/* Most changes of a folder are about other messages. The summary, which may be on the disk, is not asked about those,
 * unless there are so many that asking is cheaper than comparing.
 */
static gboolean
may_be_about (const CamelFolderChangeInfo *changes, const char *uid)
{
  const GPtrArray *uids = changes->uid_changed;

  if (uids->len > MAX_COMPARED)
    return TRUE;
  for (guint i = 0; i < uids->len; i++)
    if (g_str_equal (g_ptr_array_index (uids, i), uid))
      return TRUE;
  return FALSE;
}

static void
on_changed (CamelFolder *folder, CamelFolderChangeInfo *changes, EBuoyLesson *self)
{
  g_autoptr (CamelMessageInfo) info
      = may_be_about (changes, self->uid) ? camel_folder_get_message_info (folder, self->uid) : NULL;
  const gboolean is_junk = info != NULL && e_buoy_folder_has_as_junk (folder, self->uid);

  if (info == NULL || is_junk == self->is_junk) /* a message that is gone has no flags */
    return;
  self->is_junk = is_junk;
  learn (self);
}

static void
watch (EBuoyLesson *self)
{
  g_signal_connect (self->folder, "changed", G_CALLBACK (on_changed), self);
  g_queue_push_tail (&newest, g_rc_box_acquire (self));
  while (newest.length > MAX_LESSONS)
    {
      EBuoyLesson *oldest = g_queue_pop_head (&newest);

      g_signal_handlers_disconnect_by_func (oldest->folder, on_changed, oldest);
      e_buoy_lesson_unref (oldest);
    }
}

EBuoyLesson *
e_buoy_lesson_new (EBuoyMessage *message)
{
  const char *account = e_buoy_message_get_account (message);
  g_autofree char *name = account != NULL ? e_buoy_message_dup_lesson (message) : NULL;
  EBuoyLesson *self;

  if (name == NULL || !e_buoy_memory_is_on ())
    return NULL;
  self = g_rc_box_new0 (EBuoyLesson);
  self->folder = g_object_ref (e_buoy_message_get_folder (message));
  self->uid = g_strdup (e_buoy_message_get_uid (message));
  self->account = e_buoy_memory_name_account (account);
  watch (self);
  return self;
}

void
e_buoy_lesson_take (EBuoyLesson *self, BuoyVerdict *verdict)
{
  const gboolean is_first = self->verdict == NULL;

  g_clear_pointer (&self->verdict, buoy_verdict_unref);
  self->verdict = buoy_verdict_ref (verdict);
  if (!is_first && !self->is_junk)
    learn (self);
}
