/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A separate thread of low priority reads headers, one account after the other, and stores what it learns in
 * batches.
 */
#include "config.h"

#include "e-buoy-look-back.h"

#include <mail/e-mail-backend.h>
#include <sys/resource.h>

#include "buoy-unjudged.h"
#include "e-buoy-context.h"
#include "e-buoy-local-mail.h"
#include "e-buoy-looked-back.h"
#include "e-buoy-memory.h"
#include "e-buoy-settings.h"

#define DELAY_SECONDS 5   /* after the first window: the message shown there comes first */
#define MAX_MESSAGES 2000 /* per account: more than needed to know its servers */
#define BATCH 50          /* messages per transaction */
#define NICE 10           /* a tenth of what others get; with 19, it would not end on a busy machine */

typedef struct
{
  CamelStore *store;
  EBuoyContext *servers; /* what learning these needs to know */
  EBuoyContext *senders; /* the same, for later, when the servers are known */
  char *uid;
} Account;

typedef struct
{
  GPtrArray *accounts; /* of Account */
  GCancellable *cancellable;
  gboolean has_failed; /* the program that reads headers does not work */
} Run;

static GCancellable *running; /* cancels the thread; NULL if there is none */
static BuoyLookBack status;
static void (*watcher) (gpointer data);
static gpointer watcher_data;

/* A progress report to the main thread. */
typedef struct
{
  GCancellable *cancellable; /* whose */
  BuoyLookBack status;
} News;

static void
account_free (gpointer data)
{
  Account *account = data;

  g_object_unref (account->store);
  e_buoy_context_free (account->servers);
  e_buoy_context_free (account->senders);
  g_free (account->uid);
  g_free (account);
}

static void
run_free (Run *run)
{
  g_ptr_array_unref (run->accounts);
  g_object_unref (run->cancellable);
  g_free (run);
}

static gboolean
take_news (gpointer data)
{
  News *news = data;

  if (news->cancellable == running)
    {
      status = news->status;
      if (status.state != BUOY_LOOK_BACK_RUNNING)
        g_clear_object (&running);
      if (status.state == BUOY_LOOK_BACK_DONE)
        e_buoy_settings_judge_again ();
      if (watcher != NULL)
        watcher (watcher_data);
    }
  g_object_unref (news->cancellable);
  g_free (news);
  return G_SOURCE_REMOVE;
}

static void
tell (const Run *run, BuoyLookBack now)
{
  News *news = g_new (News, 1);

  *news = (News){ g_object_ref (run->cancellable), now };
  g_idle_add_full (G_PRIORITY_LOW, take_news, news, NULL);
}

/* Headers that were read, and are to be learned together. */
typedef struct
{
  GPtrArray *names;
  GPtrArray *headers;
} Batch;

static void
read_mail (const EBuoyLocalMail *mail, Batch *batch, GCancellable *cancellable)
{
  GBytes *header = e_buoy_local_mail_read_header (mail, cancellable);

  if (header == NULL)
    return;
  g_ptr_array_add (batch->headers, header);
  g_ptr_array_add (batch->names, e_buoy_memory_name_message (mail->folder, mail->uid));
}

static gboolean
goes_on (const Run *run)
{
  return !run->has_failed && !g_cancellable_is_cancelled (run->cancellable);
}

/* One header that cannot be read is no reason to stop. */
static void
note_error (Run *run, const GError *error)
{
  if (error == NULL || !buoy_unjudged_is_failure (error))
    return;
  g_message ("old messages cannot be learned from: %s", error->message);
  run->has_failed = TRUE;
}

static void
learn_batch (Run *run, const Account *account, Batch *batch)
{
  g_autoptr (GError) error = NULL;

  buoy_learning_begin (e_buoy_memory_get ());
  e_buoy_context_learn (account->servers, batch->names, batch->headers, run->cancellable, &error);
  note_error (run, error);
  buoy_learning_commit (e_buoy_memory_get ());
  g_ptr_array_set_size (batch->names, 0);
  g_ptr_array_set_size (batch->headers, 0);
}

static void
learn_servers (Run *run, const Account *account, const GPtrArray *mails)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) headers = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  Batch batch = { names, headers };

  for (guint i = 0; i < mails->len && goes_on (run); i++)
    {
      read_mail (g_ptr_array_index (mails, i), &batch, run->cancellable);
      if (i % BATCH == BATCH - 1)
        learn_batch (run, account, &batch);
    }
  if (goes_on (run))
    learn_batch (run, account, &batch);
}

static void
learn_from (Run *run, const Account *account, BuoyContext *context, GPtrArray *headers)
{
  g_autoptr (GError) error = NULL;

  buoy_learning_begin (e_buoy_memory_get ());
  e_buoy_context_learn_senders (account->senders, context, headers, run->cancellable, &error);
  note_error (run, error);
  buoy_learning_commit (e_buoy_memory_get ());
  g_ptr_array_set_size (headers, 0);
}

/* Who sends the mail, which the results of the servers prove. */
static void
learn_senders (Run *run, const Account *account, const GPtrArray *mails, BuoyLookBack *now)
{
  g_autoptr (BuoyContext) context = e_buoy_context_complete (account->senders);
  g_autoptr (GPtrArray) headers = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  for (guint i = 0; i < mails->len && goes_on (run); i++)
    {
      GBytes *header = e_buoy_local_mail_read_header (g_ptr_array_index (mails, i), run->cancellable);

      if (header != NULL)
        g_ptr_array_add (headers, header);
      now->n_read++;
      if (now->n_read % BATCH != 0 && i + 1 < mails->len)
        continue;
      learn_from (run, account, context, headers);
      tell (run, *now);
    }
}

static void
read_account (Run *run, const Account *account, BuoyLookBack *now)
{
  g_autoptr (GPtrArray) mails = e_buoy_local_mail_list (account->store, MAX_MESSAGES, run->cancellable);

  now->n_all += mails->len;
  tell (run, *now);
  learn_servers (run, account, mails);
  learn_senders (run, account, mails, now);
  if (mails->len > 0 && goes_on (run))
    e_buoy_looked_back_add (account->uid, FALSE);
}

/* Accounts that the reader stopped are not started again automatically. */
static void
record_stop (const Run *run)
{
  for (guint i = 0; i < run->accounts->len; i++)
    e_buoy_looked_back_add (((const Account *) g_ptr_array_index (run->accounts, i))->uid, TRUE);
}

static gpointer
look_back (gpointer data)
{
  Run *run = data;
  BuoyLookBack now = { BUOY_LOOK_BACK_RUNNING, 0, 0 };

  setpriority (PRIO_PROCESS, 0, NICE); /* on Linux, this affects only this thread */
  for (guint i = 0; i < run->accounts->len && goes_on (run); i++)
    read_account (run, g_ptr_array_index (run->accounts, i), &now);
  now.state = run->has_failed ? BUOY_LOOK_BACK_STOPPED : BUOY_LOOK_BACK_DONE; /* it is tried again at the next start */
  if (g_cancellable_is_cancelled (run->cancellable))
    {
      now.state = BUOY_LOOK_BACK_STOPPED;
      record_stop (run);
    }
  g_debug ("looked back at %u of %u messages", now.n_read, now.n_all);
  tell (run, now);
  run_free (run);
  return NULL;
}

/* (transfer full) (nullable) */
static Account *
account_new (CamelSession *session, const char *uid)
{
  g_autoptr (CamelService) service = camel_session_ref_service (session, uid);
  Account *account;

  if (!CAMEL_IS_STORE (service))
    return NULL;
  account = g_new (Account, 1);
  *account = (Account){ CAMEL_STORE (g_steal_pointer (&service)), e_buoy_context_new (uid), e_buoy_context_new (uid),
                        g_strdup (uid) };
  return account;
}

/* The accounts of @shell except those in @record. (element-type Account) */
static GPtrArray *
list_accounts (EShell *shell, char **record)
{
  GPtrArray *accounts = g_ptr_array_new_with_free_func (account_free);
  EShellBackend *backend = e_shell_get_backend_by_name (shell, "mail");
  CamelSession *session
      = E_IS_MAIL_BACKEND (backend) ? CAMEL_SESSION (e_mail_backend_get_session (E_MAIL_BACKEND (backend))) : NULL;
  GList *sources = e_source_registry_list_enabled (e_shell_get_registry (shell), E_SOURCE_EXTENSION_MAIL_ACCOUNT);

  for (GList *link = sources; link != NULL && session != NULL; link = link->next)
    {
      const char *uid = e_source_get_uid (link->data);
      Account *account = e_buoy_looked_back_has (record, uid) ? NULL : account_new (session, uid);

      if (account != NULL)
        g_ptr_array_add (accounts, account);
    }
  g_list_free_full (sources, g_object_unref);
  return accounts;
}

static void
start (EShell *shell, char **record)
{
  g_autoptr (GPtrArray) accounts = NULL;
  Run *run;

  if (running != NULL || !e_buoy_memory_is_on () || !e_buoy_settings_is_enabled ())
    return;
  accounts = list_accounts (shell, record);
  if (accounts->len == 0)
    return;
  running = g_cancellable_new ();
  status = (BuoyLookBack){ BUOY_LOOK_BACK_RUNNING, 0, 0 };
  run = g_new (Run, 1);
  *run = (Run){ g_steal_pointer (&accounts), g_object_ref (running), FALSE };
  g_thread_unref (g_thread_new ("bellbuoy-look-back", look_back, run));
}

static void
start_new (EShell *shell)
{
  g_auto (GStrv) record = e_buoy_looked_back_read ();

  start (shell, record);
}

static void
on_switched (EShell *shell)
{
  if (e_buoy_memory_is_on ())
    start_new (shell);
  else
    e_buoy_look_back_stop ();
}

static gboolean
begin (gpointer shell)
{
  e_buoy_memory_follow_accounts (e_shell_get_registry (shell));
  start_new (shell);
  if (e_buoy_settings_get () != NULL)
    g_signal_connect_object (e_buoy_settings_get (), "changed::memory", G_CALLBACK (on_switched), shell,
                             G_CONNECT_SWAPPED);
  return G_SOURCE_REMOVE;
}

static void
on_window (EShell *shell)
{
  g_signal_handlers_disconnect_by_func (shell, on_window, NULL);
  g_timeout_add_seconds_full (G_PRIORITY_LOW, DELAY_SECONDS, begin, g_object_ref (shell), g_object_unref);
}

void
e_buoy_look_back_plan (EShell *shell)
{
  g_signal_connect (shell, "window-added", G_CALLBACK (on_window), NULL);
}

void
e_buoy_look_back_start (EShell *shell)
{
  char *none = NULL;

  start (shell, &none);
}

void
e_buoy_look_back_stop (void)
{
  if (running != NULL)
    g_cancellable_cancel (running);
}

BuoyLookBack
e_buoy_look_back_get (void)
{
  return status;
}

void
e_buoy_look_back_watch (void (*func) (gpointer data), gpointer data)
{
  watcher = func;
  watcher_data = data;
}
