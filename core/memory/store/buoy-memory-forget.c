/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What the reader sees of the memory, and how to get rid of it.
 */
#include "config.h"

#include <string.h>

#include "memory/store/buoy-memory-private.h"

/*< private >
 * buoy_memory_list_accounts:
 * @memory: a memory
 *
 * Lists the accounts that taught something.
 *
 * Returns: (transfer full): their names
 */
char **
buoy_memory_list_accounts (BuoyMemory *memory)
{
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = NULL;
  g_autoptr (GStrvBuilder) accounts = g_strv_builder_new ();
  sqlite3_stmt *statement;

  g_return_val_if_fail (memory != NULL, NULL);

  locker = g_mutex_locker_new (&memory->mutex);
  statement = buoy_memory_prepare (memory, "SELECT account FROM side UNION SELECT name FROM account ORDER BY 1", NULL);
  while (statement != NULL && sqlite3_step (statement) == SQLITE_ROW)
    g_strv_builder_add (accounts, (const char *) sqlite3_column_text (statement, 0));
  sqlite3_finalize (statement);
  return g_strv_builder_end (accounts);
}

static const char *const forget_account[] = {
  "DELETE FROM side WHERE account=?1",
  "DELETE FROM sender WHERE account IN (SELECT id FROM account WHERE name=?1)",
  "DELETE FROM name WHERE account IN (SELECT id FROM account WHERE name=?1)",
  "DELETE FROM account WHERE name=?1",
};
static const char *const forget_sender[] = {
  "DELETE FROM sender WHERE sender=?1 OR substr (sender, -length (?1) - 1) = '.' || ?1",
  "DELETE FROM name WHERE sender=?1 OR substr (sender, -length (?1) - 1) = '.' || ?1",
};
/* Those who write from there (buoy-memory-name.c). */
static const char *const forget_people[] = {
  "DELETE FROM name WHERE sender=?1",
};
static const char *const forget_before[] = {
  "DELETE FROM sender WHERE last < CAST (?1 AS INTEGER)",
  "DELETE FROM name WHERE last < CAST (?1 AS INTEGER)",
};

/* What is queued is to be forgotten as well. */
static gboolean
write_queued (BuoyMemory *memory)
{
  const guint n_begun = memory->n_begun;
  gboolean done;

  memory->n_begun = 0;
  done = buoy_memory_flush (memory);
  memory->n_begun = n_begun;
  return done;
}

/* Runs @statements, in which ?1 is @what, in one transaction: another client must not add a row between them, to an
 * account that is then gone. The journal still has what it was, until it is emptied. The mutex is held.
 */
static gboolean
forget (BuoyMemory *memory, const char *const *statements, guint n, const char *what)
{
  gboolean done;

  if (!write_queued (memory) || memory->db == NULL)
    return FALSE;
  done = buoy_database_run (memory->db, "BEGIN IMMEDIATE");
  for (guint i = 0; done && i < n; i++)
    done = buoy_database_finish (buoy_memory_prepare (memory, statements[i], what));
  if (done && buoy_database_run (memory->db, "COMMIT"))
    return buoy_database_run (memory->db, "PRAGMA wal_checkpoint(TRUNCATE)");
  buoy_memory_mend (memory);
  return FALSE;
}

/*< private >
 * buoy_memory_forget_account:
 * @memory: a memory
 * @account: the account, as the client names it
 *
 * Forgets what was learned from an account: its servers, and who writes to it.
 *
 * Returns: %FALSE if that could not be written
 */
gboolean
buoy_memory_forget_account (BuoyMemory *memory, const char *account)
{
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = NULL;

  g_return_val_if_fail (memory != NULL && account != NULL, FALSE);

  locker = g_mutex_locker_new (&memory->mutex);
  memory->n_deletions++;
  return forget (memory, forget_account, G_N_ELEMENTS (forget_account), account);
}

/*< private >
 * buoy_memory_forget_sender:
 * @memory: a memory
 * @sender: a domain, or an address of a service where anyone can have one
 *
 * Forgets a sender in all accounts: the domain with those below it, its names and those of people who wrote from there,
 * and what was not written yet.
 *
 * Returns: %FALSE if that could not be written
 */
gboolean
buoy_memory_forget_sender (BuoyMemory *memory, const char *sender)
{
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = NULL;
  g_autofree char *folded = NULL;
  g_autofree char *key = NULL;
  g_autofree char *place = NULL;

  g_return_val_if_fail (memory != NULL && sender != NULL, FALSE);

  locker = g_mutex_locker_new (&memory->mutex);
  memory->n_deletions++;
  folded = g_utf8_strdown (sender, -1);
  key = buoy_memory_key_of (memory, folded, strchr (folded, '@') != NULL);
  place = buoy_memory_key_of (memory, folded, TRUE);
  return key != NULL && place != NULL && forget (memory, forget_sender, G_N_ELEMENTS (forget_sender), key)
         && forget (memory, forget_people, G_N_ELEMENTS (forget_people), place);
}

/*< private >
 * buoy_memory_forget_before:
 * @memory: a memory
 * @moment: in seconds since 1970
 *
 * Forgets the senders and names that were last seen before a day: the reader, or the organisation, does not want them
 * to be kept longer.
 *
 * Returns: %FALSE if that could not be written
 */
gboolean
buoy_memory_forget_before (BuoyMemory *memory, gint64 moment)
{
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = NULL;
  g_autofree char *day = NULL;

  g_return_val_if_fail (memory != NULL, FALSE);

  locker = g_mutex_locker_new (&memory->mutex);
  day = g_strdup_printf ("%d", buoy_sender_record_day_of (moment));
  return forget (memory, forget_before, G_N_ELEMENTS (forget_before), day);
}

/*< private >
 * buoy_memory_clear:
 * @memory: a memory
 *
 * Forgets everything, also what is not written yet. Nothing of it stays in the file.
 *
 * Returns: %FALSE if that could not be written
 */
gboolean
buoy_memory_clear (BuoyMemory *memory)
{
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = NULL;

  g_return_val_if_fail (memory != NULL, FALSE);

  locker = g_mutex_locker_new (&memory->mutex);
  memory->n_deletions++;
  buoy_memory_drop_queue (memory);
  if (memory->db == NULL)
    return FALSE;
  if (buoy_database_run (memory->db, "BEGIN IMMEDIATE; DELETE FROM side; DELETE FROM name; DELETE FROM sender;"
                                     " DELETE FROM account; COMMIT; VACUUM; PRAGMA wal_checkpoint(TRUNCATE)"))
    return TRUE;
  buoy_memory_mend (memory);
  return FALSE;
}
