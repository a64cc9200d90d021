/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "trace.h"

BuoyEvidence *
trace_evidence_new_with (const char *headers, const char *trusted_host, const char *own_address, BuoyContext *context)
{
  g_autofree char *text = g_strconcat (headers, "Subject: x\nMIME-Version: 1.0\n\nHello.\n", NULL);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autoptr (BuoyMessage) message = buoy_message_new_from_bytes (bytes, &error);

  g_assert_no_error (error);
  if (trusted_host != NULL)
    buoy_context_add_trusted_host (context, trusted_host);
  if (own_address != NULL)
    buoy_context_add_own_address (context, own_address);
  return buoy_evidence_new (message, context, FALSE);
}

BuoyEvidence *
trace_evidence_new (const char *headers, const char *trusted_host, const char *own_address)
{
  g_autoptr (BuoyContext) context = buoy_context_new ();

  return trace_evidence_new_with (headers, trusted_host, own_address, context);
}
