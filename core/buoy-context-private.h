/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The fields of a BuoyContext, for the library. A scan seals it: it is not changed after that.
 */
#pragma once

#include "buoy-context.h"
#include "lists/buoy-block-list.h"
#include "lists/buoy-own-sites.h"
#include "memory/buoy-header-facts.h"
#include "memory/buoy-receiving-side.h"
#include "memory/buoy-sender-memory.h"
#include "protected/buoy-protected-names.h"

typedef struct
{
  char *name;    /* as written */
  char *address; /* lower case */
} BuoyContact;

#define BUOY_CONTEXT_LIST_MAX_AGE 48 /* hours; half of all false sites are gone by then */

/* The contacts whose names have this buoy_person_key(): of BuoyContact; NULL. */
const GPtrArray *buoy_context_find_namesakes (const BuoyContext *context, const char *person_key);

typedef struct
{
  char *sender_domain; /* ASCII */
  char *link_domain;   /* ASCII */
} BuoyTrustedLink;

typedef struct
{
  char *host;      /* ASCII; sub-domains included */
  char *parameter; /* query parameter with the wrapped URL; NULL: it is in the path */
} BuoyGateway;

void buoy_contact_free (gpointer contact);

void buoy_trusted_link_free (gpointer link);

/* Adds the ASCII form of @host to @hosts; what is no host is left out. */
void buoy_context_add_host (GPtrArray *hosts, const char *host);

/* Adds @contact, whose name at another address is reported. */
void buoy_context_add_namesakes (BuoyContext *context, BuoyContact *contact);

#define BUOY_NEW_DOMAIN_DAYS 30 /* half of the domains made for phishing are used within a fortnight */

/* What may be looked up. */
typedef enum
{
  BUOY_LOOKUP_SENDER = 1 << 0, /* keys and policy */
  BUOY_LOOKUP_REGISTRATION = 1 << 1,
  BUOY_LOOKUP_REVERSE_NAME = 1 << 2,
  BUOY_LOOKUP_ALL = BUOY_LOOKUP_SENDER | BUOY_LOOKUP_REGISTRATION | BUOY_LOOKUP_REVERSE_NAME
} BuoyLookupKinds;

/* What is remembered of the sender of a message with this header. Any thread. (transfer full) */
typedef BuoySenderMemory *(*BuoyRecallFunc) (gpointer data, const BuoyHeaderFacts *facts);

struct _BuoyContext
{
  gatomicrefcount ref_count;
  gsize sealed;                /* a scan has seen it: g_once_init_enter() */
  GPtrArray *trusted_hosts;    /* of char *: names and authserv-ids, ASCII, lower case; sub-domains included */
  GPtrArray *trusted_networks; /* of GInetAddressMask; a single address is a network too */
  GPtrArray *own_addresses;    /* of char *: lower case */
  GPtrArray *own_domains;      /* of char *: ASCII */
  GPtrArray *contacts;         /* of BuoyContact */
  GHashTable *namesakes;       /* buoy_person_key() → GPtrArray of the BuoyContact with that name */
  GPtrArray *gateways;         /* of BuoyGateway */
  GHashTable *suppressed;      /* check ids that are switched off */
  GPtrArray *trusted_senders;  /* of char *: ASCII; sub-domains included */
  GPtrArray *trusted_links;    /* of BuoyTrustedLink; sub-domains of both included */
  BuoyReceivingSide *side;     /* learned from the account's mail; NULL */
  GPtrArray *block_lists;      /* of BuoyBlockList */
  guint list_max_age;          /* hours; what is older only makes a note */
  BuoyOwnSites *blocked_sites;
  BuoyOwnSites *allowed_sites; /* no list accuses them */
  char *lookup_gateway;        /* URL of the organisation's cache, asked in place of registries; NULL */
  BuoyProtectedNames *known;   /* domains of the reader and contacts; made when it is sealed; NULL: none */
  char *support_text;          /* NULL: none */
  char *location_database;     /* NULL: the system's; "off": none */
  guint new_domain_days;       /* a domain that is younger is new; 0: none is */
  BuoyLookupKinds lookup_kinds;
  gboolean skips_codes; /* QR codes in pictures are not decoded */

  /* what is not to be imitated, and is trusted no more for that */
  GPtrArray *protected_domains; /* of char *: ASCII */
  GPtrArray *protected_people;  /* of BuoyContact */

  /* kept by buoy_context_to_bytes() once it is sealed: an address book of a university takes 100 ms to write */
  GBytes *bytes;       /* NULL */
  char *list_versions; /* of the block lists in @bytes; NULL */

  BuoyRecallFunc recall; /* asked about the sender of each message; NULL: there is no memory, or it was asked */
  gpointer recall_data;
  GDestroyNotify free_recall_data;
  BuoySenderMemory *sender; /* of the message that it is for; NULL: nobody asked the memory */
  BuoyContext *shared;      /* owns all but the four above; NULL: it is all its own */
};

/* From now on any thread may read it, and changing it is a programming error. Indexes the domains of the reader's side
 * and contacts, of which there may be thousands, once for all messages. @context may be NULL.
 */
void buoy_context_seal (BuoyContext *context);
gboolean buoy_context_is_open (const BuoyContext *context);

/* What the account's mail taught about its servers; @side may be NULL. What was configured counts more. */
void buoy_context_set_receiving_side (BuoyContext *context, BuoyReceivingSide *side);

/* A context for one message, whose sender is @sender: all else is that of @context, which is sealed. */
BuoyContext *buoy_context_new_for_sender (BuoyContext *context, BuoySenderMemory *sender);

/* The same for any message: @recall is called with @data when its header has been read. */
BuoyContext *buoy_context_new_with_memory (BuoyContext *context, BuoyRecallFunc recall, gpointer data,
                                           GDestroyNotify free_data);

/* What the reader decided, whether or not it counts for a message: that asks for proof. @context may be NULL. */
gboolean buoy_context_trusts_sender (const BuoyContext *context, const char *from_domain);
gboolean buoy_context_has_correspondent_at (const BuoyContext *context, const char *domain);
gboolean buoy_context_owns_domain (const BuoyContext *context, const char *host); /* either nullable */
gboolean buoy_context_trusts_link (const BuoyContext *context, const char *from_domain, const char *host);
