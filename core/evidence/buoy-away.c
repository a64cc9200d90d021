/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Whether a message leads its reader away from everybody it speaks of: each link opens a site that is not the
 * sender's, not the reader's, not a known service's, and no text names any.
 */
#include "config.h"

#include "evidence/buoy-target.h"

#include "base/buoy-host.h"
#include "evidence/buoy-open-host.h"
#include "evidence/buoy-senders.h"

#include <string.h>

#define MIN_NAME_LETTERS                                                                           \
  4 /* of a site's name that is looked for in the sender's; shorter ones stand in any word */

static gboolean
is_of_any (const char *host, const GPtrArray *mailboxes)
{
  for (guint i = 0; i < mailboxes->len; i++)
    {
      const BuoyMailbox *mailbox = g_ptr_array_index (mailboxes, i);

      if (buoy_target_same_owner (host, mailbox->domain))
        return TRUE;
    }
  return FALSE;
}

/* "acme" of "www.acme.example" stands in "Acme Sailing <acme.sailing@mail.example>". */
static gboolean
is_named_by_sender (const BuoyEvidence *evidence, const char *site)
{
  g_autofree char *name = g_strconcat (evidence->from->name, evidence->from->address, NULL);
  g_autofree char *label = g_strndup (site, strcspn (site, "."));
  g_autoptr (GString) letters = g_string_new (NULL);

  if (strlen (label) < MIN_NAME_LETTERS)
    return FALSE;
  for (const char *p = name; *p != '\0'; p++)
    if (g_ascii_isalnum (*p) || *p == '-')
      g_string_append_c (letters, g_ascii_tolower (*p));
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

/* The envelope's domain, the one that signed, the server that handed the message in: a service that sends for many
 * counts clicks under its own name.
 */
static gboolean
is_carriers (const BuoyEvidence *evidence, const char *host)
{
  const BuoyMailbox *return_path = evidence->message->return_path;
  const BuoyReceived *line = evidence->origin.hand_over;

  return (return_path != NULL && buoy_target_same_owner (host, return_path->domain))
         || buoy_target_same_owner (host, evidence->auth.other_domain)
         || (line != NULL && line->rdns_state == BUOY_RDNS_VERIFIED
             && buoy_target_same_owner (host, line->rdns));
}

static gboolean
is_somebodys (const BuoyEvidence *evidence, const BuoyTarget *target)
{
  const BuoyMessage *message = evidence->message;

  /* a text that names a host is judged by itself */
  if (target->shown_host != NULL || buoy_target_same_owner (target->host, evidence->from_domain)
      || is_of_any (target->host, message->reply_to) || is_of_any (target->host, message->to))
    return TRUE;
  if (buoy_open_host_classify (target->host) != BUOY_OPEN_HOST_NONE)
    return FALSE;
  return is_carriers (evidence, target->host) || buoy_senders_find_by_host (target->host) != NULL
         || target->domain == NULL || is_named_by_sender (evidence, target->domain)
         || bears_senders_name (evidence, target->domain);
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

/* An answer carries what others wrote. Bulk mail is made of stolen headers and has no mark of an answer, or it has the
 * mark and answers nothing.
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

gboolean
buoy_evidence_leads_away (const BuoyEvidence *evidence)
{
  gboolean away = FALSE;

  if (evidence->from == NULL || evidence->is_list || is_answer (evidence))
    return FALSE;
  for (guint i = 0; i < evidence->targets->len; i++)
    {
      const BuoyTarget *target = g_ptr_array_index (evidence->targets, i);

      if (target->host == NULL || *target->host == '\0' || !target->link->in_html)
        continue;
      if (is_somebodys (evidence, target))
        return FALSE;
      away |= !says_nothing (evidence, target);
    }
  return away;
}
