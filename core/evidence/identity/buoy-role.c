/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Generic role names without an organisation. Every reader has a mail administrator, so a message that claims to be
 * from one need not name an organisation; that of the reader is named by its domain.
 */
#include "config.h"

#include "evidence/identity/buoy-role.h"

#include <string.h>

#include "base/host/buoy-host.h"
#include "lexicon/buoy-person.h"
#include "base/text/buoy-text.h"
#include "evidence/buoy-evidence.h"
#include "evidence/identity/buoy-identity-words.h"
#include "lexicon/buoy-lexicon-reader.h"
#include "registry/buoy-free-mail.h"

#define MAX_NAME_BYTES 200  /* of a display name; a longer one is a sentence */
#define MIN_LABEL_LETTERS 4 /* of an organisation's label that is searched for in a name */

/* Whether the @length bytes at @hit are a whole word in @name with nothing but role words around it. */
static gboolean
is_all_of (const char *name, const char *hit, gsize length)
{
  const char *end = hit + length;

  if (g_ascii_isalnum (*hit) && hit > name && g_ascii_isalnum (hit[-1]))
    return FALSE;
  if (g_ascii_isalnum (end[-1]) && g_ascii_isalnum (*end))
    return FALSE;
  return buoy_words_are_role (name, hit) && buoy_words_are_role (end, end + strlen (end));
}

static gboolean
is_role (const char *name, BuoyLexiconSection section)
{
  const GPtrArray *roles = buoy_lexicon_get (buoy_lexicon_get_default (), section);

  for (guint i = 0; i < roles->len; i++)
    {
      const char *role = g_ptr_array_index (roles, i);

      /* Bounded: MAX_NAME_BYTES */
      for (const char *hit = strstr (name, role); hit != NULL; hit = strstr (hit + 1, role))
        if (is_all_of (name, hit, strlen (role)))
          return TRUE;
    }
  return FALSE;
}

/* Whether @name is the name or the site of @domain with a role: "harbour.test Support", "Harbour IT". */
static gboolean
is_role_of (const char *name, const char *domain)
{
  const char *site = buoy_host_registrable_domain (domain);
  g_autofree char *label = NULL;
  const char *hit;

  if (site == NULL || buoy_free_mail_is (site) || buoy_brands_find_by_host (buoy_brands_get_default (), site) != NULL)
    return FALSE;
  hit = strstr (name, site);
  if (hit != NULL && is_all_of (name, hit, strlen (site)))
    return TRUE;
  label = g_strndup (site, strcspn (site, "."));
  hit = strlen (label) >= MIN_LABEL_LETTERS ? strstr (name, label) : NULL;
  if (hit == NULL || !is_all_of (name, hit, strlen (label)))
    return FALSE;
  hit += strlen (label);
  return is_role (hit, BUOY_LEXICON_MAILBOX_ROLE) || is_role (hit, BUOY_LEXICON_SYSTEM_ROLE)
         || is_role (hit, BUOY_LEXICON_DESK_ROLE);
}

/* Whether @name is of a role in one of the reader's domains: those that the host configured, or that of the only
 * addressee.
 */
static gboolean
is_role_of_organisation (const BuoyEvidence *evidence, const char *name)
{
  const BuoyContext *context = evidence->context;
  const GPtrArray *to = evidence->message->to;

  for (guint i = 0; context != NULL && i < context->own_domains->len; i++)
    if (is_role_of (name, g_ptr_array_index (context->own_domains, i)))
      return TRUE;
  for (guint i = 0; context != NULL && i < context->own_addresses->len; i++)
    {
      const char *at = strrchr (g_ptr_array_index (context->own_addresses, i), '@');

      if (at != NULL && is_role_of (name, at + 1))
        return TRUE;
    }
  return to->len == 1 && is_role_of (name, ((const BuoyMailbox *) g_ptr_array_index (to, 0))->domain);
}

/* "Mail Team via Talk" claims to be the mail team, since the sender chooses the "via" part too. Excuse: via-service,
 * via-domain
 */
BuoyRole
buoy_role_claimed (const BuoyEvidence *evidence)
{
  g_autofree char *name = NULL;
  g_autofree char *folded = NULL;
  g_autofree char *confusable = NULL;

  if (evidence->from == NULL || *evidence->from->name == '\0' || strlen (evidence->from->name) > MAX_NAME_BYTES)
    return BUOY_ROLE_NONE;
  name = buoy_person_author (evidence->from->name);
  folded = buoy_text_fold (name);
  /* "Storage CL0UD" is judged by its look */
  confusable = buoy_text_fold_confusable (name);
  if (is_role (folded, BUOY_LEXICON_MAILBOX_ROLE) || is_role (confusable, BUOY_LEXICON_MAILBOX_ROLE))
    return BUOY_ROLE_MAILBOX;
  if (is_role (folded, BUOY_LEXICON_SYSTEM_ROLE) || is_role (confusable, BUOY_LEXICON_SYSTEM_ROLE))
    return BUOY_ROLE_SYSTEM;
  if (is_role (folded, BUOY_LEXICON_DESK_ROLE) || is_role (confusable, BUOY_LEXICON_DESK_ROLE))
    return BUOY_ROLE_CUSTOMER_SERVICE;
  return is_role_of_organisation (evidence, folded) ? BUOY_ROLE_ORGANISATION : BUOY_ROLE_NONE;
}

/* Whether the host configured no addresses, and the only addressee, most likely the reader, is in the sender's domain.
 */
static gboolean
is_of_only_addressee (const BuoyEvidence *evidence)
{
  const BuoyContext *context = evidence->context;
  const GPtrArray *to = evidence->message->to;

  if (context != NULL && (context->own_addresses->len > 0 || context->own_domains->len > 0))
    return FALSE;
  return to->len == 1
         && buoy_host_same_site (evidence->from_domain, ((const BuoyMailbox *) g_ptr_array_index (to, 0))->domain);
}

/* Excuse: addressee-of-sender */
gboolean
buoy_role_is_own_organisation (const BuoyEvidence *evidence)
{
  if (buoy_evidence_lacks_proof (evidence) || buoy_free_mail_is (evidence->from_domain)
      || (buoy_evidence_has_bad_origin (evidence) && evidence->links_unrelated))
    return FALSE;
  if (evidence->sender.relation == BUOY_SENDER_READER || evidence->sender.relation == BUOY_SENDER_ORGANISATION
      || buoy_host_same_site (evidence->from_domain, evidence->origin.by))
    return TRUE;
  return is_of_only_addressee (evidence);
}
