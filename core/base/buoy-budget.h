/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * How much work one message is worth. A sender chooses what stands in a message, and so how long it takes to analyse;
 * this bounds it for the message with everything inside it, and lets the host stop it at any time.
 *
 * A loop over what a sender wrote spends what it costs before it does the work, and ends when it is refused. Code that
 * only has a text spends nothing: it is linear, and its caller has spent the text's length.
 */
#pragma once

#include <gio/gio.h>

/* A step is what takes about five nanoseconds on a machine of 2020: a byte looked at, a pointer compared. What takes
 * longer (an element of a page, a host looked up) costs as many steps as it takes longer. Steps decide, not a clock, so
 * that a message is judged alike on every machine.
 */
#define BUOY_MAX_READING_STEPS (200 * 1000 * 1000) /* one second; a megabyte of newsletter takes a tenth of it */
#define BUOY_MAX_JUDGING_STEPS (100 * 1000 * 1000) /* half a second; 10,000 links of a mailing take a tenth of it */
#define BUOY_MAX_KEPT_BYTES (64 * 1024 * 1024)     /* of texts and links kept; a large mailing keeps three megabytes */
#define BUOY_MAX_SECONDS 10                        /* if all else fails: a machine far slower, or steps miscounted */

typedef struct _BuoyBudget BuoyBudget;

/**
 * buoy_budget_new:
 * @cancellable: (nullable): stops the work when it is cancelled
 *
 * Makes the budget of one message. It is used by one thread at a time.
 *
 * Returns: (transfer full): a budget, in the phase of reading
 */
BuoyBudget *buoy_budget_new (GCancellable *cancellable);
BuoyBudget *buoy_budget_ref (BuoyBudget *budget);
void buoy_budget_unref (BuoyBudget *budget);

/**
 * buoy_budget_begin_judging:
 * @budget: a budget
 *
 * Ends the phase of reading. Judging has steps of its own, so that what was read of a message is always judged,
 * however much of it was left unread.
 */
void buoy_budget_begin_judging (BuoyBudget *budget);

/**
 * buoy_budget_spend:
 * @budget: a budget
 * @n_steps: what the work costs that is about to be done
 *
 * Asks for leave to go on. Once refused, everything is refused until the phase ends.
 *
 * Returns: whether the work may be done; %FALSE if too much was done already, or the host cancelled
 */
gboolean buoy_budget_spend (BuoyBudget *budget, gsize n_steps);

/**
 * buoy_budget_keep:
 * @budget: a budget
 * @n_bytes: how much memory is about to be kept until the verdict is let go
 *
 * Asks for leave to keep something in memory. A refusal leaves the steps alone: something smaller may still be kept.
 *
 * Returns: whether it may be kept
 */
gboolean buoy_budget_keep (BuoyBudget *budget, gsize n_bytes);

/**
 * buoy_budget_is_spent:
 * @budget: a budget
 *
 * Tells whether something was refused in this phase, so that something was left undone.
 *
 * Returns: whether it was
 */
gboolean buoy_budget_is_spent (const BuoyBudget *budget);

/**
 * buoy_budget_get_n_steps:
 * @budget: a budget
 *
 * Returns: the steps that both phases have taken
 */
guint64 buoy_budget_get_n_steps (const BuoyBudget *budget);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BuoyBudget, buoy_budget_unref)
