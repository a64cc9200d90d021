/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The links of a message and its attached messages, as a short list: shown and actual sites.
 */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/text/buoy-text.h"
#include "notice/notice-private.h"
#include "notice/story-private.h"

/* A list for people; false links come first. */
#define MAX_LINKS 20

typedef struct
{
  BuoyStoryLink link;
  int rank; /* the lower, the more a reader should look at it */
} RankedLink;

static void
free_link (gpointer data)
{
  BuoyStoryLink *link = data;

  g_free ((char *) link->shown);
  g_free ((char *) link->host);
  g_ptr_array_unref ((GPtrArray *) link->facts);
  g_free (link);
}

static const char *
note_on_link (const BuoyLinkFacts *link, gboolean is_false)
{
  if (is_false)
    return _ ("leads elsewhere");
  if (link->undisclosed || link->state == BUOY_TARGET_WRAPPED)
    return _ ("a service hides where it leads");
  switch (link->state)
    {
    case BUOY_TARGET_MATCH:
      return _ ("leads where it says");
    case BUOY_TARGET_MISMATCH:
      return _ ("opens another site than it names");
    default:
      return _ ("its text names no site");
    }
}

static int
rank_of (const BuoyLinkFacts *link, gboolean is_false)
{
  if (is_false)
    return 0;
  return link->undisclosed || link->state == BUOY_TARGET_WRAPPED ? 1 : 2;
}

/* What a reader sees of the link; (transfer full). */
static char *
describe (const BuoyLinkFacts *link)
{
  g_autofree char *text = NULL;

  if (link->shown_host != NULL)
    return buoy_notice_host_for_people (link->shown_host);
  if (link->kind == BUOY_LINK_FORM)
    /* Translators: stands for a link that has no text of its own. */
    return g_strdup (_ ("(a form)"));
  if (link->kind == BUOY_LINK_QR)
    /* Translators: stands for a link that has no text of its own. */
    return g_strdup (_ ("(a QR code)"));
  if (link->kind == BUOY_LINK_REFRESH)
    /* Translators: stands for an address that a page opens without being asked. */
    return g_strdup (_ ("(opens by itself)"));
  text = buoy_notice_text_for_people (link->text);
  if (*text != '\0')
    return g_steal_pointer (&text);
  /* Translators: stands for a link that has no text of its own. */
  return g_strdup (link->has_image ? _ ("(a picture)") : _ ("(nothing)"));
}

static RankedLink *
link_new (const BuoyVerification *verification, const BuoyLinkFacts *link)
{
  const gboolean is_false = link->state == BUOY_TARGET_MISMATCH && link->accused;
  RankedLink *ranked = g_new0 (RankedLink, 1);

  ranked->rank = rank_of (link, is_false);
  ranked->link.is_false = is_false;
  ranked->link.shown = describe (link);
  ranked->link.host = buoy_notice_host_for_people (link->host);
  ranked->link.facts = buoy_story_tell_host (verification, link->host);
  ranked->link.note = note_on_link (link, is_false);
  return ranked;
}

/* The same link may occur a hundred times. */
static gboolean
is_new (GHashTable *seen, const BuoyLinkFacts *link)
{
  const char *shown = link->shown_host != NULL ? link->shown_host : link->text;

  return g_hash_table_add (seen, g_strconcat (link->host, " ", shown, NULL));
}

static void
collect (GPtrArray *links, GHashTable *seen, const BuoyVerdict *verdict, const BuoyTextFacts *text)
{
  for (guint i = 0; i < text->links->len; i++)
    {
      const BuoyLinkFacts *link = g_ptr_array_index (text->links, i);

      if (link->host == NULL || link->kind == BUOY_LINK_NAMED || !is_new (seen, link))
        continue;
      g_ptr_array_add (links, link_new (verdict->verification, link));
    }
}

static int
compare_rank (gconstpointer a, gconstpointer b)
{
  return (*(const RankedLink *const *) a)->rank - (*(const RankedLink *const *) b)->rank;
}

GPtrArray *
buoy_story_collect_links (const BuoyVerdict *verdict, guint *out_n_more)
{
  GPtrArray *links = g_ptr_array_new_with_free_func (free_link);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (buoy_text_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < verdict->facts->texts->len; i++)
    collect (links, seen, verdict, g_ptr_array_index (verdict->facts->texts, i));
  g_ptr_array_sort (links, compare_rank); /* stable: reading order within a rank */
  *out_n_more = links->len > MAX_LINKS ? links->len - MAX_LINKS : 0;
  if (*out_n_more > 0)
    g_ptr_array_set_size (links, MAX_LINKS);
  return links;
}
