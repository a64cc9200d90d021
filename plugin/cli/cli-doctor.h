/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The parts of `bellbuoy doctor`.
 */
#pragma once

#include <glib.h>

typedef struct
{
  char *root; /* NULL for "/" */
  guint n_problems;
} CliDoctor;

/* Each prints one line. A problem has a second one with advice. */
void cli_doctor_say_ok (CliDoctor *doctor, const char *format, ...) G_GNUC_PRINTF (2, 3);
void cli_doctor_say_note (CliDoctor *doctor, const char *format, ...) G_GNUC_PRINTF (2, 3);
void cli_doctor_say_problem (CliDoctor *doctor, const char *advice, const char *format, ...) G_GNUC_PRINTF (3, 4);

/* What was learned from mail, and when the mail clients last checked a message. */
void cli_doctor_examine_memory (CliDoctor *doctor);
void cli_doctor_examine_last_use (CliDoctor *doctor);

/* Whether the mail clients find what is installed for them. */
void cli_doctor_examine_evolution (CliDoctor *doctor);
void cli_doctor_examine_thunderbird (CliDoctor *doctor);

/* Mail clients that were started before an upgrade. */
void cli_doctor_examine_running (CliDoctor *doctor);

/* Whether the program that reads messages ended by itself in a mail client that runs. */
void cli_doctor_examine_deaths (CliDoctor *doctor);
