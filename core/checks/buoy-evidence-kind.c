/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The stable names of the kinds of evidence.
 */
#include "config.h"

#include "checks/checks-private.h"

static const char *const names[] = {
  [BUOY_EVIDENCE_SHOWN_HOST] = "shown-host",
  [BUOY_EVIDENCE_ACTUAL_HOST] = "actual-host",
  [BUOY_EVIDENCE_WRAPPER_HOST] = "wrapper-host",
  [BUOY_EVIDENCE_FROM_HOST] = "from-host",
  [BUOY_EVIDENCE_REPLY_TO_HOST] = "reply-to-host",
  [BUOY_EVIDENCE_IMITATED_DOMAIN] = "imitated-domain",
  [BUOY_EVIDENCE_IMITATED_BRAND] = "imitated-brand",
  [BUOY_EVIDENCE_FROM_DOMAIN] = "from-domain",
  [BUOY_EVIDENCE_ORIGIN_HOST] = "origin-host",
  [BUOY_EVIDENCE_ORIGIN_IP] = "origin-ip",
  [BUOY_EVIDENCE_HELO] = "helo",
  [BUOY_EVIDENCE_RECEIVED_BY] = "received-by",
  [BUOY_EVIDENCE_PROVEN_DOMAIN] = "proven-domain",
  [BUOY_EVIDENCE_BRAND] = "brand",
  [BUOY_EVIDENCE_BRAND_DOMAIN] = "brand-domain",
  [BUOY_EVIDENCE_FROM_ADDRESS] = "from-address",
  [BUOY_EVIDENCE_SHOWN_ADDRESS] = "shown-address",
  [BUOY_EVIDENCE_CONTACT] = "contact",
  [BUOY_EVIDENCE_REPLY_TO] = "reply-to",
  [BUOY_EVIDENCE_ATTACHED_MESSAGE_FROM] = "attached-message-from",
  [BUOY_EVIDENCE_ATTACHED_FILE] = "attached-file",
  [BUOY_EVIDENCE_LINK_TEXT] = "link-text",
  [BUOY_EVIDENCE_LINK_TARGET] = "link-target",
  [BUOY_EVIDENCE_DISGUISED_TEXT] = "disguised-text",
  [BUOY_EVIDENCE_STAMP] = "stamp",
  [BUOY_EVIDENCE_PHRASE] = "phrase",
  [BUOY_EVIDENCE_SPF] = "spf",
  [BUOY_EVIDENCE_DKIM] = "dkim",
  [BUOY_EVIDENCE_DMARC] = "dmarc",
  [BUOY_EVIDENCE_SCHEME] = "scheme",
  [BUOY_EVIDENCE_GREETING] = "greeting",
  [BUOY_EVIDENCE_DOMAIN] = "domain",
  [BUOY_EVIDENCE_REGISTERED_ON] = "registered-on",
  [BUOY_EVIDENCE_BLOCK_LIST] = "block-list",
  [BUOY_EVIDENCE_LIST_OF] = "list-of",
  [BUOY_EVIDENCE_AGE_DAYS] = "age-days",
  [BUOY_EVIDENCE_HOLDER] = "holder",
  [BUOY_EVIDENCE_REVERSE_NAME] = "reverse-name",
  [BUOY_EVIDENCE_REMEMBERED] = "remembered",
  [BUOY_EVIDENCE_FORMER_DOMAIN] = "former-domain",
};

/*< private >
 * buoy_evidence_kind_to_string:
 * @kind: a kind of evidence
 *
 * Gets the name of @kind in the JSON output.
 *
 * Returns: (transfer none): a stable, untranslated word: "shown-host", "actual-host", …
 */
const char *
buoy_evidence_kind_to_string (BuoyEvidenceKind kind)
{
  g_return_val_if_fail ((guint) kind < G_N_ELEMENTS (names), NULL);

  return names[kind];
}
