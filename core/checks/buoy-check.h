/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The check table as others see it: one row a check.
 */
#pragma once

#include "buoy-types.h"

G_BEGIN_DECLS

/**
 * BuoyCheck:
 * @id: stable: in the JSON, in settings, in policy
 * @strength: the strongest finding that it makes
 * @needs_network: whether it asks anything outside this machine
 * @title: (not nullable): the untranslated title, one line
 * @explanation: (not nullable): the untranslated explanation, why it matters
 * @suppressible_by_trust: whether its findings are suppressed when the reader trusts the sender, who is proven
 *
 * What a check is called and what it says. All of it is constant.
 */
typedef struct
{
  const char *id;
  BuoyStrength strength;
  gboolean needs_network;
  const char *title;
  const char *explanation;
  gboolean suppressible_by_trust;
} BuoyCheck;

/* All checks in the order in which their findings are shown. */
BUOY_AVAILABLE_IN_1_0 const BuoyCheck *buoy_checks_get (guint *out_n_checks);

G_END_DECLS
