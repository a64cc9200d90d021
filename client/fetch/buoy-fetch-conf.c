/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "fetch/buoy-fetch-conf.h"

#include "fetch/buoy-fetch-error.h"
#include "fetch/buoy-minisign.h"
#include "policy/buoy-policy-folders.h"

#define GROUP "Policy"
#define URL "URL"
#define KEY "Key"

void
buoy_fetch_conf_free (BuoyFetchConf *conf)
{
  g_free (conf->url);
  g_free (conf->key);
  g_free (conf);
}

/* An unknown name may be a misspelt "Key", without which any document would be accepted. */
static gboolean
check_names (GKeyFile *file, GError **error)
{
  static const char *const known[] = { URL, KEY, NULL };
  g_auto (GStrv) names = g_key_file_get_keys (file, GROUP, NULL, error);

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    if (!g_strv_contains (known, names[i]))
      {
        g_set_error (error, BUOY_FETCH_ERROR, BUOY_FETCH_ERROR_SETTINGS, "%s: unknown name", names[i]);
        return FALSE;
      }
  return names != NULL;
}

static BuoyFetchConf *
read_group (GKeyFile *file, GError **error)
{
  g_autoptr (BuoyFetchConf) conf = g_new0 (BuoyFetchConf, 1);

  if (!check_names (file, error))
    return NULL;
  conf->url = g_key_file_get_string (file, GROUP, URL, error);
  conf->key
      = g_key_file_has_key (file, GROUP, KEY, NULL) ? g_key_file_get_string (file, GROUP, KEY, error) : g_strdup ("");
  if (conf->url == NULL || conf->key == NULL)
    return NULL;
  if (!g_key_file_has_key (file, GROUP, KEY, NULL) || buoy_minisign_is_key (conf->key))
    return g_steal_pointer (&conf);
  g_set_error (error, BUOY_FETCH_ERROR, BUOY_FETCH_ERROR_SETTINGS, "%s: not a public key of minisign", KEY);
  return NULL;
}

BuoyFetchConf *
buoy_fetch_conf_read (const char *root, GError **error)
{
  g_autofree char *path = buoy_policy_at_root (root, BUOY_FETCH_CONF);
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (GError) cause = NULL;
  BuoyFetchConf *conf = NULL;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return NULL;
  if (g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, &cause))
    conf = read_group (file, &cause);
  if (conf == NULL)
    g_set_error_literal (error, BUOY_FETCH_ERROR, BUOY_FETCH_ERROR_SETTINGS, cause->message);
  return conf;
}
