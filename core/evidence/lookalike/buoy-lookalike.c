/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Whether a host was made to be mistaken for another, and how certain that is. Names are compared as they look. Honest
 * hosts with such a name (of a partner, a subsidiary, a country) are distinguished by the words, the suffix and the
 * kind of host.
 */
#include "config.h"

#include "evidence/lookalike/buoy-lookalike.h"

#include <string.h>

#include "base/host/buoy-host.h"
#include "base/text/buoy-skeleton.h"
#include "evidence/lookalike/buoy-lookalike-embedded.h"
#include "protected/buoy-protected-names.h"
#include "evidence/lookalike/buoy-lookalike-label.h"
#include "protected/buoy-protected-name.h"
#include "evidence/lookalike/buoy-lookalike-judgement.h"
#include "protected/buoy-domain-words.h"
#include "registry/buoy-open-host.h"
#include "registry/buoy-senders.h"

#define MIN_HYPHENED_LETTERS 4 /* of the name of a domain with hyphens for its dots: "visa-com.test" */
#define MIN_SPLIT_LETTERS 7    /* of a name with a dot within it: shorter ones occur by chance */
#define MIN_SUB_LABEL 5        /* letters of a sub-domain label that is judged; "www" and "mail" are not */

/* A parsed host. */
typedef struct
{
  const char *ascii;
  const char *site;   /* its registrable domain */
  const char *suffix; /* of the site: everything after its first label */
  GStrv labels;       /* in Unicode */
  guint n_before;     /* labels before those of the site */
  gboolean open;      /* anyone can publish there, so anyone may have chosen the labels */
  gboolean cheap;     /* its suffix is cheap */
} Host;

void
buoy_lookalike_free (gpointer data)
{
  BuoyLookalike *lookalike = data;

  g_free (lookalike->host);
  g_free (lookalike->imitated);
  g_free (lookalike);
}

static guint
count_dots (const char *from, const char *to)
{
  guint n = 0;

  for (const char *p = from; p < to; p++)
    n += *p == '.' ? 1 : 0;
  return n;
}

static gboolean
host_init (Host *host, const char *ascii, const char *site)
{
  g_autofree char *unicode = buoy_host_to_unicode (ascii);

  host->ascii = ascii;
  host->site = site;
  host->suffix = strchr (site, '.') + 1;
  host->labels = g_strsplit (unicode, ".", -1);
  host->n_before = count_dots (ascii, host->site);
  host->open = buoy_open_host_classify (ascii) == BUOY_OPEN_HOST_PUBLISHING;
  host->cheap = buoy_domain_is_cheap_suffix (host->suffix);
  return g_strv_length (host->labels) > host->n_before;
}

static void
keep_stronger (BuoyJudgement *best, BuoyJudgement other)
{
  if (other.strength > best->strength)
    *best = other;
}

/* Whether the host has pages of developers, named after projects, among them those of companies and their users. */
static gboolean
is_named_account (const Host *host)
{
  static const char *const places[] = { "github.io", "gitlab.io", "readthedocs.io", "rtfd.io" };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (buoy_host_is_within (host->ascii, places[i]))
      return TRUE;
  return FALSE;
}

/* The strength of the name itself as a sub-domain: that of a customer at a service, of a service at a customer, or of
 * anyone.
 */
static BuoyStrength
weigh_sub_name (const Host *host, const BuoyProtectedName *imitated)
{
  if (!imitated->distinctive)
    return BUOY_STRENGTH_NOTE;
  return host->open || host->cheap ? BUOY_STRENGTH_MEDIUM : BUOY_STRENGTH_WEAK;
}

/* Judges a sub-domain label, for which the owner of the domain may have many reasons. */
static BuoyJudgement
judge_sub_label (const BuoyProtectedNames *names, const Host *host, const char *label)
{
  BuoyJudgement judgement = buoy_lookalike_judge_label (names, label, "");
  const gboolean shady = host->open || host->cheap;

  if (judgement.imitated == NULL)
    return judgement;
  if (is_named_account (host) && judgement.kind != BUOY_LOOKALIKE_LETTERS)
    judgement.strength = BUOY_STRENGTH_NOTE;
  else if (judgement.kind == BUOY_LOOKALIKE_SUFFIX)
    judgement.strength = weigh_sub_name (host, judgement.imitated);
  else if (!shady && judgement.strength == BUOY_STRENGTH_STRONG)
    judgement.strength = BUOY_STRENGTH_MEDIUM;
  else if (!shady)
    judgement.strength = BUOY_STRENGTH_NOTE;
  if (judgement.kind == BUOY_LOOKALIKE_SUFFIX || judgement.kind == BUOY_LOOKALIKE_COMBINED)
    judgement.kind = BUOY_LOOKALIKE_SUB_DOMAIN;
  return judgement;
}

static BuoyJudgement
judge_labels (const BuoyProtectedNames *names, const Host *host)
{
  /* "paypal.pages.dev": the suffix is the open host, the name is chosen by its user */
  const gboolean is_guest = buoy_open_host_classify (host->suffix) != BUOY_OPEN_HOST_NONE
                            || (!host->cheap && buoy_host_is_private_suffix (host->suffix));
  const char *label = host->labels[host->n_before];
  BuoyJudgement best
      = is_guest ? judge_sub_label (names, host, label) : buoy_lookalike_judge_label (names, label, host->suffix);

  for (guint i = 0; i < host->n_before; i++)
    if (strlen (host->labels[i]) >= MIN_SUB_LABEL)
      keep_stronger (&best, judge_sub_label (names, host, host->labels[i]));
  return best;
}

/* The skeleton of the host without its suffix, with "?" for a label that has none. (transfer full) */
static char *
skeleton_before_suffix (const Host *host)
{
  GString *skeleton = g_string_new (NULL);

  for (guint i = 0; i <= host->n_before; i++)
    {
      g_autofree char *label = buoy_skeleton_new (host->labels[i]);

      if (i > 0)
        g_string_append_c (skeleton, '.');
      g_string_append (skeleton, label != NULL ? label : "?");
    }
  return g_string_free (skeleton, FALSE);
}

/* Whether the site looks like a country's suffix that the public suffix list lacks, as in "brand.com.cl". */
static gboolean
is_second_level (const Host *host)
{
  static const char *const levels[] = { "com", "co", "net", "org", "ne", "or", NULL };

  return g_strv_contains (levels, host->labels[host->n_before]) && strlen (host->suffix) == 2 && !host->cheap;
}

/* The strength of an embedded domain: a two-part suffix ("co.jp") does not follow a name by chance, but the two letters
 * of a country may.
 */
static BuoyStrength
weigh_embedded (const Host *host, const BuoyProtectedName *imitated, gboolean dotted)
{
  const char *suffix = buoy_protected_name_suffix (imitated);
  const gboolean two_parts = strchr (suffix, '.') != NULL;
  const gboolean short_suffix = strlen (suffix) <= 2;

  if (imitated->label_length < (dotted || two_parts ? BUOY_MIN_EMBEDDED : MIN_HYPHENED_LETTERS))
    return BUOY_STRENGTH_NOTE;
  if (two_parts)
    return BUOY_STRENGTH_STRONG;
  if (dotted)
    return imitated->distinctive || !short_suffix ? BUOY_STRENGTH_STRONG : BUOY_STRENGTH_MEDIUM;
  if (!imitated->distinctive)
    return BUOY_STRENGTH_MEDIUM;
  return !short_suffix || buoy_domain_is_cheap_generic_suffix (host->suffix) ? BUOY_STRENGTH_STRONG
                                                                             : BUOY_STRENGTH_MEDIUM;
}

static BuoyJudgement
judge_embedded (const BuoyProtectedNames *names, const Host *host)
{
  BuoyJudgement judgement = { BUOY_LOOKALIKE_EMBEDDED, BUOY_STRENGTH_NOTE, NULL };
  g_autofree char *skeleton = skeleton_before_suffix (host);
  gboolean dotted = FALSE;

  judgement.imitated = buoy_lookalike_find_embedded (names, skeleton, &dotted);
  if (judgement.imitated != NULL && !is_second_level (host))
    judgement.strength = weigh_embedded (host, judgement.imitated, dotted);
  return judgement;
}

/* Judges a site with a dot for the hyphen of a name: "eki.net" for eki-net.com. */
static BuoyJudgement
judge_whole_site (const BuoyProtectedNames *names, const Host *host)
{
  BuoyJudgement judgement = { BUOY_LOOKALIKE_LETTERS, BUOY_STRENGTH_NOTE, NULL };
  const char *label = host->labels[host->n_before];
  g_autofree char *joined = g_strconcat (label, host->suffix, NULL);
  g_autofree char *skeleton = buoy_skeleton_new (joined);
  const BuoyProtectedName *imitated = skeleton != NULL ? buoy_protected_names_find (names, skeleton) : NULL;

  if (imitated == NULL || strlen (label) >= imitated->label_length || imitated->domain[strlen (label)] != '-')
    return judgement;
  judgement.imitated = imitated;
  judgement.strength = BUOY_STRENGTH_STRONG;
  return judgement;
}

/* Whether @domain stands directly below a suffix of a registry, as "brand.co.jp" does. */
static gboolean
is_under_public_suffix (const char *domain)
{
  return g_strcmp0 (buoy_host_registrable_domain (domain), domain) == 0
         && !buoy_host_is_private_suffix (strchr (domain, '.') + 1);
}

/* Judges a site with a hyphen for the dot before a two-part suffix: "brand-co.jp" for "brand.co.jp", which the brand need
 * not own. A company may also call itself so: "Tanaka & Co.".
 */
static BuoyJudgement
judge_hyphened_suffix (const BuoyProtectedNames *names, const Host *host)
{
  BuoyJudgement judgement = { BUOY_LOOKALIKE_EMBEDDED, BUOY_STRENGTH_NOTE, NULL };
  const char *label = host->labels[host->n_before];
  const char *hyphen = strrchr (label, '-');
  g_autofree char *name = g_strndup (label, hyphen != NULL ? (gsize) (hyphen - label) : 0);
  g_autofree char *skeleton = buoy_skeleton_new (name);
  g_autofree char *dotted = hyphen != NULL ? g_strconcat (skeleton, ".", hyphen + 1, ".", host->suffix, NULL) : NULL;
  const BuoyProtectedName *owned;

  if (skeleton == NULL || dotted == NULL || !is_under_public_suffix (dotted))
    return judgement;
  owned = buoy_protected_names_find_domain (names, dotted);
  judgement.imitated = owned != NULL ? owned : buoy_protected_names_find (names, skeleton);
  if (judgement.imitated == NULL || judgement.imitated->skeleton_length < MIN_HYPHENED_LETTERS)
    return judgement;
  if (judgement.imitated->distinctive)
    judgement.strength = BUOY_STRENGTH_STRONG;
  else if (owned != NULL)
    judgement.strength = BUOY_STRENGTH_MEDIUM;
  return judgement;
}

/* Judges a site with a dot within a name: "insta.gram.com". If its label is a dictionary word, the sub-domain is its
 * own.
 */
static BuoyJudgement
judge_split_name (const BuoyProtectedNames *names, const Host *host)
{
  BuoyJudgement judgement = { BUOY_LOOKALIKE_LETTERS, BUOY_STRENGTH_NOTE, NULL };
  g_autofree char *joined = NULL;
  g_autofree char *skeleton = NULL;
  const char *label = host->labels[host->n_before];

  if (host->n_before == 0)
    return judgement;
  joined = g_strconcat (host->labels[host->n_before - 1], label, NULL);
  skeleton = buoy_skeleton_new (joined);
  judgement.imitated = skeleton != NULL ? buoy_protected_names_find (names, skeleton) : NULL;
  if (judgement.imitated != NULL && judgement.imitated->distinctive
      && judgement.imitated->skeleton_length >= MIN_SPLIT_LETTERS
      && buoy_protected_names_has_under (names, judgement.imitated, host->suffix)
      && !buoy_domain_is_plain_words (label))
    judgement.strength = BUOY_STRENGTH_MEDIUM;
  return judgement;
}

/* Whether the host is a library's own, under a suffix for universities only: "www-nature-com.ezproxy.college.edu". */
static gboolean
is_library_proxy (const Host *host)
{
  static const char *const proxies[] = { "proxy", "ezproxy", "libproxy", "eproxy", NULL };
  const char *last = strrchr (host->ascii, '.');

  if (last == NULL
      || !(g_str_equal (last, ".edu") || g_str_has_prefix (host->suffix, "edu.")
           || g_str_has_prefix (host->suffix, "ac.")))
    return FALSE;
  for (guint i = 0; i < host->n_before; i++)
    if (g_strv_contains (proxies, host->labels[i]))
      return TRUE;
  return FALSE;
}

/* Whether the host is a mirror, which puts the name of the mirrored site before its own: CDNs, library proxies; Google,
 * when it signs for a customer. Excuse: proxy-host
 */
static gboolean
is_mirror (const Host *host)
{
  static const char *const mirrors[] = {
    "akadns.net",  "akamai.net",    "akamaihd.net", "akamaized.net", "cdn77.org",     "cdngc.net", "cloudflare.net",
    "edgekey.net", "edgesuite.net", "fastly.net",   "footprint.net", "gappssmtp.com", "llnwd.net", "translate.goog",
  };
  for (guint i = 0; i < G_N_ELEMENTS (mirrors); i++)
    if (buoy_host_is_within (host->ascii, mirrors[i]))
      return TRUE;
  return is_library_proxy (host);
}

static gboolean
is_known_owners (const BuoyProtectedNames *names, const Host *host)
{
  return buoy_brands_find_by_host (buoy_brands_get_default (), host->ascii) != NULL
         || buoy_senders_find_by_host (host->ascii) != NULL || buoy_protected_names_has (names, host->site)
         || is_mirror (host);
}

static BuoyLookalike *
lookalike_new (const Host *host, const BuoyJudgement *judgement)
{
  BuoyLookalike *lookalike = g_new0 (BuoyLookalike, 1);

  lookalike->kind = judgement->kind;
  lookalike->strength = judgement->strength;
  lookalike->host = g_strdup (host->ascii);
  lookalike->imitated = g_strdup (judgement->imitated->domain);
  lookalike->brand = judgement->imitated->brand;
  return lookalike;
}

static BuoyLookalike *
judge_host (const BuoyProtectedNames *names, const char *ascii_host, const char *site)
{
  Host host = { 0 };
  BuoyJudgement best = { 0 };
  BuoyLookalike *lookalike = NULL;

  if (host_init (&host, ascii_host, site) && !is_known_owners (names, &host))
    {
      best = judge_embedded (names, &host);
      if (best.strength < BUOY_STRENGTH_STRONG)
        {
          keep_stronger (&best, judge_whole_site (names, &host));
          keep_stronger (&best, judge_hyphened_suffix (names, &host));
          keep_stronger (&best, judge_split_name (names, &host));
          keep_stronger (&best, judge_labels (names, &host));
        }
    }
  if (best.strength > BUOY_STRENGTH_NOTE)
    lookalike = lookalike_new (&host, &best);
  g_strfreev (host.labels);
  return lookalike;
}

BuoyLookalike *
buoy_lookalike_find (const BuoyProtectedNames *names, const char *ascii_host, const char *site)
{
  if (ascii_host == NULL || site == NULL || strchr (site, '.') == NULL)
    return NULL;
  if (g_str_has_suffix (ascii_host, ".")) /* browsers accept it as the same host */
    {
      g_autofree char *bare = g_strndup (ascii_host, strlen (ascii_host) - 1);

      return buoy_lookalike_find (names, bare, bare + (site - ascii_host));
    }
  return judge_host (names, ascii_host, site);
}

gboolean
buoy_lookalike_is_cheap (const char *site)
{
  return buoy_domain_is_cheap_generic_suffix (strchr (site, '.') + 1);
}
