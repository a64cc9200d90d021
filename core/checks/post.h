/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Posts to mailing lists that the reader's memory does not know.
 */
#pragma once

#include "checks/checks-private.h"

/* Whether the message has the fields of a list of the server that handed it in, and is not in the name of the company
 * whose domain is in From: its people post to lists, which break authentication, but the company does not.
 */
gboolean buoy_check_may_be_post (const BuoyEvidence *evidence);
