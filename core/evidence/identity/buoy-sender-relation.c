/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Whether From is someone the reader knows: the reader, the organisation, a correspondent. Only what the host
 * configured is used. A correspondent's name with an unknown address is a claim only if it is a full name.
 */
#include "config.h"

#include "evidence/identity/buoy-sender-relation.h"

#include <string.h>

#include "base/host/buoy-host.h"
#include "lexicon/buoy-person.h"
#include "evidence/identity/buoy-identity-words.h"
#include "evidence/links/buoy-target.h"
#include "registry/buoy-free-mail.h"
#include "registry/buoy-ownership.h"
#include "registry/buoy-senders.h"

#define MAX_ADDRESSEES 50 /* that are considered; forged mail to an organisation has one each */

/* The length of the local part without a tag: "anna+lists@home.example" is anna@home.example. */
static gsize
local_length (const char *address)
{
  return strcspn (address, "+@");
}

static gboolean
same_address (const char *a, const char *b)
{
  const char *at_a = strrchr (a, '@');
  const char *at_b = strrchr (b, '@');
  const gsize length = local_length (a);

  return at_a != NULL && at_b != NULL && length > 0 && length == local_length (b)
         && g_ascii_strncasecmp (a, b, length) == 0 && g_ascii_strcasecmp (at_a, at_b) == 0;
}

/* Whether anyone can have an address there: at a free mail provider, or as a customer of a registered company. */
static gboolean
is_open_domain (const char *domain)
{
  const BuoyBrand *brand = buoy_brands_find_by_host (buoy_brands_get_default (), domain);

  return buoy_free_mail_is (domain) || (brand != NULL && buoy_brand_is_mailbox_host (brand, domain));
}

static gboolean
is_readers_address (const BuoyContext *context, const char *address)
{
  for (guint i = 0; context != NULL && i < context->own_addresses->len; i++)
    if (same_address (address, g_ptr_array_index (context->own_addresses, i)))
      return TRUE;
  return FALSE;
}

/* Whether the reader has an address in @domain, which then most likely belongs to the organisation. */
static gboolean
is_readers_domain (const BuoyContext *context, const char *domain)
{
  if (is_open_domain (domain))
    return FALSE;
  for (guint i = 0; i < context->own_addresses->len; i++)
    {
      const char *at = strrchr (g_ptr_array_index (context->own_addresses, i), '@');

      if (at != NULL && buoy_host_same_site (domain, at + 1))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_contacts_address (const BuoyContext *context, const char *address)
{
  for (guint i = 0; i < context->contacts->len; i++)
    {
      const BuoyContact *contact = g_ptr_array_index (context->contacts, i);

      if (same_address (address, contact->address))
        return TRUE;
    }
  return FALSE;
}

/* Whether the message was delivered to @address, according to the server that accepted it, or none says for whom.
 * Excuse: delivered-to
 */
static gboolean
is_delivered_to (const BuoyEvidence *evidence, const char *address)
{
  const BuoyReceived *line = evidence->origin.boundary_hop;
  const char *recipient = buoy_message_get_header (evidence->message, "Delivered-To");

  if (recipient == NULL && line != NULL)
    recipient = line->recipient;
  return recipient == NULL || same_address (recipient, address);
}

/* Whether the sender is the only addressee, and so most likely the reader. */
static gboolean
writes_to_itself (const BuoyEvidence *evidence)
{
  const GPtrArray *to = evidence->message->to;
  const BuoyMailbox *addressee = to->len == 1 ? g_ptr_array_index (to, 0) : NULL;

  return addressee != NULL && same_address (evidence->from->address, addressee->address)
         && is_delivered_to (evidence, addressee->address);
}

static void
find_address (const BuoyEvidence *evidence, BuoyRelation *sender)
{
  const BuoyContext *context = evidence->context;
  const char *address = evidence->from->address;

  if (context == NULL || context->own_addresses->len == 0)
    {
      sender->assumed = writes_to_itself (evidence);
      if (sender->assumed)
        sender->relation = BUOY_SENDER_READER;
    }
  if (context == NULL || evidence->from_domain == NULL)
    return;
  if (is_readers_address (context, address))
    sender->relation = BUOY_SENDER_READER;
  else if (buoy_context_owns_domain (context, evidence->from_domain))
    sender->relation = BUOY_SENDER_ORGANISATION;
  else if (is_readers_domain (context, evidence->from_domain))
    {
      sender->relation = BUOY_SENDER_ORGANISATION;
      sender->assumed = TRUE;
    }
  else if (is_contacts_address (context, address))
    sender->relation = BUOY_SENDER_CONTACT;
}

static gboolean
is_readers_mailbox (const BuoyContext *context, const BuoyMailbox *mailbox)
{
  return is_readers_address (context, mailbox->address) || buoy_context_owns_domain (context, mailbox->domain)
         || is_readers_domain (context, mailbox->domain);
}

/* Whether the message is addressed to the reader. The organisation's mail to others may come back through lists and
 * forwarders with unknown servers. Other addressees beside the reader don't matter, and a message without addressees
 * went to its reader. Excuse: addressee-elsewhere, many-addressees, no-addressees
 */
static gboolean
is_to_reader (const BuoyEvidence *evidence, BuoySenderRelation relation)
{
  const BuoyContext *context = evidence->context;
  const GPtrArray *to = evidence->message->to;
  gboolean names_anybody = FALSE;

  /* the reader's addresses are not configured: mail from a contact may be a list's copy */
  if (context == NULL || (context->own_addresses->len == 0 && context->own_domains->len == 0))
    return relation != BUOY_SENDER_CONTACT;
  for (guint i = 0; i < MIN (to->len, MAX_ADDRESSEES); i++)
    {
      const BuoyMailbox *mailbox = g_ptr_array_index (to, i);

      if (is_readers_mailbox (context, mailbox))
        return TRUE;
      names_anybody |= mailbox->domain != NULL;
    }
  return !names_anybody;
}

/* Whether both are of the same organisation, as far as their domains show. */
static gboolean
is_same_organisation (const char *from_domain, const char *address)
{
  const char *at = strrchr (address, '@');

  return at != NULL && !is_open_domain (from_domain) && buoy_hosts_have_one_owner (from_domain, at + 1);
}

/* Whether From is a known service, authenticated, which may write under the names of people: comments, shared
 * documents. Excuse: machine-address, reply-to-contact
 */
static gboolean
is_service (const BuoyEvidence *evidence)
{
  return evidence->auth.state == BUOY_AUTH_PASS && !is_open_domain (evidence->from_domain)
         && (buoy_brands_find_by_host (buoy_brands_get_default (), evidence->from_domain) != NULL
             || buoy_senders_find_by_host (evidence->from_domain) != NULL);
}

/* Whether the name is a role, not a person: "Customer Service". */
static gboolean
is_role (const char *key)
{
  return buoy_words_are_role (key, key + strlen (key));
}

static gboolean
knows_domain (const GPtrArray *namesakes, const char *from_domain)
{
  for (guint i = 0; i < namesakes->len; i++)
    {
      const BuoyContact *contact = g_ptr_array_index (namesakes, i);

      if (is_same_organisation (from_domain, contact->address))
        return TRUE;
    }
  return FALSE;
}

/* The keys of names in From that may be of a correspondent. Lists and services add words to a name; with a free mail
 * address, "Anna Lindqvist, CEO" means Anna Lindqvist. (transfer full)
 */
static GPtrArray *
read_names (const BuoyEvidence *evidence)
{
  g_autofree char *author = buoy_person_author (evidence->from->name);
  GPtrArray *keys;
  char *key;

  if (buoy_free_mail_is (evidence->from_domain))
    return buoy_person_keys_within (author);
  keys = g_ptr_array_new_with_free_func (g_free);
  key = buoy_person_key (author);
  if (key != NULL)
    g_ptr_array_add (keys, key);
  return keys;
}

/* The contact with the name of a stranger; NULL if there is none. */
static const BuoyContact *
find_namesake (const BuoyEvidence *evidence)
{
  g_autoptr (GPtrArray) keys = NULL;

  if (evidence->context == NULL || g_hash_table_size (evidence->context->namesakes) == 0
      || evidence->from_domain == NULL || is_service (evidence))
    return NULL;
  keys = read_names (evidence);
  /* Bounded: buoy_person_keys_within() takes names of 200 bytes */
  for (guint i = 0; i < keys->len; i++)
    {
      const char *key = g_ptr_array_index (keys, i);
      const GPtrArray *namesakes = buoy_context_find_namesakes (evidence->context, key);

      if (namesakes == NULL || is_role (key))
        continue;
      return knows_domain (namesakes, evidence->from_domain) ? NULL : g_ptr_array_index (namesakes, 0);
    }
  return NULL;
}

BuoyRelation
buoy_relation_judge (const BuoyEvidence *evidence)
{
  BuoyRelation sender = { .relation = BUOY_SENDER_STRANGER };

  if (evidence->from == NULL)
    return sender;
  find_address (evidence, &sender);
  sender.is_to_reader = is_to_reader (evidence, sender.relation);
  if (sender.relation == BUOY_SENDER_STRANGER)
    sender.namesake = find_namesake (evidence);
  return sender;
}
