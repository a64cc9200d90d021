/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Received lines (RFC 5321 §4.4) as servers write them: from, by, with, for and the date. Clauses are found outside
 * comments, and "by" from the right, since the client's own text comes before it.
 */
#include "config.h"

#include "message/header/buoy-received.h"

#include <string.h>

#include "base/host/buoy-host.h"
#include "base/text/buoy-text.h"
#include "message/header/buoy-received-private.h"
#include "message/mime/buoy-gmime.h"

#define MAX_PROTOCOL_WORDS 4 /* "Microsoft SMTP Server" is the longest */
#define NOT_THERE G_MAXUINT

typedef struct
{
  const GPtrArray *tokens;
  guint from, by, end; /* indices of "from", "by" and the last ";"; NOT_THERE, or for @end the number of tokens */
} Line;

static gboolean
is_clause_word (const BuoyToken *token)
{
  static const char *const words[] = { "from", "by", "with", "id", "for", "via" };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (buoy_token_is_word (token, words[i]))
      return TRUE;
  return FALSE;
}

static guint
find_last_mark (const GPtrArray *tokens)
{
  for (guint i = tokens->len; i > 0; i--)
    if (buoy_token_is_mark (buoy_tokens_get (tokens, i - 1), ';'))
      return i - 1;
  return tokens->len;
}

static Line
find_clauses (const GPtrArray *tokens)
{
  Line line = { .tokens = tokens, .from = NOT_THERE, .by = NOT_THERE, .end = find_last_mark (tokens) };
  guint first = 0;

  while (first < line.end && buoy_tokens_get (tokens, first)->kind == BUOY_TOKEN_COMMENT)
    first++;
  if (buoy_token_is_word (buoy_tokens_get (tokens, first), "from"))
    line.from = first;
  /* a client may call itself "by" */
  if (line.from != NOT_THERE)
    first += 2;
  for (guint i = line.end; i > first && line.by == NOT_THERE; i--)
    if (buoy_token_is_word (buoy_tokens_get (tokens, i - 1), "by"))
      line.by = i - 1;
  return line;
}

/* The index of the token that follows the word @name after "by"; NOT_THERE if there is none. */
static guint
find_after (const Line *line, const char *name)
{
  for (guint i = line->by != NOT_THERE ? line->by : 0; i + 1 < line->end; i++)
    if (buoy_token_is_word (buoy_tokens_get (line->tokens, i), name))
      return i + 1;
  return NOT_THERE;
}

/* The words of a clause: "with (TLS encrypted) SMTP", "with Microsoft SMTP Server (TLS) id 15". */
static char *
read_words (const Line *line, const char *name)
{
  GString *words = g_string_new (NULL);
  guint n_words = 0;

  for (guint i = find_after (line, name); i < line->end && n_words < MAX_PROTOCOL_WORDS; i++)
    {
      const BuoyToken *token = buoy_tokens_get (line->tokens, i);

      if (is_clause_word (token) || (token->kind == BUOY_TOKEN_COMMENT && n_words > 0))
        break;
      if (token->kind != BUOY_TOKEN_WORD)
        continue;
      if (n_words++ > 0)
        g_string_append_c (words, ' ');
      g_string_append (words, token->text);
    }
  return g_string_free (words, words->len == 0);
}

static gboolean
has_comment (const Line *line, const char *prefix)
{
  for (guint i = line->by != NOT_THERE ? line->by : 0; i < line->end; i++)
    {
      const BuoyToken *token = buoy_tokens_get (line->tokens, i);

      if (token->kind == BUOY_TOKEN_COMMENT && g_ascii_strncasecmp (token->text, prefix, strlen (prefix)) == 0)
        return TRUE;
    }
  return FALSE;
}

/* @with: as written. */
static BuoyWriter
guess_writer (const Line *line, const char *by, const char *with)
{
  if (has_comment (line, "Exim") || g_strcmp0 (with, "esmtp") == 0 || g_strcmp0 (with, "esmtps") == 0)
    return BUOY_WRITER_EXIM;
  /* the versions of Sendmail and its configuration: "(8.14.4/8.14.4)" */
  if (has_comment (line, "8.") || buoy_host_is_within (by, "google.com"))
    return BUOY_WRITER_LOOKS_UP;
  if ((g_strcmp0 (with, "SMTP") == 0 || g_strcmp0 (with, "ESMTP") == 0) && find_after (line, "id") == NOT_THERE)
    return BUOY_WRITER_QMAIL;
  return BUOY_WRITER_OTHER;
}

/* Whether the protocol implies a login: one of RFC 3848's names, or webmail. */
static gboolean
is_login_protocol (const char *with)
{
  return g_str_has_suffix (with, "SMTPA") || g_str_has_suffix (with, "SMTPSA") || g_str_equal (with, "ASMTP")
         || g_str_equal (with, "HTTP");
}

/* Whether a comment reports a login: "(Authenticated sender: user)", "(authenticated bits=0)", "(AUTH: PLAIN user)",
 * "(account user)".
 */
static gboolean
is_login_comment (const char *comment, gboolean of_peer)
{
  static const char *const prefixes[] = { "authenticated", "auth:", "account ", "smtp-auth" };
  g_autofree char *lower = g_ascii_strdown (comment, -1);

  for (gsize i = 0; i < G_N_ELEMENTS (prefixes); i++)
    if (g_str_has_prefix (lower, prefixes[i]))
      return TRUE;
  /* Sendmail and Postfix nest it in the client's comment; elsewhere it may be the sender's text: "(envelope-from
   * <"(authenticated …"
   */
  return of_peer && strstr (lower, "(authenticated") != NULL;
}

static gboolean
reports_login (const Line *line)
{
  for (guint i = 0; i < line->end; i++)
    {
      const BuoyToken *token = buoy_tokens_get (line->tokens, i);

      if (token->kind == BUOY_TOKEN_COMMENT && is_login_comment (token->text, i < line->by))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_local (const Line *line, const BuoyReceived *received)
{
  const BuoyToken *next = line->from != NOT_THERE ? buoy_tokens_get (line->tokens, line->from + 2) : NULL;

  if (line->from == NOT_THERE || g_strcmp0 (received->with, "LOCAL") == 0)
    return TRUE;
  if (received->ip != NULL)
    return g_str_has_prefix (received->ip, "127.") || g_str_equal (received->ip, "::1");
  /* "from mail pickup service by", "from mx ([unix socket]) by" */
  return g_strcmp0 (received->helo, "localhost") == 0 || buoy_token_is_word (next, "pickup")
         || (next != NULL && next->kind == BUOY_TOKEN_COMMENT && strstr (next->text, "unix socket") != NULL);
}

static void
read_by (BuoyReceived *received, const Line *line)
{
  const BuoyToken *by = line->by != NOT_THERE ? buoy_tokens_get (line->tokens, line->by + 1) : NULL;

  if (by != NULL && by->kind == BUOY_TOKEN_WORD)
    received->by = buoy_received_take_host (by->text);
}

static void
read_recipient (BuoyReceived *received, const Line *line)
{
  const guint place = find_after (line, "for");
  const BuoyToken *token = place != NOT_THERE ? buoy_tokens_get (line->tokens, place) : NULL;
  const char *start;

  if (token == NULL || token->kind != BUOY_TOKEN_WORD)
    return;
  start = token->text + (*token->text == '<');
  received->recipient = g_strndup (start, strcspn (start, ">"));
}

static void
read_date (BuoyReceived *received, const Line *line, const char *value)
{
  const BuoyToken *mark = buoy_tokens_get (line->tokens, line->end);

  if (mark != NULL)
    received->date = buoy_gmime_read_date (value + mark->end);
}

BuoyReceived *
buoy_received_parse (const char *value)
{
  BuoyReceived *received = g_new0 (BuoyReceived, 1);
  g_autofree char *valid = buoy_text_make_valid (value, -1);
  g_autoptr (GPtrArray) tokens = buoy_tokens_new (valid, ";");
  const Line line = find_clauses (tokens);
  g_autofree char *with = read_words (&line, "with");

  if (with == NULL)
    with = read_words (&line, "via");
  read_by (received, &line);
  if (line.from != NOT_THERE)
    buoy_received_read_peer (received, tokens, line.from + 1, MIN (line.by, line.end),
                             guess_writer (&line, received->by, with));
  if (with != NULL)
    received->with = g_ascii_strup (with, -1);
  received->authenticated = reports_login (&line) || (with != NULL && is_login_protocol (received->with));
  received->local = is_local (&line, received);
  read_recipient (received, &line);
  read_date (received, &line, valid);
  return received;
}

void
buoy_received_free (BuoyReceived *received)
{
  if (received == NULL)
    return;
  g_free (received->helo);
  g_free (received->rdns);
  g_free (received->ip);
  g_free (received->by);
  g_free (received->with);
  g_free (received->recipient);
  g_clear_pointer (&received->date, g_date_time_unref);
  g_free (received);
}
