/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * How the domain of a sender or of a link relates to a brand.
 */
#pragma once

#include "registry/buoy-brands.h"

/* From nothing to certainty. What the registry does not hold is not false yet: it holds no list of all domains. */
typedef enum
{
  /* Nothing in the name is the brand's. */
  BUOY_BRAND_UNRELATED,
  /* Made to be mistaken for a domain of the brand: a letter wrong, a word like "login" joined to the name, the whole
   * domain within another, the name below a suffix that costs nothing. Proof of the sender makes it no better.
   */
  BUOY_BRAND_LOOKALIKE,
  /* Bears the brand's name: the same under a country's suffix ("brand.co.za"), or with another word ("brandtravel.com").
   * Brands have such domains that nobody has written down, and so has whoever bought one: it is the brand's own only
   * where the sender is proven and nothing else of the message is false.
   */
  BUOY_BRAND_OWN_NAMED,
  /* Bears its name where a registry asks for papers ("paypay-am.co.jp"), or is an office of the same government: the
   * brand's family, once the sender is proven.
   */
  BUOY_BRAND_VETTED,
  /* The registry has it: in data, by the brand's own top-level domain (.apple), or by its name under a suffix for banks
   * alone (hdfcbank.bank.in). Sending services that the brand uses count, as in buoy_brand_uses().
   */
  BUOY_BRAND_REGISTERED
} BuoyBrandRelation;

/* How @ascii_domain, a host or NULL, relates to @brand or to a brand of its group. The whole answer rests on the name:
 * whether anybody proves to write from there is buoy_evidence's business.
 */
BuoyBrandRelation buoy_brand_relation (const BuoyBrand *brand, const char *ascii_domain);
