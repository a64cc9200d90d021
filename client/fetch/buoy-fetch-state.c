/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "fetch/buoy-fetch-state.h"

#include <gio/gio.h>

#include "policy/buoy-policy-folders.h"

#define GROUP "Policy"

void
buoy_fetch_state_free (BuoyFetchState *state)
{
  g_free (state->url);
  g_free (state->key);
  g_free (state->etag);
  g_free (state->digest);
  g_free (state->detail);
  g_free (state);
}

static char *
read_text (GKeyFile *file, const char *name)
{
  char *text = g_key_file_get_string (file, GROUP, name, NULL);

  return text != NULL ? text : g_strdup ("");
}

BuoyFetchState *
buoy_fetch_state_read (const char *root)
{
  g_autofree char *path = buoy_policy_at_root (root, BUOY_FETCH_STATE);
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *fault = NULL;
  BuoyFetchState *state = g_new0 (BuoyFetchState, 1);

  g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, NULL);
  state->url = read_text (file, "URL");
  state->key = read_text (file, "Key");
  state->etag = read_text (file, "ETag");
  state->digest = read_text (file, "Digest");
  state->serial = g_key_file_get_uint64 (file, GROUP, "Serial", NULL);
  state->checked = g_key_file_get_int64 (file, GROUP, "Checked", NULL);
  state->tried = g_key_file_get_int64 (file, GROUP, "Tried", NULL);
  state->detail = read_text (file, "Detail");
  fault = read_text (file, "Fault");
  state->is_failed = buoy_fetch_error_find (fault, &state->fault);
  return state;
}

gboolean
buoy_fetch_state_write (const BuoyFetchState *state, const char *root, GError **error)
{
  g_autofree char *path = buoy_policy_at_root (root, BUOY_FETCH_STATE);
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *text = NULL;
  gsize length;

  g_key_file_set_string (file, GROUP, "URL", state->url);
  g_key_file_set_string (file, GROUP, "Key", state->key);
  g_key_file_set_string (file, GROUP, "ETag", state->etag);
  g_key_file_set_string (file, GROUP, "Digest", state->digest);
  g_key_file_set_uint64 (file, GROUP, "Serial", state->serial);
  g_key_file_set_int64 (file, GROUP, "Checked", state->checked);
  g_key_file_set_int64 (file, GROUP, "Tried", state->tried);
  if (state->is_failed)
    {
      g_key_file_set_string (file, GROUP, "Fault", buoy_fetch_error_get_name (state->fault));
      g_key_file_set_string (file, GROUP, "Detail", state->detail);
    }
  text = g_key_file_to_data (file, &length, NULL);
  return g_file_set_contents_full (path, text, (gssize) length, G_FILE_SET_CONTENTS_CONSISTENT, 0644, error);
}
