/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Each kind of action has a row and a file of its own; the order is that of the menu.
 */
#include "config.h"

#include "e-buoy-actions.h"

#include "e-buoy-feedback.h"
#include "e-buoy-junk.h"
#include "e-buoy-lookup.h"
#include "e-buoy-report.h"
#include "e-buoy-trust.h"

typedef void (*OfferFunc) (const EBuoyOffer *offer);

static const OfferFunc subjects[] = {
  e_buoy_junk_offer, e_buoy_report_offer, e_buoy_lookup_offer, e_buoy_trust_offer, e_buoy_feedback_offer,
};

GSimpleActionGroup *
e_buoy_actions_new (EMailDisplay *display, EBuoyAnalysis *analysis, GMenu *menu)
{
  GSimpleActionGroup *group = g_simple_action_group_new ();
  const EBuoyOffer offer = { display, analysis, e_mail_display_get_part_list (display), G_ACTION_MAP (group), menu };

  if (offer.part_list == NULL)
    return group;
  for (guint i = 0; i < G_N_ELEMENTS (subjects); i++)
    subjects[i](&offer);
  return group;
}
