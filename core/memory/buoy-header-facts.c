/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "memory/buoy-header-facts.h"

static BuoyHandOverLine
copy_line (const BuoyHandOverLine *line)
{
  return (BuoyHandOverLine){
    .by = g_strdup (line->by),
    .peer = g_strdup (line->peer),
    .helo = g_strdup (line->helo),
    .results = g_strdup (line->results),
  };
}

static void
clear_line (BuoyHandOverLine *line)
{
  g_free ((char *) line->by);
  g_free ((char *) line->peer);
  g_free ((char *) line->helo);
  g_free ((char *) line->results);
}

BuoyHandOver *
buoy_hand_over_copy (const BuoyHandOver *hand_over)
{
  BuoyHandOver *copy = g_new (BuoyHandOver, 1);

  *copy = (BuoyHandOver){ hand_over->day, copy_line (&hand_over->outer), copy_line (&hand_over->inner) };
  return copy;
}

void
buoy_hand_over_free (gpointer data)
{
  BuoyHandOver *hand_over = data;

  clear_line (&hand_over->outer);
  clear_line (&hand_over->inner);
  g_free (hand_over);
}

BuoyHeaderFacts *
buoy_header_facts_new (void)
{
  BuoyHeaderFacts *facts = g_new0 (BuoyHeaderFacts, 1);

  facts->names = g_ptr_array_new_with_free_func (g_free);
  return facts;
}

void
buoy_header_facts_free (gpointer data)
{
  BuoyHeaderFacts *facts = data;

  g_clear_pointer (&facts->sender, buoy_lesson_unref);
  g_clear_pointer (&facts->hand_over, buoy_hand_over_free);
  g_ptr_array_unref (facts->names);
  g_free (facts);
}
