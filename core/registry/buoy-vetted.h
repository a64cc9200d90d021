/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Domains under suffixes whose registry verifies registrants, so that the name identifies its owner.
 */
#pragma once

#include "registry/buoy-brands.h"

/* Whether @ascii_host belongs to an authority in the same country as @brand, which is an authority too:
 * "city.tokyo.lg.jp", 総務省.
 */
gboolean buoy_vetted_is_authority (const BuoyBrand *brand, const char *ascii_host);

/* Whether all domains of @brand are under suffixes that only authorities get. */
gboolean buoy_vetted_is_authority_only (const BuoyBrand *brand);

/* Whether @ascii_host belongs to a registered Japanese company with the brand's name: "paypay-am.co.jp". An unrelated
 * company of that name would be noticed. This does not show that a message is really from there.
 */
gboolean buoy_vetted_is_company (const BuoyBrand *brand, const char *ascii_host);

/* If @ascii_host is under a suffix for banks or insurers, only the owner of certain other domains can have it:
 * "hdfcbank.com", "hdfcbank.in" and "hdfcbank.co.in" for "mail.hdfcbank.bank.in".
 *
 * Returns: (transfer full) (nullable): these domains; NULL under any other suffix
 */
GStrv buoy_vetted_get_homes (const char *ascii_host);
