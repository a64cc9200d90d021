/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A message that speaks of the reader's account or contract without naming the reader: a general greeting, an
 * address in place of a name, or an empty one.
 */
#include "config.h"

#include "checks/checks-private.h"

#include "checks/words.h"

#include <string.h>

#define MAX_ADDRESS_BYTES 320 /* RFC 5321 §4.5.3.1: 64 before the @, 255 behind it */

static const char *const general[] = { "お客様各位",
                                       "お客さま各位",
                                       "会員様",
                                       "会員各位",
                                       "ユーザー様",
                                       "利用者様",
                                       "ご利用者様",
                                       "お客様へ",
                                       "お客さまへ",
                                       "ご利用のお客様",
                                       "カード会員様",
                                       "dear customer",
                                       "dear client",
                                       "dear user",
                                       "dear member",
                                       "dear valued customer",
                                       "dear sir",
                                       "dear account holder",
                                       "dear account owner",
                                       "dear webmail user",
                                       "dear email user",
                                       "dear subscriber",
                                       "hello customer",
                                       "dear card holder",
                                       "dear cardholder",
                                       "dear beneficiary",
                                       "dear friend",
                                       "sehr geehrter kunde",
                                       "sehr geehrte kundin",
                                       "sehr geehrte damen",
                                       "lieber kunde",
                                       "cher client",
                                       "chere cliente",
                                       "madame, monsieur",
                                       "beste klant",
                                       "geachte klant",
                                       "gentile cliente",
                                       "egregio cliente",
                                       "estimado cliente",
                                       "estimado usuario",
                                       "querido cliente",
                                       "caro cliente",
                                       "prezado cliente",
                                       "prezado(a)",
                                       "ola cliente",
                                       NULL };

static const char *const relation[]
    = { "アカウント", "会員",      "ご利用",       "カード",     "口座",     "お支払",   "ご請求",    "請求",
        "お荷物",     "荷物",      "登録",         "契約",       "お手続き", "ログイン", "ポイント",  "account",
        "payment",    "card",      "delivery",     "parcel",     "package",  "shipment", "invoice",   "order",
        "mailbox",    "password",  "subscription", "membership", "konto",    "zahlung",  "paket",     "sendung",
        "rechnung",   "compte",    "colis",        "paiement",   "rekening", "pakket",   "betaling",  "conto",
        "pacco",      "pagamento", "cuenta",       "paquete",    "pago",     "conta",    "encomenda", NULL };

/* (element-type utf8), lower case */
static GHashTable *
read_addressees (const BuoyMessage *message)
{
  GHashTable *addresses = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < message->to->len; i++)
    {
      const BuoyMailbox *mailbox = g_ptr_array_index (message->to, i);

      g_hash_table_add (addresses, g_utf8_strdown (mailbox->address, -1));
    }
  return addresses;
}

/* The address that ends before @title, in the text that begins at @text; "" where none does. */
static char *
address_before (const char *text, const char *title)
{
  const char *end = title > text && title[-1] == ' ' ? title - 1 : title;
  const char *start = end;

  while (start > text && end - start < MAX_ADDRESS_BYTES && g_ascii_isgraph (start[-1])
         && strchr ("<>()[],;:\"", start[-1]) == NULL)
    start--;
  return g_strndup (start, (gsize) (end - start));
}

/* "reader@example.jp 様": an address where a name would stand. */
static gboolean
greets_an_address (const BuoyEvidence *evidence)
{
  static const char *const titles[] = { "様", "さま" };
  const char *body = evidence->folded_body;
  g_autoptr (GHashTable) addressees = read_addressees (evidence->message);

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    for (const char *p = strstr (body, titles[i]); p != NULL; p = strstr (p + 1, titles[i]))
      {
        g_autofree char *address = address_before (body, p);

        if (*address != '\0' && g_hash_table_contains (addressees, address))
          return TRUE;
      }
  return FALSE;
}

/* "お客様", "会員様", "皆様", "ユーザー様": a title behind a word for anybody. */
static gboolean
is_for_anybody (const char *text, const char *title)
{
  static const char *const anybody[] = { "客", "員", "皆", "者", "ザー", "各" };
  const gsize before = (gsize) (title - text);

  for (guint i = 0; i < G_N_ELEMENTS (anybody); i++)
    {
      const gsize length = strlen (anybody[i]);

      if (before >= length && memcmp (title - length, anybody[i], length) == 0)
        return TRUE;
    }
  return before == 0;
}

/* A name with 様 (さま, さん, 殿) behind it. */
static gboolean
names_somebody (const char *opening)
{
  static const char *const titles[] = { "様", "さま", "さん", "殿" };

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    for (const char *hit = strstr (opening, titles[i]); hit != NULL; hit = strstr (hit + 1, titles[i]))
      if (!is_for_anybody (opening, hit))
        return TRUE;
  return FALSE;
}

/* The opening lines, where a greeting stands. */
#define OPENING_BYTES 600

/* A company that knows its customer writes the name; a Japanese text that claims a company's name and has none in
 * its opening addresses nobody.
 */
static gboolean
greets_nobody (const BuoyEvidence *evidence, const char *opening)
{
  g_autofree char *seen = g_strndup (evidence->folded_sure_body, OPENING_BYTES);

  return evidence->claims->len > 0 && strstr (opening, "の") != NULL && !names_somebody (seen);
}

void
buoy_check_no_addressee (const BuoyEvidence *evidence, BuoyFindings *findings)
{
  g_autofree char *opening = g_strndup (evidence->folded_body, OPENING_BYTES);
  const char *greeting = buoy_words_find (opening, general);
  BuoyFinding *finding;

  if (greeting == NULL && greets_an_address (evidence))
    greeting = "address";
  if (greeting == NULL && greets_nobody (evidence, opening))
    greeting = "none";
  if (greeting == NULL || buoy_words_find (evidence->folded_body, relation) == NULL)
    return;
  finding = buoy_findings_add (findings);
  buoy_finding_cite (finding, "greeting", greeting);
}
