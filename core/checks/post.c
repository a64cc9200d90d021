/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "checks/post.h"

#include "checks/attached-file.h"

/* It speaks as the company whose domain is in From; or it leads to somebody else, although that domain asks to refuse
 * such mail, which lists would have rewritten.
 */
static gboolean
speaks_as_company (const BuoyEvidence *evidence)
{
  const guint voices = BUOY_CLAIM_FROM_NAME | BUOY_CLAIM_SUBJECT_OPENING | BUOY_CLAIM_BODY_WE | BUOY_CLAIM_LOGO;

  for (guint i = 0; i < evidence->claims->len; i++)
    {
      const BuoyClaim *claim = g_ptr_array_index (evidence->claims, i);

      if (claim->from_is_brands
          && ((claim->where & voices) != 0 || (claim->leads_elsewhere && evidence->auth.enforced)))
        return TRUE;
    }
  return FALSE;
}

/* A file, or an attached message with files and links of its own, is what a forger wants opened. */
static gboolean
brings_refused_file (const BuoyEvidence *evidence)
{
  return evidence->auth.enforced && (buoy_check_has_file (evidence) || evidence->message->inner->len > 0);
}

/* Excuse: list-post, list-of-server, list-of-envelope, list-numbered, list-of-reader, loop */
gboolean
buoy_check_may_be_post (const BuoyEvidence *evidence)
{
  return evidence->claims_list && !speaks_as_company (evidence) && !brings_refused_file (evidence);
}
