/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Whether the names of a shown and an opened site are related.
 */
#pragma once

#include "checks/checks-private.h"

/* Opens the mail domain of @from_org (nullable), the sender: "email-shop.example" for "shop.example". */
gboolean buoy_mismatch_opens_mail_domain (const BuoyTarget *target, const char *from_org);

/* Shows a longer name of a company and opens the company itself: "shopgiftcards.example" and "shop.example". The owner
 * of the longer name is unknown, but linking to the real site is harmless.
 */
gboolean buoy_mismatch_opens_shorter_name (const BuoyTarget *target);

/* "shop.com" and "shop.de": usually one company in two countries; also "shop.com" and "click.shop.net". The main sites
 * "shop.com" and "shop.net" belong to different companies, and under "pages.dev" anyone can choose a name.
 */
gboolean buoy_mismatch_has_same_label (const BuoyTarget *target);
