/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * One context per account, with the serial numbers of what it was made from. If two workers need a new one at the same
 * time, each makes one and the later one is kept, so that neither waits.
 */
#include "config.h"

#include "e-buoy-context.h"

#include "e-buoy-account.h"
#include "e-buoy-memory.h"
#include "e-buoy-people.h"
#include "e-buoy-settings.h"
#include "learn/buoy-learn.h"

struct _EBuoyContext
{
  char *account;     /* an ESource's UID; "" for a file */
  char *taught;      /* the account's name in the memory; NULL if the memory is not used */
  guint days;        /* that senders are remembered for */
  BuoyContext *base; /* without contacts */
  guint accounts;    /* serial number of the accounts, increased by every change */
  guint settings;    /* e_buoy_settings_get_serial() */
};

typedef struct
{
  BuoyContext *context;
  guint accounts;
  guint settings;
  guint people;
} Kept;

static GMutex mutex;
static GHashTable *kept; /* account → Kept; NULL before the first */
static guint accounts;   /* current serial number */

static void
kept_free (gpointer data)
{
  Kept *entry = data;

  buoy_context_unref (entry->context);
  g_free (entry);
}

/* An account was added, removed or changed. */
static void
forget_all (void)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);

  accounts++;
  g_clear_pointer (&kept, g_hash_table_unref);
}

static guint
get_accounts_serial (void)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);

  return accounts;
}

EBuoyContext *
e_buoy_context_new (const char *uid)
{
  EBuoyContext *self = g_new0 (EBuoyContext, 1);

  e_buoy_account_watch (forget_all);
  self->account = g_strdup (uid != NULL ? uid : "");
  self->accounts = get_accounts_serial ();
  self->settings = e_buoy_settings_get_serial ();
  if (uid != NULL && e_buoy_memory_is_on ())
    self->taught = e_buoy_memory_name_account (uid);
  self->days = e_buoy_memory_get_days ();
  self->base = e_buoy_account_make_context (uid);
  e_buoy_settings_fill_context (self->base);
  e_buoy_people_refresh ();
  return self;
}

void
e_buoy_context_free (EBuoyContext *self)
{
  buoy_context_unref (self->base);
  g_free (self->account);
  g_free (self->taught);
  g_free (self);
}

/* (transfer full) (nullable) */
static BuoyContext *
find (const EBuoyContext *self, guint people)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);
  const Kept *entry = kept != NULL ? g_hash_table_lookup (kept, self->account) : NULL;

  if (entry == NULL || entry->accounts != self->accounts || entry->settings != self->settings
      || entry->people != people)
    return NULL;
  return buoy_context_ref (entry->context);
}

/* Stores @context, unless the account has changed or was removed. */
static void
keep (const EBuoyContext *self, BuoyContext *context, guint people)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);
  Kept *entry;

  if (self->accounts != accounts)
    return;
  if (kept == NULL)
    kept = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, kept_free);
  entry = g_new (Kept, 1);
  *entry = (Kept){ buoy_context_ref (context), self->accounts, self->settings, people };
  g_hash_table_replace (kept, g_strdup (self->account), entry);
}

/* Whether nothing was learned since @context was made. */
static gboolean
is_current (const EBuoyContext *self, const BuoyContext *context)
{
  return self->taught == NULL || !buoy_learning_has_changed (e_buoy_memory_get (), self->taught, context);
}

BuoyContext *
e_buoy_context_complete (EBuoyContext *self)
{
  guint serial = 0;
  g_autoptr (GPtrArray) people = e_buoy_people_wait (&serial);
  BuoyContext *context = find (self, serial);

  if (context != NULL && is_current (self, context))
    return context;
  g_clear_pointer (&context, buoy_context_unref);
  context = buoy_context_ref (self->base);
  e_buoy_people_add (people, context);
  if (self->taught != NULL)
    buoy_learning_use (e_buoy_memory_get (), self->taught, context);
  keep (self, context, serial);
  return context;
}

void
e_buoy_context_learn (EBuoyContext *self, const GPtrArray *names, const GPtrArray *messages, GCancellable *cancellable,
                      GError **error)
{
  if (self->taught != NULL)
    buoy_learning_take (e_buoy_memory_get (), self->taught, names, messages, self->base, cancellable, error);
}

void
e_buoy_context_learn_senders (EBuoyContext *self, BuoyContext *context, GPtrArray *headers, GCancellable *cancellable,
                              GError **error)
{
  if (self->taught == NULL)
    return;
  buoy_learning_limit (e_buoy_memory_get (), self->days);
  buoy_learning_take_senders (e_buoy_memory_get (), self->taught, headers, context, cancellable, error);
}

BuoyContext *
e_buoy_context_recall (EBuoyContext *self, BuoyContext *context)
{
  if (self->taught == NULL)
    return buoy_context_ref (context);
  return buoy_memory_recall (buoy_learning_get_memory (e_buoy_memory_get ()), self->taught, context);
}

void
e_buoy_context_learn_verdict (EBuoyContext *self, BuoyVerdict *verdict)
{
  if (self->taught == NULL)
    return;
  buoy_learning_limit (e_buoy_memory_get (), self->days);
  buoy_memory_learn_verdict (buoy_learning_get_memory (e_buoy_memory_get ()), self->taught, verdict);
}
