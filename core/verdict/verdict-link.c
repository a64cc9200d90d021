/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Which links of a message don't lead where they say. Clients mark them by the href as written, and pass the URL of a
 * click as their web view serialises it, so URLs are compared after parsing. A client may open something that was not
 * read here: a link that was not judged is not an honest one.
 */
#include "config.h"

#include "verdict/buoy-verdict-private.h"

#include "base/text/buoy-text.h"

/* A copy outlives the verdict. */
static gpointer
false_link_copy (gpointer data)
{
  const BuoyFalseLink *link = data;
  BuoyFalseLink *copy = g_new0 (BuoyFalseLink, 1);

  copy->href = g_strdup (link->href);
  copy->shown = g_strdup (link->shown);
  copy->actual = g_strdup (link->actual);
  copy->address = g_strdup (link->address);
  copy->imitated = g_strdup (link->imitated);
  copy->is_listed = link->is_listed;
  return copy;
}

static void
clear_texts (BuoyFalseLink *link)
{
  g_free ((char *) link->href);
  g_free ((char *) link->shown);
  g_free ((char *) link->actual);
  g_free ((char *) link->address);
  g_free ((char *) link->imitated);
}

static void
false_link_free (gpointer data)
{
  clear_texts (data);
  g_free (data);
}

void
buoy_listed_link_free (gpointer data)
{
  BuoyListedLink *link = data;

  clear_texts (&link->link);
  g_free (link->host);
  g_free (link);
}

G_DEFINE_BOXED_TYPE (BuoyFalseLink, buoy_false_link, false_link_copy, false_link_free)

typedef gboolean (*LinkFunc) (const BuoyLinkFacts *link, const char *wanted);

static gboolean
opens_address (const BuoyLinkFacts *link, const char *address)
{
  return g_strcmp0 (link->address, address) == 0;
}

static gboolean
opens_host (const BuoyLinkFacts *link, const char *host)
{
  return link->address != NULL && g_strcmp0 (link->opened_host, host) == 0;
}

static gboolean
text_has_link (const BuoyTextFacts *text, LinkFunc func, const char *wanted)
{
  for (guint i = 0; i < text->links->len; i++)
    if (func (g_ptr_array_index (text->links, i), wanted))
      return TRUE;
  return FALSE;
}

/* In the message and its attached pages and messages. */
static gboolean
has_judged_link (const BuoyVerdict *verdict, LinkFunc func, const char *wanted)
{
  for (guint i = 0; i < verdict->facts->texts->len; i++)
    if (text_has_link (g_ptr_array_index (verdict->facts->texts, i), func, wanted))
      return TRUE;
  return FALSE;
}

static const BuoyListedLink *
find_by_address (const BuoyVerdict *verdict, const char *address)
{
  for (guint i = 0; i < verdict->false_links->len; i++)
    {
      const BuoyListedLink *link = g_ptr_array_index (verdict->false_links, i);

      if (g_str_equal (link->link.address, address))
        return link;
    }
  return NULL;
}

/* @url as addresses of @verdict are written. */
static char *
shorten (const BuoyVerdict *verdict, const BuoyUrl *url)
{
  g_autofree char *whole = buoy_url_to_string (url);

  return buoy_facts_shorten_address (whole, verdict->facts->longest_text);
}

/* A false link whose path the web view writes in another way than we do. */
static const BuoyListedLink *
find_by_host (const BuoyVerdict *verdict, const BuoyUrl *url, const char *address)
{
  if (url->host == NULL || *url->host == '\0' || has_judged_link (verdict, opens_address, address))
    return NULL;
  for (guint i = 0; i < verdict->false_links->len; i++)
    {
      const BuoyListedLink *link = g_ptr_array_index (verdict->false_links, i);

      if (g_strcmp0 (link->host, url->host) == 0)
        return link;
    }
  return NULL;
}

/**
 * buoy_verdict_find_false_link:
 * @verdict: a verdict
 * @uri: what a click would open, as the mail program's web view writes it
 *
 * Looks for a link of the message that opens @uri and is found not to lead where it says. URLs are compared as parsed
 * (WHATWG URL). Where no link of the message opens exactly @uri, one that opens the same host is taken.
 *
 * Returns: (nullable) (transfer none): the link; %NULL if nothing speaks against it
 *
 * Since: 0.2
 */
const BuoyFalseLink *
buoy_verdict_find_false_link (const BuoyVerdict *verdict, const char *uri)
{
  g_autoptr (BuoyUrl) url = NULL;
  g_autofree char *address = NULL;
  const BuoyListedLink *link;

  g_return_val_if_fail (verdict != NULL && uri != NULL, NULL);

  url = verdict->false_links->len > 0 ? buoy_url_parse (uri, NULL) : NULL;
  if (url == NULL)
    return NULL;
  address = shorten (verdict, url);
  link = find_by_address (verdict, address);
  if (link == NULL)
    link = find_by_host (verdict, url, address);
  return link != NULL ? &link->link : NULL;
}

/**
 * buoy_verdict_is_whole:
 * @verdict: a verdict
 *
 * Tells whether all was read that a mail program may show. Where it was not, a link without a finding may still be a
 * false one.
 *
 * Returns: %FALSE if some of the message was not judged
 *
 * Since: 0.2
 */
gboolean
buoy_verdict_is_whole (const BuoyVerdict *verdict)
{
  g_return_val_if_fail (verdict != NULL, FALSE);

  for (guint i = 0; i < verdict->findings->len; i++)
    {
      const BuoyFinding *finding = g_ptr_array_index (verdict->findings, i);

      if (finding->basis == BUOY_BASIS_UNREAD)
        return FALSE;
    }
  return TRUE;
}

/**
 * buoy_verdict_has_judged:
 * @verdict: a verdict
 * @uri: what a click would open
 *
 * Tells whether a link to the site of @uri was judged. A mail program may make a link of what was read as none, or read
 * a malformed message in another way.
 *
 * Returns: %FALSE if @uri opens a web site to which no link of the message was seen to lead
 *
 * Since: 0.2
 */
gboolean
buoy_verdict_has_judged (const BuoyVerdict *verdict, const char *uri)
{
  g_autoptr (BuoyUrl) url = NULL;

  g_return_val_if_fail (verdict != NULL && uri != NULL, FALSE);

  url = buoy_url_parse (uri, NULL);
  return url == NULL || !buoy_url_is_web (url) || has_judged_link (verdict, opens_host, url->host);
}

/**
 * buoy_verdict_get_false_links:
 * @verdict: a verdict
 *
 * Gives the links of the message that are found not to lead where they say, all of them, the gravest first; those of
 * one href are one.
 *
 * Returns: (transfer none) (element-type BuoyFalseLink): the links; it may be empty
 *
 * Since: 0.2
 */
const GPtrArray *
buoy_verdict_get_false_links (const BuoyVerdict *verdict)
{
  g_return_val_if_fail (verdict != NULL, NULL);

  return verdict->false_links;
}
