/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A bill for what nobody has ordered, with a number to ring: the fraud begins on the telephone, so there is no link to
 * judge. A word about money, one that asks for the call, and a number in its digits must all be there.
 */
#include "config.h"

#include "checks/call-back.h"

#include "checks/words.h"

#include <string.h>

/* Digits of a telephone number with its area code (ITU-T E.164 allows fifteen; those that are printed have fewer). */
#define MIN_DIGITS 10
#define MAX_DIGITS 13

#define MIN_NAME_LETTERS 4 /* of a domain's label that is looked for in a name */

/* clang-format off */
static const char *const money[] = {
  "invoice", "charged", "charge of", "debited", "auto debit", "we will debit", "refund", "renewal", "has been renewed",
  "payment", "billed",
  "請求", "引き落とし", "引落", "決済", "返金", "更新料", "お支払い", "ご購入",
  "rechnung", "abgebucht", "abbuchung", "verlangert", "verlangerung", "erstattung", "zahlung",
  "facture", "facturation", "debite", "preleve", "prelevement", "renouvellement", "remboursement", "paiement",
  "factura", "cobrado", "cargo de", "renovacion", "reembolso", "pago",
  "fatura", "cobranca", "debitado", "debito", "renovacao", "pagamento", "compra de", "compra no valor", NULL
};

static const char *const calls[] = {
  "call us", "call our", "please call", "toll free", "toll-free", "helpline", "help line", "contact us at",
  "reach us at", "call now", "call at", "dial", "support line", "response line", "support number", "helpdesk number",
  "support contact", "care number", "call immediately", "by calling",
  "お電話ください", "お電話下さい", "電話してください", "電話でお問い合わせ", "お電話にて", "お電話で", "までお電話", "まで電話",
  "まで至急ご連絡", "サポート窓口",
  "rufen sie", "anrufen", "telefonisch", "hotline", "unter der nummer",
  "appelez", "appeler", "par telephone", "composez le", "contactez-nous au", "joignez-nous au",
  "llame", "llamenos", "llamar al", "llamando al", "por telefono", "comuniquese al", "contactenos al",
  "ligue", "ligar para", "ligando para", "por telefone", "pelo telefone", "entre em contato pelo", NULL
};
/* clang-format on */

gboolean
buoy_check_asks_for_call (const BuoyEvidence *evidence)
{
  const char *body = evidence->folded_body;

  return buoy_words_find (body, money) != NULL && buoy_words_find (body, calls) != NULL
         && buoy_words_hold_number (body, MIN_DIGITS, MAX_DIGITS);
}

gboolean
buoy_check_names_itself (const BuoyEvidence *evidence)
{
  const char *org = evidence->from_org;
  g_autofree char *label = org != NULL ? g_strndup (org, strcspn (org, ".")) : NULL;
  g_autoptr (GString) letters = g_string_new (NULL);

  if (label == NULL || strlen (label) < MIN_NAME_LETTERS)
    return FALSE;
  for (const char *p = evidence->from->name; *p != '\0'; p++)
    if (g_ascii_isalnum (*p) || *p == '-')
      g_string_append_c (letters, g_ascii_tolower (*p));
  return strstr (letters->str, label) != NULL;
}
