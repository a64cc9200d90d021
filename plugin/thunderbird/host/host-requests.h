/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Handles requests of the extension.
 */
#pragma once

#include "host-session.h"

/* Answers @frame, now or later. Returns FALSE if it lacks a member that its type requires. */
gboolean host_session_handle (HostSession *session, JsonObject *frame);
