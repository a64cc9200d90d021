/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Finding words in folded text, and the list of free mail providers.
 */
#include "config.h"

#include "checks/words.h"

#include "base/buoy-host.h"

#include <string.h>

static gboolean
is_latin (char c)
{
  return g_ascii_isalnum (c);
}

/* "suspended" is not in "unsuspendedly": a Latin word ends where letters end; kana and kanji have no borders. */
static gboolean
stands_alone (const char *text, const char *hit, gsize length)
{
  if (is_latin (hit[0]) && hit > text && is_latin (hit[-1]))
    return FALSE;
  return !(is_latin (hit[length - 1]) && is_latin (hit[length]));
}

static gboolean
stands_in (const char *folded, const char *word)
{
  const gsize length = strlen (word);

  for (const char *hit = strstr (folded, word); hit != NULL; hit = strstr (hit + 1, word))
    if (stands_alone (folded, hit, length))
      return TRUE;
  return FALSE;
}

const char *
buoy_words_find (const char *folded, const char *const *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (stands_in (folded, words[i]))
      return words[i];
  return NULL;
}

guint
buoy_words_count (const char *folded, const char *const *words)
{
  guint count = 0;

  for (guint i = 0; words[i] != NULL; i++)
    count += stands_in (folded, words[i]);
  return count;
}

gboolean
buoy_words_is_free_mail (const char *ascii_domain)
{
  static const char *const domains[] = {
    "gmail.com",      "googlemail.com", "yahoo.com",     "yahoo.co.jp",  "ymail.com",
    "rocketmail.com", "hotmail.com",    "outlook.com",   "outlook.jp",   "live.com",
    "msn.com",        "aol.com",        "icloud.com",    "me.com",       "mail.com",
    "gmx.com",        "gmx.net",        "gmx.de",        "web.de",       "freenet.de",
    "protonmail.com", "proton.me",      "pm.me",         "tutanota.com", "tuta.io",
    "yandex.com",     "yandex.ru",      "mail.ru",       "inbox.ru",     "list.ru",
    "bk.ru",          "rambler.ru",     "zoho.com",      "zohomail.com", "qq.com",
    "163.com",        "126.com",        "sina.com",      "sina.cn",      "aliyun.com",
    "foxmail.com",    "naver.com",      "daum.net",      "hanmail.net",  "libero.it",
    "virgilio.it",    "tiscali.it",     "laposte.net",   "orange.fr",    "free.fr",
    "wanadoo.fr",     "seznam.cz",      "wp.pl",         "o2.pl",        "onet.pl",
    "interia.pl",     "uol.com.br",     "bol.com.br",    "terra.com.br", "rediffmail.com",
    "fastmail.com",   "hushmail.com",   "mailfence.com", "excite.co.jp", "goo.jp",
    "infoseek.jp",    "inbox.lv",       "inbox.lt",      "abv.bg",       "ukr.net",
    "tutamail.com",   "yopmail.com",    "mailo.com",
  };
  const char *site = buoy_host_registrable_domain (ascii_domain);

  if (site == NULL)
    return FALSE;
  if (g_str_has_prefix (site, "yahoo.") || g_str_has_prefix (site, "hotmail.")
      || g_str_has_prefix (site, "outlook.") || g_str_has_prefix (site, "live."))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (domains); i++)
    if (g_str_equal (site, domains[i]))
      return TRUE;
  return FALSE;
}
