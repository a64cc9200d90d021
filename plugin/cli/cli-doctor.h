/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What `bellbuoy doctor` reports.
 */
#pragma once

#include <glib.h>

typedef struct
{
  char *root; /* NULL: "/" */
  guint n_problems;
} CliDoctor;

/* One line each; a problem comes with what to do about it. */
void cli_doctor_say_ok (CliDoctor *doctor, const char *format, ...) G_GNUC_PRINTF (2, 3);
void cli_doctor_say_note (CliDoctor *doctor, const char *format, ...) G_GNUC_PRINTF (2, 3);
void cli_doctor_say_problem (CliDoctor *doctor, const char *advice, const char *format, ...) G_GNUC_PRINTF (3, 4);

/* What mail has taught, and when the mail clients last had a message checked. */
void cli_doctor_examine_memory (CliDoctor *doctor);
void cli_doctor_examine_last_use (CliDoctor *doctor);

/* The mail clients. */
void cli_doctor_examine_evolution (CliDoctor *doctor);
void cli_doctor_examine_thunderbird (CliDoctor *doctor);

/* Those that run since before an upgrade. */
void cli_doctor_examine_running (CliDoctor *doctor);
