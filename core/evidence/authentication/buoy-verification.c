/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The results of lookups, and which signature authenticates From.
 */
#include "config.h"

#include "evidence/authentication/buoy-verification.h"

static void
signature_free (gpointer data)
{
  BuoySignature *signature = data;

  g_free (signature->domain);
  g_free (signature->selector);
  g_free (signature);
}

static void
unanswered_free (gpointer data)
{
  BuoyUnanswered *unanswered = data;

  g_free (unanswered->domain);
  g_free (unanswered->source);
  g_free (unanswered);
}

BuoyVerification *
buoy_verification_new (void)
{
  BuoyVerification *verification = g_new0 (BuoyVerification, 1);

  g_atomic_ref_count_init (&verification->ref_count);
  verification->signatures = g_ptr_array_new_with_free_func (signature_free);
  verification->registrations = g_ptr_array_new_with_free_func ((GDestroyNotify) buoy_registration_free);
  verification->unanswered = g_ptr_array_new_with_free_func (unanswered_free);
  verification->link_servers = g_ptr_array_new_with_free_func ((GDestroyNotify) buoy_server_free);
  verification->policy = BUOY_DMARC_UNKNOWN;
  return verification;
}

BuoyVerification *
buoy_verification_ref (BuoyVerification *verification)
{
  g_atomic_ref_count_inc (&verification->ref_count);
  return verification;
}

void
buoy_verification_unref (BuoyVerification *verification)
{
  if (!g_atomic_ref_count_dec (&verification->ref_count))
    return;

  g_ptr_array_unref (verification->signatures);
  g_ptr_array_unref (verification->registrations);
  g_clear_pointer (&verification->server, buoy_server_free);
  g_ptr_array_unref (verification->link_servers);
  g_ptr_array_unref (verification->unanswered);
  g_free (verification);
}

BuoySignature *
buoy_verification_add (BuoyVerification *verification, const char *domain, const char *selector)
{
  BuoySignature *signature = g_new0 (BuoySignature, 1);

  signature->domain = g_strdup (domain);
  signature->selector = g_strdup (selector);
  signature->state = BUOY_SIGNATURE_UNKNOWN;
  g_ptr_array_add (verification->signatures, signature);
  return signature;
}

/* A signature that covers only the start of the body does not count: readers would believe text appended by anyone. */
const BuoySignature *
buoy_verification_find_passing (const BuoyVerification *verification)
{
  const GPtrArray *signatures = verification->signatures;

  for (guint i = 0; i < signatures->len; i++)
    {
      const BuoySignature *signature = g_ptr_array_index (signatures, i);

      if (signature->aligned && signature->state == BUOY_SIGNATURE_PASS && (signature->open & BUOY_OPEN_BODY) == 0)
        return signature;
    }
  return NULL;
}

static guint
rank (const BuoySignature *signature)
{
  static const guint ranks[] = {
    [BUOY_SIGNATURE_PASS] = 3,
    [BUOY_SIGNATURE_UNKNOWN] = 2,
    [BUOY_SIGNATURE_FAIL] = 1,
    [BUOY_SIGNATURE_NONE] = 0,
  };

  return ranks[signature->state];
}

const BuoySignature *
buoy_verification_find_aligned (const BuoyVerification *verification)
{
  const GPtrArray *signatures = verification->signatures;
  const BuoySignature *best = buoy_verification_find_passing (verification);

  for (guint i = 0; i < signatures->len; i++)
    {
      const BuoySignature *signature = g_ptr_array_index (signatures, i);

      if (signature->aligned && (best == NULL || rank (signature) > rank (best)))
        best = signature;
    }
  return best;
}
