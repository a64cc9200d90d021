/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "worker/worker-bytes.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/sendfile.h>
#include <unistd.h>

#include "base/buoy-memory-file.h"

#define CHUNK_BYTES (1024 * 1024) /* between two checks for cancellation */

typedef struct
{
  int file;
  gpointer data;
  gsize size;
} Shared;

static GMutex lock;
static GHashTable *all; /* data → Shared, of the bytes that are in use; NULL before the first */

static void
shared_free (gpointer data)
{
  Shared *shared = data;

  g_mutex_lock (&lock);
  g_hash_table_remove (all, shared->data);
  g_mutex_unlock (&lock);
  munmap (shared->data, shared->size);
  close (shared->file);
  g_free (shared);
}

/* @file is sealed and has @size bytes; the result owns it. (transfer full) (nullable): NULL with errno set. */
static GBytes *
map (int file, gsize size)
{
  gpointer data = mmap (NULL, size, PROT_READ, MAP_PRIVATE, file, 0);
  Shared *shared;

  if (data == MAP_FAILED)
    return NULL;
  shared = g_new (Shared, 1);
  *shared = (Shared){ file, data, size };
  g_mutex_lock (&lock);
  if (all == NULL)
    all = g_hash_table_new (NULL, NULL);
  g_hash_table_insert (all, data, shared);
  g_mutex_unlock (&lock);
  return g_bytes_new_with_free_func (data, size, shared_free, shared);
}

/* The kernel copies from file to file. -1 with errno set; ECANCELED too. */
static ssize_t
copy (int from, int to, gsize max_bytes, GCancellable *cancellable)
{
  gsize size = 0;

  while (size < max_bytes)
    {
      const ssize_t n = sendfile (to, from, NULL, MIN (max_bytes - size, CHUNK_BYTES));

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        return -1;
      if (n == 0)
        break;
      size += (gsize) n;
      if (g_cancellable_is_cancelled (cancellable))
        {
          errno = ECANCELED;
          return -1;
        }
    }
  return (ssize_t) size;
}

GBytes *
buoy_worker_bytes_read (int file, gsize max_bytes, GCancellable *cancellable, GError **error)
{
  const int to = memfd_create ("bellbuoy", MFD_CLOEXEC | MFD_ALLOW_SEALING);
  const ssize_t size = to >= 0 ? copy (file, to, max_bytes, cancellable) : -1;
  GBytes *bytes = NULL;
  int why;

  if (size == 0)
    bytes = g_bytes_new (NULL, 0);
  else if (size > 0 && buoy_memory_file_seal (to))
    bytes = map (to, (gsize) size);
  why = errno;
  if (to >= 0 && (bytes == NULL || size == 0))
    close (to);
  if (bytes == NULL && !g_cancellable_set_error_if_cancelled (cancellable, error))
    g_set_error_literal (error, G_IO_ERROR, (int) g_io_error_from_errno (why), g_strerror (why));
  return bytes;
}

int
buoy_worker_bytes_open (GBytes *bytes)
{
  gsize size;
  gconstpointer data = g_bytes_get_data (bytes, &size);
  const Shared *shared;
  int file = -1;

  g_mutex_lock (&lock);
  shared = all != NULL ? g_hash_table_lookup (all, data) : NULL;
  if (shared != NULL && shared->size == size)
    file = fcntl (shared->file, F_DUPFD_CLOEXEC, 0);
  g_mutex_unlock (&lock);
  return file;
}
