/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The look-alike room and the skeletons under it, fed any bytes as a host: a name as it was written, and the ASCII
 * form that it has.
 */
#include "config.h"

#include "fuzz.h"

#include <string.h>

#include "base/host/buoy-host.h"
#include "base/text/buoy-skeleton.h"
#include "base/text/buoy-text.h"
#include "buoy-context-private.h"
#include "evidence/lookalike/buoy-lookalike.h"

static void
judge (const BuoyProtectedNames *lookalikes, const char *host)
{
  BuoyLookalike *found = buoy_lookalike_find (lookalikes, host, buoy_host_registrable_domain (host));

  if (found == NULL)
    return;
  g_assert_cmpstr (found->imitated, !=, NULL);
  g_assert_cmpint (found->strength, >, BUOY_STRENGTH_NOTE);
  buoy_lookalike_free (found);
}

static void
read_host (const char *host)
{
  g_autofree char *shown = buoy_host_for_reader (host);
  g_autofree char *unicode = buoy_host_to_unicode (host);
  g_autofree char *skeleton = buoy_skeleton_new (unicode);

  g_assert_true (shown == NULL || g_utf8_validate (shown, -1, NULL));
  g_assert_true (skeleton == NULL || g_str_is_ascii (skeleton));
  judge (buoy_protected_names_get_default (), host);
}

/* A reader whose correspondents have the worst addresses. */
static void
read_context (const char *text, const char *host)
{
  g_autoptr (BuoyContext) context = buoy_context_new ();

  buoy_context_add_own_domain (context, text);
  buoy_context_add_contact (context, text, text);
  buoy_context_add_contact (context, "Anna", "anna@riverstone.example");
  buoy_context_seal (context);
  judge (context->known, host);
  judge (context->known, "riverst0ne.test");
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *text = buoy_text_make_valid ((const char *) data, (gssize) size);
  g_autofree char *ascii = buoy_host_to_ascii (text);

  read_host (text);
  g_free (buoy_skeleton_new (text));
  if (ascii != NULL)
    read_host (ascii);
  read_context (text, ascii);
  return 0;
}
