/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Exposes the sanitising functions of core/base to hosts.
 */
#include "config.h"

#include <string.h>

#include "base/host/buoy-host.h"
#include "base/text/buoy-text.h"
#include "base/url/buoy-url.h"
#include "notice/buoy-shown.h"
#include "notice/notice-private.h"
#include "registry/buoy-brands.h"

/*< private >
 * buoy_shown_text:
 * @text: any text, such as a host or a link's address
 *
 * Makes one line of @text without controls, directional overrides and what else nobody sees, for a label or a dialog.
 * Long text is cut in the middle.
 *
 * Returns: (transfer full): valid UTF-8 of at most 300 bytes
 */
char *
buoy_shown_text (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  return buoy_notice_text_for_people (text);
}

/*< private >
 * buoy_shown_name:
 * @name: any text, such as the name of a file
 *
 * Writes @name for a terminal: whole, but for characters that a terminal would obey or that nobody sees, which are
 * written as in JSON.
 *
 * Returns: (transfer full): valid UTF-8 on one line
 */
char *
buoy_shown_name (const char *name)
{
  g_return_val_if_fail (name != NULL, NULL);

  return buoy_text_escape (buoy_text_make_valid (name, -1));
}

/* Where the host of @text begins: a host by itself or before its Unicode form, "xn--….test (….test)", but not before the
 * rest of a company's name; or the one of a web address written without any disguise. In a disguised one the part that
 * looks like the host is not the one that a browser opens. */
static gboolean
find_host (const char *text, guint *out_start, char **out_host)
{
  static const char slashes[] = "://";
  const char *authority = strstr (text, slashes);
  g_autoptr (BuoyUrl) url = NULL;

  if (authority == NULL)
    {
      const gsize length = strcspn (text, " ");

      *out_start = 0;
      *out_host = g_strndup (text, length);
      return strpbrk (*out_host, "/@:") == NULL && (text[length] == '\0' || g_str_has_prefix (text + length, " ("));
    }
  url = buoy_url_parse (text, NULL);
  authority += strlen (slashes);
  if (url == NULL || !buoy_url_is_web (url) || url->anomalies != BUOY_URL_ANOMALY_NONE
      || g_ascii_strncasecmp (authority, url->host, strlen (url->host)) != 0)
    return FALSE;
  *out_start = (guint) (authority - text);
  *out_host = g_strdup (url->host);
  return TRUE;
}

/*< private >
 * buoy_shown_find_owner:
 * @host: a value that a notice or a story shows, such as a host or a web address
 * @out_start: (out): where the part begins, in bytes
 * @out_length: (out): its length in bytes
 *
 * Finds the part of a host that says whose it is, its registrable domain, so that it can be shown with emphasis: in
 * "www.bank.example.shop.test" nobody should take "bank.example" for the owner. In a web address it is that part of its
 * host.
 *
 * Returns: %FALSE, and nothing is set, where @host has no such part, or is a web address whose host is disguised
 */
gboolean
buoy_shown_find_owner (const char *host, guint *out_start, guint *out_length)
{
  g_autofree char *found = NULL;
  const char *domain;
  guint start;

  g_return_val_if_fail (host != NULL && out_start != NULL && out_length != NULL, FALSE);

  if (!find_host (host, &start, &found) || !buoy_host_has_known_suffix (found))
    return FALSE;
  domain = buoy_host_registrable_domain (found);
  if (domain == NULL)
    return FALSE;
  *out_start = start + (guint) (domain - found);
  *out_length = (guint) strlen (domain);
  return TRUE;
}

/*< private >
 * buoy_shown_find_company:
 * @host: a host, ASCII
 *
 * Names the company whose own site @host is, as far as we know: people know its name rather than its domain.
 *
 * Returns: (transfer none) (nullable): the name as the company writes it; %NULL if it is unknown
 */
const char *
buoy_shown_find_company (const char *host)
{
  const BuoyBrand *brand;

  g_return_val_if_fail (host != NULL, NULL);

  brand = buoy_brands_find_by_own_site (buoy_brands_get_default (), host);
  return brand != NULL ? brand->title : NULL;
}
