/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "checks/attached-file.h"

/* Pictures, which do no more than those that a page loads, and signatures. */
static gboolean
is_picture_or_signature (const char *attachment)
{
  static const char *const endings[] = { "image/png",
                                         "image/jpeg",
                                         "image/gif",
                                         "/pgp-signature",
                                         "/pkcs7-signature",
                                         "/x-pkcs7-signature",
                                         ".png",
                                         ".jpg",
                                         ".jpeg",
                                         ".gif",
                                         ".asc",
                                         ".p7s" };
  g_autofree char *lower = g_ascii_strdown (attachment, -1);

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (lower, endings[i]))
      return TRUE;
  return FALSE;
}

/* A file is listed by its name, which may begin like a type. */
gboolean
buoy_check_has_file (const BuoyEvidence *evidence)
{
  static const char *const parts[] = {
    "message/delivery-status",        "message/disposition-notification", "message/feedback-report", "message/global",
    "message/global-delivery-status", "message/global-headers",           "message/rfc822",          NULL
  };
  const GPtrArray *attachments = evidence->message->attachments;

  for (guint i = 0; i < attachments->len; i++)
    {
      const char *attachment = g_ptr_array_index (attachments, i);

      if (!g_strv_contains (parts, attachment) && !is_picture_or_signature (attachment))
        return TRUE;
    }
  return FALSE;
}
