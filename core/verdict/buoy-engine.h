/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What reads messages: the parsers, and the checks. It is linked to bellbuoy-worker, where it is isolated, and to
 * programs that debug or test it; never to the library, so that no host has a parser of mail in its process.
 */
#pragma once

#include "verdict/buoy-verdict-private.h"

typedef struct
{
  /* @shown, @pictures (of BuoyPictureFacts, as in an earlier verdict; NULL: none were examined) and @verification
   * (NULL: nothing was looked up): what was found since the message was first read. (transfer full)
   */
  BuoyVerdict *(*judge) (GBytes *bytes, BuoyContext *context, BuoyShown *shown, const GPtrArray *pictures,
                         BuoyVerification *verification, GCancellable *cancellable, GError **error);

  /* The pictures of a message, of GPtrArray of GBytes: those of each text that has any, in reading order, as
   * buoy_message_new_with_pictures() shows them. (transfer full)
   */
  GPtrArray *(*list_pictures) (GBytes *bytes, GCancellable *cancellable, GError **error);

  /* Of BuoyHeaderFacts, one for each of @headers (element-type GBytes). (transfer full) */
  GPtrArray *(*read_headers) (const GPtrArray *headers, BuoyContext *context);
} BuoyEngine;

extern const BuoyEngine buoy_engine;

/* Has messages read in this process, by @engine, from now on; NULL, which it is at first: by the program
 * bellbuoy-worker. Any thread.
 */
void buoy_judge_set_engine (const BuoyEngine *engine);
