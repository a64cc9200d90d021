/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Any bytes as what the QR codes of a picture say, a line each.
 */
#include "config.h"

#include "fuzz.h"

#include "evidence/buoy-evidence.h"

static const char mail[]
    = "From: a@sender.test\nContent-Type: image/gif\n\n"
      "GIF89a....................................................................................."
      "...........................................................................................";

static gboolean
look (const GPtrArray *pictures, GPtrArray *texts, gpointer user_data)
{
  g_auto (GStrv) lines = g_strsplit (user_data, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (g_utf8_validate (lines[i], -1, NULL)) /* as the program's reader sees to */
      g_ptr_array_add (texts, g_strdup (lines[i]));
  return TRUE;
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_autoptr (GBytes) bytes = g_bytes_new_static (mail, sizeof mail - 1);
  g_autoptr (BuoyBudget) budget = buoy_budget_new (NULL);
  g_autoptr (BuoyMessage) message = buoy_message_new_with_pictures (bytes, budget, look, text, NULL);

  buoy_evidence_free (buoy_evidence_new (message, NULL, TRUE));
  fuzz_assert_cheap (budget, sizeof mail + size);
  return 0;
}
