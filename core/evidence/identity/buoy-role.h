/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What office the sender's name claims, where it names no company.
 */
#pragma once

#include "evidence/buoy-evidence.h"

typedef enum
{
  BUOY_ROLE_NONE,
  BUOY_ROLE_CUSTOMER_SERVICE, /* "Customer Service": a desk of any company */
  BUOY_ROLE_SYSTEM,           /* "Server Admin", "IT Desk": those who run servers and storage */
  BUOY_ROLE_MAILBOX,          /* "Mail Team", "Webmail": those who run the reader's own mailbox */
  BUOY_ROLE_ORGANISATION      /* "example.com Support", "Acme Helpdesk": the reader's own organisation or provider */
} BuoyRole;

/* The office that From's name claims to be. */
BuoyRole buoy_role_claimed (const BuoyEvidence *evidence);

/* Whether the sender is of the reader's own side, as far as nobody doubts it. */
gboolean buoy_role_is_own_organisation (const BuoyEvidence *evidence);
