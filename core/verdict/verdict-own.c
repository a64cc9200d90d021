/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A message may have taken over the process whose answer this is, and knows by then whom the reader knows. So nobody is
 * asked about, and nothing is remembered of, a sender, a server or a mailing list that the message itself does not
 * name: a name server would be told whatever the name spells, and a good name could be given to anybody.
 */
#include "config.h"

#include <arpa/inet.h>
#include <string.h>

#include "base/host/buoy-host.h"
#include "verdict/buoy-header-bytes.h"
#include "verdict/buoy-verdict-bytes.h"

#define FROM "\nfrom"
#define MAX_FIELDS 100     /* From fields; an honest message has one */
#define MAX_CONVERTED 100  /* domains of a From field; an honest one has a few */
#define MAX_HOST_BYTES 255 /* RFC 5321 §4.5.3.1 */
#define MAX_SENDER_BYTES (64 + 1 + MAX_HOST_BYTES)
#define BEHIND_DOMAIN "@ \t\n\"'<>()[],;:" /* in a From field */
#define ADDRESS_CHARACTERS "0123456789abcdef:."
#define MAX_ADDRESS_CHARACTERS 64 /* the longest has 45; a label may stand before it */

/* The header of @bytes in lower case, each line begun by a newline. (transfer full) */
static char *
take_header (GBytes *bytes)
{
  gsize size;
  const char *text = g_bytes_get_data (bytes, &size);
  GString *header = g_string_new ("\n");

  for (gsize i = 0; i < size; i++)
    {
      if (text[i] == '\r' || text[i] == '\0')
        continue;
      if (text[i] == '\n' && header->len > 1 && header->str[header->len - 1] == '\n')
        break;
      g_string_append_c (header, g_ascii_tolower (text[i]));
    }
  return g_string_free (header, FALSE);
}

static gboolean
is_of_host (char letter)
{
  return g_ascii_isalnum (letter) || letter == '.' || letter == '-';
}

/* Whether what stands from @text to @end has @name, an address or a host, as a whole. */
static gboolean
has_whole (const char *text, const char *end, const char *name)
{
  for (const char *p = text; (p = memmem (p, (gsize) (end - p), name, strlen (name))) != NULL; p++)
    if (!is_of_host (p[-1]) && !is_of_host (p[strlen (name)]))
      return TRUE;
  return FALSE;
}

/* Whether the @length bytes at @text are @domain once they are converted to ASCII, which takes microseconds. */
static gboolean
converts_to (const char *text, gsize length, const char *domain)
{
  g_autofree char *host = g_strndup (text, length);
  g_autofree char *ascii = g_utf8_validate (host, -1, NULL) ? buoy_host_to_ascii (host) : NULL;

  return g_strcmp0 (ascii, domain) == 0;
}

/* Whether one of the addresses there is at @domain, however many others the sender puts before it. If it were not
 * found, nobody would be asked about it.
 */
static gboolean
has_domain (const char *text, const char *end, const char *domain)
{
  const gsize domain_length = strlen (domain);
  guint n_converted = 0;

  for (const char *p = text; (p = memchr (p, '@', (gsize) (end - p))) != NULL; p++)
    {
      const gsize length = strcspn (p + 1, BEHIND_DOMAIN);

      if (length == domain_length && memcmp (p + 1, domain, length) == 0)
        return TRUE;
      if (length > 0 && n_converted++ < MAX_CONVERTED && converts_to (p + 1, length, domain))
        return TRUE;
    }
  return FALSE;
}

/* The end of the field at @field: the newline that no folded line follows. */
static const char *
find_end (const char *field)
{
  const char *end = strchr (field, '\n');

  while (end != NULL && (end[1] == ' ' || end[1] == '\t'))
    end = strchr (end + 1, '\n');
  return end != NULL ? end : field + strlen (field);
}

/* The value of the next From field after @p; NULL. Blanks before the colon are obsolete syntax that parsers accept. */
static const char *
find_from (const char *p)
{
  while ((p = strstr (p, FROM)) != NULL)
    {
      p += strlen (FROM);
      p += strspn (p, " \t");
      if (*p == ':')
        return p + 1;
    }
  return NULL;
}

/* Whether a From field of @header has @sender, an address, or a domain in ASCII. */
static gboolean
is_from (const char *header, const char *sender)
{
  gboolean (*const has) (const char *, const char *, const char *)
      = strchr (sender, '@') != NULL ? has_whole : has_domain;
  const char *field = header;

  if (*sender == '\0' || strlen (sender) > MAX_SENDER_BYTES)
    return FALSE;
  for (guint i = 0; i < MAX_FIELDS && (field = find_from (field)) != NULL; i++)
    if (has (field, find_end (field), sender))
      return TRUE;
  return FALSE;
}

typedef struct
{
  int family;
  guint8 bytes[sizeof (struct in6_addr)];
} Address;

/* GInetAddress takes microseconds, and a header may have millions of words. */
static gboolean
parse_address (const char *word, Address *out_address)
{
  *out_address = (Address){ .family = strchr (word, ':') != NULL ? AF_INET6 : AF_INET };
  return inet_pton (out_address->family, word, out_address->bytes) == 1;
}

static gboolean
is_address (const char *word, const Address *wanted)
{
  Address address;

  return parse_address (word, &address) && memcmp (&address, wanted, sizeof address) == 0;
}

/* Whether @word is @wanted, behind "IPv6:" (RFC 5321), of which the six is left, or at the end of a mapped one. */
static gboolean
has_address_in (const char *word, const Address *wanted)
{
  const char *tail = strrchr (word, ':');

  return is_address (word, wanted) || (g_str_has_prefix (word, "6:") && is_address (word + 2, wanted))
         || (tail != NULL && is_address (tail + 1, wanted));
}

/* Whether @header has the address @ip, however it is written. */
static gboolean
has_address (const char *header, const char *ip)
{
  Address wanted;

  if (!parse_address (ip, &wanted))
    return FALSE;
  for (const char *p = header; *p != '\0';)
    {
      const gsize length = strspn (p, ADDRESS_CHARACTERS);
      char word[MAX_ADDRESS_CHARACTERS + 1] = { 0 };

      if (length > 1 && length <= MAX_ADDRESS_CHARACTERS && has_address_in (memcpy (word, p, length), &wanted))
        return TRUE;
      p += MAX (length, 1);
    }
  return FALSE;
}

/* Whether @list is a host that @header has. Other spellings of it are left out: then the list is not remembered. */
static gboolean
has_list (const char *header, const char *list)
{
  const gsize length = strlen (list);

  if (length == 0 || length > MAX_HOST_BYTES)
    return FALSE;
  for (const char *p = list; *p != '\0'; p++)
    if (!is_of_host (*p))
      return FALSE;
  return has_whole (header, header + strlen (header), list);
}

/* @lesson: what is remembered of a sender and of a list, or asked about them. */
static void
drop_foreign (BuoyLesson **lesson, const char *header)
{
  if (*lesson == NULL)
    return;
  if (!is_from (header, (*lesson)->sender))
    g_clear_pointer (lesson, buoy_lesson_unref);
  else if ((*lesson)->list != NULL && !has_list (header, (*lesson)->list))
    {
      g_clear_pointer (&(*lesson)->list, g_free);
      g_clear_pointer (&(*lesson)->list_server, g_free);
    }
}

void
buoy_verdict_drop_foreign (BuoyVerdict *verdict, GBytes *bytes)
{
  g_autofree char *header = take_header (bytes);
  BuoyQuestionFacts *questions = &verdict->facts->questions;

  if (questions->sender != NULL && !is_from (header, questions->sender))
    g_clear_pointer (&questions->sender, g_free);
  if (questions->address != NULL && !has_address (header, questions->address))
    g_clear_pointer (&questions->address, g_free);
  drop_foreign (&verdict->lesson, header);
}

/* Whether @header has @name, in lower case, if there is one. */
static gboolean
has_name (const char *header, const char *name)
{
  g_autofree char *lower = name != NULL ? g_ascii_strdown (name, -1) : NULL;

  return lower == NULL || g_str_equal (lower, BUOY_RESULTS_OF_SERVER) || strstr (header, lower) != NULL;
}

static gboolean
has_line (const char *header, const BuoyHandOverLine *line)
{
  return has_name (header, line->by) && has_name (header, line->helo) && has_name (header, line->results)
         && (line->peer == NULL || has_address (header, line->peer));
}

void
buoy_header_facts_drop_foreign (BuoyHeaderFacts *facts, GBytes *bytes)
{
  g_autofree char *header = take_header (bytes);
  const BuoyHandOver *hand_over = facts->hand_over;

  drop_foreign (&facts->sender, header);
  if (hand_over != NULL && !(has_line (header, &hand_over->outer) && has_line (header, &hand_over->inner)))
    g_clear_pointer (&facts->hand_over, buoy_hand_over_free);
}
