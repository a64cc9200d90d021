/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A message is learned for each folder around it, up to the named one, and for its mbox file. Folders may belong to one
 * account or to several: if the mail of the widest folder agrees, it is one account.
 */
#include "config.h"

#include "cli-mailboxes.h"

#include <string.h>

#include "cli-input.h"
#include "cli-memory.h"
#include "learn/buoy-learn.h"

struct _CliMailboxes
{
  BuoyMemory *memory;   /* accounts are paths */
  GHashTable *unread;   /* account → GPtrArray of GBytes: headers that are to be learned for it */
  GHashTable *contexts; /* account → BuoyContext, for accounts from which something was learned */
  GHashTable *teachers; /* account → whether something was learned from it */
  char **paths;
  const char *path; /* the named path that is being read */
  guint n_read;
  CliContextFunc func;
  gpointer data;
};

/* Whether @folder is @path or in it. */
static gboolean
is_inside (const char *folder, const char *path)
{
  const gsize length = strlen (path);

  return g_str_has_prefix (folder, path)
         && (folder[length] == '\0' || folder[length] == G_DIR_SEPARATOR
             || (length > 0 && path[length - 1] == G_DIR_SEPARATOR));
}

/* They are read together (buoy_memory_learn_headers()). */
static void
learn_unread (CliMailboxes *mailboxes)
{
  GHashTableIter iter;
  gpointer account, messages;

  g_hash_table_iter_init (&iter, mailboxes->unread);
  while (g_hash_table_iter_next (&iter, &account, &messages))
    buoy_memory_learn_headers (mailboxes->memory, account, messages, NULL, NULL, NULL);
  g_hash_table_remove_all (mailboxes->unread);
}

static void
add_unread (CliMailboxes *mailboxes, const char *account, GBytes *header)
{
  GPtrArray *headers = g_hash_table_lookup (mailboxes->unread, account);

  if (headers == NULL)
    {
      headers = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
      g_hash_table_insert (mailboxes->unread, g_strdup (account), headers);
    }
  g_ptr_array_add (headers, g_bytes_ref (header));
}

static void
learn_message (const CliMessage *message, gpointer data)
{
  CliMailboxes *mailboxes = data;
  g_autofree char *folder = g_path_get_dirname (message->path);
  g_autoptr (GBytes) header = NULL;

  if (message->bytes == NULL)
    return;
  if (++mailboxes->n_read % CLI_MEMORY_BATCH == 0)
    {
      learn_unread (mailboxes);
      buoy_memory_commit (mailboxes->memory);
      buoy_memory_begin (mailboxes->memory);
    }
  header = cli_memory_copy_header (message->bytes);
  if (!message->is_only)
    add_unread (mailboxes, message->path, header);
  add_unread (mailboxes, folder, header);
  while (!g_str_equal (folder, mailboxes->path) && is_inside (folder, mailboxes->path))
    {
      char *parent = g_path_get_dirname (folder);

      g_free (folder);
      folder = parent;
      if (is_inside (folder, mailboxes->path))
        add_unread (mailboxes, folder, header);
    }
}

CliMailboxes *
cli_mailboxes_learn (char **paths, gboolean follow_links, CliContextFunc func, gpointer data)
{
  CliMailboxes *mailboxes = g_new0 (CliMailboxes, 1);

  mailboxes->func = func;
  mailboxes->data = data;
  mailboxes->memory = buoy_memory_new ();
  mailboxes->unread = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  mailboxes->contexts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) buoy_context_unref);
  mailboxes->teachers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  mailboxes->paths = g_strdupv (paths);
  buoy_memory_begin (mailboxes->memory);
  for (guint i = 0; paths[i] != NULL; i++)
    {
      mailboxes->path = mailboxes->paths[i];
      if (g_file_test (paths[i], G_FILE_TEST_IS_REGULAR) || g_file_test (paths[i], G_FILE_TEST_IS_DIR))
        cli_input_read (paths[i], follow_links, learn_message, mailboxes);
    }
  learn_unread (mailboxes);
  buoy_memory_commit (mailboxes->memory);
  return mailboxes;
}

void
cli_mailboxes_free (CliMailboxes *mailboxes)
{
  buoy_memory_unref (mailboxes->memory);
  g_hash_table_unref (mailboxes->unread);
  g_hash_table_unref (mailboxes->contexts);
  g_hash_table_unref (mailboxes->teachers);
  g_strfreev (mailboxes->paths);
  g_free (mailboxes);
}

static gboolean
has_taught (CliMailboxes *mailboxes, const char *account)
{
  g_autofree char *server = NULL;
  gpointer known;

  if (g_hash_table_lookup_extended (mailboxes->teachers, account, NULL, &known))
    return GPOINTER_TO_INT (known);
  server = buoy_memory_get_server (mailboxes->memory, account);
  g_hash_table_insert (mailboxes->teachers, g_strdup (account), GINT_TO_POINTER (server != NULL));
  return server != NULL;
}

static BuoyContext *
get_context (CliMailboxes *mailboxes, const char *account)
{
  BuoyContext *context = g_hash_table_lookup (mailboxes->contexts, account);

  if (context != NULL)
    return context;
  context = mailboxes->func (mailboxes->data);
  if (context == NULL)
    return NULL;
  buoy_memory_use (mailboxes->memory, account, context);
  g_hash_table_insert (mailboxes->contexts, g_strdup (account), context);
  return context;
}

BuoyContext *
cli_mailboxes_get_context (CliMailboxes *mailboxes, const char *path)
{
  g_autofree char *account = g_strdup (path);
  g_autofree char *widest = has_taught (mailboxes, path) ? g_strdup (path) : NULL;

  for (;;)
    {
      char *parent = g_path_get_dirname (account);
      const gboolean is_root = g_str_equal (parent, account);

      g_free (account);
      account = parent;
      if (is_root)
        return widest != NULL ? get_context (mailboxes, widest) : NULL;
      if (has_taught (mailboxes, account))
        {
          g_free (widest);
          widest = g_strdup (account);
        }
    }
}
