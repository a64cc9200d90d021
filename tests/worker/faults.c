/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The real analysis, but for a message whose header has "X-Test-Fault: WORD": what that word names happens to the
 * process that reads it. This program is never installed.
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "worker-private.h"

#define FIELD "\nX-Test-Fault: "
#define HEADER_BYTES 4096 /* where it is looked for */
#define MB (1024 * 1024)

GBytes *worker_judge_honestly (guint task, GBytes *message, GBytes *more, guint slot, GError **error);

static void
crash (void)
{
  abort ();
}

static void
loop (void)
{
  for (volatile guint i = 0;; i++)
    ;
}

static void
take_all_memory (void)
{
  for (;;)
    *(char *) g_malloc (MB) = 1; /* what is never touched counts too, and takes no time */
}

static void
print (void)
{
  static const char text[] = "{\"type\":\"this must not be seen\"}\n";

  if (write (STDOUT_FILENO, text, sizeof text) < 0 || write (STDERR_FILENO, text, sizeof text) < 0)
    abort ();
}

static const struct
{
  const char *word;
  void (*happen) (void);
} faults[] = { { "crash", crash }, { "loop", loop }, { "memory", take_all_memory }, { "print", print } };

/* (transfer full): the word of the message; "" if there is none. */
static char *
find_word (GBytes *message)
{
  gsize size;
  const char *text = g_bytes_get_data (message, &size);
  g_autofree char *header = g_strndup (size > 0 ? text : "", MIN (size, HEADER_BYTES));
  const char *field = strstr (header, FIELD);

  return field != NULL ? g_strndup (field + strlen (FIELD), strcspn (field + strlen (FIELD), "\r\n")) : g_strdup ("");
}

GBytes *
worker_judge (guint task, GBytes *message, GBytes *more, guint slot, GError **error)
{
  g_autofree char *word = find_word (message);

  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    if (g_str_equal (word, faults[i].word))
      faults[i].happen ();
  if (g_str_equal (word, "lie"))
    return g_bytes_new_static ("this is no verdict", 18);
  if (g_str_equal (word, "forget")) /* to ask the memory */
    return worker_judge_honestly (task, message, NULL, slot, error);
  return worker_judge_honestly (task, message, more, slot, error);
}
