/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The parts of the benchmark: mail of known shape, time, peak heap size, and the limits.
 */
#pragma once

#include <glib.h>

/* Generated mail, the same bytes in every run. */
GBytes *bench_mail_text (gsize size);
GBytes *bench_mail_newsletter (gsize n_links);
GBytes *bench_mail_directory (gsize n_links); /* each to another site */
GBytes *bench_mail_attachment (gsize size);
GBytes *bench_mail_pictures (gsize size); /* ten of that size, decoded */

/* Bytes on the heap of this process now, and at most since the last reset. */
gsize bench_memory_now (void);
gsize bench_memory_peak (void);
void bench_memory_reset_peak (void);

/* Time that this process has used. */
double bench_now_ms (void);

/* Prints one line that says whether @measured is within @budget. */
void bench_print_budget (const char *what, double measured, double budget, const char *unit);

/* The unavoidable work: MIME by GMime, and the same HTML by gumbo. */
void bench_bare_parse (GBytes *mail);
