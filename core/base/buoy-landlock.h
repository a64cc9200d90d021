/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * For the programs that read what a sender wrote; the library itself does not contain it.
 */
#pragma once

#include <glib.h>

/* Forbids this process and its children all use of files by path, of network ports, and of processes outside; needs
 * PR_SET_NO_NEW_PRIVS. Returns the ABI, 0 if the kernel has no Landlock, -1 if it fails.
 */
int buoy_landlock_close (void);
