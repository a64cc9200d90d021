/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Whether links go to domains unrelated to the sender: to a site that is not the sender's, the reader's or a known
 * service's, with a text that does not name it. A public IP address is unrelated to everyone.
 */
#include "config.h"

#include "evidence/links/buoy-target.h"

#include "base/host/buoy-host.h"
#include "base/text/buoy-text.h"
#include "evidence/origin/buoy-list.h"
#include "registry/buoy-open-host.h"
#include "registry/buoy-senders.h"
#include "registry/buoy-ownership.h"

#include <string.h>

#define MIN_NAME_LETTERS 4 /* of a name that is searched for in another; shorter ones are part of many words */
#define LINK_STEPS 100     /* for a link to a site that was looked up before */
#define SITE_STEPS 500     /* for another site, which is looked up in every registry */
#define MAX_LETTERS 512    /* of a sender's name and address; no more is visible */

static void
append_letters (GString *letters, const char *text)
{
  for (const char *p = text; *p != '\0' && letters->len < MAX_LETTERS; p++)
    if (g_ascii_isalnum (*p) || *p == '-')
      g_string_append_c (letters, g_ascii_tolower (*p));
}

/* Whether From contains the label of @site: "Acme Sailing <acme.sailing@mail.example>" for www.acme.example. */
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

/* Whether @site contains the label of From's domain: "acme-shop.example" for acme.example. */
static gboolean
has_senders_name (const BuoyEvidence *evidence, const char *site)
{
  g_autofree char *label = NULL;

  if (evidence->from_org == NULL)
    return FALSE;
  label = g_strndup (evidence->from_org, strcspn (evidence->from_org, "."));
  return strlen (label) >= MIN_NAME_LETTERS && strstr (site, label) != NULL;
}

/* Whether the label of From's domain is a sub-domain of a service: "acme.tickets.example". */
static gboolean
is_senders_tenant (const BuoyEvidence *evidence, const char *host)
{
  g_auto (GStrv) labels = g_strsplit (host, ".", -1);
  g_autofree char *label = NULL;

  if (evidence->from_org == NULL)
    return FALSE;
  label = g_strndup (evidence->from_org, strcspn (evidence->from_org, "."));
  return strlen (label) >= MIN_NAME_LETTERS && g_strv_contains ((const char *const *) labels, label);
}

/* Whether @host is of the envelope, a signature or the boundary hop: services track clicks under their own name. */
static gboolean
is_carriers (const BuoyEvidence *evidence, const char *host)
{
  const BuoyMailbox *return_path = evidence->message->return_path;

  return (return_path != NULL && buoy_hosts_have_one_owner (host, return_path->domain))
         || buoy_evidence_has_carrier (evidence, host);
}

static gboolean
is_own_site (const BuoyEvidence *evidence, const BuoyTarget *target)
{
  return buoy_hosts_have_one_owner (target->host, evidence->from_domain);
}

/* Whether the site is the sender's by its name, or belongs to whoever delivered the message. The sender chose all of
 * these.
 */
static gboolean
is_named_senders (const BuoyEvidence *evidence, const BuoyTarget *target)
{
  if (buoy_open_host_classify (target->host) != BUOY_OPEN_HOST_NONE || buoy_host_is_public_ip (target->host))
    return FALSE;
  return is_carriers (evidence, target->host) || is_senders_tenant (evidence, target->host)
         || (target->domain != NULL
             && (is_named_by_sender (evidence, target->domain) || has_senders_name (evidence, target->domain)));
}

/* Whether all kinds of mail link there: social networks, app stores, trackers of sending services; opaque wrappers. */
static gboolean
is_linked_by_all (const BuoyEvidence *evidence, const BuoyTarget *target)
{
  return target->undisclosed || buoy_forward_is_own_site (evidence->context, target->host)
         || buoy_senders_find_by_host (target->host) != NULL
         || (target->domain == NULL && !buoy_host_is_public_ip (target->host))
         || buoy_brands_find_by_host (buoy_brands_get_default (), target->host) != NULL;
}

/* What is known about the sender's authentication, which decides whether a name counts. */
typedef enum
{
  SENDER_DOUBTED, /* checked, and nothing passed, or a bad origin */
  SENDER_UNREAD,  /* not checked, or authenticated at a provider where anyone can have an account */
  SENDER_PROVEN   /* authenticated, or sent before authentication existed */
} SenderState;

static SenderState
state_of_sender (const BuoyEvidence *evidence)
{
  if (evidence->origin.before_proof)
    return SENDER_PROVEN;
  if (evidence->auth.state == BUOY_AUTH_PASS)
    return buoy_evidence_is_anonymous (evidence) ? SENDER_UNREAD : SENDER_PROVEN;
  return buoy_evidence_lacks_proof (evidence) || buoy_evidence_has_bad_origin (evidence) ? SENDER_DOUBTED
                                                                                         : SENDER_UNREAD;
}

/* Whether the link is not evidence. A text that names its site is judged by another check. Links to open hosts are
 * excused only for an authenticated sender.
 */
static gboolean
is_irrelevant (const BuoyEvidence *evidence, const BuoyTarget *target, SenderState state)
{
  if (target->shown_host != NULL || is_own_site (evidence, target))
    return TRUE;
  if (buoy_open_host_classify (target->host) != BUOY_OPEN_HOST_NONE)
    return state == SENDER_PROVEN;
  return is_linked_by_all (evidence, target) || (state != SENDER_DOUBTED && is_named_senders (evidence, target));
}

static gboolean
has_steps_for (const BuoyEvidence *evidence, const BuoyTarget *target, GHashTable *seen)
{
  const gboolean is_new = !g_hash_table_contains (seen, target->host);

  return buoy_budget_spend (evidence->message->budget, is_new ? SITE_STEPS : LINK_STEPS);
}

/* An authenticated sender that also links to itself writes about others; an unauthenticated one may link to whom it
 * impersonates. Each host is looked up once.
 */
const char *
buoy_evidence_find_unrelated_host (const BuoyEvidence *evidence)
{
  const SenderState state = state_of_sender (evidence);
  g_autoptr (GHashTable) seen = g_hash_table_new (buoy_text_hash, g_str_equal);
  const char *away = NULL;

  if (evidence->from == NULL)
    return NULL;
  for (guint i = 0; i < evidence->targets->len; i++)
    {
      const BuoyTarget *target = g_ptr_array_index (evidence->targets, i);

      if (target->host == NULL || *target->host == '\0' || !target->link->in_html)
        continue;
      if (!has_steps_for (evidence, target, seen))
        return away;
      if (state == SENDER_PROVEN && target->link->surely_seen
          && (is_own_site (evidence, target) || is_named_senders (evidence, target)))
        return NULL;
      if (g_hash_table_add (seen, (gpointer) target->host) && away == NULL && !is_irrelevant (evidence, target, state))
        away = target->host;
    }
  return away;
}
