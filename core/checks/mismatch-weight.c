/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * How much it weighs that a link opens another site than it shows: whose site is shown, whose is opened, and what
 * speaks for the sender. A proven sender's own click counter is no lie.
 */
#include "config.h"

#include "checks/mismatch-weight.h"

#include <string.h>

#include "base/buoy-host.h"
#include "checks/mismatch-kin.h"
#include "evidence/buoy-alignment.h"
#include "evidence/buoy-senders.h"
#include "evidence/buoy-target.h"

/* The shown site belongs to From's organisation. */
static gboolean
shows_sender (const BuoyEvidence *evidence, const BuoyTarget *target)
{
  return buoy_target_same_owner (target->shown_host, evidence->from_domain);
}

static const BuoyBrand *
shown_brand (const BuoyTarget *target)
{
  return buoy_brands_find_by_host (buoy_brands_get_default (), target->shown_host);
}

static gboolean
is_own_site (const BuoyEvidence *evidence, const BuoyTarget *target)
{
  return buoy_target_same_owner (target->host, evidence->from_domain);
}

/* The target is where this sender's mail may lead: its own site, or a sending service's counter. */
static gboolean
opens_senders_counter (const BuoyEvidence *evidence, const BuoyTarget *target)
{
  return is_own_site (evidence, target) || buoy_senders_find_by_host (target->host) != NULL
         || buoy_host_same_site (target->host, evidence->auth.aligned_domain);
}

/* Letters of both cases, as in a name. */
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

/* Written so that no program would take it for a host: "example [dot] com". */
static gboolean
is_spelled (const BuoyTarget *target)
{
  return strstr (target->shown_host, "xn--") == NULL
         && strcasestr (target->claim, target->shown_host) == NULL;
}

/* A name is not written so: "Example.com", "our shop at example.com". */
gboolean
buoy_mismatch_is_written_out (const BuoyTarget *target)
{
  const char *text = target->claim;
  const char *www = strcasestr (text, "www.");

  if (strstr (text, "://") != NULL || is_spelled (target)
      || (www != NULL && (www == text || !g_ascii_isalnum (www[-1]))))
    return TRUE;
  return strchr (text, ' ') == NULL && !has_capital_within (text);
}

/* The shown host stands in front of the real one: "www.bank.example.evil.test". */
static gboolean
is_embedded (const BuoyTarget *target)
{
  const gsize length = strlen (target->shown_host);

  return target->host != NULL && strncmp (target->host, target->shown_host, length) == 0
         && target->host[length] == '.';
}

/* A newsletter that names others: most links go to the sender's own site, or another one says in full that it opens
 * the site that this one opens.
 */
static gboolean
is_newsletter (const BuoyEvidence *evidence, const BuoyTarget *mismatch)
{
  guint n_home = 0;
  guint n_links = 0;

  for (guint i = 0; i < evidence->targets->len; i++)
    {
      const BuoyTarget *target = g_ptr_array_index (evidence->targets, i);

      if (target->host == NULL)
        continue;
      if (target->state == BUOY_TARGET_MATCH && buoy_host_same_site (target->host, mismatch->host))
        return TRUE;
      if (!target->link->in_html)
        continue;
      n_links++;
      n_home += buoy_host_same_site (target->host, evidence->from_domain);
    }
  return n_home > n_links / 2;
}

/* A list that puts its own domain into the addresses that it passes on leaves what stands before the @. */
static gboolean
keeps_local_part (const BuoyTarget *target)
{
  const char *text = target->link->text;
  const char *at = strchr (text, '@');
  const char *path = target->url != NULL ? target->url->path : "";

  return at != NULL && g_ascii_strncasecmp (path, text, (gsize) (at - text) + 1) == 0;
}

/* Somebody whose name nothing vouches for shows a site that is neither theirs nor the one that opens. */
static gboolean
is_lie (const BuoyEvidence *evidence, const BuoyTarget *target)
{
  if (buoy_evidence_has_bad_origin (evidence))
    return TRUE;
  return buoy_mismatch_is_written_out (target) && !keeps_local_part (target)
         && !is_newsletter (evidence, target);
}

static gboolean
is_written_in_full (const BuoyTarget *target)
{
  return strstr (target->claim, "://") != NULL;
}

/* Not the text names the site but its title or a picture's words, and that without writing a URL. */
static gboolean
is_aside (const BuoyTarget *target)
{
  return target->claim != target->link->text && !is_written_in_full (target);
}

/* A counter's link bears what it counts: a query, a number, letters of both cases, a long word. A page that is
 * there for all, "https://shop.example/login", counts nobody.
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

/* The sender's own site or counter opens under another's name, as in any newsletter that names others. */
static BuoyStrength
weigh_counter (const BuoyEvidence *evidence, const BuoyTarget *target)
{
  const gboolean brand = shown_brand (target) != NULL;
  const gboolean plain_page
      = is_own_site (evidence, target) && is_written_in_full (target) && !could_count (target);

  if (evidence->auth.state == BUOY_AUTH_PASS || shows_sender (evidence, target))
    return brand || plain_page ? BUOY_STRENGTH_MEDIUM : BUOY_STRENGTH_NOTE;
  if (!is_own_site (evidence, target))
    return BUOY_STRENGTH_MEDIUM;
  if (plain_page)
    return BUOY_STRENGTH_STRONG;
  if (brand)
    return buoy_mismatch_is_written_out (target) ? BUOY_STRENGTH_STRONG : BUOY_STRENGTH_MEDIUM;
  return is_written_in_full (target) ? BUOY_STRENGTH_MEDIUM : BUOY_STRENGTH_WEAK;
}

/* From's domain has signed, or so it says, and nobody has looked: who counts its clicks cannot be told. */
static gboolean
is_unread (const BuoyEvidence *evidence)
{
  return evidence->auth.state == BUOY_AUTH_NONE && !buoy_evidence_has_bad_origin (evidence)
         && buoy_alignment_is_signed (evidence->message, evidence->from_domain);
}

/* How much the mismatch weighs, the evidence for the sender taken in; a note says nothing against it. */
BuoyStrength
buoy_mismatch_weigh (const BuoyEvidence *evidence, const BuoyTarget *target)
{
  const gboolean proven = evidence->auth.state == BUOY_AUTH_PASS;
  const gboolean brand = shown_brand (target) != NULL;

  if (shows_sender (evidence, target)
      && (proven || (!brand && buoy_mismatch_opens_mail_twin (target, evidence->from_org))))
    return BUOY_STRENGTH_NOTE;
  if (!brand && !target->redirected && buoy_mismatch_opens_namesake (target))
    return BUOY_STRENGTH_WEAK;
  /* sites send on to partners too; and what a pointer would say is seldom read */
  if (target->redirected || (!brand && is_aside (target)))
    return BUOY_STRENGTH_MEDIUM;
  if (is_embedded (target) && brand)
    return BUOY_STRENGTH_STRONG;
  if (opens_senders_counter (evidence, target))
    return weigh_counter (evidence, target);
  if (evidence->is_list)
    return BUOY_STRENGTH_MEDIUM;
  if (!brand && buoy_mismatch_has_same_label (target) && !buoy_evidence_has_bad_origin (evidence))
    return BUOY_STRENGTH_WEAK;
  if (!brand && shows_sender (evidence, target))
    return is_unread (evidence) ? BUOY_STRENGTH_MEDIUM : BUOY_STRENGTH_STRONG;
  if (brand)
    return BUOY_STRENGTH_STRONG;
  return !proven && is_lie (evidence, target) ? BUOY_STRENGTH_STRONG : BUOY_STRENGTH_MEDIUM;
}
