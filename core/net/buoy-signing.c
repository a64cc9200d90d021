/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A signature covers the last of several fields with one name (RFC 6376 §5.4.2), but mail clients show the first: an
 * added field is not covered by the signature and hides the signed one (§8.15).
 */
#include "config.h"

#include "net/buoy-signing.h"

#include <string.h>

#define CLOCK_SKEW 3600 /* seconds; clocks of servers rarely differ by more */

/* Fields that a reader sees or replies to, and those that decide how the body is shown. */
static const struct
{
  const char *name;
  guint open; /* the BuoyOpenField bit to set if it is unsigned; 0 if it must be signed */
} shown_fields[] = {
  { "from", 0 },
  { "subject", BUOY_OPEN_SUBJECT },
  { "to", BUOY_OPEN_TO },
  { "reply-to", BUOY_OPEN_REPLY_TO },
  { "content-type", BUOY_OPEN_CONTENT_TYPE },
  { "date", 0 },
  { "cc", 0 },
};

static guint
count_in_message (const BuoyWire *wire, const char *name)
{
  const gsize length = strlen (name);
  guint n = 0;

  for (guint i = 0; i < wire->fields->len; i++)
    {
      const char *field = g_ptr_array_index (wire->fields, i);

      if (g_ascii_strncasecmp (field, name, length) == 0 && field[length + strspn (field + length, " \t")] == ':')
        n++;
    }
  return n;
}

static guint
count_in_list (char **list, const char *name)
{
  guint n = 0;

  for (guint i = 0; list[i] != NULL; i++)
    if (g_ascii_strcasecmp (list[i], name) == 0)
      n++;
  return n;
}

static char **
split_fields (const char *fields)
{
  char **list = g_strsplit (fields != NULL ? fields : "", ":", -1);

  for (guint i = 0; list[i] != NULL; i++)
    g_strstrip (list[i]);
  return list;
}

static gboolean
read_time (const char *text, gint64 *out_seconds)
{
  guint64 seconds;

  if (text == NULL || !g_ascii_string_to_unsigned (text, 10, 0, G_MAXINT64, &seconds, NULL))
    return FALSE;
  *out_seconds = (gint64) seconds;
  return TRUE;
}

static void
refuse (BuoySignature *signature, const char *reason)
{
  signature->state = BUOY_SIGNATURE_FAIL;
  signature->reason = reason;
}

static void
judge_fields (const BuoySigning *signing, const BuoyWire *wire, BuoySignature *signature)
{
  g_auto (GStrv) list = split_fields (signing->fields);

  for (guint i = 0; i < G_N_ELEMENTS (shown_fields); i++)
    {
      const guint n_there = count_in_message (wire, shown_fields[i].name);
      const guint n_signed = count_in_list (list, shown_fields[i].name);

      if (n_there == 0 || n_there <= n_signed)
        continue;
      if (n_signed > 0 || i == 0)
        refuse (signature, "added-field");
      signature->open |= shown_fields[i].open;
    }
}

void
buoy_signing_judge (const BuoySigning *signing, const BuoyWire *wire, gint64 delivered, BuoySignature *signature)
{
  gint64 seconds;

  judge_fields (signing, wire, signature);
  /* RFC 8301 §3.1 */
  if (signing->algorithm != NULL && g_ascii_strcasecmp (signing->algorithm, "rsa-sha1") == 0)
    refuse (signature, "weak-key");
  if (read_time (signing->expires, &seconds) && delivered > seconds + CLOCK_SKEW)
    refuse (signature, "expired");
  if (read_time (signing->signed_at, &seconds) && seconds > delivered + CLOCK_SKEW)
    refuse (signature, "signed-later");
}
