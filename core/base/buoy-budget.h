/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * How much work one message may cost. The sender chooses the content of a message and thereby how long its analysis
 * takes; the budget limits that for the message with all its attachments, and lets the host cancel at any time.
 *
 * A loop over what a sender wrote spends its cost before it does the work, and stops when that is refused. Functions
 * that only process a text spend nothing: they are linear, and their caller has spent the text's length.
 */
#pragma once

#include <gio/gio.h>

/* A step is about five nanoseconds on a machine of 2020: reading a byte, comparing a pointer. Longer operations (an
 * element of a page, a lookup of a host) cost proportionally more. Steps are counted instead of time so that a message
 * gets the same verdict on every machine.
 */
#define BUOY_MAX_READING_STEPS (200 * 1000 * 1000) /* one second; a megabyte of newsletter takes a tenth of it */
#define BUOY_MAX_JUDGING_STEPS (100 * 1000 * 1000) /* half a second; a mailing with 10,000 links takes a tenth of it */
#define BUOY_MAX_KEPT_BYTES (64 * 1024 * 1024) /* of texts and links in memory; a large mailing takes three megabytes */
#define BUOY_MAX_STEPS_AT_ONCE (4 * 1000 * 1000) /* 20 ms, within which a cancelled scan stops; tests check it */

/* Last resorts. CPU time is for a far slower machine or miscounted steps: a busy machine has as much of it as an idle
 * one. Wall-clock time is for a machine that hardly ever runs us.
 */
#define BUOY_MAX_SECONDS 10
#define BUOY_MAX_WALL_SECONDS 120

typedef struct _BuoyBudget BuoyBudget;

/**
 * buoy_budget_new:
 * @cancellable: (nullable): stops the work when it is cancelled
 *
 * Creates the budget of one message. Use it from one thread at a time.
 *
 * Returns: (transfer full): a budget, in the reading phase
 */
BuoyBudget *buoy_budget_new (GCancellable *cancellable);
BuoyBudget *buoy_budget_ref (BuoyBudget *budget);
void buoy_budget_unref (BuoyBudget *budget);

/**
 * buoy_budget_set_deadlines:
 * @budget: a budget
 * @thread_us: microseconds of the calling thread's CPU time, from now on
 * @wall_us: microseconds of wall-clock time, from now on
 *
 * Replaces the deadlines of %BUOY_MAX_SECONDS and %BUOY_MAX_WALL_SECONDS.
 */
void buoy_budget_set_deadlines (BuoyBudget *budget, gint64 thread_us, gint64 wall_us);

/**
 * buoy_budget_begin_judging:
 * @budget: a budget
 *
 * Ends the reading phase. Judging has its own steps, so that what was read of a message is always judged, however much
 * was left unread.
 */
void buoy_budget_begin_judging (BuoyBudget *budget);

/**
 * buoy_budget_spend:
 * @budget: a budget
 * @n_steps: the cost of the work that is about to be done
 *
 * Asks whether to continue. After the first refusal, everything is refused until the phase ends.
 *
 * Returns: whether the work may be done; %FALSE if the budget is spent or the work was cancelled
 */
gboolean buoy_budget_spend (BuoyBudget *budget, gsize n_steps);

/**
 * buoy_budget_keep:
 * @budget: a budget
 * @n_bytes: the memory that is about to be kept until the verdict is freed
 *
 * Asks whether to keep something in memory. A refusal does not affect the steps, and something smaller may still be
 * kept.
 *
 * Returns: whether it may be kept
 */
gboolean buoy_budget_keep (BuoyBudget *budget, gsize n_bytes);

/**
 * buoy_budget_is_spent:
 * @budget: a budget
 *
 * Checks whether something was refused in this phase, so that work was left undone.
 *
 * Returns: whether it was
 */
gboolean buoy_budget_is_spent (const BuoyBudget *budget);

/**
 * buoy_budget_is_cancelled:
 * @budget: a budget
 *
 * Checks whether the host cancelled the scan. For loops whose steps were spent before they began.
 *
 * Returns: whether it did
 */
gboolean buoy_budget_is_cancelled (const BuoyBudget *budget);

/**
 * buoy_budget_get_n_steps:
 * @budget: a budget
 *
 * Returns: the steps taken in both phases
 */
guint64 buoy_budget_get_n_steps (const BuoyBudget *budget);

/**
 * buoy_budget_get_largest:
 * @budget: a budget
 *
 * Returns: the most steps that were spent at once, which is how long a cancelled scan may take to stop
 */
guint64 buoy_budget_get_largest (const BuoyBudget *budget);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BuoyBudget, buoy_budget_unref)
