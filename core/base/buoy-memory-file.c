/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "base/buoy-memory-file.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#define SEALS (F_SEAL_SEAL | F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE)

static gboolean
write_all (int file, GBytes *bytes)
{
  gsize length;
  const char *p = g_bytes_get_data (bytes, &length);

  while (length > 0)
    {
      const ssize_t n = write (file, p, length);

      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        return FALSE;
      p += n;
      length -= (gsize) n;
    }
  return TRUE;
}

gboolean
buoy_memory_file_seal (int file)
{
  return fcntl (file, F_ADD_SEALS, SEALS) == 0;
}

int
buoy_memory_file_new (GBytes *bytes)
{
  const int file = memfd_create ("bellbuoy", MFD_CLOEXEC | MFD_ALLOW_SEALING);
  int why;

  if (file < 0)
    return -1;
  if (write_all (file, bytes) && lseek (file, 0, SEEK_SET) == 0 && buoy_memory_file_seal (file))
    return file;
  why = errno;
  close (file);
  errno = why;
  return -1;
}
