/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Providers that give anyone an address: such an address identifies a person, never an organisation.
 */
#include "config.h"

#include "registry/buoy-free-mail.h"

#include "base/host/buoy-host.h"

gboolean
buoy_free_mail_is (const char *ascii_domain)
{
  static const char *const domains[] = {
    "gmail.com",    "googlemail.com", "yahoo.com",      "yahoo.co.jp",  "ymail.com",    "rocketmail.com",
    "hotmail.com",  "outlook.com",    "outlook.jp",     "live.com",     "msn.com",      "aol.com",
    "icloud.com",   "me.com",         "mail.com",       "gmx.com",      "gmx.net",      "gmx.de",
    "web.de",       "freenet.de",     "protonmail.com", "proton.me",    "pm.me",        "tutanota.com",
    "tuta.io",      "yandex.com",     "yandex.ru",      "mail.ru",      "inbox.ru",     "list.ru",
    "bk.ru",        "rambler.ru",     "zoho.com",       "zohomail.com", "qq.com",       "163.com",
    "126.com",      "sina.com",       "sina.cn",        "aliyun.com",   "foxmail.com",  "naver.com",
    "daum.net",     "hanmail.net",    "libero.it",      "virgilio.it",  "tiscali.it",   "laposte.net",
    "orange.fr",    "free.fr",        "wanadoo.fr",     "seznam.cz",    "wp.pl",        "o2.pl",
    "onet.pl",      "interia.pl",     "uol.com.br",     "bol.com.br",   "terra.com.br", "rediffmail.com",
    "fastmail.com", "hushmail.com",   "mailfence.com",  "excite.co.jp", "goo.jp",       "infoseek.jp",
    "inbox.lv",     "inbox.lt",       "abv.bg",         "ukr.net",      "tutamail.com", "yopmail.com",
    "mailo.com",
  };
  const char *site = buoy_host_registrable_domain (ascii_domain);

  if (site == NULL)
    return FALSE;
  if (g_str_has_prefix (site, "yahoo.") || g_str_has_prefix (site, "hotmail.") || g_str_has_prefix (site, "outlook.")
      || g_str_has_prefix (site, "live."))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (domains); i++)
    if (g_str_equal (site, domains[i]))
      return TRUE;
  return FALSE;
}
