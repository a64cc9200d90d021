/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A story is told whole when it is made; after that it only answers.
 */
#include "config.h"

#include "notice/buoy-story.h"

#include <string.h>

#include "base/host/buoy-host.h"
#include "notice/story-private.h"

#define N_TOPICS (BUOY_TOPIC_IN_FAVOUR + 1)

struct _BuoyStory
{
  gatomicrefcount ref_count;
  GPtrArray *statements[N_TOPICS]; /* of char * */
  GPtrArray *hops;                 /* of BuoyStoryHop */
  GPtrArray *links;                /* of BuoyStoryLink */
  guint n_more_links;
};

G_DEFINE_BOXED_TYPE (BuoyStory, buoy_story, buoy_story_ref, buoy_story_unref)

/**
 * buoy_story_new:
 * @notice: a notice
 *
 * Tells the case of a message in the language of the current locale.
 *
 * Returns: (transfer full): the story
 */
BuoyStory *
buoy_story_new (BuoyNotice *notice)
{
  BuoyVerdict *verdict;
  BuoyStory *story;

  g_return_val_if_fail (notice != NULL, NULL);

  verdict = buoy_notice_get_verdict (notice);
  story = g_new0 (BuoyStory, 1);
  g_atomic_ref_count_init (&story->ref_count);
  for (guint i = 0; i < N_TOPICS; i++)
    story->statements[i] = buoy_story_tell (verdict, (BuoyTopic) i);
  story->hops = buoy_story_trace (verdict->evidence);
  story->links = buoy_story_collect_links (verdict, &story->n_more_links);
  return story;
}

/**
 * buoy_story_ref:
 * @story: a story
 *
 * Takes a reference; any thread may.
 *
 * Returns: (transfer full): @story
 */
BuoyStory *
buoy_story_ref (BuoyStory *story)
{
  g_return_val_if_fail (story != NULL, NULL);

  g_atomic_ref_count_inc (&story->ref_count);
  return story;
}

/**
 * buoy_story_unref:
 * @story: (transfer full): a story
 *
 * Drops a reference; any thread may.
 */
void
buoy_story_unref (BuoyStory *story)
{
  g_return_if_fail (story != NULL);

  if (!g_atomic_ref_count_dec (&story->ref_count))
    return;

  for (guint i = 0; i < N_TOPICS; i++)
    g_ptr_array_unref (story->statements[i]);
  g_ptr_array_unref (story->hops);
  g_ptr_array_unref (story->links);
  g_free (story);
}

/**
 * buoy_story_get_n_statements:
 * @story: a story
 * @topic: what they are about
 *
 * Counts the statements about a topic.
 *
 * Returns: how many there are
 */
guint
buoy_story_get_n_statements (BuoyStory *story, BuoyTopic topic)
{
  g_return_val_if_fail (story != NULL && (guint) topic < N_TOPICS, 0);

  return story->statements[topic]->len;
}

/**
 * buoy_story_get_statement:
 * @story: a story
 * @topic: what it is about
 * @statement: below buoy_story_get_n_statements()
 *
 * Gives a statement.
 *
 * Returns: one or two sentences
 */
const char *
buoy_story_get_statement (BuoyStory *story, BuoyTopic topic, guint statement)
{
  g_return_val_if_fail (statement < buoy_story_get_n_statements (story, topic), NULL);

  return g_ptr_array_index (story->statements[topic], statement);
}

/**
 * buoy_story_get_n_hops:
 * @story: a story
 *
 * Counts the places on the message's way. There are none where the message tells nothing of it.
 *
 * Returns: how many there are
 */
guint
buoy_story_get_n_hops (BuoyStory *story)
{
  g_return_val_if_fail (story != NULL, 0);

  return story->hops->len;
}

static const BuoyStoryHop *
get_hop (BuoyStory *story, guint hop)
{
  g_return_val_if_fail (hop < buoy_story_get_n_hops (story), NULL);

  return g_ptr_array_index (story->hops, hop);
}

/**
 * buoy_story_get_hop_kind:
 * @story: a story
 * @hop: below buoy_story_get_n_hops()
 *
 * Tells how far a place on the way can be believed.
 *
 * Returns: its kind
 */
BuoyHop
buoy_story_get_hop_kind (BuoyStory *story, guint hop)
{
  const BuoyStoryHop *self = get_hop (story, hop);

  return self != NULL ? self->kind : BUOY_HOP_UNVERIFIED;
}

/**
 * buoy_story_get_hop_title:
 * @story: a story
 * @hop: below buoy_story_get_n_hops()
 *
 * Names the part that a server played.
 *
 * Returns: a few words
 */
const char *
buoy_story_get_hop_title (BuoyStory *story, guint hop)
{
  const BuoyStoryHop *self = get_hop (story, hop);

  return self != NULL ? self->title : NULL;
}

/**
 * buoy_story_get_hop_host:
 * @story: a story
 * @hop: below buoy_story_get_n_hops()
 *
 * Gives the name of a server: its reverse name, else what it calls itself, as the note tells.
 *
 * Returns: (nullable): the name
 */
const char *
buoy_story_get_hop_host (BuoyStory *story, guint hop)
{
  const BuoyStoryHop *self = get_hop (story, hop);

  return self != NULL ? self->host : NULL;
}

/**
 * buoy_story_get_hop_ip:
 * @story: a story
 * @hop: below buoy_story_get_n_hops()
 *
 * Gives the IP address of a server.
 *
 * Returns: (nullable): the address
 */
const char *
buoy_story_get_hop_ip (BuoyStory *story, guint hop)
{
  const BuoyStoryHop *self = get_hop (story, hop);

  return self != NULL ? self->ip : NULL;
}

/**
 * buoy_story_get_hop_note:
 * @story: a story
 * @hop: below buoy_story_get_n_hops()
 *
 * Tells what the name of a server is worth.
 *
 * Returns: (nullable): one sentence
 */
const char *
buoy_story_get_hop_note (BuoyStory *story, guint hop)
{
  const BuoyStoryHop *self = get_hop (story, hop);

  return self != NULL ? self->note : NULL;
}

/**
 * buoy_story_get_n_links:
 * @story: a story
 *
 * Counts the links that the story lists.
 *
 * Returns: how many there are
 */
guint
buoy_story_get_n_links (BuoyStory *story)
{
  g_return_val_if_fail (story != NULL, 0);

  return story->links->len;
}

/**
 * buoy_story_get_n_more_links:
 * @story: a story
 *
 * Counts the links that were left out, since nobody reads hundreds.
 *
 * Returns: how many there are
 */
guint
buoy_story_get_n_more_links (BuoyStory *story)
{
  g_return_val_if_fail (story != NULL, 0);

  return story->n_more_links;
}

static const BuoyStoryLink *
get_link (BuoyStory *story, guint link)
{
  g_return_val_if_fail (link < buoy_story_get_n_links (story), NULL);

  return g_ptr_array_index (story->links, link);
}

/**
 * buoy_story_get_link_shown:
 * @story: a story
 * @link: below buoy_story_get_n_links()
 *
 * Gives what a reader sees of a link: the site that its text names, else the text.
 *
 * Returns: plain text of at most 300 bytes, never empty
 */
const char *
buoy_story_get_link_shown (BuoyStory *story, guint link)
{
  const BuoyStoryLink *self = get_link (story, link);

  return self != NULL ? self->shown : NULL;
}

/**
 * buoy_story_get_link_host:
 * @story: a story
 * @link: below buoy_story_get_n_links()
 *
 * Gives the site that a link opens.
 *
 * Returns: its host
 */
const char *
buoy_story_get_link_host (BuoyStory *story, guint link)
{
  const BuoyStoryLink *self = get_link (story, link);

  return self != NULL ? self->host : NULL;
}

/**
 * buoy_story_get_link_note:
 * @story: a story
 * @link: below buoy_story_get_n_links()
 *
 * Tells how a link's text and its target go together.
 *
 * Returns: a few words
 */
const char *
buoy_story_get_link_note (BuoyStory *story, guint link)
{
  const BuoyStoryLink *self = get_link (story, link);

  return self != NULL ? self->note : NULL;
}

/**
 * buoy_story_is_link_false:
 * @story: a story
 * @link: below buoy_story_get_n_links()
 *
 * Tells whether a link names one site and opens another, so that a warning is made of it.
 *
 * Returns: %TRUE if it does
 */
gboolean
buoy_story_is_link_false (BuoyStory *story, guint link)
{
  const BuoyStoryLink *self = get_link (story, link);

  return self != NULL && self->is_false;
}

/**
 * buoy_story_find_owner:
 * @host: a value that a notice or a story shows
 * @out_start: (out): where the part begins, in bytes
 * @out_length: (out): its length in bytes
 *
 * Finds the part of a host that says whose it is, its registrable domain, so that it can be shown with emphasis: in
 * "www.bank.example.shop.test" nobody should take "bank.example" for the owner.
 *
 * Returns: %FALSE, and nothing is set, where @host is no host or has no such part
 */
gboolean
buoy_story_find_owner (const char *host, guint *out_start, guint *out_length)
{
  g_autofree char *first = NULL;
  const char *domain;

  g_return_val_if_fail (host != NULL && out_start != NULL && out_length != NULL, FALSE);

  /* a host with its Unicode form behind it: "xn--…-.test (….test)" */
  first = g_strndup (host, strcspn (host, " "));
  if (strpbrk (first, "/@:") != NULL || !buoy_host_has_known_suffix (first))
    return FALSE;
  domain = buoy_host_registrable_domain (first);
  if (domain == NULL)
    return FALSE;
  *out_start = (guint) (domain - first);
  *out_length = (guint) strlen (domain);
  return TRUE;
}
