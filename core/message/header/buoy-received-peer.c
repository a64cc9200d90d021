/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The client in a Received line. RFC 5321 §4.4 leaves most of what follows "from" to the server, so each form is
 * recognised by its shape:
 *
 * Postfix, Haraka, Sendmail, Gmail: from helo (rdns [ip]).
 *
 * Exim: from rdns ([ip] helo=name), from [ip] (helo=name).
 *
 * qmail, Yahoo: from rdns (HELO name) (ip), from ip (EHLO name).
 *
 * Exchange, Outlook.com: from helo (ip).
 */
#include "config.h"

#include <string.h>

#include "base/host/buoy-host.h"
#include "base/url/buoy-ip.h"
#include "message/header/buoy-received-private.h"

#define MAX_COMMENT_PARTS 64 /* words in one comment */

/* The words and comments between "from" and "by", before the form is known. */
typedef struct
{
  const char *name;    /* the first word */
  const char *ip_word; /* a later word in brackets */
  char *candidate;     /* a name before the address in a comment */
  char *helo;
  char *bracketed; /* an address in brackets, in a comment */
  char *plain;     /* an address without brackets, in a comment */
  gboolean forged;
  gboolean exim_helo; /* helo= */
  gboolean said_helo; /* HELO name */
} Peer;

/* Servers that only listen on IPv6 sockets write IPv4 clients as mapped addresses: Courier "[::ffff:192.0.2.1]",
 * Sendmail "[IPv6:::ffff:192.0.2.1]". Other embedded addresses (NAT64, 6to4) are kept.
 */
static char *
canonicalise (const char *text)
{
  g_autofree char *ip = buoy_ipv6_canonicalise (text);
  g_autofree char *plain = ip != NULL && g_str_has_prefix (ip, "::") ? buoy_host_embedded_ipv4 (ip) : NULL;

  if (plain != NULL && !g_str_has_prefix (plain, "0."))
    return g_steal_pointer (&plain);
  return g_steal_pointer (&ip);
}

char *
buoy_received_take_ip (const char *text)
{
  const char *open = strchr (text, '[');
  const char *start = open != NULL ? open + 1 : text;
  g_autofree char *bare = NULL;
  const char *colon;
  guint32 address;

  if (g_ascii_strncasecmp (start, "IPv6:", 5) == 0)
    start += 5;
  bare = g_strndup (start, strcspn (start, "]%/"));
  colon = strchr (bare, ':');
  /* "192.0.2.1:25" */
  if (colon != NULL && strchr (colon + 1, ':') == NULL)
    bare[colon - bare] = '\0';
  else if (colon != NULL)
    return canonicalise (bare);
  if (strspn (bare, "0123456789.") != strlen (bare) || strchr (bare, '.') == NULL)
    return NULL;
  return buoy_ipv4_parse (bare, &address) == 1 ? buoy_ipv4_to_string (address) : NULL;
}

char *
buoy_received_take_host (const char *text)
{
  g_autofree char *bare = NULL;
  g_autofree char *ip = buoy_received_take_ip (text);
  gsize length;

  if (ip != NULL)
    return g_steal_pointer (&ip);
  bare = g_ascii_strdown (text, (gssize) strcspn (text, "<>;,:"));
  length = strlen (bare);
  while (length > 0 && bare[length - 1] == '.')
    bare[--length] = '\0';
  if (!g_str_is_ascii (bare))
    return buoy_host_to_ascii (bare);
  return length > 0 ? g_steal_pointer (&bare) : NULL;
}

static gboolean
is_any (const char *text, const char *const *words)
{
  return g_strv_contains (words, text);
}

static gboolean
is_no_name (const char *name)
{
  static const char *const words[] = { "unknown", "nxdomain", "dnserror", "softdnserr", NULL };
  g_autofree char *lower = g_ascii_strdown (name, -1);

  return is_any (lower, words);
}

/* Skips the user in "IDENT:user@host" and "user@host". */
static const char *
after_user (const char *name)
{
  const char *at = strrchr (name, '@');

  return at != NULL ? at + 1 : name;
}

static gboolean
is_helo_word (const char *word)
{
  static const char *const words[] = { "helo", "ehlo", "lhlo", NULL };
  g_autofree char *lower = g_ascii_strdown (word, -1);

  return is_any (lower, words);
}

static void
replace (char **place, char *text)
{
  g_free (*place);
  *place = text;
}

/* Takes the address of "[ip]" or "name[ip]"; FALSE if the brackets contain anything else. */
static gboolean
take_bracketed (Peer *peer, const char *part)
{
  char *ip = strchr (part, '[') != NULL ? buoy_received_take_ip (part) : NULL;

  if (ip != NULL)
    replace (&peer->bracketed, ip);
  return ip != NULL;
}

static void
take_part (Peer *peer, char **parts, guint i)
{
  const char *part = parts[i];
  char *ip;

  if (g_ascii_strncasecmp (part, "helo=", 5) == 0)
    {
      replace (&peer->helo, g_strdup (part + 5));
      peer->exim_helo = TRUE;
    }
  else if (is_helo_word (part) && parts[i + 1] != NULL)
    {
      replace (&peer->helo, g_strdup (parts[i + 1]));
      peer->said_helo = TRUE;
    }
  else if (take_bracketed (peer, part))
    return;
  else if ((ip = buoy_received_take_ip (after_user (part))) != NULL)
    replace (&peer->plain, ip);
  else if (i == 0 && strchr (part, '=') == NULL && parts[1] != NULL && strchr (parts[1], '[') != NULL)
    replace (&peer->candidate, g_strdup (after_user (part)));
}

static void
take_comment (Peer *peer, const char *comment)
{
  g_auto (GStrv) parts = g_strsplit_set (comment, " \t\r\n", MAX_COMMENT_PARTS);

  if (strstr (comment, "may be forged") != NULL)
    peer->forged = TRUE;
  for (guint i = 0; parts[i] != NULL; i++)
    {
      if (i > 0 && is_helo_word (parts[i - 1]))
        continue;
      take_part (peer, parts, i);
    }
}

static void
collect (Peer *peer, const GPtrArray *tokens, guint first, guint end)
{
  for (guint i = first; i < end; i++)
    {
      const BuoyToken *token = buoy_tokens_get (tokens, i);

      if (token->kind == BUOY_TOKEN_COMMENT)
        take_comment (peer, token->text);
      else if (token->kind == BUOY_TOKEN_WORD && peer->name == NULL && i == first)
        peer->name = token->text;
      else if (token->kind == BUOY_TOKEN_WORD && *token->text == '[')
        peer->ip_word = token->text;
    }
}

static void
set_rdns (BuoyReceived *received, const char *name, BuoyRdnsState state)
{
  g_autofree char *host = is_no_name (name) ? NULL : buoy_received_take_host (name);

  if (host == NULL || buoy_host_is_ip (host))
    {
      received->rdns_state = BUOY_RDNS_UNKNOWN;
      return;
    }
  received->rdns = g_steal_pointer (&host);
  received->rdns_state = state;
}

static gboolean
is_address (const char *name)
{
  g_autofree char *ip = name != NULL ? buoy_received_take_ip (name) : NULL;

  return ip != NULL;
}

/* HELO is separate, so the first word is the reverse name, or the address if there is none or it was not looked up. */
static void
settle_named_helo (BuoyReceived *received, const Peer *peer)
{
  received->helo = buoy_received_take_host (peer->helo);
  if (peer->candidate != NULL)
    set_rdns (received, peer->candidate, BUOY_RDNS_VERIFIED);
  else if (!is_address (peer->name))
    set_rdns (received, peer->name != NULL ? peer->name : "unknown", BUOY_RDNS_VERIFIED);
  else if (peer->exim_helo)
    received->rdns_state = BUOY_RDNS_UNKNOWN;
}

/* Only an address follows the first word, whose meaning depends on the server. */
static void
settle_lone_name (BuoyReceived *received, const Peer *peer, BuoyWriter writer)
{
  const gboolean qmail = writer == BUOY_WRITER_QMAIL && peer->plain != NULL;
  const gboolean exim = writer == BUOY_WRITER_EXIM && (peer->bracketed != NULL || is_address (peer->name));

  if (qmail || exim)
    set_rdns (received, peer->name, BUOY_RDNS_VERIFIED);
  else if (writer == BUOY_WRITER_LOOKS_UP && peer->bracketed != NULL)
    received->rdns_state = BUOY_RDNS_UNKNOWN;
  if (!((qmail || exim) && received->rdns == NULL))
    received->helo = buoy_received_take_host (peer->name);
}

void
buoy_received_read_peer (BuoyReceived *received, const GPtrArray *tokens, guint first, guint end, BuoyWriter writer)
{
  Peer peer = { 0 };

  collect (&peer, tokens, first, end);
  if (peer.helo != NULL)
    settle_named_helo (received, &peer);
  else if (peer.candidate != NULL && peer.bracketed != NULL)
    {
      received->helo = peer.name != NULL ? buoy_received_take_host (peer.name) : NULL;
      if (strchr (peer.candidate, '.') != NULL || is_no_name (peer.candidate)
          || g_ascii_strcasecmp (peer.candidate, "localhost") == 0)
        set_rdns (received, peer.candidate, peer.forged ? BUOY_RDNS_UNVERIFIED : BUOY_RDNS_VERIFIED);
    }
  else if (peer.name != NULL)
    settle_lone_name (received, &peer, writer);

  if (peer.bracketed != NULL)
    received->ip = g_steal_pointer (&peer.bracketed);
  else if (peer.plain != NULL)
    received->ip = g_steal_pointer (&peer.plain);
  else if (peer.ip_word != NULL || peer.name != NULL)
    received->ip = buoy_received_take_ip (peer.ip_word != NULL ? peer.ip_word : peer.name);

  g_free (peer.candidate);
  g_free (peer.helo);
  g_free (peer.bracketed);
  g_free (peer.plain);
}
