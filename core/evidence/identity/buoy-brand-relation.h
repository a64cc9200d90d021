/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * How the domain of a sender or a link relates to a brand.
 */
#pragma once

#include "registry/buoy-brands.h"

/* Ordered from unrelated to certain. A domain that the registry lacks is not suspicious for that: it does not list
 * every domain.
 */
typedef enum
{
  /* The domain does not contain a name of the brand. */
  BUOY_BRAND_UNRELATED,
  /* Made to be mistaken for a domain of the brand: a typo, a lure word joined to the name, the whole domain within
   * another, the name under a cheap suffix. That the sender is authenticated does not change this.
   */
  BUOY_BRAND_LOOKALIKE,
  /* Contains the brand's name with another word, under a suffix where many names are registered for fraud
   * ("brand-delivery.info"). Brands have few domains there.
   */
  BUOY_BRAND_CHEAPLY_NAMED,
  /* Contains the brand's name: under a country's suffix ("brand.co.za"), or with another word ("brandtravel.com").
   * Brands have unlisted domains like these, but anyone can register one: it counts as the brand's own only if the
   * sender is authenticated and nothing else in the message deceives.
   */
  BUOY_BRAND_OWN_NAMED,
  /* Contains its name where the registry verifies registrants ("paypay-am.co.jp"), or is an authority of the same
   * government: related to the brand, if the sender is authenticated.
   */
  BUOY_BRAND_VETTED,
  /* In the registry: listed, under the brand's own top-level domain (.apple), or its name under a suffix for banks
   * (hdfcbank.bank.in). Sending services of the brand are included, as in buoy_brand_uses().
   */
  BUOY_BRAND_REGISTERED
} BuoyBrandRelation;

/* How @ascii_domain (nullable) relates to @brand or to a brand of its group. Only the name is judged, not whether the
 * sender is authenticated.
 */
BuoyBrandRelation buoy_brand_relation (const BuoyBrand *brand, const char *ascii_domain);

/* Whether @label, of a domain, equals @name, begins or ends with it (if it has at least five letters), or has it as one
 * of its words (at least three letters). Hyphens and spaces are ignored.
 */
gboolean buoy_label_bears (const char *label, const char *name);
