/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The lines of a report.
 */
#include "config.h"

#include "cli-doctor.h"

#include <glib/gi18n.h>
#include <stdarg.h>

static void G_GNUC_PRINTF (2, 0) say (const char *word, const char *format, va_list arguments)
{
  g_autofree char *text = g_strdup_vprintf (format, arguments);

  g_print ("[%s] %s\n", word, text);
}

void
cli_doctor_say_ok (CliDoctor *doctor, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  /* Translators: stands in brackets before what is all right. */
  say (_ ("ok"), format, arguments);
  va_end (arguments);
}

void
cli_doctor_say_note (CliDoctor *doctor, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  /* Translators: stands in brackets before what is good to know. */
  say (_ ("note"), format, arguments);
  va_end (arguments);
}

void
cli_doctor_say_problem (CliDoctor *doctor, const char *advice, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  /* Translators: stands in brackets before what does not work. */
  say (_ ("problem"), format, arguments);
  va_end (arguments);
  g_print ("    %s\n", advice);
  doctor->n_problems++;
}
