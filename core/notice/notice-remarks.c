/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What the reader should know about the verdict itself: what was not read, what could not be determined, what was
 * inferred.
 */
#include "config.h"

#include "notice/notice-private.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const char *limit;
  const char *words;
} LimitRow;

static const LimitRow limit_rows[] = {
  { "headers", N_ ("The message has more header lines than were read.") },
  { "header-bytes", N_ ("A header line was too long to be read completely.") },
  { "parts", N_ ("The message has more parts than were read.") },
  { "depth", N_ ("The message's parts are nested too deeply to be read completely.") },
  { "text", N_ ("The text was too long to be read completely.") },
  { "page", N_ ("The text was too long to be read completely.") },
  { "visible-text", N_ ("The text was too long to be read completely.") },
  { "links", N_ ("The message has more links than were read.") },
  { "html-depth", N_ ("The page in the message is nested too deeply to be read completely.") },
  { "font", N_ ("The message brings its own font, in which letters may look like others.") },
  { "pictures", N_ ("Not all pictures were searched for QR codes.") },
  { "qr", N_ ("Not all pictures could be searched for QR codes.") },
  { "pdf", N_ ("Links in attached PDF files were not checked.") },
  { "attached", N_ ("Not all attached pages were read.") },
  { "time", N_ ("The message takes too long to be read completely.") },
  { BUOY_LIMIT_FAILURE, N_ ("Not all of the message was checked, since the program that checks messages failed.") },
};

static void
add_limits (GPtrArray *remarks, const BuoyVerdict *verdict)
{
  const GPtrArray *limits = verdict->facts->limits;

  for (guint i = 0; i < limits->len; i++)
    for (guint j = 0; j < G_N_ELEMENTS (limit_rows); j++)
      {
        const char *words = _ (limit_rows[j].words);

        if (g_str_equal (g_ptr_array_index (limits, i), limit_rows[j].limit)
            && !g_ptr_array_find (remarks, words, NULL))
          g_ptr_array_add (remarks, (gpointer) words);
      }
}

const char *
buoy_remarks_find_failure (const BuoyVerdict *verdict)
{
  GPtrArray *limits = verdict->facts->limits;

  if (!g_ptr_array_find_with_equal_func (limits, BUOY_LIMIT_FAILURE, g_str_equal, NULL))
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (limit_rows); i++)
    if (g_str_equal (limit_rows[i].limit, BUOY_LIMIT_FAILURE))
      return _ (limit_rows[i].words);
  return NULL;
}

static gboolean
any_undisclosed (const GPtrArray *links)
{
  for (guint i = 0; i < links->len; i++)
    if (((const BuoyLinkFacts *) g_ptr_array_index (links, i))->undisclosed)
      return TRUE;
  return FALSE;
}

GPtrArray *
buoy_remarks_new (const BuoyVerdict *verdict)
{
  GPtrArray *remarks = g_ptr_array_new ();
  const BuoyFacts *facts = verdict->facts;

  add_limits (remarks, verdict);
  if (verdict->trust_counted)
    g_ptr_array_add (remarks,
                     (gpointer) _ ("Some findings were left out because you trust this sender, which is verified."));
  if (verdict->is_lowered)
    g_ptr_array_add (remarks,
                     (gpointer) _ ("Some signs weigh less because messages from this sender's domain have been "
                                   "confirmed for over a month."));
  if (facts->is_first_contact)
    g_ptr_array_add (
        remarks, (gpointer) _ ("You do not know this sender: the address is neither in your address books nor one that "
                               "you have written to."));
  buoy_remarks_add_local (remarks, verdict);
  if (facts->origin.state == BUOY_ORIGIN_UNKNOWN && facts->origin.host != NULL)
    g_ptr_array_add (remarks, (gpointer) _ ("The server that sent the message does not show who its sender is."));
  else if (facts->origin.state == BUOY_ORIGIN_UNKNOWN)
    g_ptr_array_add (remarks, (gpointer) _ ("It could not be determined which server sent the message."));
  else if (facts->origin.assumed)
    g_ptr_array_add (remarks,
                     (gpointer) _ ("Your mail provider's server was inferred from the newest “Received” line."));
  if (any_undisclosed (buoy_facts_get_body (facts)->links))
    g_ptr_array_add (
        remarks, (gpointer) _ ("A link goes through a service that hides where it leads, so it could not be checked."));
  return remarks;
}
