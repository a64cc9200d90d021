/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A deadline or a loss, together with a call to act. The phrases are whole ones that threatening mail uses; single
 * words such as "important" stand in half of all newsletters.
 */
#include "config.h"

#include "checks/checks-private.h"

#include "checks/words.h"
#include "evidence/links/buoy-target.h"

static const char *const pressing[] = {
  /* 日本語 */
  "時間以内", "最終警告", "最終通知", "最終通告", "利用制限", "ご利用を一部制限", "ご利用を制限", "利用を停止",
  "利用停止", "アカウントが停止", "アカウントを停止", "アカウントは停止", "停止される可能性", "停止いたします",
  "自動退会", "自動的に退会", "解約予告", "差押", "法的手続き", "法的措置", "お支払い方法が承認", "支払方法に問題",
  "お支払い方法に問題", "お支払いに問題", "本人確認が必要", "ロックされました", "ロックいたしました", "まもなく失効",
  "失効します", "失効いたします", "付与が保留", "期限内にお手続き", "確認いただけない場合", "ご確認がない場合",
  "ご回答がない場合", "不正利用", "不正ログイン", "第三者による", "不審なログイン", "異常なログイン", "異常ログイン",
  "異常な", "未払い", "未納", "滞納", "延滞", "強制解約", "退会手続き", "永久に停止", "凍結", "アカウントの更新",
  "一時的に制限", "一時的に停止", "一時停止", "更新できませんでした", "配達できません", "お届けできません", "持ち帰り",
  /* English */
  "within 24 hours", "within 48 hours", "within 72 hours", "in 24 hours", "in 48 hours", "24hrs", "48hrs",
  "final notice", "final warning", "last warning", "last reminder", "final reminder", "immediate action",
  "action required", "has been suspended", "will be suspended", "account suspended", "been limited", "account limited",
  "has been locked", "account locked", "will be closed", "will be deleted", "will be terminated", "will be deactivated",
  "has been deactivated", "will be blocked", "has been blocked", "been disabled", "will be disabled",
  "unusual activity", "unusual sign-in", "unusual login", "suspicious activity", "unauthorized access",
  "verify your account", "verify your identity", "confirm your identity", "confirm your account", "update your payment",
  "payment declined", "payment failed", "could not be delivered", "unable to deliver", "delivery failed",
  "pending delivery", "on hold", "expires today", "expire today", "has expired", "is expiring", "will expire",
  "avoid suspension", "legal action", "lose access", "loss of access", "permanently deleted", "permanently locked",
  "storage is full", "mailbox is full", "mailbox is almost full", "password expires", "password will expire", "overdue",

  /* Deutsch, français, nederlands, italiano, español, português */
  "innerhalb von 24 stunden", "innerhalb von 48 stunden", "letzte mahnung", "letzte erinnerung", "letzte warnung",
  "wird gesperrt", "wurde gesperrt", "gesperrt", "eingeschrankt", "umgehend", "bestatigen sie ihr", "verifizieren sie",
  "sous 24 heures", "dans les 24 heures", "sous 48 heures", "dernier rappel", "dernier avertissement",
  "compte suspendu", "sera suspendu", "a ete suspendu", "sera bloque", "votre colis est en attente", "derniere relance",
  "binnen 24 uur", "laatste herinnering", "laatste waarschuwing", "geblokkeerd", "opgeschort", "entro 24 ore",
  "entro 48 ore", "ultimo avviso", "e stato sospeso", "e stato bloccato", "sospeso", "en 24 horas",
  "en las proximas 24 horas", "ultimo aviso", "ha sido suspendida", "ha sido bloqueada", "sera suspendida",
  "suspendida", "em 24 horas", "sera suspensa", "foi suspensa", "foi bloqueada", "sera cancelado", "sera bloqueada",
  /* what a parcel, an account or a payment is said to wait for */
  "customs fee", "redelivery fee", "paket konnte nicht", "zollgebuhr", "zollgebuhren", "konto gesperrt",
  "zahlung fehlgeschlagen", "frais de douane", "colis n'a pas pu", "paiement refuse", "derniere notification",
  "pakket kon niet", "betaling mislukt", "douanekosten", "spese doganali", "conto bloccato", "pagamento non riuscito",
  "cuenta bloqueada", "pago pendiente", "pago rechazado", "tasas de aduana", "no se pudo entregar", "conta bloqueada",
  "foi bloqueado", "pagamento pendente", "taxa alfandegaria", "taxas alfandegarias", "intimacao judicial",
  "notificacao judicial", "再配達手数料", NULL
};

/* Loud words, which shops use in their text too: in a subject they press. */
static const char *const loud[] = { "緊急", "至急", "urgent", "dringend", "urgente", "as soon as possible", NULL };

void
buoy_check_urgency (const BuoyEvidence *evidence, BuoyFindings *findings)
{
  const char *subject = evidence->folded_subject;
  const char *word = buoy_words_find (subject, pressing);
  BuoyFinding *finding;

  if (word == NULL)
    word = buoy_words_find (subject, loud);
  if (word == NULL && buoy_evidence_has_destination (evidence))
    word = buoy_words_find (evidence->folded_body, pressing);
  if (word == NULL)
    return;
  finding = buoy_findings_add (findings);
  buoy_finding_cite (finding, "phrase", word);
}
