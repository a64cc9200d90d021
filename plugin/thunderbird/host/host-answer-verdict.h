/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The result for a message.
 */
#pragma once

#include "host-message.h"
#include "host-settings.h"

/* The answer to @id: a frame "verdict", or "error" for a message that could not be judged; @more: another follows. NULL
 * where it is too long. (transfer full) (nullable)
 */
GBytes *host_answer_verdict (gint64 id, const HostMessage *message, gboolean more, HostSettings *settings);
