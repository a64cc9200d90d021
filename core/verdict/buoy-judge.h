/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Judging a message, wherever that is done: in a process of the worker program, which cannot do any harm, or in this
 * one. See buoy-in-process.h.
 */
#pragma once

#include "verdict/buoy-verdict-private.h"

/* As BuoyEngine's. The memory of @context is asked about the sender first. (transfer full) */
BuoyVerdict *buoy_judge (GBytes *bytes, BuoyContext *context, BuoyShown *shown, const GPtrArray *pictures,
                         BuoyVerification *verification, GCancellable *cancellable, GError **error);

/* The same with what was found since @verdict was made. A message that ends its process or takes too long only now gets
 * @verdict with the finding that it cannot be checked completely; if the program that reads messages fails, @verdict
 * with that limit. (transfer full)
 */
BuoyVerdict *buoy_judge_again (BuoyVerdict *verdict, GBytes *bytes, BuoyShown *shown, const GPtrArray *pictures,
                               BuoyVerification *verification, GCancellable *cancellable, GError **error);

/* As BuoyEngine's. (transfer full) */
GPtrArray *buoy_judge_list_pictures (GBytes *bytes, GCancellable *cancellable, GError **error);

/* As BuoyEngine's; at most BUOY_MAX_HEADERS_AT_A_TIME. (transfer full) */
GPtrArray *buoy_judge_read_headers (const GPtrArray *headers, BuoyContext *context, GCancellable *cancellable,
                                    GError **error);

/* Verdicts on @headers alone, at most BUOY_MAX_HEADERS_AT_A_TIME; NULL in place of one that is no header of a message.
 * @context has a memory, which is asked about all senders first. NULL with @error set if they cannot be read, for which
 * one of them may be the cause. (transfer full) (element-type BuoyVerdict)
 */
GPtrArray *buoy_judge_headers (const GPtrArray *headers, BuoyContext *context, GCancellable *cancellable,
                               GError **error);
