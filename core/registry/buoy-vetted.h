/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Domains under suffixes whose registry verifies registrants: the name identifies its owner.
 */
#pragma once

#include "registry/buoy-brands.h"

/* Whether @ascii_host is an authority's in the country of @brand, which is an authority too: "city.tokyo.lg.jp", 総務省.
 */
gboolean buoy_vetted_is_authority (const BuoyBrand *brand, const char *ascii_host);

/* Whether @ascii_host is a registered Japanese company's with the brand's name: "paypay-am.co.jp". An unrelated company
 * of that name would be noticed. Whether its address is forged is another question.
 */
gboolean buoy_vetted_is_company (const BuoyBrand *brand, const char *ascii_host);

/* The domains whose owner is the only one who can have @ascii_host, under a suffix for banks or insurers:
 * "hdfcbank.com", "hdfcbank.in" and "hdfcbank.co.in" for "mail.hdfcbank.bank.in". NULL under any other suffix.
 * (transfer full)
 */
GStrv buoy_vetted_get_homes (const char *ascii_host);
