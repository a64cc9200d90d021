/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "policy/buoy-policy-serial.h"

#include "policy/buoy-policy-file.h"
#include "policy/buoy-policy-folders.h"

#define GROUP "Policy"

/* (transfer full) (nullable) */
static char *
digest_of (const char *path)
{
  g_autofree char *text = NULL;
  gsize length;

  if (!g_file_test (path, G_FILE_TEST_IS_REGULAR) || !g_file_get_contents (path, &text, &length, NULL)
      || length > BUOY_POLICY_MAX_BYTES)
    return NULL;
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) text, length);
}

guint64
buoy_policy_serial_read (const char *root)
{
  g_autofree char *path = buoy_policy_at_root (root, BUOY_POLICY_FETCHED);
  g_autofree char *state_path = buoy_policy_at_root (root, BUOY_POLICY_FETCHED_STATE);
  g_autoptr (GKeyFile) state = g_key_file_new ();
  g_autofree char *noted = NULL;
  g_autofree char *digest = NULL;

  if (!g_key_file_load_from_file (state, state_path, G_KEY_FILE_NONE, NULL))
    return 0;
  noted = g_key_file_get_string (state, GROUP, "Digest", NULL);
  digest = digest_of (path);
  if (digest == NULL || g_strcmp0 (noted, digest) != 0)
    return 0;
  return g_key_file_get_uint64 (state, GROUP, "Serial", NULL);
}
