/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Whether the names of a shown site and of an opened one are kin.
 */
#pragma once

#include "checks/checks-private.h"

/* The domain opens under which the mail of @from_org (nullable), a sender, goes out: "email-shop.example" of
 * "shop.example".
 */
gboolean buoy_mismatch_opens_mail_domain (const BuoyTarget *target, const char *from_org);

/* A company's other name is shown, and the company itself opens: "shopgiftcards.example" of "shop.example". Who owns the
 * other one nobody can tell here, but nobody is robbed by being led to the true shop.
 */
gboolean buoy_mismatch_opens_shorter_name (const BuoyTarget *target);

/* "shop.com" and "shop.de": one firm in two countries, more often than two; "shop.com" and "click.shop.net" too. The main
 * sites "shop.com" and "shop.net" are two firms', and "pages.dev" is a host's, where anybody takes any name.
 */
gboolean buoy_mismatch_has_same_label (const BuoyTarget *target);
