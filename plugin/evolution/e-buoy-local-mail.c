/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Local accounts are read completely. Of remote ones, only folders that are open are read, since opening one might
 * contact the server, and only messages in the cache.
 */
#include "config.h"

#include "e-buoy-local-mail.h"

#include "e-buoy-folder.h"

#define MAX_HEADER (256 * 1024) /* bytes; mail servers accept less */
#define CHUNK_BYTES (16 * 1024)
#define MAX_BYTES (4 * 1024 * 1024) /* bytes of a message without its own file, which is read completely */

static void
mail_free (gpointer data)
{
  EBuoyLocalMail *mail = data;

  if (mail == NULL)
    return;
  g_object_unref (mail->folder);
  g_free (mail->uid);
  g_free (mail);
}

static void
open_folders (CamelStore *store, CamelFolderInfo *info, GPtrArray *folders, GCancellable *cancellable)
{
  for (; info != NULL && !g_cancellable_is_cancelled (cancellable); info = info->next)
    {
      CamelFolder *folder = NULL;

      if ((info->flags & (CAMEL_FOLDER_NOSELECT | CAMEL_FOLDER_VIRTUAL | CAMEL_FOLDER_VTRASH)) == 0)
        folder = camel_store_get_folder_sync (store, info->full_name, 0, cancellable, NULL);
      if (folder != NULL)
        g_ptr_array_add (folders, folder);
      open_folders (store, info->child, folders, cancellable);
    }
}

/* (element-type CamelFolder) (transfer full) */
static GPtrArray *
list_folders (CamelStore *store, GCancellable *cancellable)
{
  CamelProvider *provider = camel_service_get_provider (CAMEL_SERVICE (store));
  GPtrArray *folders;
  CamelFolderInfo *info;

  if (provider == NULL || (provider->flags & CAMEL_PROVIDER_IS_REMOTE) != 0)
    {
      folders = camel_store_dup_opened_folders (store);
      g_ptr_array_set_free_func (folders, g_object_unref);
      return folders;
    }
  folders = g_ptr_array_new_with_free_func (g_object_unref);
  info = camel_store_get_folder_info_sync (store, NULL,
                                           CAMEL_STORE_FOLDER_INFO_FAST | CAMEL_STORE_FOLDER_INFO_RECURSIVE
                                               | CAMEL_STORE_FOLDER_INFO_NO_VIRTUAL,
                                           cancellable, NULL);
  open_folders (store, info, folders, cancellable);
  camel_folder_info_free (info);
  return folders;
}

static void
add_message (CamelFolder *folder, const char *uid, GPtrArray *mails)
{
  g_autoptr (CamelMessageInfo) info = camel_folder_get_message_info (folder, uid);
  EBuoyLocalMail *mail;

  if (info == NULL || (camel_message_info_get_flags (info) & (CAMEL_MESSAGE_JUNK | CAMEL_MESSAGE_DELETED)) != 0)
    return;
  mail = g_new (EBuoyLocalMail, 1);
  *mail = (EBuoyLocalMail){ g_object_ref (folder), g_strdup (uid), camel_message_info_get_date_received (info) };
  if (mail->date <= 0)
    mail->date = camel_message_info_get_date_sent (info);
  g_ptr_array_add (mails, mail);
}

static void
add_folder (CamelFolder *folder, GPtrArray *mails, GCancellable *cancellable)
{
  GPtrArray *uids;

  if (CAMEL_IS_VEE_FOLDER (folder) || e_buoy_folder_is_left_alone (folder)
      || (camel_folder_get_flags (folder) & (CAMEL_FOLDER_IS_JUNK | CAMEL_FOLDER_IS_TRASH)) != 0)
    return;
  uids = e_buoy_compat_get_uids (folder);
  if (camel_folder_get_folder_summary (folder) != NULL)
    camel_folder_summary_prepare_fetch_all (camel_folder_get_folder_summary (folder), NULL);
  for (guint i = 0; uids != NULL && i < uids->len && !g_cancellable_is_cancelled (cancellable); i++)
    add_message (folder, g_ptr_array_index (uids, i), mails);
  if (uids != NULL)
    e_buoy_compat_free_uids (folder, uids);
}

static int
compare_newest (gconstpointer a, gconstpointer b)
{
  const EBuoyLocalMail *const *left = a;
  const EBuoyLocalMail *const *right = b;

  return ((*left)->date < (*right)->date) - ((*left)->date > (*right)->date);
}

static gboolean
is_here (const EBuoyLocalMail *mail)
{
  g_autofree char *path = NULL;

  if (e_buoy_folder_is_local (mail->folder))
    return TRUE;
  path = e_buoy_folder_find_file (mail->folder, mail->uid);
  return path != NULL;
}

static int
compare_oldest (gconstpointer a, gconstpointer b)
{
  return compare_newest (b, a);
}

GPtrArray *
e_buoy_local_mail_list (CamelStore *store, guint max, GCancellable *cancellable)
{
  g_autoptr (GPtrArray) folders = list_folders (store, cancellable);
  g_autoptr (GPtrArray) mails = g_ptr_array_new_with_free_func (mail_free);
  GPtrArray *chosen = g_ptr_array_new_with_free_func (mail_free);

  for (guint i = 0; i < folders->len; i++)
    add_folder (g_ptr_array_index (folders, i), mails, cancellable);
  g_ptr_array_sort (mails, compare_newest);
  for (guint i = 0; i < mails->len && chosen->len < max && !g_cancellable_is_cancelled (cancellable); i++)
    if (is_here (g_ptr_array_index (mails, i)))
      g_ptr_array_add (chosen, g_steal_pointer (&g_ptr_array_index (mails, i)));
  g_ptr_array_sort (chosen, compare_oldest);
  return chosen;
}

static gboolean
has_end (const GByteArray *bytes)
{
  const char *text = (const char *) bytes->data;

  return bytes->len > 0
         && (g_strstr_len (text, bytes->len, "\n\n") != NULL || g_strstr_len (text, bytes->len, "\n\r\n") != NULL);
}

static GBytes *
read_start (const char *path, GCancellable *cancellable)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, NULL);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  gssize n_read = stream != NULL ? 1 : -1;

  while (n_read > 0 && bytes->len < MAX_HEADER && !has_end (bytes))
    {
      guint8 chunk[CHUNK_BYTES];

      n_read = g_input_stream_read (G_INPUT_STREAM (stream), chunk, sizeof chunk, cancellable, NULL);
      if (n_read > 0)
        g_byte_array_append (bytes, chunk, (guint) n_read);
    }
  return n_read >= 0 ? g_byte_array_free_to_bytes (g_steal_pointer (&bytes)) : NULL;
}

/* Reads a message in an mbox file. */
static GBytes *
read_whole (const EBuoyLocalMail *mail, GCancellable *cancellable)
{
  g_autoptr (CamelMessageInfo) info = camel_folder_get_message_info (mail->folder, mail->uid);
  g_autoptr (CamelMimeMessage) message = NULL;
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();

  if (info == NULL || camel_message_info_get_size (info) > MAX_BYTES)
    return NULL;
  message = camel_folder_get_message_sync (mail->folder, mail->uid, cancellable, NULL);
  if (message == NULL
      || camel_data_wrapper_write_to_output_stream_sync (CAMEL_DATA_WRAPPER (message), stream, cancellable, NULL) < 0
      || !g_output_stream_close (stream, cancellable, NULL))
    return NULL;
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

GBytes *
e_buoy_local_mail_read_header (const EBuoyLocalMail *mail, GCancellable *cancellable)
{
  g_autofree char *path = e_buoy_folder_find_file (mail->folder, mail->uid);

  if (path != NULL)
    return read_start (path, cancellable);
  return e_buoy_folder_is_local (mail->folder) ? read_whole (mail, cancellable) : NULL;
}
