/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The generic role that the sender's name claims (RFC 2142), if it does not name a company.
 */
#pragma once

#include "evidence/buoy-evidence.h"

typedef enum
{
  BUOY_ROLE_NONE,
  BUOY_ROLE_CUSTOMER_SERVICE, /* "Customer Service": a role that any company has */
  BUOY_ROLE_SYSTEM,           /* "Server Admin", "IT Desk": operators of servers and storage */
  BUOY_ROLE_MAILBOX,          /* "Mail Team", "Webmail": operators of the reader's own mailbox */
  BUOY_ROLE_ORGANISATION      /* "example.com Support", "Acme Helpdesk": the reader's own organisation or provider */
} BuoyRole;

/* The role that From's display name claims. */
BuoyRole buoy_role_claimed (const BuoyEvidence *evidence);

/* Whether the sender belongs to the reader's own organisation, and neither authentication nor origin contradict that.
 */
gboolean buoy_role_is_own_organisation (const BuoyEvidence *evidence);
