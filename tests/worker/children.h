/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The children of the worker program.
 */
#pragma once

#include <glib.h>
#include <sys/types.h>

/* Waits until there is one only, and returns it: it waits for the next message. Fails if others do not end. 0 where the
 * kernel does not list children.
 */
pid_t await_only_child (void);
