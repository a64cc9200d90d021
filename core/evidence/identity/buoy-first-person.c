/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "evidence/identity/buoy-first-person.h"

#include <string.h>

typedef struct
{
  const char *before; /* alternatives separated by "|"; NULL: anything */
  const char *after;
  gboolean ambiguous; /* distinctive enough for an ambiguous name */
} PhraseRow;

#define THINGS                                                                                                       \
  "account|accounts|card|id|apple id|order|package|parcel|subscription|membership|profile|wallet|payment|statement|" \
  "mailbox|password|shipment|delivery|invoice|bill|balance|points|rewards|online account|email|mail|bank account|"   \
  "online banking|device|purchase|storage|plan|refund|page|recovery phrase|seed phrase|licence|license|reservation"
#define DESKS                                                                                                       \
  "team|support|support team|security team|security|account team|customer service|customer services|customer care|" \
  "customer support|support center|help center|service team|billing team|billing department|security department"

/* clang-format off */
static const PhraseRow rows[] = {
  { "©|(c)|copyright|copyright ©|copyright (c)|&copy;", NULL, TRUE },
  { NULL, "all rights reserved|. all rights reserved", FALSE },
  { "your", THINGS, TRUE },
  { "dear|dear valued|hello|hi|attention", "customer|user|client|member|cardholder|card member|cardmember|subscriber|"
                                           "account holder|account owner|shopper", TRUE },
  { "thank you for using|thank you for choosing|thanks for using|thanks for choosing|thank you for shopping with|"
    "thank you for shopping at|thank you for being a|thank you for banking with|thank you for your order from", NULL,
    FALSE },
  { "your membership with|your subscription with|your subscription to|your account with|your plan with|your order with|"
    "renewal with|renewal of your|renewed your|renewal for your|charged by", NULL, FALSE },
  { "regards|sincerely|yours|cheers|thanks|thank you|regards, the|sincerely, the|thanks, the|thank you, the|"
    "best wishes|warmly|respectfully", DESKS, TRUE },
  { "regards|sincerely|yours sincerely|best regards|kind regards|warm regards", NULL, FALSE },
  { "we at|here at|sent by|sent to you by|email from|message from|notification from|alert from", NULL, FALSE },
  { NULL, "customer service|customer services|customer care|customer support|support center|help center|"
          "security department|billing department|support team|security team", FALSE },
  /* German */
  { "ihr|ihrem|ihres|dein|deinem", "konto|kontos|kundenkonto|account|paket|team|kundenservice|passwort|abo|postfach|"
                                   "sicherheitsteam|support|benutzerkonto", TRUE },
  { "ihre|ihrer|deine|deiner", "karte|sendung|bestellung|mitgliedschaft|lieferung|kreditkarte|app|id|rechnung|bank",
    FALSE },
  { "lieber|liebe|sehr geehrter|sehr geehrte|sehr geehrte/r|geehrter|guten tag", "kunde|kunden|kundin|nutzer|mitglied",
    TRUE },
  { "mit freundlichen grussen|freundliche grusse|mit freundlichem gruss|viele grusse|beste grusse|ihr|ihre", NULL,
    FALSE },
  /* French */
  { "votre compte|votre carte|votre espace|votre espace client|votre abonnement|votre colis|votre commande|"
    "cher client|chere cliente|cher(e) client(e)|l'equipe|votre equipe|le service client|service client|"
    "service clients|votre compte client|cordialement|votre conseiller|vos services", NULL, FALSE },
  /* Spanish, Portuguese, Italian */
  { "su cuenta|tu cuenta|su cuenta de|tu cuenta de|estimado cliente|estimado cliente de|estimado(a) cliente|"
    "el equipo de|equipo|equipo de|atentamente|gracias por usar|su tarjeta|tu tarjeta", NULL, FALSE },
  { "sua conta|prezado cliente|caro cliente|equipe|equipe do|equipe da|atenciosamente|seu cartao|ola, cliente|"
    "prezado(a) cliente", NULL, FALSE },
  { "il tuo conto|il suo conto|gentile cliente|il tuo account|il team|il servizio clienti|servizio clienti|"
    "cordiali saluti|la tua carta|la sua carta|il tuo pacco", NULL, FALSE },
  /* Dutch */
  { "uw|je|jouw", "account|rekening|pakket|bankpas|betaalpas|bestelling|abonnement|app|zending", FALSE },
  { "beste|geachte", "klant|klanten|gebruiker|lid", FALSE },
  { "met vriendelijke groet|met vriendelijke groeten|hartelijke groet", NULL, FALSE },
  /* Japanese */
  { "いつも|日頃より|日頃から|平素より|平素は|毎度|いつも、", NULL, FALSE },
  { "発行元|発行者|発行|配信元|配信者|送信元|送信者|差出人|運営|運営会社|提供元|編集・発行|発行・運営", NULL, TRUE },
  { NULL, "アカウント|のアカウント|カスタマー|サポート|サポートセンター|お客様センター|お客さまセンター|お客様サポート|お客様相談|お客さま相談|"
          "事務局|をご利用|のご利用|ご利用|をご愛顧|をお使い|会員の|会員様|会員各位|ユーザー様|ユーザの|お客様|お客さま|からのお知らせ|より|運営|"
          "インフォメーション|デスク|コールセンター|セキュリティ|株式会社|マイページ|でございます|です。|idを|idの|idが|のセキュリティ|"
          "のお支払いが|のお支払が|の未払い|からの重要|よりお知らせ|よりご|からのご|会員番号|会員サービス", TRUE },
};
/* clang-format on */

static const char *
skip_back_marks (const char *text, const char *p, gboolean numbers)
{
  while (p > text)
    {
      const char *previous = g_utf8_prev_char (p);
      const gunichar c = g_utf8_get_char (previous);

      if (c == ')' || c == 0xa9 || c == ';')
        break;
      if (!(numbers && g_unichar_isdigit (c)) && (g_unichar_isalnum (c) || c == 0x3002))
        break;
      p = previous;
    }
  return p;
}

static const char *
skip_forms (const char *p)
{
  static const char *const forms[] = { "'s",  "’s",     ".com", ".co.jp", ".de",    ".fr",          ".it",   ".es",
                                       ".nl", ".co.uk", " inc", " llc",   " ltd",   " corporation", " corp", " gmbh",
                                       " ag", " s.a",   " co",  " plc",   " group", " limited",     ", inc", ", llc" };

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      const gsize length = strlen (forms[i]);

      if (strncmp (p, forms[i], length) == 0 && !g_ascii_isalnum (p[length]))
        return p + length;
    }
  return p;
}

static const char *
skip_marks (const char *p)
{
  while (*p != '\0')
    {
      const gunichar c = g_utf8_get_char (p);

      if (g_unichar_isalnum (c) || c == '.' || c == '(')
        break;
      p = g_utf8_next_char (p);
    }
  return p;
}

static gboolean
fits_before (const char *text, const char *end, const char *words)
{
  for (const char *word = words; *word != '\0';)
    {
      const gsize length = strcspn (word, "|");

      if ((gsize) (end - text) >= length && strncmp (end - length, word, length) == 0)
        {
          const char *start = end - length;

          if (!g_ascii_isalpha (*start) || start == text || !g_ascii_isalnum (start[-1]))
            return TRUE;
        }
      word += length;
      word += *word == '|';
    }
  return FALSE;
}

static gboolean
fits_after (const char *p, const char *words)
{
  for (const char *word = words; *word != '\0';)
    {
      const gsize length = strcspn (word, "|");

      if (strncmp (p, word, length) == 0 && !(g_ascii_isalpha (word[length - 1]) && g_ascii_isalnum (p[length])))
        return TRUE;
      word += length;
      word += *word == '|';
    }
  return FALSE;
}

/* "parcel" in "dhl parcel": a name that ends in a thing. */
static const char *
last_word (const char *name, gsize length)
{
  const char *space = g_strrstr_len (name, (gssize) length, " ");

  return space != NULL ? space + 1 : NULL;
}

gboolean
buoy_words_are_first_person (const char *folded, const BuoyBrandMatch *match)
{
  const char *name = folded + match->start;
  const char *before = skip_back_marks (folded, name, FALSE);
  const char *before_year = skip_back_marks (folded, name, TRUE);
  const char *after = skip_marks (skip_forms (folded + match->end));
  const char *last = last_word (name, match->end - match->start);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const PhraseRow *row = &rows[i];

      if (match->ambiguous && !row->ambiguous)
        continue;
      if (row->before != NULL && !fits_before (folded, i == 0 ? before_year : before, row->before))
        continue;
      if (row->after != NULL && !fits_after (after, row->after)
          && !(row->before != NULL && last != NULL && fits_after (last, row->after)))
        continue;
      return TRUE;
    }
  return FALSE;
}
