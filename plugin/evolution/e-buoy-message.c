/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The bytes come from the folder's file, as they were transmitted. If there is no file Camel serialises the message,
 * refolding long header fields.
 */
#include "config.h"

#include "e-buoy-message.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "e-buoy-decrypted.h"
#include "e-buoy-folder.h"
#include "e-buoy-memory.h"
#include "verdict/buoy-scan-file.h"

/* No provider accepts more; the rest of a longer message is ignored. */
#define MAX_BYTES (100 * 1024 * 1024)
#define CHUNK_BYTES (256 * 1024)

struct _EBuoyMessage
{
  CamelMimeMessage *message;
  CamelFolder *folder; /* the real one, not a search folder; NULL for a file */
  char *uid;
  GPtrArray *decrypted; /* of CamelMimePart; NULL */
};

void
e_buoy_message_free (EBuoyMessage *self)
{
  g_clear_object (&self->message);
  g_clear_object (&self->folder);
  g_clear_pointer (&self->decrypted, g_ptr_array_unref);
  g_free (self->uid);
  g_free (self);
}

/* A search folder refers to messages in other folders. */
static CamelFolder *
resolve_folder (CamelFolder *folder, const char *uid, char **out_uid)
{
  g_autoptr (CamelMessageInfo) info = NULL;
  CamelFolder *real = NULL;
  g_autofree char *real_uid = NULL;

  if (!CAMEL_IS_VEE_FOLDER (folder))
    {
      *out_uid = g_strdup (uid);
      return g_object_ref (folder);
    }
  info = camel_folder_get_message_info (folder, uid);
  if (info != NULL && CAMEL_IS_VEE_MESSAGE_INFO (info))
    real = camel_vee_folder_get_location (CAMEL_VEE_FOLDER (folder), CAMEL_VEE_MESSAGE_INFO (info), &real_uid);
  if (real == NULL || CAMEL_IS_VEE_FOLDER (real))
    return NULL;
  *out_uid = g_steal_pointer (&real_uid);
  return g_object_ref (real);
}

EBuoyMessage *
e_buoy_message_new (EMailPartList *part_list)
{
  g_autoptr (EBuoyMessage) self = g_new0 (EBuoyMessage, 1);
  CamelMimeMessage *message = e_mail_part_list_get_message (part_list);
  CamelFolder *folder = e_mail_part_list_get_folder (part_list);
  const char *uid = e_mail_part_list_get_message_uid (part_list);

  if (message == NULL)
    return NULL;
  self->message = g_object_ref (message);
  if (folder != NULL && uid != NULL)
    self->folder = resolve_folder (folder, uid, &self->uid);
  if (self->folder != NULL && e_buoy_folder_is_left_alone (self->folder))
    return NULL;
  self->decrypted = e_buoy_decrypted_find (part_list);
  return g_steal_pointer (&self);
}

const char *
e_buoy_message_get_account (EBuoyMessage *self)
{
  CamelStore *store = self->folder != NULL ? camel_folder_get_parent_store (self->folder) : NULL;

  return store != NULL ? camel_service_get_uid (CAMEL_SERVICE (store)) : NULL;
}

CamelFolder *
e_buoy_message_get_folder (EBuoyMessage *self)
{
  return self->folder;
}

const char *
e_buoy_message_get_uid (EBuoyMessage *self)
{
  return self->uid;
}

char *
e_buoy_message_dup_lesson (EBuoyMessage *self)
{
  if (self->folder == NULL || !e_buoy_folder_may_teach (self->folder, self->uid))
    return NULL;
  return e_buoy_memory_name_message (self->folder, self->uid);
}

gboolean
e_buoy_message_is_rewritten (EBuoyMessage *self)
{
  return self->decrypted != NULL;
}

/* Not mapped: truncating the file would crash Evolution. NULL if it cannot be read in this way. */
static GBytes *
read_for_scan (const char *path, GCancellable *cancellable)
{
  const int file = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  GBytes *bytes;

  if (file < 0)
    return NULL;
  bytes = buoy_scan_read_file (file, MAX_BYTES, cancellable, NULL);
  close (file);
  return bytes;
}

/* Into ordinary memory. */
static GBytes *
read_file (const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, error);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autofree guint8 *chunk = g_malloc (CHUNK_BYTES);
  gssize n_read = 1;

  while (stream != NULL && n_read > 0 && bytes->len < MAX_BYTES)
    {
      n_read = g_input_stream_read (G_INPUT_STREAM (stream), chunk, CHUNK_BYTES, cancellable, error);
      if (n_read > 0)
        g_byte_array_append (bytes, chunk, (guint) n_read);
    }
  if (stream == NULL || n_read < 0)
    return NULL;
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

static GBytes *
write_again (CamelMimeMessage *message, GCancellable *cancellable, GError **error)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();

  if (camel_data_wrapper_write_to_output_stream_sync (CAMEL_DATA_WRAPPER (message), stream, cancellable, error) < 0)
    return NULL;
  if (!g_output_stream_close (stream, cancellable, error))
    return NULL;
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

GBytes *
e_buoy_message_read (EBuoyMessage *self, GCancellable *cancellable, GError **error)
{
  g_autofree char *path = self->folder != NULL ? e_buoy_folder_find_file (self->folder, self->uid) : NULL;
  g_autoptr (GBytes) bytes = path != NULL ? read_for_scan (path, cancellable) : NULL;

  if (bytes == NULL && path != NULL)
    bytes = read_file (path, cancellable, NULL);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  if (bytes == NULL)
    bytes = write_again (self->message, cancellable, error);
  if (bytes == NULL || self->decrypted == NULL)
    return g_steal_pointer (&bytes);
  return e_buoy_decrypted_join (bytes, self->decrypted, cancellable, error);
}
