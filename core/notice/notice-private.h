/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Shared declarations of this folder.
 */
#pragma once

#include "notice/buoy-notice.h"
#include "verdict/buoy-verdict-private.h"

/* A host for display: both forms, since an A-label is unreadable and a U-label may be deceptive; or other text of a
 * mail: one line of its visible part. Both are cut to a readable length and accept anything: the name that a server
 * claims need not be a host. (transfer full)
 */
char *buoy_notice_host_for_people (const char *host);
char *buoy_notice_text_for_people (const char *text);

/* The evidence of @finding as text; of BuoyNoticeLine. */
GPtrArray *buoy_notice_lines_new (const BuoyFinding *finding);

/* What could not be read or was inferred; of const char *, translated. */
GPtrArray *buoy_remarks_new (const BuoyVerdict *verdict);

/* That of them which says that the program that checks messages failed, translated; NULL if it did not. */
const char *buoy_remarks_find_failure (const BuoyVerdict *verdict);

/* What to do instead of what the message asks for, translated; "" if there is nothing to warn of. (transfer full) */
char *buoy_notice_advise (const BuoyVerdict *verdict);

/* Adds a label and its value to @pairs; what is NULL or empty is left out. */
void buoy_notice_add_pair (GStrvBuilder *pairs, const char *label, const char *value);

/* Whom was asked, and when (seconds since 1970). (transfer full) */
char *buoy_notice_tell_source (const char *host, gint64 asked);

/* What a registry says, in one or two sentences; (transfer full). */
char *buoy_registration_to_sentence (const BuoyRegistration *registration);

/* Why a registry says nothing, half a sentence, untranslated if the code is none of BUOY_LOOKUP_ERROR. */
const char *buoy_lookup_explain_code (BuoyLookupError code);

/* What name servers say about an address, where it is, whose network that is; NULL if unknown. (transfer full) */
char *buoy_server_name_to_sentence (const BuoyServer *server);
char *buoy_server_place_to_sentence (const BuoyServer *server);
char *buoy_server_network_to_sentence (const BuoyServer *server);

/* The sentences about what was verified here. */
void buoy_remarks_add_local (GPtrArray *remarks, const BuoyVerdict *verdict);

/* "ekl-net.vecterdian[.]shop": cannot be clicked by accident; (transfer full). */
char *buoy_notice_defang (const char *text);
