/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Learning from the messages that an account already has. Main thread only.
 */
#pragma once

#include "buoy-memory-words.h"
#include "e-buoy-compat.h"

/* Starts some seconds after the first window was opened, with the accounts that were not read yet. */
void e_buoy_look_back_plan (EShell *shell);

/* Starts now, with all accounts. Messages that were already learned in this process, and not deleted from the memory,
 * are not learned again.
 */
void e_buoy_look_back_start (EShell *shell);

/* Stops. What was learned stays, and learning does not start again automatically. */
void e_buoy_look_back_stop (void);

BuoyLookBack e_buoy_look_back_get (void);

/* Sets the only function that is called when the progress changes. */
void e_buoy_look_back_watch (void (*func) (gpointer data), gpointer data);
