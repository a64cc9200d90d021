/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Which links of a message do not lead where they say. A client marks them by the href as written, and hands in the
 * URL of a click as its web view writes it, so that URLs are compared as parsed.
 */
#include "config.h"

#include "verdict/buoy-verdict-private.h"

static void
false_link_free (gpointer data)
{
  BuoyFalseLink *link = data;

  g_free (link->address);
  g_free (link);
}

static const char *
opened_by (const BuoyTarget *target)
{
  return target->host != NULL ? target->host : target->link->href;
}

/* A piece of evidence; a NULL value stands for any. */
typedef struct
{
  const char *kind;
  const char *value;
} Cited;

static gboolean
holds (const BuoyFinding *finding, guint index, Cited cited)
{
  return g_str_equal (buoy_finding_get_evidence_kind (finding, index), cited.kind)
         && (cited.value == NULL
             || g_strcmp0 (buoy_finding_get_evidence_value (finding, index), cited.value) == 0);
}

/* A finding cites a link in two pieces of evidence side by side; gives the value of the second, NULL for no finding. */
static const char *
find_pair (BuoyVerdict *verdict, Cited first, Cited second)
{
  for (guint i = 0; i < buoy_verdict_get_n_findings (verdict); i++)
    {
      const BuoyFinding *finding = buoy_verdict_get_finding (verdict, i);

      if (buoy_finding_get_strength (finding) == BUOY_STRENGTH_NOTE)
        continue;
      for (guint j = 0; j + 1 < buoy_finding_get_n_evidence (finding); j++)
        if (holds (finding, j, first) && holds (finding, j + 1, second))
          return buoy_finding_get_evidence_value (finding, j + 1);
    }
  return NULL;
}

gboolean
buoy_verdict_cites (BuoyVerdict *verdict, const BuoyTarget *target)
{
  return target->shown_host != NULL
         && find_pair (verdict, (Cited){ "shown-host", target->shown_host },
                       (Cited){ "actual-host", opened_by (target) })
                != NULL;
}

/**
 * buoy_verdict_get_imitated_domain:
 * @verdict: a verdict
 * @host: a host, ASCII
 *
 * Tells for whose domain @host can be mistaken, as far as that made a finding.
 *
 * Returns: (nullable) (transfer none): a domain, ASCII; %NULL where @host is not found to imitate any
 */
const char *
buoy_verdict_get_imitated_domain (BuoyVerdict *verdict, const char *host)
{
  g_return_val_if_fail (verdict != NULL && host != NULL, NULL);

  return find_pair (verdict, (Cited){ "actual-host", host }, (Cited){ "imitated-domain", NULL });
}

/* What the reader takes for the target of this link; NULL where nothing is wrong with it. */
static const char *
false_claim (BuoyVerdict *verdict, const BuoyTarget *target)
{
  if (target->url == NULL)
    return NULL;
  if (target->state == BUOY_TARGET_MISMATCH && buoy_verdict_cites (verdict, target))
    return target->shown_host;
  if (target->host == NULL)
    return NULL;
  if (find_pair (verdict, (Cited){ "link-target", target->link->href }, (Cited){ "actual-host", target->host }) != NULL)
    return target->shown_host != NULL ? target->shown_host : target->link->href;
  return buoy_verdict_get_imitated_domain (verdict, target->host);
}

static void
add_links_of_text (BuoyVerdict *verdict, const BuoyEvidence *evidence, GHashTable *hrefs)
{
  for (guint i = 0; i < evidence->targets->len; i++)
    {
      const BuoyTarget *target = g_ptr_array_index (evidence->targets, i);
      const char *shown = false_claim (verdict, target);
      BuoyFalseLink *link;

      if (shown == NULL || !g_hash_table_add (hrefs, target->link->href))
        continue;
      link = g_new0 (BuoyFalseLink, 1);
      link->href = target->link->href;
      link->shown = shown;
      link->actual = opened_by (target);
      link->address = buoy_url_to_string (target->url);
      g_ptr_array_add (verdict->false_links, link);
    }
}

/* Of the text, and of the pages that are attached to it. */
static void
add_links_of (BuoyVerdict *verdict, const BuoyEvidence *evidence, GHashTable *hrefs)
{
  add_links_of_text (verdict, evidence, hrefs);
  for (guint i = 0; i < evidence->pages->len; i++)
    add_links_of_text (verdict, g_ptr_array_index (evidence->pages, i), hrefs);
}

void
buoy_verdict_find_false_links (BuoyVerdict *verdict)
{
  g_autoptr (GHashTable) hrefs = g_hash_table_new (g_str_hash, g_str_equal);

  verdict->false_links = g_ptr_array_new_with_free_func (false_link_free);
  add_links_of (verdict, verdict->evidence, hrefs);
  for (guint i = 0; i < verdict->inner->len; i++)
    add_links_of (verdict, g_ptr_array_index (verdict->inner, i), hrefs);
}

/**
 * buoy_verdict_find_false_link:
 * @verdict: a verdict
 * @uri: what a click would open
 * @out_actual_host: (out) (transfer none): the host that it leads to, wrappers opened; untouched on %NULL
 *
 * Looks for a link of the message that opens @uri and is found not to lead where it says.
 *
 * Returns: (nullable) (transfer none): the host that it shows, or the one that it imitates; %NULL if nothing speaks
 *   against it
 */
const char *
buoy_verdict_find_false_link (BuoyVerdict *verdict, const char *uri, const char **out_actual_host)
{
  g_autoptr (BuoyUrl) url = NULL;
  g_autofree char *address = NULL;

  g_return_val_if_fail (verdict != NULL && uri != NULL && out_actual_host != NULL, NULL);

  url = verdict->false_links->len > 0 ? buoy_url_parse (uri, NULL) : NULL;
  if (url == NULL)
    return NULL;
  address = buoy_url_to_string (url);
  for (guint i = 0; i < verdict->false_links->len; i++)
    {
      const BuoyFalseLink *link = g_ptr_array_index (verdict->false_links, i);

      if (g_str_equal (link->address, address))
        {
          *out_actual_host = link->actual;
          return link->shown;
        }
    }
  return NULL;
}

/**
 * buoy_verdict_get_n_false_links:
 * @verdict: a verdict
 *
 * Counts the links of the message that are found not to lead where they say; those of one href are one.
 *
 * Returns: how many there are
 */
guint
buoy_verdict_get_n_false_links (BuoyVerdict *verdict)
{
  g_return_val_if_fail (verdict != NULL, 0);

  return verdict->false_links->len;
}

/**
 * buoy_verdict_get_false_link_href:
 * @verdict: a verdict
 * @index: below buoy_verdict_get_n_false_links()
 *
 * Gives the attribute's value of a false link, as it is written in the message.
 *
 * Returns: (transfer none): any text
 */
const char *
buoy_verdict_get_false_link_href (BuoyVerdict *verdict, guint index)
{
  g_return_val_if_fail (verdict != NULL && index < verdict->false_links->len, NULL);

  return ((const BuoyFalseLink *) g_ptr_array_index (verdict->false_links, index))->href;
}

/**
 * buoy_verdict_get_false_link_actual:
 * @verdict: a verdict
 * @index: below buoy_verdict_get_n_false_links()
 *
 * Tells what a false link opens.
 *
 * Returns: (transfer none): a host, or the href where that opens no site
 */
const char *
buoy_verdict_get_false_link_actual (BuoyVerdict *verdict, guint index)
{
  g_return_val_if_fail (verdict != NULL && index < verdict->false_links->len, NULL);

  return ((const BuoyFalseLink *) g_ptr_array_index (verdict->false_links, index))->actual;
}
