/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Which policy this machine has, as far as a number tells that.
 */
#pragma once

#include <glib.h>

/* What was fetched last (client/fetch), and the note about it. */
#define BUOY_POLICY_FETCHED "/var/lib/bellbuoy/policy.json"
#define BUOY_POLICY_FETCHED_STATE "/var/lib/bellbuoy/fetch.state"

/* The serial number of the signed policy that was fetched; 0 if none was, or the file has changed since then. */
guint64 buoy_policy_serial_read (const char *root);
