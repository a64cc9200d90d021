/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Any bytes as a file that the command line reads: an mbox, which is cut into messages, and an address book.
 */
#include "config.h"

#include "fuzz.h"

#include "plugin/cli/cli-contacts.h"
#include "plugin/cli/cli-file.h"
#include "plugin/cli/cli-gunzip.h"
#include "plugin/cli/cli-mbox.h"

#include <sys/mman.h>
#include <unistd.h>

static void
count_bytes (const CliMessage *message, gpointer data)
{
  gsize *n_bytes = data;

  if (message->bytes != NULL)
    *n_bytes += g_bytes_get_size (message->bytes);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  const int fd = memfd_create ("fuzz", MFD_CLOEXEC);
  g_autofree char *path = g_strdup_printf ("/proc/self/fd/%d", fd);
  g_autoptr (BuoyContext) context = buoy_context_new ();
  g_autoptr (GBytes) bytes = NULL;
  gsize n_bytes = 0;

  g_assert_cmpint (write (fd, data, size), ==, (gssize) size);
  cli_mbox_read (path, count_bytes, &n_bytes);
  if (!cli_gunzip_matches (data, size))
    g_assert_cmpuint (n_bytes, <=, size); /* no byte is in two messages */
  bytes = cli_file_read_all (path, NULL);
  if (bytes != NULL)
    cli_contacts_add (bytes, context, NULL);
  close (fd);
  return 0;
}
