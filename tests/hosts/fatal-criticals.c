/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Loaded before Evolution, it ends the client at a critical warning that our code is to blame for, whichever library
 * speaks it. G_DEBUG=fatal-criticals would also end it at those of Evolution's own.
 */
#include "config.h"

#include <dlfcn.h>
#include <errno.h>
#include <execinfo.h>
#include <glib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MAX_FRAMES 64

static gboolean
is_ours (void *frame)
{
  Dl_info info;

  return dladdr (frame, &info) != 0
         && (strstr (info.dli_fname, "module-bellbuoy") != NULL || strstr (info.dli_fname, "libbellbuoy") != NULL);
}

static GLogWriterOutput
write_log (GLogLevelFlags level, const GLogField *fields, gsize n_fields, gpointer data)
{
  GLogWriterOutput output = g_log_writer_default (level, fields, n_fields, data);
  void *frames[MAX_FRAMES];
  int n_frames;

  if ((level & G_LOG_LEVEL_CRITICAL) == 0)
    return output;
  n_frames = backtrace (frames, MAX_FRAMES);
  for (int i = 0; i < n_frames; i++)
    if (is_ours (frames[i]))
      {
        fprintf (stderr, "** bellbuoy is to blame\n");
        backtrace_symbols_fd (frames, n_frames, fileno (stderr));
        abort ();
      }
  return output;
}

__attribute__ ((constructor)) static void
begin (void)
{
  /* not in the processes that Evolution starts, which may have a writer of their own */
  if (g_str_equal (program_invocation_short_name, "evolution"))
    g_log_set_writer_func (write_log, NULL, NULL);
}
