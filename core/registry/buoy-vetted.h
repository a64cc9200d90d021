/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Domains that a registry gives to nobody but those they are for: what such a name says of its owner is true.
 */
#pragma once

#include "registry/buoy-brands.h"

/* Whether @ascii_host is an authority's, in the country of @brand, which is one too: "city.tokyo.lg.jp", 総務省. */
gboolean buoy_vetted_is_authority (const BuoyBrand *brand, const char *ascii_host);

/* Whether @ascii_host is a registered Japanese company's that bears the brand's name: "paypay-am.co.jp". Any such
 * company would be heard of; who forges its address is another question.
 */
gboolean buoy_vetted_is_company (const BuoyBrand *brand, const char *ascii_host);

/* The domains whose owner alone can have @ascii_host, which stands under a suffix for banks or insurers: "hdfcbank.com",
 * "hdfcbank.in" and "hdfcbank.co.in" for "mail.hdfcbank.bank.in". NULL under any other suffix. (transfer full)
 */
GStrv buoy_vetted_get_homes (const char *ascii_host);
