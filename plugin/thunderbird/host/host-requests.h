/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What the extension can ask for.
 */
#pragma once

#include "host-session.h"

/* Answers @frame, now or later. FALSE where it lacks what its type asks for. */
gboolean host_session_handle (HostSession *session, JsonObject *frame);
