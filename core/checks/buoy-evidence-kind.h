/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The kinds of evidence that a finding cites.
 */
#pragma once

#include "buoy-types.h"

G_BEGIN_DECLS

/**
 * BuoyEvidenceKind:
 * @BUOY_EVIDENCE_SHOWN_HOST: the host that the text of a link names
 * @BUOY_EVIDENCE_ACTUAL_HOST: the host that a link opens, or the text in its place if there is no host
 * @BUOY_EVIDENCE_WRAPPER_HOST: the host of a service that wraps or shortens links
 * @BUOY_EVIDENCE_FROM_HOST: a domain in From that resembles another
 * @BUOY_EVIDENCE_REPLY_TO_HOST: a domain in Reply-To that resembles another
 * @BUOY_EVIDENCE_IMITATED_DOMAIN: the domain that is imitated
 * @BUOY_EVIDENCE_IMITATED_BRAND: the brand that owns the imitated domain
 * @BUOY_EVIDENCE_FROM_DOMAIN: the domain of From
 * @BUOY_EVIDENCE_ORIGIN_HOST: the name of the server that delivered the message (boundary hop)
 * @BUOY_EVIDENCE_ORIGIN_IP: the IP address of that server
 * @BUOY_EVIDENCE_HELO: the HELO name of that server (RFC 5321 §4.1.1.1)
 * @BUOY_EVIDENCE_RECEIVED_BY: the server that received the message from it
 * @BUOY_EVIDENCE_PROVEN_DOMAIN: the authenticated domain, if it is not From's
 * @BUOY_EVIDENCE_BRAND: a brand whose name is used
 * @BUOY_EVIDENCE_BRAND_DOMAIN: a domain of that brand
 * @BUOY_EVIDENCE_FROM_ADDRESS: an address in From
 * @BUOY_EVIDENCE_SHOWN_ADDRESS: a display name (RFC 5322 §3.4)
 * @BUOY_EVIDENCE_CONTACT: a correspondent of the reader's
 * @BUOY_EVIDENCE_REPLY_TO: an address in Reply-To
 * @BUOY_EVIDENCE_ATTACHED_MESSAGE_FROM: From of the attached message that the finding is about
 * @BUOY_EVIDENCE_ATTACHED_FILE: the name of the attached file that the finding is about
 * @BUOY_EVIDENCE_LINK_TEXT: the text of a link
 * @BUOY_EVIDENCE_LINK_TARGET: the address of a link as written
 * @BUOY_EVIDENCE_DISGUISED_TEXT: text written with letters that only look like others
 * @BUOY_EVIDENCE_STAMP: a provider's spam mark
 * @BUOY_EVIDENCE_PHRASE: a phrase of the message
 * @BUOY_EVIDENCE_SPF: a result of SPF (RFC 8601 §2.7.2)
 * @BUOY_EVIDENCE_DKIM: a result of DKIM (RFC 8601 §2.7.1)
 * @BUOY_EVIDENCE_DMARC: a result of DMARC (RFC 7489 §11.2)
 * @BUOY_EVIDENCE_SCHEME: the scheme of a link
 * @BUOY_EVIDENCE_GREETING: how the message addresses its reader
 * @BUOY_EVIDENCE_DOMAIN: a domain whose registration was looked up
 * @BUOY_EVIDENCE_REGISTERED_ON: the day on which it was registered, such as 2026-11-24
 * @BUOY_EVIDENCE_BLOCK_LIST: the name of a block list that contains a site
 * @BUOY_EVIDENCE_LIST_OF: the day on which that list was last known to be up to date
 * @BUOY_EVIDENCE_AGE_DAYS: the age of a domain's registration in days, at the time of the lookup
 * @BUOY_EVIDENCE_HOLDER: the privacy service that registered a domain in place of its owner
 * @BUOY_EVIDENCE_REVERSE_NAME: the reverse DNS name of a server's address
 * @BUOY_EVIDENCE_REMEMBERED: earlier messages: how many were authenticated, how many came, and the day of the first,
 *   such as "14/14 2024-03-05"
 * @BUOY_EVIDENCE_FORMER_DOMAIN: the domain from which earlier messages under the same name came
 *
 * The kind of a piece of evidence. The nick of a value is its name in the JSON output, such as "shown-host". Names and
 * numbers are stable; new kinds are added at the end.
 *
 * Since: 0.2
 */
typedef enum
{
  BUOY_EVIDENCE_SHOWN_HOST,
  BUOY_EVIDENCE_ACTUAL_HOST,
  BUOY_EVIDENCE_WRAPPER_HOST,
  BUOY_EVIDENCE_FROM_HOST,
  BUOY_EVIDENCE_REPLY_TO_HOST,
  BUOY_EVIDENCE_IMITATED_DOMAIN,
  BUOY_EVIDENCE_IMITATED_BRAND,
  BUOY_EVIDENCE_FROM_DOMAIN,
  BUOY_EVIDENCE_ORIGIN_HOST,
  BUOY_EVIDENCE_ORIGIN_IP,
  BUOY_EVIDENCE_HELO,
  BUOY_EVIDENCE_RECEIVED_BY,
  BUOY_EVIDENCE_PROVEN_DOMAIN,
  BUOY_EVIDENCE_BRAND,
  BUOY_EVIDENCE_BRAND_DOMAIN,
  BUOY_EVIDENCE_FROM_ADDRESS,
  BUOY_EVIDENCE_SHOWN_ADDRESS,
  BUOY_EVIDENCE_CONTACT,
  BUOY_EVIDENCE_REPLY_TO,
  BUOY_EVIDENCE_ATTACHED_MESSAGE_FROM,
  BUOY_EVIDENCE_ATTACHED_FILE,
  BUOY_EVIDENCE_LINK_TEXT,
  BUOY_EVIDENCE_LINK_TARGET,
  BUOY_EVIDENCE_DISGUISED_TEXT,
  BUOY_EVIDENCE_STAMP,
  BUOY_EVIDENCE_PHRASE,
  BUOY_EVIDENCE_SPF,
  BUOY_EVIDENCE_DKIM,
  BUOY_EVIDENCE_DMARC,
  BUOY_EVIDENCE_SCHEME,
  BUOY_EVIDENCE_GREETING,
  BUOY_EVIDENCE_DOMAIN,
  BUOY_EVIDENCE_REGISTERED_ON,
  BUOY_EVIDENCE_BLOCK_LIST,
  BUOY_EVIDENCE_LIST_OF,
  BUOY_EVIDENCE_AGE_DAYS,
  BUOY_EVIDENCE_HOLDER,
  BUOY_EVIDENCE_REVERSE_NAME,
  BUOY_EVIDENCE_REMEMBERED,
  BUOY_EVIDENCE_FORMER_DOMAIN
} BuoyEvidenceKind;

G_END_DECLS
