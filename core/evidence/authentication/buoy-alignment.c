/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A result without an identity does not authenticate From: attackers sign and send with their own domains as well.
 */
#include "config.h"

#include "evidence/authentication/buoy-alignment.h"

#include <string.h>

#include "base/host/buoy-host.h"
#include "evidence/authentication/buoy-tags.h"

char *
buoy_alignment_domain (const char *identity)
{
  g_autofree char *bare = NULL;
  const char *at;

  if (identity == NULL)
    return NULL;
  at = strrchr (identity, '@');
  if (at != NULL)
    identity = at + 1;
  identity += strspn (identity, "<\"");
  bare = g_strndup (identity, strcspn (identity, ">\", \t"));
  if (*bare == '\0' || g_ascii_strcasecmp (bare, "none") == 0)
    return NULL;
  return buoy_host_to_ascii (bare);
}

static char *
only_signer (const BuoyMessage *message)
{
  const BuoyHeader *signature = NULL;
  g_autofree char *domain = NULL;

  if (!buoy_budget_spend (message->budget, message->headers->len))
    return NULL;
  for (guint i = 0; i < message->headers->len; i++)
    {
      const BuoyHeader *header = g_ptr_array_index (message->headers, i);

      if (g_ascii_strcasecmp (header->name, "DKIM-Signature") != 0)
        continue;
      if (signature != NULL)
        return NULL;
      signature = header;
    }
  if (signature == NULL)
    return NULL;
  domain = buoy_tags_find (signature->value, 'd');
  return buoy_alignment_domain (domain);
}

char *
buoy_alignment_signer (const BuoyMessage *message, const BuoyAuthMethod *method)
{
  const char *signer = buoy_auth_method_get (method, "header", "d");

  if (signer == NULL)
    signer = buoy_auth_method_get (method, "header", "i");
  return signer != NULL ? buoy_alignment_domain (signer) : only_signer (message);
}

char *
buoy_alignment_envelope (const BuoyAuthMethod *method, const BuoyMailbox *return_path)
{
  const char *sender = buoy_auth_method_get (method, "smtp", "mailfrom");
  const char *helo = buoy_auth_method_get (method, "smtp", "helo");
  g_autofree char *domain = buoy_alignment_domain (sender);

  if (domain != NULL)
    return g_steal_pointer (&domain);
  if (sender == NULL && return_path != NULL && return_path->domain != NULL)
    return helo == NULL ? g_strdup (return_path->domain) : NULL;
  return buoy_alignment_domain (helo);
}

/* Google signs for customers without a key of their own as "example-org.20230601.gappssmtp.com", after it has verified
 * that they own the domain. A hyphen in the domain makes the name ambiguous.
 */
static gboolean
is_platform_key (const char *domain, const char *from_domain)
{
  const char *site = buoy_host_registrable_domain (from_domain);
  g_autofree char *label = NULL;

  if (site == NULL || strchr (site, '-') != NULL || !buoy_host_is_within (domain, "gappssmtp.com"))
    return FALSE;
  label = g_strdelimit (g_strdup (site), ".", '-');
  return g_str_has_prefix (domain, label) && domain[strlen (label)] == '.';
}

gboolean
buoy_alignment_fits (const char *domain, const char *from_domain, gboolean strict)
{
  if (domain == NULL || from_domain == NULL)
    return FALSE;
  if (is_platform_key (domain, from_domain))
    return TRUE;
  return strict ? g_str_equal (domain, from_domain) : buoy_host_same_site (domain, from_domain);
}

gboolean
buoy_alignment_is_signed (const BuoyMessage *message, const char *from_domain)
{
  for (guint i = 0; i < message->headers->len; i++)
    {
      const BuoyHeader *header = g_ptr_array_index (message->headers, i);
      g_autofree char *tag = NULL;
      g_autofree char *domain = NULL;

      if (g_ascii_strcasecmp (header->name, "DKIM-Signature") != 0)
        continue;
      tag = buoy_tags_find (header->value, 'd');
      domain = buoy_alignment_domain (tag);
      if (buoy_alignment_fits (domain, from_domain, FALSE))
        return TRUE;
    }
  return FALSE;
}
