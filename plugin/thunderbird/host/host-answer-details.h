/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The whole case of a message.
 */
#pragma once

#include "host-message.h"

/* A frame "details"; NULL where it is too long. (transfer full) (nullable) */
GBytes *host_answer_details (gint64 id, const HostMessage *message);
