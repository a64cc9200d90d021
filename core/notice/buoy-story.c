/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A story is complete when it is created; its getters only look up.
 */
#include "config.h"

#include "notice/buoy-story.h"

#include "notice/story-private.h"

#define N_TOPICS (BUOY_TOPIC_IN_FAVOUR + 1)

struct _BuoyStory
{
  GPtrArray *statements[N_TOPICS]; /* of char * */
  GPtrArray *hops;                 /* of BuoyStoryHop */
  GPtrArray *links;                /* of BuoyStoryLink */
  guint n_more_links;
};

/*< private >
 * buoy_story_new:
 * @notice: a notice
 *
 * Tells the case of a message in the language of the current locale.
 *
 * Returns: (transfer full): the story
 */
BuoyStory *
buoy_story_new (const BuoyNotice *notice)
{
  const BuoyVerdict *verdict;
  BuoyStory *story;

  g_return_val_if_fail (notice != NULL, NULL);

  verdict = buoy_notice_get_verdict (notice);
  story = g_new0 (BuoyStory, 1);
  for (guint i = 0; i < N_TOPICS; i++)
    story->statements[i] = buoy_story_tell (verdict, (BuoyTopic) i);
  story->hops = buoy_story_trace (verdict);
  story->links = buoy_story_collect_links (verdict, &story->n_more_links);
  return story;
}

/*< private >
 * buoy_story_free:
 * @story: (transfer full): a story
 *
 * Frees it.
 */
void
buoy_story_free (BuoyStory *story)
{
  g_return_if_fail (story != NULL);

  for (guint i = 0; i < N_TOPICS; i++)
    g_ptr_array_unref (story->statements[i]);
  g_ptr_array_unref (story->hops);
  g_ptr_array_unref (story->links);
  g_free (story);
}

/*< private >
 * buoy_story_get_statements:
 * @story: a story
 * @topic: what they are about
 *
 * Gives the statements about a topic.
 *
 * Returns: (transfer none) (element-type utf8): each one or two sentences; it may be empty
 */
const GPtrArray *
buoy_story_get_statements (const BuoyStory *story, BuoyTopic topic)
{
  g_return_val_if_fail (story != NULL && (guint) topic < N_TOPICS, NULL);

  return story->statements[topic];
}

/*< private >
 * buoy_story_get_hops:
 * @story: a story
 *
 * Gives the places on the message's way, from the reader back: the first is the reader's side, where that is known.
 *
 * Returns: (transfer none) (element-type BuoyStoryHop): the places; none where the message tells nothing of it
 */
const GPtrArray *
buoy_story_get_hops (const BuoyStory *story)
{
  g_return_val_if_fail (story != NULL, NULL);

  return story->hops;
}

/*< private >
 * buoy_story_get_links:
 * @story: a story
 *
 * Gives the links to sites, each pair of shown and real once, the false ones first; at most 20.
 *
 * Returns: (transfer none) (element-type BuoyStoryLink): the links; it may be empty
 */
const GPtrArray *
buoy_story_get_links (const BuoyStory *story)
{
  g_return_val_if_fail (story != NULL, NULL);

  return story->links;
}

/*< private >
 * buoy_story_get_n_more_links:
 * @story: a story
 *
 * Counts the links that were left out, since nobody reads hundreds.
 *
 * Returns: how many there are
 */
guint
buoy_story_get_n_more_links (const BuoyStory *story)
{
  g_return_val_if_fail (story != NULL, 0);

  return story->n_more_links;
}
