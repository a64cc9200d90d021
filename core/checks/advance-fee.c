/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The advance-fee fraud: an inheritance, a donation, a lottery, an account of millions, and a stranger who cannot do
 * without the reader. Banks and charities use some of the words; who does not want answers at his own address besides
 * is neither.
 */
#include "config.h"

#include "checks/advance-fee.h"

#include "checks/words.h"

/* clang-format off */
static const char *const promises[] = {
  "million dollars", "million usd", "million us dollars", "million united states dollars", "million euro",
  "million euros", "million pounds", "millions of dollars", "hundred thousand dollars", "mega millions",
  "next of kin", "my late husband", "my late father", "my late client", "late husband deposited", "deceased client",
  "donate the sum", "decided to donate", "donation fund", "donation code", "donation to you",
  "compensation fund", "compensation payment", "your compensation", "scam victims", "inheritance", "your inheritance fund",
  "unclaimed fund", "unclaimed estate", "abandoned fund", "overdue claim", "dormant account",
  "lottery winner", "lucky winner", "won the lottery", "your winning", "consignment box", "diplomatic courier",
  "transfer the sum", "transfer of the fund", "fund transfer to you", "your fund", "release of your fund",
  "lucrative business", "business venture", "profitable deal", "risk free venture", "free risk", "risk-free transaction",
  "investment partner", "loan offer", "bank of africa", "atm card", "diplomatic delivery",
  "milhoes de dolares", "milhoes de euros", "milhoes usd", "heranca", "fundo de doacao", "quero doar", "meu falecido",
  "seu fundo", "compensacao de", "pagamento de compensacao", "negocio lucrativa", "negocio lucrativo",
  "oportunidade de negocio",
  "millions de dollars", "millions d'euros", "millions euros", "mon defunt", "ma defunte", "don de la somme",
  "faire un don de", "fonds de compensation", "affaire lucrative",
  "millionen dollar", "millionen us-dollar", "millionen euro", "erbschaft", "nachlass", "verstorbenen kunden", "spende an sie",
  "mein verstorbener",
  "millones de dolares", "millones de euros", "herencia", "mi difunto", "fondo de compensacion", "donarle", "negocio lucrativo",
  "万ドル", "百万ドル", "億ドル", "遺産を", "遺産相続", "高額当選", "賞金を", "寄付したい", NULL
};
/* clang-format on */

const char *
buoy_check_promise_of_money (const BuoyEvidence *evidence)
{
  const char *word = buoy_words_find (evidence->folded_subject, promises);

  return word != NULL ? word : buoy_words_find (evidence->folded_body, promises);
}
