/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Brands named by the From address: the brand's own domain, its host as a local part, its name with role words in
 * another domain. Each function that reads adds to the claims.
 */
#pragma once

#include "evidence/buoy-evidence.h"

void buoy_identity_read_local_part (const char *address, GPtrArray *claims);

void buoy_identity_read_domain (const BuoyEvidence *evidence, GPtrArray *claims);

/* Adds the brand whose host is in a folded display name. Returns FALSE if there is none. */
gboolean buoy_identity_read_host_in_name (const char *name, GPtrArray *claims);

/* Whether @from (nullable) is an address from which mail servers send reports (RFC 2142 §5). Anyone can write it. */
gboolean buoy_identity_is_postmaster (const BuoyMailbox *from);
