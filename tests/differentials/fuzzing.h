/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Mutated messages in several displays at once, each in a process of its own: what a mail client's code makes of such
 * messages may end that process, or never end.
 */
#pragma once

#include "comparison.h"

typedef struct
{
  guint first;    /* the number of the first message; not 0 */
  guint n;        /* messages */
  guint n_views;  /* displays */
  char **folders; /* whose messages are mutated */
  /* Opens a display, in the process that it is called in. */
  Display *(*open) (const char *sources);
  /* Prints what was found in the message of this name. */
  void (*tell) (const char *name, const Comparison *comparison);
} Fuzzing;

/* Returns whether each displayed link was judged. A message that ended its process is kept in the current folder, as is
 * one with a link that nobody judged.
 */
gboolean fuzzing_run (const Fuzzing *self, const char *sources);
