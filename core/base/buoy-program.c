/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "base/buoy-program.h"

#include <dlfcn.h>

/* The library is in core/, the command line, which has no library, in plugin/cli/. */
static char *
find_root (void)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  Dl_info info = { 0 };
  g_autofree char *folder = NULL;
  const char *file = dladdr (buoy_program_find, &info) != 0 ? info.dli_fname : NULL;
  const gboolean is_library = file != NULL && g_strrstr (file, ".so") != NULL;

  if (!is_library)
    file = program;
  if (file == NULL || !g_path_is_absolute (file))
    return NULL;
  folder = g_path_get_dirname (file);
  return g_build_filename (folder, is_library ? ".." : "../..", NULL);
}

char *
buoy_program_find (const char *variable, const char *in_build_tree, const char *installed)
{
  const char *given = g_getenv (variable);
  g_autofree char *root = given == NULL ? find_root () : NULL;
  g_autofree char *beside = root != NULL ? g_build_filename (root, in_build_tree, NULL) : NULL;

  if (given != NULL)
    return g_strdup (given);
  if (beside != NULL && g_file_test (beside, G_FILE_TEST_IS_EXECUTABLE))
    return g_steal_pointer (&beside);
  return g_strdup (installed);
}
