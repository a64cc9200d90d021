/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Texts about trust in a sender. @site: NULL if mail of @sender is trusted, otherwise the site to which links in such
 * mail may lead.
 */
#pragma once

/* The question; (transfer full). */
char *buoy_trust_ask_whether (const char *sender, const char *site);

/* What to know before answering. */
const char *buoy_trust_advise (const char *site);

/* What is trusted now; (transfer full). */
char *buoy_trust_tell (const char *sender, const char *site);
