/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * One function per request; @frame has the members that its row in host-requests.c requires.
 */
#pragma once

#include "host-session.h"

/* host-request-settings.c */
void host_request_hello (HostSession *session, gint64 id, JsonObject *frame);
void host_request_set (HostSession *session, gint64 id, JsonObject *frame);
void host_request_policy (HostSession *session, gint64 id, JsonObject *frame);
void host_request_trust (HostSession *session, gint64 id, JsonObject *frame);

/* host-request-message.c */
void host_request_context (HostSession *session, gint64 id, JsonObject *frame);
void host_request_message (HostSession *session, gint64 id, JsonObject *frame);
void host_request_again (HostSession *session, gint64 id, JsonObject *frame);
void host_request_verify (HostSession *session, gint64 id, JsonObject *frame);
void host_request_cancel (HostSession *session, gint64 id, JsonObject *frame);

/* host-request-shown.c */
void host_request_shown (HostSession *session, gint64 id, JsonObject *frame);

/* host-request-memory.c */
void host_request_learn (HostSession *session, gint64 id, JsonObject *frame);
void host_request_memory (HostSession *session, gint64 id, JsonObject *frame);
void host_request_forget (HostSession *session, gint64 id, JsonObject *frame);
void host_request_forget_sender (HostSession *session, gint64 id, JsonObject *frame);
void host_request_junk (HostSession *session, gint64 id, JsonObject *frame);
void host_request_accounts (HostSession *session, gint64 id, JsonObject *frame);

/* host-request-actions.c */
void host_request_link (HostSession *session, gint64 id, JsonObject *frame);
void host_request_details (HostSession *session, gint64 id, JsonObject *frame);
void host_request_note (HostSession *session, gint64 id, JsonObject *frame);
void host_request_report (HostSession *session, gint64 id, JsonObject *frame);
void host_request_event (HostSession *session, gint64 id, JsonObject *frame);
