/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Which limits a message exceeded, with everything in it.
 */
#include "config.h"

#include "notice/notice-private.h"

static void
add_once (GPtrArray *limits, const char *limit)
{
  if (!g_ptr_array_find_with_equal_func (limits, limit, g_str_equal, NULL))
    g_ptr_array_add (limits, (gpointer) limit);
}

static void
add_limits (GPtrArray *limits, const BuoyEvidence *evidence)
{
  const GPtrArray *own = evidence->message->limits;

  for (guint i = 0; i < own->len; i++)
    add_once (limits, g_ptr_array_index (own, i));
  if (evidence->cut_short)
    add_once (limits, "time");
  for (guint i = 0; i < evidence->pages->len; i++)
    add_limits (limits, g_ptr_array_index (evidence->pages, i));
}

GPtrArray *
buoy_limits_collect (const BuoyVerdict *verdict)
{
  GPtrArray *limits = g_ptr_array_new ();

  add_limits (limits, verdict->evidence);
  for (guint i = 0; i < verdict->inner->len; i++)
    add_limits (limits, g_ptr_array_index (verdict->inner, i));
  return limits;
}
