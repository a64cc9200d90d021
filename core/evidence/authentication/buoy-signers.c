/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A signature authenticates its domain for what it covers. SPF is left out on purpose: it authenticates the envelope,
 * so it shows who delivered the message, not who wrote it.
 */
#include "config.h"

#include "evidence/authentication/buoy-signers.h"

#include <string.h>

#include "evidence/authentication/buoy-alignment.h"
#include "registry/buoy-free-mail.h"
#include "registry/buoy-open-host.h"
#include "registry/buoy-senders.h"
#include "evidence/authentication/buoy-tags.h"

#define MAX_SIGNERS 32 /* honest mail has one to four */

/* Whether third parties can have mail signed with the domain: mailbox providers, sending services, open hosts. */
static gboolean
is_shared (const BuoyBrand *brand, const char *domain)
{
  return buoy_brand_is_mailbox_host (brand, domain) || buoy_free_mail_is (domain)
         || buoy_senders_find_by_host (domain) != NULL || buoy_open_host_classify (domain) != BUOY_OPEN_HOST_NONE;
}

/* Whether a signature of @domain leaves the end of the body unsigned (RFC 6376 §8.2). One is enough, since results need
 * not say which of several signatures passed. TRUE also if the budget is spent.
 */
static gboolean
signs_part (const BuoyMessage *message, const char *domain)
{
  for (guint i = 0; i < message->headers->len; i++)
    {
      const BuoyHeader *header = g_ptr_array_index (message->headers, i);
      g_autofree char *tag = NULL;
      g_autofree char *length = NULL;
      g_autofree char *signer = NULL;

      if (g_ascii_strcasecmp (header->name, "DKIM-Signature") != 0)
        continue;
      if (!buoy_budget_spend (message->budget, strlen (header->value)))
        return TRUE;
      tag = buoy_tags_find (header->value, 'd');
      length = buoy_tags_find (header->value, 'l');
      signer = buoy_alignment_domain (tag);
      if (length != NULL && g_strcmp0 (signer, domain) == 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_one_from (const BuoyMessage *message)
{
  guint n = 0;

  for (guint i = 0; i < message->headers->len; i++)
    {
      const BuoyHeader *header = g_ptr_array_index (message->headers, i);

      n += g_ascii_strcasecmp (header->name, "From") == 0;
    }
  return n == 1;
}

void
buoy_signers_add (GPtrArray *signers, const BuoyMessage *message, const char *domain)
{
  if (domain == NULL || signers->len >= MAX_SIGNERS
      || !buoy_budget_spend (message->budget, MAX_SIGNERS + message->headers->len)
      || g_ptr_array_find_with_equal_func (signers, domain, g_str_equal, NULL) || !has_one_from (message)
      || signs_part (message, domain))
    return;
  g_ptr_array_add (signers, g_strdup (domain));
}

void
buoy_signers_add_verified (GPtrArray *signers, const BuoyMessage *message, const BuoyVerification *verification)
{
  for (guint i = 0; verification != NULL && i < verification->signatures->len; i++)
    {
      const BuoySignature *signature = g_ptr_array_index (verification->signatures, i);
      g_autofree char *domain = buoy_alignment_domain (signature->domain);

      if (signature->state == BUOY_SIGNATURE_PASS)
        buoy_signers_add (signers, message, domain);
    }
}

gboolean
buoy_signers_have_brand (const BuoyEvidence *evidence)
{
  const GPtrArray *signers = evidence->auth.signers;

  for (guint i = 0; i < signers->len; i++)
    {
      const char *domain = g_ptr_array_index (signers, i);
      const BuoyBrand *brand = buoy_brands_find_by_host (buoy_brands_get_default (), domain);

      if (brand != NULL && buoy_brand_owns (brand, domain) && !is_shared (brand, domain))
        return TRUE;
    }
  return FALSE;
}

gboolean
buoy_authentication_passed_for (const BuoyEvidence *evidence, const BuoyBrand *brand)
{
  const GPtrArray *signers = evidence->auth.signers;

  for (guint i = 0; i < signers->len; i++)
    {
      const char *domain = g_ptr_array_index (signers, i);

      if (buoy_brand_owns (brand, domain) && !is_shared (brand, domain))
        return TRUE;
    }
  return FALSE;
}
