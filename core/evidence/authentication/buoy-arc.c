/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A valid chain shows who forwarded a message, not that they left it unchanged: each sealer may have modified it before
 * sealing it. So the sets are read from the newest down, and only while their sealers are the reader's own: servers of
 * the receiving side, or of a domain in which the reader has an address. A sealer is not trusted because it is large:
 * anyone with an account at a large provider can have a genuine message sealed there after adding text to it, and
 * Outlook.com's own trust in such seals ("compauth=pass reason=130") appears on more phishing than honest mail.
 */
#include "config.h"

#include "evidence/authentication/buoy-arc.h"

#include <string.h>

#include "evidence/authentication/buoy-alignment.h"
#include "evidence/origin/buoy-list.h"
#include "evidence/authentication/buoy-tags.h"

#define MAX_SETS 50 /* RFC 8617 §4.2.1 allows no more */

typedef struct
{
  const BuoyHeader *seal;
  const BuoyHeader *results;
  guint n_seals, n_results;
} ArcSet;

static ArcSet *
find_set (ArcSet *sets, const BuoyHeader *header)
{
  g_autofree char *instance = buoy_tags_find (header->value, 'i');
  guint64 number;

  if (instance == NULL || !g_ascii_string_to_unsigned (instance, 10, 1, MAX_SETS, &number, NULL))
    return NULL;
  return &sets[number];
}

static void
read_header (ArcSet *sets, const BuoyHeader *header)
{
  const gboolean is_seal = g_ascii_strcasecmp (header->name, "ARC-Seal") == 0;
  ArcSet *set;

  if (!is_seal && g_ascii_strcasecmp (header->name, "ARC-Authentication-Results") != 0)
    return;
  set = find_set (sets, header);
  if (set == NULL)
    return;
  *(is_seal ? &set->seal : &set->results) = header;
  *(is_seal ? &set->n_seals : &set->n_results) += 1;
}

static gboolean
is_trusted (const BuoyEvidence *evidence, const BuoyHeader *seal)
{
  g_autofree char *tag = buoy_tags_find (seal->value, 'd');
  g_autofree char *domain = buoy_alignment_domain (tag);

  return domain != NULL
         && (buoy_boundary_has (evidence->boundary, domain) || buoy_forward_is_own_site (evidence->context, domain));
}

static void
take_results (const BuoyHeader *header, GPtrArray *methods, GPtrArray *owned)
{
  const char *rest = strchr (header->value, ';');
  BuoyAuthResults *results = rest != NULL ? buoy_auth_results_parse (rest + 1) : NULL;

  if (results == NULL)
    return;
  g_ptr_array_add (owned, results);
  for (guint i = 0; i < results->methods->len; i++)
    g_ptr_array_add (methods, g_ptr_array_index (results->methods, i));
}

void
buoy_arc_collect (const BuoyEvidence *evidence, GPtrArray *methods, GPtrArray *owned)
{
  const GPtrArray *headers = evidence->message->headers;
  ArcSet sets[MAX_SETS + 1] = { 0 };
  guint n = MAX_SETS;

  for (guint i = 0; i < headers->len; i++)
    read_header (sets, g_ptr_array_index (headers, i));
  /* Bounded: MAX_SETS */
  while (n > 0 && sets[n].n_seals == 0)
    n--;
  for (; n > 0; n--)
    {
      if (sets[n].n_seals != 1 || sets[n].n_results != 1 || !is_trusted (evidence, sets[n].seal))
        return;
      take_results (sets[n].results, methods, owned);
    }
}
