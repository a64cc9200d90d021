/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The verdict on one message: a level, and the findings in the order of the check table. Immutable.
 */
#pragma once

#include "checks/buoy-finding.h"

G_BEGIN_DECLS

#define BUOY_TYPE_FALSE_LINK (buoy_false_link_get_type ())
#define BUOY_TYPE_VERDICT (buoy_verdict_get_type ())

/**
 * BuoyFalseLink:
 * @href: the value of its attribute, as written in the message: any text. If the message has more than 16 MB of such
 *   texts, “…” replaces the middle of long ones
 * @shown: what a reader takes for its target: the host that its text names or that its own imitates, else its text
 * @actual: the host that it opens, wrappers opened (ASCII); its address where it opens no site
 * @address: the URL as a browser writes it (WHATWG URL); of one over four kilobytes, the beginning and a checksum
 * @imitated: (nullable): the domain for which @actual can be mistaken, as far as that made a finding
 * @is_listed: whether its text names no other site, and all that is wrong is that a block list has @actual
 *
 * A link of a message that does not lead where it says, or leads to a blocked site. Only the library makes them; more
 * fields may follow.
 *
 * Since: 0.2
 */
typedef struct
{
  const char *href;
  const char *shown;
  const char *actual;
  const char *address;
  const char *imitated;
  gboolean is_listed;
} BuoyFalseLink;

/**
 * BuoyVerdict:
 *
 * What a message amounts to: a level, and the findings in the order of the check table. It never changes; any thread
 * may read it.
 *
 * Since: 0.2
 */
typedef struct _BuoyVerdict BuoyVerdict;

BUOY_AVAILABLE_IN_0_2 GType buoy_false_link_get_type (void);
BUOY_AVAILABLE_IN_0_2 GType buoy_verdict_get_type (void);
BUOY_AVAILABLE_IN_0_2 BuoyVerdict *buoy_verdict_ref (BuoyVerdict *verdict);
BUOY_AVAILABLE_IN_0_2 void buoy_verdict_unref (BuoyVerdict *verdict);
BUOY_AVAILABLE_IN_0_2 BuoyLevel buoy_verdict_get_level (const BuoyVerdict *verdict);
BUOY_AVAILABLE_IN_0_2 const GPtrArray *buoy_verdict_get_findings (const BuoyVerdict *verdict);
BUOY_AVAILABLE_IN_0_2 const GPtrArray *buoy_verdict_get_false_links (const BuoyVerdict *verdict);
BUOY_AVAILABLE_IN_0_2 const BuoyFalseLink *buoy_verdict_find_false_link (const BuoyVerdict *verdict, const char *uri);
BUOY_AVAILABLE_IN_0_2 gboolean buoy_verdict_has_judged (const BuoyVerdict *verdict, const char *uri);
BUOY_AVAILABLE_IN_0_2 gboolean buoy_verdict_is_whole (const BuoyVerdict *verdict);
BUOY_AVAILABLE_IN_0_2 gboolean buoy_verdict_has_unread_pictures (const BuoyVerdict *verdict);
BUOY_AVAILABLE_IN_0_2 const char *buoy_verdict_get_trustable_domain (const BuoyVerdict *verdict);
BUOY_AVAILABLE_IN_0_2 GPtrArray *buoy_verdict_get_trustable_links (const BuoyVerdict *verdict);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BuoyVerdict, buoy_verdict_unref)

G_END_DECLS
