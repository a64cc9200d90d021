/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What the worker program is asked to do with a message, and how it answers with pictures.
 */
#pragma once

#include "memory/buoy-sender-memory.h"
#include "verdict/buoy-verdict-private.h"

/* What the program can do with a message. */
typedef enum
{
  BUOY_TASK_JUDGE,         /* the answer is a verdict */
  BUOY_TASK_LIST_PICTURES, /* the answer is a list of pictures */
  BUOY_TASK_READ_HEADERS,  /* of several messages (buoy-header-bytes.h) */
  BUOY_TASK_JUDGE_HEADERS  /* the answers are verdicts on these headers alone, or empty */
} BuoyJudgeTask;

#define BUOY_MAX_LISTED_BYTES (24 * 1024 * 1024) /* of all pictures; beyond, they are not looked at */

typedef struct
{
  gboolean asks_memory;           /* the process asks what the account remembers of the sender */
  const BuoySenderMemory *sender; /* what it does; NULL: that is asked, or there is no memory */
  BuoyShown *shown;               /* what was found since the message was first read; each may be NULL */
  const GPtrArray *pictures;
  BuoyVerification *verification;
} BuoyJudgeRequest;

/* (transfer full) (nullable): NULL if it would be too much. */
GBytes *buoy_judge_request_to_bytes (const BuoyJudgeRequest *request);

/* FALSE if @request is none. (transfer full) (nullable) */
gboolean buoy_judge_request_read (GBytes *request, gboolean *out_asks_memory, BuoySenderMemory **out_sender,
                                  BuoyShown **out_shown, GPtrArray **out_pictures, BuoyVerification **out_verification);

/* The reply to that question, and back; NULL if @bytes are none. (transfer full) */
GBytes *buoy_sender_memory_to_bytes (const BuoySenderMemory *memory);
BuoySenderMemory *buoy_sender_memory_from_bytes (GBytes *bytes);

/* What is remembered of several senders as bytes, and back; NULL if @bytes are none. (transfer full) (element-type
 * BuoySenderMemory)
 */
GBytes *buoy_sender_memories_to_bytes (const GPtrArray *memories);
GPtrArray *buoy_sender_memories_from_bytes (GBytes *bytes);

/* Lists of pictures as bytes, and back; NULL if @bytes are none, or more than a message can have. (transfer full) */
GBytes *buoy_picture_lists_to_bytes (const GPtrArray *lists);
GPtrArray *buoy_picture_lists_from_bytes (GBytes *bytes);
