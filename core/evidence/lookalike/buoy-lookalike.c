/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Whether a host was made to be mistaken for another, and how certain that is. Names are compared as they look. Names
 * that honest companies have too (a partner, a subsidiary, a country's site) are told apart by the words, the suffix
 * and the kind of host.
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
#define MIN_SUB_LABEL 5        /* letters of a sub-domain label that is looked at: no "www", no "mail" */

/* A parsed host. */
typedef struct
{
  const char *ascii;
  const char *site;   /* its registrable domain */
  const char *suffix; /* what follows the site's first label */
  GStrv labels;       /* in Unicode */
  guint n_before;     /* labels before the site's */
  gboolean open;      /* anyone can publish there: each label was chosen by someone */
  gboolean cheap;     /* its suffix costs nothing */
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

/* Developers' pages, named after projects: companies and their users have their own there. */
static gboolean
is_named_account (const Host *host)
{
  static const char *const places[] = { "github.io", "gitlab.io", "readthedocs.io", "rtfd.io" };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (buoy_host_is_within (host->ascii, places[i]))
      return TRUE;
  return FALSE;
}

/* The name itself as a sub-domain: a customer's at a service, a service's at a customer, or an unrelated party's. */
static BuoyStrength
weigh_sub_name (const Host *host, const BuoyProtectedName *imitated)
{
  if (!imitated->distinctive)
    return BUOY_STRENGTH_NOTE;
  return host->open || host->cheap ? BUOY_STRENGTH_MEDIUM : BUOY_STRENGTH_WEAK;
}

/* A sub-domain label, which its owner may have chosen for many reasons. */
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

/* "?" stands for a label without a skeleton. */
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

/* "brand.com.cl": looks like a country's suffix that is missing from the public suffix list. */
static gboolean
is_second_level (const Host *host)
{
  static const char *const levels[] = { "com", "co", "net", "org", "ne", "or", NULL };

  return g_strv_contains (levels, host->labels[host->n_before]) && strlen (host->suffix) == 2 && !host->cheap;
}

/* A two-part suffix ("co.jp") does not follow a name by chance; the two letters of a country may. */
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

/* "eki.net" for eki-net.com: a dot for the hyphen. */
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

/* "insta.gram.com": a dot within the name. If the site is a dictionary word, the sub-domain is its own. */
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

/* "www-nature-com.ezproxy.college.edu": the library's own host, under a suffix for universities only. */
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

/* Mirrors that put the mirrored site's name before their own: CDNs, library proxies; Google, where it signs for a
 * customer. Excuse: proxy-host
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
is_somebodys_own (const BuoyProtectedNames *names, const Host *host)
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

  if (host_init (&host, ascii_host, site) && !is_somebodys_own (names, &host))
    {
      best = judge_embedded (names, &host);
      if (best.strength < BUOY_STRENGTH_STRONG)
        {
          keep_stronger (&best, judge_whole_site (names, &host));
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
