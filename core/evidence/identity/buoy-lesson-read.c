/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "evidence/identity/buoy-lesson-read.h"

#include <string.h>

#include "base/host/buoy-host.h"
#include "evidence/identity/buoy-name-key.h"
#include "memory/buoy-network.h"
#include "registry/buoy-free-mail.h"
#include "registry/buoy-open-host.h"

/* Mail of a list before it is known: more than a sender who wants to be taken for one would spend on each reader. */
#define MIN_LIST_MESSAGES 3
#define MIN_LIST_DAYS 3

#define MAX_LINES_BELOW 2 /* that may have been the boundary's before */

guint32
buoy_lesson_site_of (const char *host)
{
  const char *site = buoy_host_registrable_domain (host);

  return buoy_trait_hash (site != NULL ? site : host);
}

/* The site of the verified reverse name of the server that handed the message in; the sender can choose the HELO name.
 * (nullable)
 */
static const char *
find_verified_site (const BuoyReceived *line)
{
  const char *site;

  if (line->rdns_state != BUOY_RDNS_VERIFIED || line->rdns == NULL)
    return NULL;
  site = buoy_host_registrable_domain (line->rdns);
  return site != NULL ? site : line->rdns;
}

/* Names the server that handed the message in: by that site, or else by what @name_address makes of its address.
 * (nullable) (transfer full)
 */
static char *
find_server (const BuoyOrigin *origin, char *(*name_address) (const char *ip))
{
  const BuoyReceived *line = origin->boundary_hop;
  const char *site = line != NULL ? find_verified_site (line) : NULL;

  if (site != NULL)
    return g_strdup (site);
  return line != NULL ? name_address (line->ip) : NULL;
}

static char *
find_organisation (const BuoyOrigin *origin)
{
  return find_server (origin, buoy_network_of);
}

/* A list excuses more than an organisation, and a network has more renters than the list. */
static char *
find_list_server (const BuoyOrigin *origin)
{
  return find_server (origin, buoy_network_host);
}

guint32
buoy_lesson_organisation_of (const BuoyOrigin *origin)
{
  g_autofree char *organisation = find_organisation (origin);

  return buoy_trait_hash (organisation);
}

guint32
buoy_lesson_checker_of (const BuoyOrigin *origin)
{
  return origin->by != NULL ? buoy_lesson_site_of (origin->by) : 0;
}

BuoyLesson *
buoy_lesson_of_sender (const BuoyMailbox *from)
{
  BuoyLesson *lesson;
  const char *site;

  if (from == NULL || from->domain == NULL)
    return NULL;
  lesson = buoy_lesson_new ();
  lesson->is_address
      = buoy_free_mail_is (from->domain) || buoy_open_host_classify (from->domain) != BUOY_OPEN_HOST_NONE;
  lesson->sender = lesson->is_address ? g_utf8_strdown (from->address, -1) : g_strdup (from->domain);
  site = lesson->is_address ? NULL : buoy_host_registrable_domain (from->domain);
  lesson->home = g_strdup (site != NULL ? site : lesson->sender);
  return lesson;
}

static guint
read_proofs (const BuoyAuthentication *auth)
{
  guint proofs = 0;

  if (auth->state != BUOY_AUTH_PASS)
    return 0;
  if (g_str_equal (auth->dmarc, "pass"))
    proofs |= BUOY_PROOF_DMARC;
  if (g_str_equal (auth->dkim, "pass"))
    proofs |= BUOY_PROOF_DKIM;
  return g_str_equal (auth->spf, "pass") || proofs == 0 ? proofs | BUOY_PROOF_SPF : proofs;
}

static guint
add_once (guint32 *hashes, guint n, guint max, guint32 hash)
{
  for (guint i = 0; i < n; i++)
    if (hashes[i] == hash)
      return n;
  if (n == max || hash == 0)
    return n;
  hashes[n] = hash;
  return n + 1;
}

/* Another customer of the same provider has a reverse name of the same site, and is not the list's server. */
void
buoy_lesson_set_list (BuoyLesson *lesson, const char *list, const BuoyOrigin *origin)
{
  char *server = list != NULL && !origin->generic_rdns ? find_list_server (origin) : NULL;

  if (server == NULL)
    return;
  lesson->list = g_strdup (list);
  lesson->list_server = server;
}

/* What is remembered is of the list and of the server's organisation: anyone can name a known list, but not hand mail
 * in from there. Posts that were warned of taught nothing, but do not keep the list unknown, since the first ones of a
 * known sender are.
 */
gboolean
buoy_lesson_is_of_known_list (const BuoyEvidence *evidence)
{
  const BuoySenderMemory *memory = evidence->context != NULL ? evidence->context->sender : NULL;

  return memory != NULL && evidence->list != NULL && !evidence->origin.generic_rdns
         && memory->list.n_proven >= MIN_LIST_MESSAGES && memory->list.n_days >= MIN_LIST_DAYS
         && memory->list.traits[BUOY_TRAIT_JUNK].n == 0;
}

/* Excuse: none: a list is known from the account's memory, not from the message. */
gboolean
buoy_lesson_is_unproven (const BuoyEvidence *evidence)
{
  const BuoyAuthentication *auth = &evidence->auth;

  return (auth->state == BUOY_AUTH_FAIL || auth->state == BUOY_AUTH_UNKNOWN) && !auth->left_open && !auth->undecided
         && !evidence->origin.via_list;
}

static void
read_sites (const BuoyEvidence *evidence, BuoyLesson *lesson)
{
  const BuoyBudget *budget = evidence->message->budget;
  const GPtrArray *targets = evidence->targets;

  for (guint i = 0; i < targets->len && lesson->n_sites < BUOY_LESSON_MAX_SITES && !buoy_budget_is_cancelled (budget);
       i++)
    {
      const BuoyTarget *target = g_ptr_array_index (targets, i);

      if (buoy_open_host_classify (target->host) == BUOY_OPEN_HOST_PUBLISHING)
        lesson->n_sites
            = add_once (lesson->sites, lesson->n_sites, BUOY_LESSON_MAX_SITES, buoy_lesson_site_of (target->host));
    }
}

static void
read_replies (const BuoyMessage *message, BuoyLesson *lesson)
{
  for (guint i = 0; i < message->reply_to->len && lesson->n_replies < BUOY_LESSON_MAX_REPLIES; i++)
    {
      const BuoyMailbox *mailbox = g_ptr_array_index (message->reply_to, i);

      if (mailbox->domain != NULL)
        lesson->n_replies = add_once (lesson->replies, lesson->n_replies, BUOY_LESSON_MAX_REPLIES,
                                      buoy_lesson_site_of (mailbox->domain));
    }
}

static void
take_own (const GPtrArray *keys, const char *domain, BuoyLesson *lesson)
{
  for (guint i = 0; i < keys->len; i++)
    if (buoy_name_key_is_own (g_ptr_array_index (keys, i), domain))
      buoy_lesson_take_name (lesson, g_strdup (g_ptr_array_index (keys, i)), FALSE);
}

/* The name of a company is learned only from a domain with that name: the whole name, and the part of it that is the
 * domain's own. The name of a person is learned from any domain.
 */
static void
read_names (const BuoyMailbox *from, BuoyLesson *lesson)
{
  g_autoptr (GPtrArray) keys = buoy_name_keys_within (from->name);
  g_autoptr (GPtrArray) labels = buoy_name_keys_as_label (from->name);
  g_autofree char *whole = NULL;

  if (*from->name == '\0')
    return;
  whole = buoy_name_key (from->name);
  if (!lesson->is_address && whole != NULL && buoy_name_key_fits (whole, from->domain))
    buoy_lesson_take_name (lesson, g_steal_pointer (&whole), FALSE);
  if (!lesson->is_address)
    {
      take_own (keys, from->domain, lesson);
      take_own (labels, from->domain, lesson);
    }
  if (lesson->n_names == 0)
    buoy_lesson_take_name (lesson, buoy_name_key_of_person (from->name), TRUE);
}

/* A program that fetches mail adds a line, and the reader's own server another. Lines further below are the sender's,
 * and of a series that is sent at once, one message may leave when another one arrives.
 */
static void
read_lines (const BuoyEvidence *evidence, BuoyLesson *lesson)
{
  const GPtrArray *received = evidence->message->received;
  const guint end = MIN (received->len, evidence->origin.n_trusted + MAX_LINES_BELOW);

  for (guint i = 0; i < end && lesson->n_lines < BUOY_LESSON_MAX_LINES; i++)
    {
      const BuoyReceived *line = g_ptr_array_index (received, i);

      if (line->date != NULL)
        lesson->lines[lesson->n_lines++] = g_date_time_to_unix (line->date);
    }
}

BuoyLesson *
buoy_lesson_read (const BuoyEvidence *evidence)
{
  const BuoyReceived *line = evidence->origin.boundary_hop;
  BuoyLesson *lesson;

  if (line == NULL || line->date == NULL || evidence->is_inner)
    return NULL;
  lesson = buoy_lesson_of_sender (evidence->from);
  if (lesson == NULL)
    return NULL;
  lesson->received_at = g_date_time_to_unix (line->date);
  read_lines (evidence, lesson);
  lesson->proofs = read_proofs (&evidence->auth);
  lesson->is_unproven = buoy_lesson_is_unproven (evidence) && !evidence->claims_list;
  lesson->checker = buoy_lesson_checker_of (&evidence->origin);
  lesson->organisation = buoy_lesson_organisation_of (&evidence->origin);
  buoy_lesson_set_list (lesson, evidence->list, &evidence->origin);
  read_sites (evidence, lesson);
  read_replies (evidence->message, lesson);
  read_names (evidence->from, lesson);
  return lesson;
}
