/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Exposes the sanitising functions of core/base to hosts.
 */
#include "config.h"

#include <string.h>

#include "base/host/buoy-host.h"
#include "base/text/buoy-text.h"
#include "notice/buoy-shown.h"
#include "notice/notice-private.h"
#include "registry/buoy-brands.h"

/**
 * buoy_shown_text:
 * @text: any text, such as a host or a link's address
 *
 * Makes one line of @text without controls, directional overrides and what else nobody sees, for a label or a dialog.
 * Long text is cut in the middle.
 *
 * Returns: (transfer full): valid UTF-8 of at most 300 bytes
 *
 * Since: 0.2
 */
char *
buoy_shown_text (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  return buoy_notice_text_for_people (text);
}

/**
 * buoy_shown_name:
 * @name: any text, such as the name of a file
 *
 * Writes @name for a terminal: whole, but for characters that a terminal would obey or that nobody sees, which are
 * written as in JSON.
 *
 * Returns: (transfer full): valid UTF-8 on one line
 *
 * Since: 0.2
 */
char *
buoy_shown_name (const char *name)
{
  g_return_val_if_fail (name != NULL, NULL);

  return buoy_text_escape (name);
}

/**
 * buoy_shown_find_owner:
 * @host: a value that a notice or a story shows
 * @out_start: (out): where the part begins, in bytes
 * @out_length: (out): its length in bytes
 *
 * Finds the part of a host that says whose it is, its registrable domain, so that it can be shown with emphasis: in
 * "www.bank.example.shop.test" nobody should take "bank.example" for the owner.
 *
 * Returns: %FALSE, and nothing is set, where @host is no host or has no such part
 *
 * Since: 0.2
 */
gboolean
buoy_shown_find_owner (const char *host, guint *out_start, guint *out_length)
{
  g_autofree char *first = NULL;
  const char *domain;

  g_return_val_if_fail (host != NULL && out_start != NULL && out_length != NULL, FALSE);

  /* a host followed by its Unicode form: "xn--…-.test (….test)" */
  first = g_strndup (host, strcspn (host, " "));
  if (strpbrk (first, "/@:") != NULL || !buoy_host_has_known_suffix (first))
    return FALSE;
  domain = buoy_host_registrable_domain (first);
  if (domain == NULL)
    return FALSE;
  *out_start = (guint) (domain - first);
  *out_length = (guint) strlen (domain);
  return TRUE;
}

/**
 * buoy_shown_find_company:
 * @host: a host, ASCII
 *
 * Names the company whose own site @host is, as far as we know: people know its name rather than its domain.
 *
 * Returns: (transfer none) (nullable): the name as the company writes it; %NULL if it is unknown
 *
 * Since: 0.2
 */
const char *
buoy_shown_find_company (const char *host)
{
  const BuoyBrand *brand;

  g_return_val_if_fail (host != NULL, NULL);

  brand = buoy_brands_find_by_own_site (buoy_brands_get_default (), host);
  return brand != NULL ? brand->title : NULL;
}
