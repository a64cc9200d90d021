/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Runs a fuzz target once on every file in the folders given as arguments, so that seeds and old crashes are tests even
 * without libFuzzer.
 */
#include "config.h"

#include "fuzz.h"

static gboolean
replay_file (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *contents = NULL;
  gsize length = 0;

  if (!g_file_get_contents (path, &contents, &length, &error))
    {
      g_printerr ("%s\n", error->message);
      return FALSE;
    }

  /* A copy of the exact length, so that sanitizers detect reads past the end. */
  g_autofree guint8 *exact = g_memdup2 (contents, length);
  LLVMFuzzerTestOneInput (exact, length);
  return TRUE;
}

static int
replay_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  int n_replayed = 0;

  if (dir == NULL)
    return 0;

  for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir))
    {
      if (!replay_file (folder, name))
        return -1;
      n_replayed++;
    }
  return n_replayed;
}

int
main (int argc, char **argv)
{
  int n_replayed = 0;

  LLVMFuzzerTestOneInput ((const uint8_t *) "", 0);
  for (int i = 1; i < argc; i++)
    {
      int n_in_folder = replay_folder (argv[i]);

      if (n_in_folder < 0)
        return 1;
      n_replayed += n_in_folder;
    }

  g_print ("%d inputs replayed\n", n_replayed);
  return n_replayed > 0 ? 0 : 1;
}
