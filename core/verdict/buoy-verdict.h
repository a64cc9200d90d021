/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The verdict on one message: a level, the findings in the order of the check table. Immutable.
 */
#pragma once

#include "checks/buoy-finding.h"

G_BEGIN_DECLS

#define BUOY_TYPE_VERDICT (buoy_verdict_get_type ())
typedef struct _BuoyVerdict BuoyVerdict;

BUOY_AVAILABLE_IN_1_0 GType buoy_verdict_get_type (void);
BUOY_AVAILABLE_IN_1_0 BuoyVerdict *buoy_verdict_ref (BuoyVerdict *verdict);
BUOY_AVAILABLE_IN_1_0 void buoy_verdict_unref (BuoyVerdict *verdict);
BUOY_AVAILABLE_IN_1_0 BuoyLevel buoy_verdict_get_level (BuoyVerdict *verdict);
BUOY_AVAILABLE_IN_1_0 guint buoy_verdict_get_n_findings (BuoyVerdict *verdict);
BUOY_AVAILABLE_IN_1_0 const BuoyFinding *buoy_verdict_get_finding (BuoyVerdict *verdict, guint index);
BUOY_AVAILABLE_IN_1_0 const char *buoy_verdict_find_false_link (BuoyVerdict *verdict, const char *uri,
                                                                const char **out_actual_host);
BUOY_AVAILABLE_IN_1_0 gboolean buoy_verdict_is_whole (BuoyVerdict *verdict);
BUOY_AVAILABLE_IN_1_0 gboolean buoy_verdict_has_judged (BuoyVerdict *verdict, const char *uri);
BUOY_AVAILABLE_IN_1_0 const char *buoy_verdict_get_imitated_domain (BuoyVerdict *verdict, const char *host);
BUOY_AVAILABLE_IN_1_0 guint buoy_verdict_get_n_false_links (BuoyVerdict *verdict);
BUOY_AVAILABLE_IN_1_0 const char *buoy_verdict_get_false_link_href (BuoyVerdict *verdict, guint index);
BUOY_AVAILABLE_IN_1_0 const char *buoy_verdict_get_false_link_actual (BuoyVerdict *verdict, guint index);
BUOY_AVAILABLE_IN_1_0 const char *buoy_verdict_get_false_link_address (BuoyVerdict *verdict, guint index);
BUOY_AVAILABLE_IN_1_0 const char *buoy_verdict_get_false_link_shown (BuoyVerdict *verdict, guint index);
BUOY_AVAILABLE_IN_1_0 char **buoy_verdict_list_honest_hosts (BuoyVerdict *verdict);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BuoyVerdict, buoy_verdict_unref)

G_END_DECLS
