/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "earlier-mail.h"

#include <string.h>

#include "learn/buoy-learn.h"

#define PROVEN "earlier " /* words of X-Reader */
#define UNPROVEN "unproven "
#define OF_LIST "list "

#define FIRST_MAIL G_GINT64_CONSTANT (1709622000) /* 5 March 2024 */
#define SECONDS_A_DAY (24 * 60 * 60)
#define MAIL_APART (20 * SECONDS_A_DAY)

static char *
format_day (gint64 received_at)
{
  g_autoptr (GDateTime) date = g_date_time_new_from_unix_utc (received_at);

  return g_date_time_format (date, "%d %b %Y %T +0000");
}

/* A message that came before, with a link to its own site; @result: what checking its sender came to. */
static GBytes *
earlier_mail_new (const char *from, gint64 received_at, const char *result)
{
  g_autofree char *day = format_day (received_at);
  g_autofree char *domain = g_strndup (strrchr (from, '@') + 1, strcspn (strrchr (from, '@') + 1, ">"));
  char *text = g_strdup_printf ("Authentication-Results: mx.harbour.test; spf=%s smtp.mailfrom=%s;\n"
                                " dkim=%s header.d=%s; dmarc=%s header.from=%s\n"
                                "Received: from mail.%s (mail.%s [192.0.2.7]) by mx.harbour.test with ESMTPS id 1; %s\n"
                                "From: %s\nTo: reader@harbour.test\nSubject: News\n\n"
                                "The news of today: https://www.%s/news\n",
                                result, domain, result, domain, result, domain, domain, domain, day, from, domain);

  return g_bytes_new_take (text, strlen (text));
}

static void
learn_mail (BuoyMemory *memory, GBytes *bytes, BuoyContext *context)
{
  g_autoptr (BuoyVerdict) verdict = buoy_scan (bytes, context, BUOY_SCAN_PICTURES, NULL, NULL);

  g_assert_cmpint (buoy_verdict_get_level (verdict), ==, BUOY_LEVEL_NONE);
  g_assert_true (buoy_memory_learn_verdict (memory, EARLIER_MAIL_ACCOUNT, verdict));
}

/* "3 Lake Bank <news@lake-bank.test>": three such messages, some weeks apart, from @begin on. */
static void
learn_earlier (BuoyMemory *memory, const char *fact, gint64 begin, const char *result, BuoyContext *context)
{
  char *from = NULL;
  const guint64 n = g_ascii_strtoull (fact, &from, 10);

  for (guint64 i = 0; i < n; i++)
    {
      g_autoptr (GBytes) bytes = earlier_mail_new (from + 1, begin + (gint64) i * MAIL_APART, result);

      learn_mail (memory, bytes, context);
    }
}

/* A message that some member sent to the list, whose server is that of its address. @id: its name. */
static GBytes *
post_new (const char *list, const char *id, guint number, gint64 received_at)
{
  g_autofree char *day = format_day (received_at);
  const char *host = strchr (list, '@') + 1;
  char *text = g_strdup_printf ("Authentication-Results: mx.harbour.test; spf=pass smtp.mailfrom=%s; dkim=none\n"
                                "Received: from %s (%s [203.0.113.9]) by mx.harbour.test with ESMTPS id 1; %s\n"
                                "List-Id: <%s>\nList-Post: <mailto:%s>\n"
                                "From: Member <someone@member%u.test>\nTo: %s\nSubject: Boats\n\nMine is blue.\n",
                                host, host, host, day, id, list, number, list);

  return g_bytes_new_take (text, strlen (text));
}

/* "3 talk@lists.talk.test": three messages of the list, some weeks apart. "3 talk@other.test talk.lists.talk.test": such
 * ones of another server, with that List-Id.
 */
static void
learn_list (BuoyMemory *memory, const char *fact, BuoyContext *context)
{
  g_auto (GStrv) words = g_strsplit (fact, " ", 3);
  const guint n = (guint) g_ascii_strtoull (words[0], NULL, 10);
  const char *list = words[1];
  g_autofree char *id = words[2] != NULL ? g_strdup (words[2]) : g_strdelimit (g_strdup (list), "@", '.');

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GBytes) bytes = post_new (list, id, i, FIRST_MAIL + (gint64) i * MAIL_APART);

      learn_mail (memory, bytes, context);
    }
}

gboolean
earlier_mail_is_in (const char *fact)
{
  return g_str_has_prefix (fact, PROVEN) || g_str_has_prefix (fact, UNPROVEN) || g_str_has_prefix (fact, OF_LIST);
}

void
earlier_mail_learn (BuoyMemory *memory, const char *fact, BuoyContext *context)
{
  if (g_str_has_prefix (fact, OF_LIST))
    learn_list (memory, fact + strlen (OF_LIST), context);
  else if (g_str_has_prefix (fact, PROVEN))
    learn_earlier (memory, fact + strlen (PROVEN), FIRST_MAIL, "pass", context);
  else
    learn_earlier (memory, fact + strlen (UNPROVEN), FIRST_MAIL + SECONDS_A_DAY, "none", context);
}
