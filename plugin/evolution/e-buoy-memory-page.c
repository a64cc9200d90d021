/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The file is read and written in workers; the main thread takes over the results.
 */
#include "config.h"

#include "e-buoy-memory-page.h"

#include "e-buoy-look-back.h"
#include "e-buoy-memory.h"
#include "e-buoy-settings.h"

/* What a worker does before it reads the memory. @account: (nullable) */
typedef void (*ChangeFunc) (BuoyLearning *learning, const char *account);

typedef struct
{
  ChangeFunc change; /* NULL to change nothing */
  char *account;     /* or sender; NULL */
  GPtrArray *ids;    /* the accounts' names in the memory */
  GPtrArray *names;  /* the names that the reader knows, in the same order */
} Work;

typedef struct
{
  GPtrArray *accounts; /* of BuoyMemoryAccount */
  char *kept;
} Found;

static void
work_free (gpointer data)
{
  Work *work = data;

  g_ptr_array_unref (work->ids);
  g_ptr_array_unref (work->names);
  g_free (work->account);
  g_free (work);
}

static void
found_free (gpointer data)
{
  Found *found = data;

  g_clear_pointer (&found->accounts, g_ptr_array_unref);
  g_free (found->kept);
  g_free (found);
}

static void
add_account (Found *found, BuoyMemory *memory, const char *id, const char *name)
{
  g_autofree char *server = buoy_memory_get_server (memory, id);
  g_autofree char *checker = buoy_memory_get_checker (memory, id);

  g_ptr_array_add (found->accounts,
                   buoy_memory_account_new (id, buoy_memory_words_tell_account (name, server, checker)));
}

/* Accounts from which nothing was learned are left out. */
static Found *
find (const Work *work, BuoyMemory *memory)
{
  Found *found = g_new0 (Found, 1);
  g_auto (GStrv) known = buoy_memory_list_accounts (memory);

  found->accounts = g_ptr_array_new_with_free_func (buoy_memory_account_free);
  for (guint i = 0; i < work->ids->len; i++)
    if (g_strv_contains ((const char *const *) known, g_ptr_array_index (work->ids, i)))
      add_account (found, memory, g_ptr_array_index (work->ids, i), g_ptr_array_index (work->names, i));
  found->kept = buoy_memory_words_tell_kept (memory);
  return found;
}

static void
run (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Work *work = data;

  if (work->change != NULL)
    work->change (e_buoy_memory_get (), work->account);
  g_task_return_pointer (task, find (work, buoy_learning_get_memory (e_buoy_memory_get ())), found_free);
}

static void
on_found (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (BuoyMemoryModel) model = data;
  Found *found = g_task_propagate_pointer (G_TASK (result), NULL);
  const Work *work = g_task_get_task_data (G_TASK (result));

  buoy_memory_model_set (model, g_steal_pointer (&found->accounts), g_steal_pointer (&found->kept));
  found_free (found);
  if (work->change != NULL)
    e_buoy_settings_judge_again ();
}

static Work *
work_new (EShell *shell)
{
  Work *work = g_new0 (Work, 1);
  GList *sources = e_source_registry_list_sources (e_shell_get_registry (shell), E_SOURCE_EXTENSION_MAIL_ACCOUNT);

  work->ids = g_ptr_array_new_with_free_func (g_free);
  work->names = g_ptr_array_new_with_free_func (g_free);
  for (GList *link = sources; link != NULL; link = link->next)
    {
      g_ptr_array_add (work->ids, e_buoy_memory_name_account (e_source_get_uid (link->data)));
      g_ptr_array_add (work->names, e_source_dup_display_name (link->data));
    }
  g_list_free_full (sources, g_object_unref);
  return work;
}

static void
start (BuoyMemoryModel *model, ChangeFunc change, const char *account)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, on_found, g_object_ref (model));
  Work *work = work_new (e_shell_get_default ());

  work->change = change;
  work->account = g_strdup (account);
  g_task_set_source_tag (task, start);
  g_task_set_task_data (task, work, work_free);
  g_task_run_in_thread (task, run);
}

static void
clear (BuoyLearning *learning, const char *unused)
{
  buoy_learning_clear (learning);
}

/* What was learned before the memory was disabled can be deleted. Don't create the file just to read it. */
static void
on_open (BuoyMemoryModel *model)
{
  if (e_buoy_memory_is_on () || buoy_learning_has_file ())
    start (model, NULL, NULL);
}

static void
on_forget (BuoyMemoryModel *model, const char *account)
{
  e_buoy_look_back_stop ();
  start (model, buoy_learning_forget_account, account);
}

static void
forget_sender (BuoyLearning *learning, const char *sender)
{
  buoy_learning_forget_sender (learning, sender);
}

static void
on_forget_sender (BuoyMemoryModel *model, const char *sender)
{
  start (model, forget_sender, sender);
}

static void
on_clear (BuoyMemoryModel *model)
{
  e_buoy_look_back_stop ();
  start (model, clear, NULL);
}

static void
on_start (BuoyMemoryModel *model)
{
  e_buoy_look_back_start (e_shell_get_default ());
}

static void
on_looked (gpointer model)
{
  const BuoyLookBack look_back = e_buoy_look_back_get ();

  buoy_memory_model_set_look_back (model, &look_back);
  if (look_back.state != BUOY_LOOK_BACK_RUNNING)
    start (model, NULL, NULL);
}

BuoyMemoryModel *
e_buoy_memory_page_new (void)
{
  BuoyMemoryModel *model = buoy_memory_model_new ();
  const BuoyLookBack look_back = e_buoy_look_back_get ();

  g_signal_connect (model, "open", G_CALLBACK (on_open), NULL);
  g_signal_connect (model, "forget", G_CALLBACK (on_forget), NULL);
  g_signal_connect (model, "forget-sender", G_CALLBACK (on_forget_sender), NULL);
  g_signal_connect (model, "clear", G_CALLBACK (on_clear), NULL);
  g_signal_connect (model, "start", G_CALLBACK (on_start), NULL);
  g_signal_connect (model, "stop", G_CALLBACK (e_buoy_look_back_stop), NULL);
  buoy_memory_model_set_look_back (model, &look_back);
  e_buoy_look_back_watch (on_looked, g_object_ref (model));
  return model;
}
