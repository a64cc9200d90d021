/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Received lines (RFC 5321 §4.4) as servers write them. The standard says what stands behind "from" and "by"; what
 * stands in the comments differs by server, and that is where the reverse name and the address are.
 */
#include "config.h"

#include "message/buoy-received.h"

#include <string.h>

#include "base/buoy-host.h"
#include "message/buoy-message-private.h"

#define MAX_WORDS 200 /* of one line; a server writes some twenty */

typedef struct
{
  char *text;
  gboolean is_comment;
} Word;

static void
word_free (gpointer data)
{
  Word *word = data;

  g_free (word->text);
  g_free (word);
}

static void
add_word (GPtrArray *words, const char *start, const char *end, gboolean is_comment)
{
  Word *word;

  if (end <= start || words->len >= MAX_WORDS)
    return;
  word = g_new0 (Word, 1);
  word->text = g_strndup (start, (gsize) (end - start));
  word->is_comment = is_comment;
  g_ptr_array_add (words, word);
}

/* Behind the comment that opens at @open; comments nest (RFC 5322 §3.2.2). */
static const char *
skip_comment (const char *open)
{
  guint depth = 0;
  const char *p;

  for (p = open; *p != '\0'; p++)
    {
      if (*p == '(')
        depth++;
      else if (*p == ')' && --depth == 0)
        return p + 1;
    }
  return p;
}

/* The words up to the date, comments whole. */
static GPtrArray *
split_words (const char *value, gsize length)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (word_free);
  g_autofree char *line = g_strndup (value, length);
  const char *p = line;

  while (*p != '\0')
    {
      const char *start = p;

      if (*p == '(')
        {
          p = skip_comment (p);
          add_word (words, start + 1, p[-1] == ')' ? p - 1 : p, TRUE);
        }
      else if (g_ascii_isspace (*p))
        p++;
      else
        {
          p += strcspn (p, " \t(");
          add_word (words, start, p, FALSE);
        }
    }
  return words;
}

static gboolean
is_keyword (const char *text)
{
  static const char *const keywords[] = { "from", "by", "with", "id", "for", "via" };

  for (guint i = 0; i < G_N_ELEMENTS (keywords); i++)
    if (g_ascii_strcasecmp (text, keywords[i]) == 0)
      return TRUE;
  return FALSE;
}

/* Index behind the word @keyword at top level; 0 where it does not stand there. */
static guint
find_clause (const GPtrArray *words, const char *keyword)
{
  for (guint i = 0; i + 1 < words->len; i++)
    {
      const Word *word = g_ptr_array_index (words, i);

      if (!word->is_comment && g_ascii_strcasecmp (word->text, keyword) == 0)
        return i + 1;
    }
  return 0;
}

/* An address out of "[192.0.2.1]", "[IPv6:2001:db8::1]:25", "192.0.2.1", "user@192.0.2.1", "host.[192.0.2.1]"; NULL. */
static char *
take_ip (const char *text)
{
  const char *open = strchr (text, '[');
  const char *start = open != NULL ? open + 1 : text;
  const char *at = open == NULL ? strchr (text, '@') : NULL;
  g_autofree char *bare = NULL;

  if (at != NULL)
    start = at + 1;
  if (g_ascii_strncasecmp (start, "IPv6:", 5) == 0)
    start += 5;
  bare = g_strndup (start, strcspn (start, "] ,;)%"));
  return buoy_host_is_ip (bare) ? g_ascii_strdown (bare, -1) : NULL;
}

static char *
take_host (const char *text)
{
  g_autofree char *bare = g_strndup (text, strcspn (text, ",;[]<>"));
  const char *at = strrchr (bare, '@');

  return buoy_host_to_ascii (at != NULL ? at + 1 : bare);
}

static gboolean
says_helo (const char *text)
{
  return g_ascii_strcasecmp (text, "HELO") == 0 || g_ascii_strcasecmp (text, "EHLO") == 0
         || g_ascii_strcasecmp (text, "LHLO") == 0;
}

static void
set_rdns (BuoyReceived *received, const char *name, BuoyRdnsState state)
{
  if (g_ascii_strcasecmp (name, "unknown") == 0)
    {
      received->rdns_state = BUOY_RDNS_UNKNOWN;
      return;
    }
  g_free (received->rdns);
  received->rdns = take_host (name);
  if (received->rdns != NULL && !buoy_host_is_ip (received->rdns))
    received->rdns_state = state;
  else
    g_clear_pointer (&received->rdns, g_free);
}

static void
set_helo (BuoyReceived *received, const char *name)
{
  g_free (received->helo);
  received->helo = take_host (name);
}

/* A name with a dot, or "unknown": what servers write before the address. */
static gboolean
is_peer_name (const char *token)
{
  if (g_ascii_strcasecmp (token, "unknown") == 0)
    return TRUE;
  return strchr (token, '.') != NULL && strchr (token, '=') == NULL && *token != '[' && g_ascii_isalnum (*token);
}

/* One comment behind "from": "rdns [ip]", "[ip] helo=name", "HELO name", "ip", "IDENT:user@rdns [ip]". Returns whether it
 * named the HELO, which makes the word before it the reverse name.
 */
static gboolean
read_peer_comment (BuoyReceived *received, const char *comment)
{
  const gboolean forged = strstr (comment, "may be forged") != NULL;
  g_auto (GStrv) tokens = g_strsplit_set (comment, " \t", 64);
  gboolean named_helo = FALSE;

  for (guint i = 0; tokens[i] != NULL; i++)
    {
      char *token = tokens[i];
      g_autofree char *ip = take_ip (token);

      if (g_ascii_strncasecmp (token, "helo=", 5) == 0)
        {
          set_helo (received, token + 5);
          named_helo = TRUE;
        }
      else if (says_helo (token) && tokens[i + 1] != NULL)
        {
          set_helo (received, tokens[++i]);
          named_helo = TRUE;
        }
      else if (ip != NULL)
        {
          if (received->ip == NULL)
            received->ip = g_steal_pointer (&ip);
        }
      else if (i == 0 && is_peer_name (token))
        set_rdns (received, g_str_has_prefix (token, "IDENT:") ? token + 6 : token,
                  forged ? BUOY_RDNS_UNVERIFIED : BUOY_RDNS_VERIFIED);
    }
  if (forged && received->rdns != NULL)
    received->rdns_state = BUOY_RDNS_UNVERIFIED;
  return named_helo;
}

static gboolean
says_login (const char *comment)
{
  g_autofree char *lower = g_ascii_strdown (comment, -1);

  return strstr (lower, "authenticated") != NULL || strstr (lower, "auth=") != NULL || strstr (lower, "smtp-auth") != NULL;
}

static void
read_from (BuoyReceived *received, const GPtrArray *words, guint index)
{
  const Word *peer = g_ptr_array_index (words, index);
  gboolean named_helo = FALSE;

  for (guint i = index; i < words->len; i++)
    {
      const Word *word = g_ptr_array_index (words, i);

      if (i > index && !word->is_comment && is_keyword (word->text))
        break;
      if (!word->is_comment)
        continue;
      named_helo |= read_peer_comment (received, word->text);
      received->authenticated |= says_login (word->text);
    }

  if (peer->is_comment)
    return;
  if (named_helo)
    {
      g_autofree char *ip = take_ip (peer->text);

      if (ip != NULL && received->ip == NULL)
        received->ip = g_steal_pointer (&ip);
      /* Exim writes the address where it found no name, qmail writes "unknown" */
      if (received->rdns == NULL)
        set_rdns (received, peer->text, BUOY_RDNS_VERIFIED);
      return;
    }
  set_helo (received, peer->text);
  if (received->ip == NULL)
    received->ip = take_ip (peer->text);
}

static char *
word_behind (const GPtrArray *words, const char *keyword)
{
  const guint index = find_clause (words, keyword);
  const Word *word = index > 0 ? g_ptr_array_index (words, index) : NULL;

  return word != NULL && !word->is_comment ? g_strdup (word->text) : NULL;
}

static void
read_with (BuoyReceived *received, const GPtrArray *words)
{
  g_autofree char *with = word_behind (words, "with");

  if (with == NULL)
    return;
  received->with = g_ascii_strup (with, -1);
  if (g_str_has_suffix (received->with, "SMTPA") || g_str_has_suffix (received->with, "SMTPSA")
      || g_str_equal (received->with, "ASMTP") || g_str_equal (received->with, "HTTP")
      || g_str_equal (received->with, "HTTPS") || g_str_equal (received->with, "MAPI"))
    received->authenticated = TRUE;
}

static void
read_recipient (BuoyReceived *received, const GPtrArray *words)
{
  g_autofree char *recipient = word_behind (words, "for");

  if (recipient == NULL)
    return;
  g_strdelimit (recipient, "<>;", ' ');
  received->recipient = g_strdup (g_strstrip (recipient));
}

static gboolean
is_loopback (const char *ip)
{
  return ip != NULL && (g_str_has_prefix (ip, "127.") || g_str_equal (ip, "::1"));
}

static gboolean
is_local (const BuoyReceived *received, gboolean has_from)
{
  if (!has_from || is_loopback (received->ip))
    return TRUE;
  return received->ip == NULL && g_strcmp0 (received->helo, "localhost") == 0;
}

/* The words of qmail: "(qmail 12 invoked by uid 7)", "(qmail 12 invoked from network)". */
static gboolean
is_qmail_hop (const char *value)
{
  return strstr (value, "invoked by uid") != NULL || strstr (value, "invoked from network") != NULL
         || strstr (value, "invoked by alias") != NULL;
}

BuoyReceived *
buoy_received_parse (const char *value)
{
  BuoyReceived *received = g_new0 (BuoyReceived, 1);
  const char *semicolon = strrchr (value, ';');
  const gsize length = semicolon != NULL ? (gsize) (semicolon - value) : strlen (value);
  g_autoptr (GPtrArray) words = split_words (value, length);
  g_autofree char *by = word_behind (words, "by");
  const guint from = find_clause (words, "from");

  if (from > 0)
    read_from (received, words, from);
  if (by != NULL)
    received->by = take_host (by);
  read_with (received, words);
  read_recipient (received, words);
  if (semicolon != NULL)
    received->date = g_mime_utils_header_decode_date (semicolon + 1);
  received->local = is_local (received, from > 0) || is_qmail_hop (value);
  return received;
}

void
buoy_received_free (BuoyReceived *received)
{
  g_free (received->helo);
  g_free (received->rdns);
  g_free (received->ip);
  g_free (received->by);
  g_free (received->with);
  g_free (received->recipient);
  g_clear_pointer (&received->date, g_date_time_unref);
  g_free (received);
}
