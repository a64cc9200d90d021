/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The functions of buoy_engine, each in a file of its own.
 */
#pragma once

#include "verdict/buoy-engine.h"

BuoyVerdict *buoy_verdict_of_bytes (GBytes *bytes, BuoyContext *context, BuoyShown *shown, const GPtrArray *pictures,
                                    BuoyVerification *verification, GCancellable *cancellable, GError **error);

GPtrArray *buoy_message_list_pictures (GBytes *bytes, GCancellable *cancellable, GError **error);

GPtrArray *buoy_header_facts_read (const GPtrArray *headers, BuoyContext *context);
