/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The identifiers of messages that were learned are kept only in this process.
 */
#include "config.h"

#include "buoy-learning.h"

#include "learn/buoy-learn.h"

#define SECONDS_A_DAY (24 * 60 * 60)
#define MAX_TAKEN 20000 /* messages; the set is then cleared, and a message may be learned twice */

struct _BuoyLearning
{
  char *path; /* NULL for the default file */
  GOnce once;
  BuoyMemory *memory; /* NULL until first used */
  GMutex mutex;       /* guards what follows */
  GHashTable *taken;  /* set of "account message" */
  guint days;         /* the limit that was applied, */
  gint64 limited_at;  /* and when, in seconds since 1970; 0: never */
};

BuoyLearning *
buoy_learning_new (const char *path)
{
  BuoyLearning *self = g_new0 (BuoyLearning, 1);

  self->path = g_strdup (path);
  self->once = (GOnce) G_ONCE_INIT;
  g_mutex_init (&self->mutex);
  self->taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

void
buoy_learning_free (BuoyLearning *self)
{
  g_clear_pointer (&self->memory, buoy_memory_unref);
  g_hash_table_unref (self->taken);
  g_mutex_clear (&self->mutex);
  g_free (self->path);
  g_free (self);
}

gboolean
buoy_learning_has_file (void)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "bellbuoy", "memory.db", NULL);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static gpointer
open_memory (gpointer data)
{
  BuoyLearning *self = data;

  self->memory = buoy_memory_open (self->path);
  return self->memory;
}

BuoyMemory *
buoy_learning_get_memory (BuoyLearning *self)
{
  return g_once (&self->once, open_memory, self);
}

void
buoy_learning_use (BuoyLearning *self, const char *account, BuoyContext *context)
{
  buoy_memory_use (buoy_learning_get_memory (self), account, context);
}

gboolean
buoy_learning_has_changed (BuoyLearning *self, const char *account, const BuoyContext *context)
{
  return buoy_memory_has_changed (buoy_learning_get_memory (self), account, context);
}

/* Marks a message as learned; FALSE if it was already. The mutex is held. */
static gboolean
claim (BuoyLearning *self, const char *account, const char *message)
{
  if (g_hash_table_size (self->taken) >= MAX_TAKEN)
    g_hash_table_remove_all (self->taken);
  return g_hash_table_add (self->taken, g_strjoin (" ", account, message, NULL));
}

/* Those of @messages that were not learned yet, whose names are added to @claimed. (transfer container) */
static GPtrArray *
claim_all (BuoyLearning *self, const char *account, const GPtrArray *names, const GPtrArray *messages,
           GPtrArray *claimed)
{
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new (&self->mutex);
  GPtrArray *fresh = g_ptr_array_new ();

  for (guint i = 0; i < names->len; i++)
    if (claim (self, account, g_ptr_array_index (names, i)))
      {
        g_ptr_array_add (claimed, g_ptr_array_index (names, i));
        g_ptr_array_add (fresh, g_ptr_array_index (messages, i));
      }
  return fresh;
}

/* They could not be read, but may be later. */
static void
disclaim (BuoyLearning *self, const char *account, const GPtrArray *names)
{
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new (&self->mutex);

  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *name = g_strjoin (" ", account, g_ptr_array_index (names, i), NULL);

      g_hash_table_remove (self->taken, name);
    }
}

guint
buoy_learning_take (BuoyLearning *self, const char *account, const GPtrArray *names, const GPtrArray *messages,
                    BuoyContext *context, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) claimed = g_ptr_array_new ();
  g_autoptr (GPtrArray) fresh = claim_all (self, account, names, messages, claimed);
  g_autoptr (GError) why = NULL;
  const guint n_learned
      = buoy_memory_learn_headers (buoy_learning_get_memory (self), account, fresh, context, cancellable, &why);

  if (why != NULL)
    {
      disclaim (self, account, claimed);
      g_propagate_error (error, g_steal_pointer (&why));
    }
  return n_learned;
}

guint
buoy_learning_take_senders (BuoyLearning *self, const char *account, GPtrArray *messages, BuoyContext *context,
                            GCancellable *cancellable, GError **error)
{
  return buoy_memory_learn_senders (buoy_learning_get_memory (self), account, messages, context, cancellable, error);
}

void
buoy_learning_begin (BuoyLearning *self)
{
  buoy_memory_begin (buoy_learning_get_memory (self));
}

void
buoy_learning_commit (BuoyLearning *self)
{
  buoy_memory_commit (buoy_learning_get_memory (self));
}

static gboolean
is_of_account (gpointer name, gpointer unused, gpointer prefix)
{
  return g_str_has_prefix (name, prefix);
}

void
buoy_learning_forget_account (BuoyLearning *self, const char *account)
{
  g_autofree char *prefix = g_strconcat (account, " ", NULL);
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new (&self->mutex);

  buoy_memory_forget_account (buoy_learning_get_memory (self), account);
  g_hash_table_foreach_remove (self->taken, is_of_account, prefix);
}

void
buoy_learning_clear (BuoyLearning *self)
{
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new (&self->mutex);

  buoy_memory_clear (buoy_learning_get_memory (self));
  g_hash_table_remove_all (self->taken);
}

/* Whether the limit is to be applied, which then is noted. */
static gboolean
is_limit_due (BuoyLearning *self, guint days, gint64 now)
{
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new (&self->mutex);
  const gboolean was_done = self->days == days && now - self->limited_at < SECONDS_A_DAY && now >= self->limited_at;

  if (was_done)
    return FALSE;
  self->days = days;
  self->limited_at = now;
  return days > 0;
}

gboolean
buoy_learning_limit_memory (BuoyMemory *memory, guint days)
{
  const gint64 now = g_get_real_time () / G_USEC_PER_SEC;

  return days == 0 || buoy_memory_forget_before (memory, now - (gint64) days * SECONDS_A_DAY);
}

void
buoy_learning_limit (BuoyLearning *self, guint days)
{
  if (is_limit_due (self, days, g_get_real_time () / G_USEC_PER_SEC))
    buoy_learning_limit_memory (buoy_learning_get_memory (self), days);
}

gboolean
buoy_learning_forget_sender (BuoyLearning *self, const char *sender)
{
  return buoy_memory_forget_sender (buoy_learning_get_memory (self), sender);
}

void
buoy_learning_keep_accounts (BuoyLearning *self, const char *prefix, const char *const *accounts)
{
  g_auto (GStrv) known = buoy_memory_list_accounts (buoy_learning_get_memory (self));

  for (guint i = 0; known[i] != NULL; i++)
    if (g_str_has_prefix (known[i], prefix) && (accounts == NULL || !g_strv_contains (accounts, known[i])))
      buoy_learning_forget_account (self, known[i]);
}
