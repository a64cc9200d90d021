/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * How strong it is that a link opens another site than it shows: whose site is shown, whose is opened, and how the
 * sender is authenticated. Nothing that the sender merely wrote makes a row weaker.
 */
#include "config.h"

#include "checks/mismatch-weight.h"

#include <string.h>

#include "base/host/buoy-host.h"
#include "base/text/buoy-text.h"
#include "checks/related-name.h"
#include "evidence/authentication/buoy-alignment.h"
#include "evidence/links/buoy-href.h"
#include "registry/buoy-open-host.h"
#include "registry/buoy-senders.h"
#include "evidence/links/buoy-target.h"
#include "registry/buoy-ownership.h"

/* Facts about a mismatch; bits. */
enum
{
  /* the sender, according to the receiving side */
  PROVEN = 1 << 0,     /* From's organisation is authenticated */
  FROM_HOME = 1 << 1,  /* the server of the boundary hop has a verified reverse name in From's domain */
  DOUBTED = 1 << 2,    /* checked, and not authenticated */
  BAD_ORIGIN = 1 << 3, /* delivered by a server that no organisation sends from */
  /* what is shown */
  SHOWS_SENDER = 1 << 5, /* a site of From's organisation */
  SHOWS_BRAND = 1 << 6,  /* a site in the registry or of the reader's organisation */
  IN_FULL = 1 << 7,      /* with its scheme */
  WRITTEN_OUT = 1 << 8,  /* as an address, not as a name in prose */
  ASIDE = 1 << 9,        /* in a title or an image's alternative text */
  SHOWS_OWN = 1 << 10,   /* a site of the reader's organisation */
  /* what is opened */
  OPENS_OWN = 1 << 11,            /* From's own site, or mail to From's own domain */
  OPENS_OWN_OR_SERVICE = 1 << 12, /* From's own site, or that of a known sending service */
  OPENS_CARRIER = 1 << 13,        /* a site of whoever delivered the message under a verified name */
  OPENS_COMMON = 1 << 14,         /* the site that most links of the message open */
  OPENS_FIXED = 1 << 15,          /* a page that is the same for everyone, so not a tracker */
  OPENS_RELATED = 1 << 16,        /* a site with the same name under another suffix */
  OPENS_SHORTER_NAME = 1 << 17,   /* a registered company's own site, whose name is the start of the shown one */
  OPENS_READERS = 1 << 18,        /* a site of the reader's organisation */
  WRITES_MAIL = 1 << 19,          /* no site, but a mailto link to another address */
  REDIRECTED = 1 << 20,           /* a site to which the shown site redirects */
  EMBEDDED = 1 << 21,             /* a site whose name begins with the whole shown host */
  SHOWS_ADDRESS = 1 << 22,        /* an address at that site */
  OPENS_SHORTENER = 1 << 23       /* a service that hides where it leads */
};

typedef struct
{
  guint needs; /* all of these */
  guint lacks; /* none of these */
  BuoyStrength strength;
} Row;

#define UNSURE (DOUBTED | BAD_ORIGIN)

/* The first matching row decides. */
static const Row rows[] = {
  { SHOWS_OWN | OPENS_READERS, 0, BUOY_STRENGTH_NOTE },
  { WRITES_MAIL, SHOWS_BRAND, BUOY_STRENGTH_MEDIUM },
  { WRITES_MAIL, SHOWS_ADDRESS, BUOY_STRENGTH_MEDIUM },
  { WRITES_MAIL | OPENS_OWN, 0, BUOY_STRENGTH_MEDIUM }, /* a reply goes there as well */
  { OPENS_SHORTER_NAME, SHOWS_BRAND | REDIRECTED, BUOY_STRENGTH_WEAK },

  /* an authenticated sender shows its own site: how it tracks clicks is its business, but an unrelated page is not its
   * site
   */
  { PROVEN | SHOWS_SENDER | OPENS_OWN_OR_SERVICE, 0, BUOY_STRENGTH_NOTE },
  { PROVEN | SHOWS_SENDER | OPENS_CARRIER, 0, BUOY_STRENGTH_NOTE },
  { PROVEN | SHOWS_SENDER | OPENS_COMMON, 0, BUOY_STRENGTH_WEAK },
  { PROVEN | SHOWS_SENDER | OPENS_SHORTENER, 0, BUOY_STRENGTH_WEAK },
  { PROVEN | SHOWS_SENDER | OPENS_RELATED, 0, BUOY_STRENGTH_WEAK },
  { PROVEN | SHOWS_SENDER | REDIRECTED, 0, BUOY_STRENGTH_WEAK },
  { PROVEN | SHOWS_SENDER | OPENS_FIXED | WRITTEN_OUT, 0, BUOY_STRENGTH_STRONG },
  { PROVEN | SHOWS_SENDER, 0, BUOY_STRENGTH_MEDIUM },

  /* sites redirect to partners too, and few readers see a tooltip; but a sender who proved its own name has no say in
   * where another company's site sends on to
   */
  { REDIRECTED | SHOWS_BRAND, PROVEN | SHOWS_SENDER, BUOY_STRENGTH_STRONG },
  { REDIRECTED | SHOWS_BRAND | WRITTEN_OUT, SHOWS_SENDER | OPENS_OWN_OR_SERVICE | OPENS_CARRIER, BUOY_STRENGTH_STRONG },
  { REDIRECTED, 0, BUOY_STRENGTH_MEDIUM },
  { ASIDE, SHOWS_BRAND, BUOY_STRENGTH_MEDIUM },
  { EMBEDDED | SHOWS_BRAND, 0, BUOY_STRENGTH_STRONG },

  /* services track clicks on addresses too */
  { SHOWS_ADDRESS | OPENS_OWN_OR_SERVICE, SHOWS_BRAND, BUOY_STRENGTH_NOTE },

  /* a tracker or page of the sender, its service or whoever delivered the message, under another name */
  { OPENS_OWN | OPENS_FIXED | IN_FULL, 0, BUOY_STRENGTH_STRONG },
  { PROVEN | OPENS_OWN_OR_SERVICE, SHOWS_BRAND, BUOY_STRENGTH_WEAK },
  { PROVEN | OPENS_CARRIER, SHOWS_BRAND, BUOY_STRENGTH_WEAK },
  { PROVEN | OPENS_OWN_OR_SERVICE, IN_FULL, BUOY_STRENGTH_WEAK },
  { PROVEN | OPENS_OWN_OR_SERVICE, 0, BUOY_STRENGTH_MEDIUM },
  { SHOWS_SENDER | OPENS_OWN_OR_SERVICE, SHOWS_BRAND | DOUBTED, BUOY_STRENGTH_WEAK },
  { SHOWS_SENDER | OPENS_CARRIER, SHOWS_BRAND | UNSURE, BUOY_STRENGTH_MEDIUM },
  { FROM_HOME | OPENS_OWN, 0, BUOY_STRENGTH_MEDIUM },
  { OPENS_OWN | SHOWS_BRAND | WRITTEN_OUT, 0, BUOY_STRENGTH_STRONG },
  { OPENS_OWN, SHOWS_BRAND | IN_FULL, BUOY_STRENGTH_WEAK },
  { OPENS_OWN_OR_SERVICE, 0, BUOY_STRENGTH_MEDIUM },

  /* an unrelated page */
  { SHOWS_BRAND, 0, BUOY_STRENGTH_STRONG },
  { BAD_ORIGIN, 0, BUOY_STRENGTH_STRONG },
  { OPENS_RELATED, 0, BUOY_STRENGTH_MEDIUM },
  { SHOWS_SENDER, 0, BUOY_STRENGTH_STRONG },
  { PROVEN | OPENS_COMMON, 0, BUOY_STRENGTH_MEDIUM },
  { FROM_HOME | OPENS_COMMON, 0, BUOY_STRENGTH_MEDIUM },
  { OPENS_CARRIER | OPENS_COMMON, DOUBTED, BUOY_STRENGTH_MEDIUM },
  { SHOWS_ADDRESS, 0, BUOY_STRENGTH_MEDIUM },
  { WRITTEN_OUT, 0, BUOY_STRENGTH_STRONG },
  { 0, 0, BUOY_STRENGTH_MEDIUM },
};

struct _BuoyMismatchScale
{
  const BuoyEvidence *evidence;
  guint sender;         /* facts about the sender */
  GHashTable *n_links;  /* site (owned by the evidence) → number of its links */
  guint n_all;          /* links in total */
  GHashTable *carriers; /* site → whether it belongs to whoever delivered the message */
};

static guint
n_links_to (const BuoyMismatchScale *scale, const char *site)
{
  return site != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (scale->n_links, site)) : 0;
}

static void
count_links (BuoyMismatchScale *scale)
{
  const GPtrArray *targets = scale->evidence->targets;

  for (guint i = 0; i < targets->len; i++)
    {
      const BuoyTarget *target = g_ptr_array_index (targets, i);
      const char *site = target->domain;

      if (site == NULL || !target->link->in_html)
        continue;
      g_hash_table_replace (scale->n_links, (gpointer) site, GUINT_TO_POINTER (n_links_to (scale, site) + 1));
      scale->n_all++;
    }
}

static guint
find_sender_facts (const BuoyEvidence *evidence)
{
  guint facts = 0;

  if (evidence->auth.state == BUOY_AUTH_PASS)
    facts |= PROVEN;
  if (evidence->origin.state == BUOY_ORIGIN_MATCH)
    facts |= FROM_HOME;
  if (buoy_evidence_lacks_proof (evidence))
    facts |= DOUBTED;
  if (buoy_evidence_has_bad_origin (evidence))
    facts |= BAD_ORIGIN;
  return facts;
}

BuoyMismatchScale *
buoy_mismatch_scale_new (const BuoyEvidence *evidence)
{
  BuoyMismatchScale *scale = g_new0 (BuoyMismatchScale, 1);

  scale->evidence = evidence;
  scale->sender = find_sender_facts (evidence);
  scale->n_links = g_hash_table_new (buoy_text_hash, g_str_equal);
  scale->carriers = g_hash_table_new (buoy_text_hash, g_str_equal);
  count_links (scale);
  return scale;
}

void
buoy_mismatch_scale_free (BuoyMismatchScale *scale)
{
  g_hash_table_unref (scale->n_links);
  g_hash_table_unref (scale->carriers);
  g_free (scale);
}

/* Upper-case letters after the first, as in a name. */
static gboolean
has_capital_within (const char *text)
{
  gboolean capital = FALSE;
  gboolean small = FALSE;

  for (const char *p = text; *p != '\0' && *p != '/'; p++)
    {
      capital |= g_ascii_isupper (*p);
      small |= g_ascii_islower (*p);
    }
  return capital && small;
}

/* Written so that programs don't recognise a host: "example [dot] com". */
static gboolean
is_spelled (const BuoyTarget *target)
{
  return strstr (target->shown_host, "xn--") == NULL && strcasestr (target->shown_text, target->shown_host) == NULL;
}

/* Written as an address, unlike the names in "Example.com" and "our shop at example.com". */
static gboolean
is_written_out (const BuoyTarget *target)
{
  const char *text = target->shown_text;
  const char *www = strcasestr (text, "www.");

  if (strstr (text, "://") != NULL || is_spelled (target)
      || (www != NULL && (www == text || !g_ascii_isalnum (www[-1]))))
    return TRUE;
  return strchr (text, ' ') == NULL && !has_capital_within (text);
}

static guint
find_shown_facts (const BuoyEvidence *evidence, const BuoyTarget *target)
{
  const gboolean own = buoy_context_owns_domain (evidence->context, target->shown_host);
  guint facts = own ? SHOWS_OWN | SHOWS_BRAND : 0;

  if (buoy_hosts_have_one_owner (target->shown_host, evidence->from_domain))
    facts |= SHOWS_SENDER;
  if (buoy_brands_find_by_host (buoy_brands_get_default (), target->shown_host) != NULL)
    facts |= SHOWS_BRAND;
  if (strchr (target->shown_text, '@') != NULL && strchr (target->shown_text, '/') == NULL)
    facts |= SHOWS_ADDRESS;
  if (strstr (target->shown_text, "://") != NULL)
    facts |= IN_FULL;
  else if (target->shown_text == target->link->title)
    facts |= ASIDE;
  if (is_written_out (target))
    facts |= WRITTEN_OUT;
  return facts;
}

/* A tracking link contains what it tracks: a query, a number, mixed case, a long word. A page for everyone,
 * "https://shop.example/login", tracks nobody.
 */
static gboolean
could_count (const BuoyTarget *target)
{
  static const gsize long_path = 32;
  const BuoyUrl *url = target->target != NULL ? target->target : target->url;

  if (url->query != NULL && *url->query != '\0')
    return TRUE;
  for (const char *p = url->path; *p != '\0'; p++)
    if (g_ascii_isdigit (*p) || g_ascii_isupper (*p))
      return TRUE;
  return strlen (url->path) > long_path;
}

/* "www.bank.example.evil.test". */
static gboolean
is_embedded (const BuoyTarget *target)
{
  const gsize length = strlen (target->shown_host);

  return strncmp (target->host, target->shown_host, length) == 0 && target->host[length] == '.';
}

static gboolean
is_common (const BuoyMismatchScale *scale, const BuoyTarget *target)
{
  static const guint min_links = 3; /* one or two are not a pattern */
  const guint n_links = n_links_to (scale, target->domain);

  return n_links >= min_links && n_links > scale->n_all / 2;
}

/* Whether @host belongs to whoever delivered the message under a verified reverse name, or to the domain of a valid
 * signature. That organisation is accountable for its trackers; an additional signature only shows that it delivered
 * the message itself.
 */
static gboolean
is_carrier (const BuoyEvidence *evidence, const char *host)
{
  return buoy_evidence_has_carrier (evidence, host)
         || (evidence->origin.boundary_hop != NULL && evidence->origin.boundary_hop->rdns_state == BUOY_RDNS_VERIFIED
             && buoy_alignment_is_signed (evidence->message, host));
}

/* Parses the header once per site. */
static gboolean
opens_carrier (const BuoyMismatchScale *scale, const BuoyTarget *target)
{
  gpointer known;

  if (target->domain == NULL)
    return FALSE;
  if (!g_hash_table_lookup_extended (scale->carriers, target->domain, NULL, &known))
    {
      known = GINT_TO_POINTER (is_carrier (scale->evidence, target->domain));
      g_hash_table_insert (scale->carriers, (gpointer) target->domain, known);
    }
  return GPOINTER_TO_INT (known);
}

static guint
find_mailto_facts (const BuoyEvidence *evidence, const BuoyTarget *target)
{
  g_autofree char *domain = NULL;

  if (target->url == NULL || !g_str_equal (target->url->scheme, "mailto"))
    return 0;
  domain = buoy_href_mail_domain (target->url);
  return buoy_hosts_have_one_owner (domain, evidence->from_domain) ? WRITES_MAIL | OPENS_OWN : WRITES_MAIL;
}

static guint
find_opened_facts (const BuoyMismatchScale *scale, const BuoyTarget *target)
{
  const BuoyEvidence *evidence = scale->evidence;
  const char *host = target->host;
  guint facts = 0;

  if (host == NULL)
    return find_mailto_facts (evidence, target);
  if (buoy_context_owns_domain (evidence->context, host))
    facts |= OPENS_READERS;
  if (buoy_hosts_have_one_owner (host, evidence->from_domain))
    facts |= OPENS_OWN | OPENS_OWN_OR_SERVICE;
  if (buoy_senders_find_by_host (host) != NULL || buoy_host_same_site (host, evidence->auth.aligned_domain))
    facts |= OPENS_OWN_OR_SERVICE;
  if (opens_carrier (scale, target))
    facts |= OPENS_CARRIER;
  if (is_common (scale, target))
    facts |= OPENS_COMMON;
  if (!could_count (target))
    facts |= OPENS_FIXED;
  if (buoy_mismatch_has_same_label (target) || buoy_mismatch_opens_mail_domain (target, evidence->from_org))
    facts |= OPENS_RELATED;
  if (buoy_mismatch_opens_shorter_name (target))
    facts |= OPENS_SHORTER_NAME;
  if (target->state == BUOY_TARGET_WRAPPED)
    facts |= OPENS_SHORTENER;
  if (target->redirected)
    facts |= REDIRECTED;
  if (is_embedded (target))
    facts |= EMBEDDED;
  return facts;
}

gboolean
buoy_mismatch_is (const BuoyTarget *target)
{
  return target->state == BUOY_TARGET_MISMATCH
         || (target->state == BUOY_TARGET_WRAPPED
             && buoy_open_host_classify (target->host) == BUOY_OPEN_HOST_SHORTENER);
}

/* Excuse: unread-signature, links-home, link-named-as-it-opens, list-post */
BuoyStrength
buoy_mismatch_weigh (const BuoyMismatchScale *scale, const BuoyTarget *target)
{
  const guint facts = scale->sender | find_shown_facts (scale->evidence, target) | find_opened_facts (scale, target);
  const Row *row = rows;

  while ((facts & row->needs) != row->needs || (facts & row->lacks) != 0)
    row++;
  return row->strength;
}
