/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Judging a message, wherever that is done: in a process of the worker program, which cannot do any harm, or in this
 * one. See buoy_scan_set_in_process().
 */
#pragma once

#include "verdict/buoy-verdict-private.h"

/* As buoy_verdict_of_bytes(), which does it in this process. (transfer full) */
BuoyVerdict *buoy_judge (GBytes *bytes, BuoyContext *context, BuoyShown *shown, const GPtrArray *pictures,
                         BuoyVerification *verification, GCancellable *cancellable, GError **error);

/* The same with what was found since @verdict was made. A message that ends its process or takes too long only now gets
 * @verdict with the finding that it cannot be checked completely. (transfer full)
 */
BuoyVerdict *buoy_judge_again (BuoyVerdict *verdict, GBytes *bytes, BuoyShown *shown, const GPtrArray *pictures,
                               BuoyVerification *verification, GCancellable *cancellable, GError **error);

/* The pictures of the message, of GPtrArray of GBytes: those of each text that has any, in reading order, as
 * buoy_message_new_with_pictures() shows them. (transfer full)
 */
GPtrArray *buoy_judge_list_pictures (GBytes *bytes, GCancellable *cancellable, GError **error);

/* The same, in this process. */
GPtrArray *buoy_message_list_pictures (GBytes *bytes, GCancellable *cancellable, GError **error);
