/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Any bytes as what a mail program displays: as JSON, and as a value from another process. Both join a message.
 */
#include "config.h"

#include "buoy-shown-message-private.h"
#include "fuzz.h"
#include "shown/buoy-shown-json.h"

#define MAIL "From: a@b.test\n\nhttps://c.test/ d\n"

static void
scan (BuoyShown *shown)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (MAIL, strlen (MAIL));
  g_autoptr (BuoyVerdict) of_bytes = buoy_scan (bytes, NULL, 0, NULL, NULL);
  g_autoptr (BuoyVerdict) verdict = buoy_scan_again (of_bytes, bytes, shown, 0, NULL, NULL);

  g_assert_nonnull (verdict);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  char *documents[] = { text, NULL };
  g_autoptr (BuoyShown) of_json = buoy_shown_json_join (documents);
  g_autoptr (GVariant) written = g_variant_ref_sink (buoy_shown_to_variant (of_json));
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GVariant) any = g_variant_ref_sink (g_variant_new_from_bytes (g_variant_get_type (written), bytes, FALSE));
  g_autoptr (BuoyShown) of_value = buoy_shown_new_from_variant (any);

  scan (of_json);
  scan (of_value);
  return 0;
}
