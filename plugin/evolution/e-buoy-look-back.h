/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The first look back: what the messages that an account has already can teach. Main thread.
 */
#pragma once

#include "buoy-memory-words.h"
#include "e-buoy-compat.h"

/* Begins some seconds after the first window was opened, with the accounts that were not looked at yet. */
void e_buoy_look_back_plan (EShell *shell);

/* Begins now, with all accounts; what taught already in this process, and was not forgotten, teaches nothing more. */
void e_buoy_look_back_start (EShell *shell);

/* What was learned stays; it does not begin again by itself. */
void e_buoy_look_back_stop (void);

BuoyLookBack e_buoy_look_back_get (void);

/* Calls @func whenever there is something new to tell; at most one. */
void e_buoy_look_back_watch (void (*func) (gpointer data), gpointer data);
