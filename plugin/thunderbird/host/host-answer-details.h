/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * All details of a message.
 */
#pragma once

#include "host-message.h"

/* A frame "details"; NULL if it is too long. (transfer full) (nullable) */
GBytes *host_answer_details (gint64 id, const HostMessage *message);
