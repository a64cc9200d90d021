/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Whether a message leads its reader away from everybody it speaks of: each link opens a site that is not the
 * sender's, not the reader's, not a known service's, and no text names any. A bare public number is nobody's.
 */
#include "config.h"

#include "evidence/buoy-target.h"

#include "base/buoy-host.h"
#include "evidence/buoy-alignment.h"
#include "evidence/buoy-open-host.h"
#include "evidence/buoy-senders.h"

#include <string.h>

#define MIN_NAME_LETTERS                                                                           \
  4 /* of a name that is looked for in another; shorter ones stand in any word */
#define MAX_LETTERS 512  /* of a sender's name and address; what stands behind is never seen */
#define MAX_MAILBOXES 16 /* of addressees; a message to more is nobody's in particular */
#define MAX_HOSTS 64     /* that links lead to; a message that leads to more leads everywhere */

static gboolean
is_of_any (const char *host, const GPtrArray *mailboxes)
{
  for (guint i = 0; i < MIN (mailboxes->len, MAX_MAILBOXES); i++)
    {
      const BuoyMailbox *mailbox = g_ptr_array_index (mailboxes, i);

      if (buoy_target_same_owner (host, mailbox->domain))
        return TRUE;
    }
  return FALSE;
}

static void
append_letters (GString *letters, const char *text)
{
  for (const char *p = text; *p != '\0' && letters->len < MAX_LETTERS; p++)
    if (g_ascii_isalnum (*p) || *p == '-')
      g_string_append_c (letters, g_ascii_tolower (*p));
}

/* "acme" of "www.acme.example" stands in "Acme Sailing <acme.sailing@mail.example>". */
static gboolean
is_named_by_sender (const BuoyEvidence *evidence, const char *site)
{
  g_autofree char *label = g_strndup (site, strcspn (site, "."));
  g_autoptr (GString) letters = g_string_new (NULL);

  if (strlen (label) < MIN_NAME_LETTERS)
    return FALSE;
  append_letters (letters, evidence->from->name);
  append_letters (letters, evidence->from->address);
  return strstr (letters->str, label) != NULL;
}

/* "acme" of From's domain stands in "acme-shop.example". */
static gboolean
bears_senders_name (const BuoyEvidence *evidence, const char *site)
{
  g_autofree char *label = NULL;

  if (evidence->from_org == NULL)
    return FALSE;
  label = g_strndup (evidence->from_org, strcspn (evidence->from_org, "."));
  return strlen (label) >= MIN_NAME_LETTERS && strstr (site, label) != NULL;
}

/* "acme" of the domain of a sender who signed, and whom nobody doubts, before a service's: "acme.tickets.example". */
static gboolean
is_senders_tenant (const BuoyEvidence *evidence, const char *host)
{
  g_auto (GStrv) labels = g_strsplit (host, ".", -1);
  g_autofree char *label = NULL;

  if (evidence->from_org == NULL || buoy_evidence_is_doubted (evidence)
      || !buoy_alignment_is_signed (evidence->message, evidence->from_domain))
    return FALSE;
  label = g_strndup (evidence->from_org, strcspn (evidence->from_org, "."));
  return strlen (label) >= MIN_NAME_LETTERS
         && g_strv_contains ((const char *const *) labels, label);
}

/* The envelope's domain, the one that signed, the server that handed the message in: a service that sends for many
 * counts clicks under its own name.
 */
static gboolean
is_carriers (const BuoyEvidence *evidence, const char *host)
{
  const BuoyMailbox *return_path = evidence->message->return_path;

  return (return_path != NULL && buoy_target_same_owner (host, return_path->domain))
         || buoy_evidence_has_carrier (evidence, host);
}

static gboolean
is_somebodys (const BuoyEvidence *evidence, const BuoyTarget *target)
{
  const BuoyMessage *message = evidence->message;

  if (buoy_target_same_owner (target->host, evidence->from_domain)
      || is_of_any (target->host, message->reply_to) || is_of_any (target->host, message->to))
    return TRUE;
  if (buoy_open_host_classify (target->host) != BUOY_OPEN_HOST_NONE
      || buoy_host_is_public_ip (target->host))
    return FALSE;
  return is_carriers (evidence, target->host) || buoy_senders_find_by_host (target->host) != NULL
         || target->domain == NULL || is_named_by_sender (evidence, target->domain)
         || bears_senders_name (evidence, target->domain)
         || is_senders_tenant (evidence, target->host);
}

/* Networks, shops of apps and the like, which everybody links to; wrappers that cannot be opened; and open hosts, on
 * which a proven sender may have put what it shows.
 */
static gboolean
says_nothing (const BuoyEvidence *evidence, const BuoyTarget *target)
{
  if (buoy_open_host_classify (target->host) != BUOY_OPEN_HOST_NONE)
    return evidence->auth.state == BUOY_AUTH_PASS;
  return target->undisclosed
         || buoy_brands_find_by_host (buoy_brands_get_default (), target->host) != NULL;
}

/* An answer carries what others wrote: it says what it answers, and its subject has the mark. Bulk mail that was made
 * of another's header fields has only one of both.
 */
static gboolean
is_answer (const BuoyEvidence *evidence)
{
  static const char *const marks[] = { "re:", "aw:",   "fw:",   "fwd:",  "sv:",   "wg:",  "tr:",
                                       "rv:", "antw:", "回复:", "返信:", "転送:", "答复:" };
  const BuoyMessage *message = evidence->message;

  if (buoy_message_get_header (message, "In-Reply-To") == NULL
      && buoy_message_get_header (message, "References") == NULL)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (strstr (evidence->folded_subject, marks[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* Looks at each host once. */
static gboolean
leads_away (const BuoyEvidence *evidence)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  gboolean away = FALSE;

  for (guint i = 0; i < evidence->targets->len; i++)
    {
      const BuoyTarget *target = g_ptr_array_index (evidence->targets, i);

      if (target->host == NULL || *target->host == '\0' || !target->link->in_html)
        continue;
      /* a text that names a host is judged by itself */
      if (target->shown_host != NULL)
        return FALSE;
      if (!g_hash_table_add (seen, (gpointer) target->host))
        continue;
      if (g_hash_table_size (seen) > MAX_HOSTS || is_somebodys (evidence, target))
        return FALSE;
      away |= !says_nothing (evidence, target);
    }
  return away;
}

void
buoy_evidence_fill_away (BuoyEvidence *evidence)
{
  if (evidence->from != NULL && !evidence->is_list && !is_answer (evidence))
    evidence->leads_away = leads_away (evidence);
}
