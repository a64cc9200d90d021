/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * DKIM (RFC 6376, 8301, 8463) with libopendkim, using keys from our resolver. Only signatures that could be aligned
 * with From are verified: a key's name may be made for one reader, and looking it up tells the signer that the mail was
 * opened (buoy-receipt.c).
 */
#include "config.h"

#include <dkim.h>
#include <string.h>

#include "evidence/authentication/buoy-alignment.h"
#include "net/buoy-ask.h"
#include "net/buoy-signing.h"

#define MAX_SIGNATURES 8 /* each is computed over the whole message; honest mail has up to four */
/* In seconds. buoy-signing.c checks expiry against the time of delivery, so libopendkim is configured to accept
 * signatures of the last thirty years. It subtracts this value from t= without checking for underflow; that works for
 * all real signatures, since none is older than 2004.
 */
#define ANY_TIME G_GUINT64_CONSTANT (1000000000)
#define MIN_KEY_BITS 1024 /* RFC 8301 §3.2 */

typedef struct
{
  const BuoyAsk *ask;
  GHashTable *reasons; /* DKIM_SIGINFO to const char *: why there is no key */
} Lookup;

/* libopendkim's strings are unsigned. */
static const char *
text_of (const unsigned char *text)
{
  return (const char *) text;
}

static const char *
tag_of (DKIM_SIGINFO *info, gboolean of_key, const char *name)
{
  return text_of (dkim_sig_gettagvalue (info, of_key, (unsigned char *) name));
}

static gboolean
speaks_for_from (const BuoyAsk *ask, DKIM_SIGINFO *info, gboolean strict)
{
  g_autofree char *domain = buoy_alignment_domain (tag_of (info, FALSE, "d"));

  return buoy_alignment_fits (domain, ask->from_domain, strict);
}

static DKIM_CBSTAT
ignore_others (DKIM *dkim, DKIM_SIGINFO **infos, int n_infos)
{
  const Lookup *lookup = dkim_get_user_context (dkim);

  for (int i = 0; i < n_infos; i++)
    if (!speaks_for_from (lookup->ask, infos[i], FALSE))
      dkim_sig_ignore (infos[i]);
  return DKIM_CBSTAT_CONTINUE;
}

static DKIM_CBSTAT
refuse_key (const Lookup *lookup, DKIM_SIGINFO *info, const char *reason)
{
  g_hash_table_insert (lookup->reasons, info, (gpointer) reason);
  return DKIM_CBSTAT_NOTFOUND;
}

static DKIM_CBSTAT
find_key (DKIM *dkim, DKIM_SIGINFO *info, unsigned char *key, size_t size)
{
  const Lookup *lookup = dkim_get_user_context (dkim);
  const BuoyAsk *ask = lookup->ask;
  const char *selector = tag_of (info, FALSE, "s");
  g_autofree char *domain = buoy_alignment_domain (tag_of (info, FALSE, "d"));
  g_autofree char *name = g_strconcat (selector, "._domainkey.", domain, NULL);
  g_autoptr (BuoyDnsAnswer) answer = NULL;

  if (selector == NULL || domain == NULL)
    return refuse_key (lookup, info, "malformed");
  if (!buoy_ask_may_name (ask, domain, selector))
    return refuse_key (lookup, info, ask->scope == BUOY_ASK_KEYS ? "private-name" : "not-asked");
  answer = buoy_resolver_ask (ask->resolver, name, ask->deadline_us, ask->cancellable);
  if (answer->state == BUOY_DNS_UNKNOWN)
    return refuse_key (lookup, info, "no-answer");
  if (answer->state == BUOY_DNS_NOTHING)
    return refuse_key (lookup, info, "no-key");
  /* RFC 6376 §3.6.2.2: the result with several keys is undefined */
  if (answer->texts->len != 1 || g_strlcpy ((char *) key, g_ptr_array_index (answer->texts, 0), size) >= size)
    return refuse_key (lookup, info, "unusable-key");
  return DKIM_CBSTAT_CONTINUE;
}

static DKIM_LIB *
open_library (void)
{
  DKIM_LIB *library = dkim_init (NULL, NULL);
  unsigned int flags = DKIM_LIBFLAGS_BADSIGHANDLES;
  unsigned int min_bits = MIN_KEY_BITS;
  guint64 any_time = ANY_TIME;

  if (library == NULL)
    return NULL;
  dkim_options (library, DKIM_OP_SETOPT, DKIM_OPTS_FLAGS, &flags, sizeof flags);
  dkim_options (library, DKIM_OP_SETOPT, DKIM_OPTS_MINKEYBITS, &min_bits, sizeof min_bits);
  dkim_options (library, DKIM_OP_SETOPT, DKIM_OPTS_CLOCKDRIFT, &any_time, sizeof any_time);
  dkim_set_prescreen (library, ignore_others);
  dkim_set_key_lookup (library, find_key);
  return library;
}

static gboolean
is_signature (const char *field)
{
  const gsize length = strlen ("DKIM-Signature");

  return g_ascii_strncasecmp (field, "DKIM-Signature", length) == 0
         && field[length + strspn (field + length, " \t")] == ':';
}

/* FALSE if there is nothing to verify, or the message cannot be verified. */
static gboolean
feed (DKIM *dkim, const BuoyWire *wire, const BuoyAsk *ask, BuoyVerification *verification)
{
  guint n_signatures = 0;
  gsize at = 0;

  for (guint i = 0; i < wire->fields->len; i++)
    {
      char *field = g_ptr_array_index (wire->fields, i);

      if (is_signature (field) && ++n_signatures > MAX_SIGNATURES)
        verification->complete = FALSE;
      else if (strchr (field, ':') != NULL)
        dkim_header (dkim, (unsigned char *) field, strlen (field));
    }
  if (n_signatures == 0 || dkim_eoh (dkim) != DKIM_STAT_OK)
    return FALSE;
  while (at < wire->body_length && !g_cancellable_is_cancelled (ask->cancellable))
    {
      g_autoptr (GBytes) piece = buoy_wire_next (wire, &at);
      gsize length;
      gconstpointer data = g_bytes_get_data (piece, &length);

      if (dkim_body (dkim, (unsigned char *) data, length) != DKIM_STAT_OK)
        return FALSE;
    }
  return TRUE;
}

static const char *
reason_of (DKIM_SIGINFO *info)
{
  switch (dkim_sig_geterror (info))
    {
    case DKIM_SIGERROR_KEYREVOKED:
      return "revoked-key";
    case DKIM_SIGERROR_KEYTOOSMALL:
      return "weak-key";
    case DKIM_SIGERROR_OK:
    case DKIM_SIGERROR_BADSIG:
      return dkim_sig_getbh (info) == DKIM_SIGBH_MISMATCH ? "altered-body" : "altered-header";
    case DKIM_SIGERROR_TOOLARGE_L:
      return "altered-body";
    case DKIM_SIGERROR_KEYVERSION:
    case DKIM_SIGERROR_KEYUNKNOWNHASH:
    case DKIM_SIGERROR_KEYHASHMISMATCH:
    case DKIM_SIGERROR_NOTEMAILKEY:
    case DKIM_SIGERROR_KEYTYPEMISSING:
    case DKIM_SIGERROR_KEYTYPEUNKNOWN:
    case DKIM_SIGERROR_KEYDECODE:
    case DKIM_SIGERROR_DNSSYNTAX:
      return "unusable-key";
    default:
      return "malformed";
    }
}

/* RFC 6376 §8.2: text after the part covered by l= is unsigned. */
static gboolean
has_open_body (DKIM_SIGINFO *info, const BuoyWire *wire)
{
  const char *length = tag_of (info, FALSE, "l");
  dkim_canon_t of_header, of_body;
  guint64 covered;

  if (length == NULL)
    return FALSE;
  if (!g_ascii_string_to_unsigned (length, 10, 0, G_MAXUINT64, &covered, NULL)
      || dkim_sig_getcanons (info, &of_header, &of_body) != DKIM_STAT_OK)
    return TRUE;
  return buoy_wire_canonical_length (wire, of_body == DKIM_CANON_RELAXED) > covered;
}

static void
take_pass (DKIM_SIGINFO *info, const BuoyWire *wire, const BuoyAsk *ask, BuoySignature *signature)
{
  const BuoySigning signing = {
    .fields = tag_of (info, FALSE, "h"),
    .algorithm = tag_of (info, FALSE, "a"),
    .signed_at = tag_of (info, FALSE, "t"),
    .expires = tag_of (info, FALSE, "x"),
  };

  signature->state = BUOY_SIGNATURE_PASS;
  /* RFC 6376 §3.6.1, t=y: treat as no signature */
  if ((dkim_sig_getflags (info) & DKIM_SIGFLAG_TESTKEY) != 0)
    {
      signature->state = BUOY_SIGNATURE_FAIL;
      signature->reason = "test-key";
      return;
    }
  if (has_open_body (info, wire))
    signature->open |= BUOY_OPEN_BODY;
  buoy_signing_judge (&signing, wire, ask->delivered, signature);
}

/* Whether a key is missing for a reason that says nothing about the signature. */
static gboolean
is_open (const char *reason)
{
  static const char *const reasons[] = { "no-answer", "not-asked", "private-name", NULL };

  return g_strv_contains (reasons, reason);
}

static void
check (DKIM *dkim, DKIM_SIGINFO *info, const BuoyWire *wire, const Lookup *lookup, BuoySignature *signature)
{
  if ((dkim_sig_getflags (info) & DKIM_SIGFLAG_PROCESSED) == 0)
    dkim_sig_process (dkim, info);
  dkim_sig_getkeysize (info, &signature->key_bits);
  signature->reason = g_hash_table_lookup (lookup->reasons, info);
  if (signature->reason != NULL)
    signature->state = is_open (signature->reason) ? BUOY_SIGNATURE_UNKNOWN : BUOY_SIGNATURE_FAIL;
  else if (DKIM_SIG_CHECK (info) && dkim_sig_geterror (info) == DKIM_SIGERROR_OK)
    take_pass (info, wire, lookup->ask, signature);
  else
    {
      signature->state = BUOY_SIGNATURE_FAIL;
      signature->reason = reason_of (info);
    }
}

static void
verify (DKIM *dkim, const BuoyWire *wire, const Lookup *lookup, BuoyVerification *verification)
{
  const gboolean readable = feed (dkim, wire, lookup->ask, verification);
  DKIM_SIGINFO **infos = NULL;
  int n_infos = 0;

  if (readable)
    dkim_eom (dkim, NULL);
  if (g_cancellable_is_cancelled (lookup->ask->cancellable) || dkim_getsiglist (dkim, &infos, &n_infos) != DKIM_STAT_OK)
    return;
  for (int i = 0; i < n_infos; i++)
    {
      BuoySignature *signature
          = buoy_verification_add (verification, tag_of (infos[i], FALSE, "d"), tag_of (infos[i], FALSE, "s"));

      signature->aligned = speaks_for_from (lookup->ask, infos[i], verification->strict);
      if (!speaks_for_from (lookup->ask, infos[i], FALSE))
        signature->state = BUOY_SIGNATURE_NONE;
      else if (readable)
        check (dkim, infos[i], wire, lookup, signature);
    }
}

gboolean
buoy_ask_is_possible (void)
{
  return TRUE;
}

void
buoy_ask_dkim (const BuoyAsk *ask, GBytes *bytes, BuoyVerification *verification)
{
  g_autoptr (BuoyWire) wire = buoy_wire_new (bytes);
  g_autoptr (GHashTable) reasons = g_hash_table_new (NULL, NULL);
  const Lookup lookup = { ask, reasons };
  DKIM_LIB *library = wire != NULL ? open_library () : NULL;
  DKIM_STAT status;
  DKIM *dkim;

  if (library == NULL)
    return;
  verification->complete = TRUE;
  dkim = dkim_verify (library, (const unsigned char *) "message", NULL, &status);
  if (dkim != NULL)
    {
      dkim_set_user_context (dkim, (gpointer) &lookup);
      verify (dkim, wire, &lookup, verification);
      dkim_free (dkim);
    }
  dkim_close (library);
}
