/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The sender calls itself an office without a house: "Mail Team", "Server Admin", メール管理者. Who runs the reader's
 * mail writes from the reader's domain or proves its own; a company's desk names its company.
 */
#include "config.h"

#include "checks/checks-private.h"

#include "base/buoy-host.h"
#include "base/buoy-text.h"
#include "evidence/buoy-free-mail.h"
#include "evidence/buoy-identity-private.h"
#include "evidence/buoy-open-host.h"
#include "evidence/buoy-target.h"

#include <string.h>

#define MAX_NAME_BYTES 200 /* of a display name; a longer one is a sentence */

/* Those who run mail, servers and storage: every reader has them, so that none needs a name. */
static const char *const systems[] = { "mail",
                                       "e-mail",
                                       "email",
                                       "mailbox",
                                       "webmail",
                                       "mail box",
                                       "mail server",
                                       "mail delivery system",
                                       "server",
                                       "cloud",
                                       "icloud storage",
                                       "storage",
                                       "quota",
                                       "quarantine",
                                       "helpdesk",
                                       "help desk",
                                       "service desk",
                                       "it",
                                       "it desk",
                                       "it support",
                                       "it department",
                                       "admin",
                                       "administrator",
                                       "sysadmin",
                                       "postmaster",
                                       "webmaster",
                                       "system",
                                       "domain",
                                       "hosting",
                                       "cpanel",
                                       "password",
                                       "hr",
                                       "human resources",
                                       "payroll",
                                       "human resource",
                                       "mailadministrator",
                                       "systemadministrator",
                                       "it-abteilung",
                                       "postfach",
                                       "administrateur",
                                       "service informatique",
                                       "messagerie",
                                       "administrador",
                                       "soporte tecnico",
                                       "suporte tecnico",
                                       "correo",
                                       "amministratore",
                                       "casella di posta",
                                       "beheerder",
                                       "メール管理者",
                                       "メールサーバー",
                                       "メールシステム",
                                       "システム管理者",
                                       "サーバー管理者",
                                       "管理者",
                                       "情報システム部",
                                       "情報システム",
                                       "ヘルプデスク",
                                       "ウェブメール",
                                       "人事部",
                                       "総務部",
                                       "ネットワーク管理者",
                                       NULL };

/* Desks of any company. Without the company's name they say nothing; over a free mail address they say it falsely. */
static const char *const desks[] = { "support",
                                     "customer service",
                                     "customer care",
                                     "customer support",
                                     "service",
                                     "billing",
                                     "account",
                                     "accounts",
                                     "security",
                                     "security team",
                                     "payment",
                                     "invoice",
                                     "order",
                                     "delivery",
                                     "shipping",
                                     "refund",
                                     "notification",
                                     "compliance",
                                     "fraud",
                                     "verification",
                                     "membership",
                                     "kundenservice",
                                     "kundendienst",
                                     "kundenbetreuung",
                                     "kunden service",
                                     "zahlung",
                                     "zahlungsbestatigung",
                                     "rechnung",
                                     "lieferung",
                                     "zustellung",
                                     "sicherheit",
                                     "service client",
                                     "assistance",
                                     "livraison",
                                     "facture",
                                     "remboursement",
                                     "atencion al cliente",
                                     "soporte",
                                     "factura",
                                     "envio",
                                     "atendimento",
                                     "suporte",
                                     "fatura",
                                     "aviso",
                                     "notificacao",
                                     "intimacao",
                                     "notificacion",
                                     "assistenza",
                                     "servizio clienti",
                                     "spedizione",
                                     "fattura",
                                     "klantenservice",
                                     "bezorging",
                                     "factuur",
                                     "betaling",
                                     "カスタマーサポート",
                                     "カスタマーセンター",
                                     "カスタマーサービス",
                                     "お客様センター",
                                     "お客様サポート",
                                     "サポートセンター",
                                     "サポート",
                                     "セキュリティ",
                                     "事務局",
                                     "お知らせ",
                                     "配送センター",
                                     "お届け",
                                     NULL };

/* Whether @name is one of @roles, with words of office around it at most. */
static gboolean
is_role (const char *name, const char *const *roles)
{
  const char *end = name + strlen (name);

  for (guint i = 0; roles[i] != NULL; i++)
    {
      const gsize length = strlen (roles[i]);
      const gboolean latin = g_ascii_isalpha (roles[i][0]);

      for (const char *hit = strstr (name, roles[i]); hit != NULL; hit = strstr (hit + 1, roles[i]))
        if (!(latin && hit > name && g_ascii_isalnum (hit[-1]))
            && !(latin && g_ascii_isalnum (hit[length])) && buoy_words_are_office (name, hit)
            && buoy_words_are_office (hit + length, end))
          return TRUE;
    }
  return FALSE;
}

/* "Storage CL0UD" is read as it looks. */
static gboolean
claims (const BuoyEvidence *evidence, const char *const *roles)
{
  const char *name = evidence->from->name;
  g_autofree char *folded = NULL;
  g_autofree char *loose = NULL;

  if (*name == '\0' || strlen (name) > MAX_NAME_BYTES)
    return FALSE;
  folded = buoy_text_fold (name);
  loose = buoy_text_fold_loose (name);
  return is_role (folded, roles) || is_role (loose, roles);
}

/* One of the reader's own side, as far as nobody doubts it. */
static gboolean
is_of_house (const BuoyEvidence *evidence)
{
  const GPtrArray *to = evidence->message->to;

  if (buoy_evidence_is_doubted (evidence) || buoy_free_mail_is (evidence->from_domain))
    return FALSE;
  if (evidence->known == BUOY_KNOWN_READER || evidence->known == BUOY_KNOWN_ORGANISATION
      || buoy_host_same_site (evidence->from_domain, evidence->origin.by))
    return TRUE;
  for (guint i = 0; i < to->len; i++)
    {
      const BuoyMailbox *mailbox = g_ptr_array_index (to, i);

      if (buoy_host_same_site (evidence->from_domain, mailbox->domain))
        return TRUE;
    }
  return FALSE;
}

/* An address that tells of nobody: free, or that of a service's anonymous customer. */
static gboolean
is_anonymous (const BuoyEvidence *evidence)
{
  return buoy_free_mail_is (evidence->from_domain)
         || buoy_open_host_classify (evidence->from_domain) != BUOY_OPEN_HOST_NONE;
}

static gboolean
poses (const BuoyEvidence *evidence)
{
  const gboolean away = buoy_evidence_leads_away (evidence);

  if (claims (evidence, systems) && (away || is_anonymous (evidence)))
    return TRUE;
  return ((away && buoy_evidence_is_doubted (evidence)) || is_anonymous (evidence))
         && claims (evidence, desks);
}

void
buoy_check_role_impersonation (const BuoyEvidence *evidence, BuoyFindings *findings)
{
  BuoyFinding *finding;

  if (evidence->from == NULL || evidence->is_list || evidence->is_inner
      || !buoy_evidence_leads_somewhere (evidence) || is_of_house (evidence) || !poses (evidence))
    return;
  finding = buoy_findings_add (findings);
  buoy_finding_cite (finding, "shown-address", evidence->from->name);
  buoy_finding_cite (finding, "from-address", evidence->from->address);
}
