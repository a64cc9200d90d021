/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "e-buoy-folder.h"

static CamelProvider *
get_provider (CamelFolder *folder)
{
  CamelStore *store = camel_folder_get_parent_store (folder);

  return store != NULL ? camel_service_get_provider (CAMEL_SERVICE (store)) : NULL;
}

static gboolean
is_mail (CamelFolder *folder)
{
  static const char *const no_mail[] = { "rss", "nntp", NULL };
  CamelProvider *provider = get_provider (folder);

  return provider == NULL || !g_strv_contains (no_mail, provider->protocol);
}

gboolean
e_buoy_folder_is_left_alone (CamelFolder *folder)
{
  EShell *shell = e_shell_get_default ();
  ESourceRegistry *registry = shell != NULL ? e_shell_get_registry (shell) : NULL;

  if (!is_mail (folder))
    return TRUE;
  return registry != NULL
         && (em_utils_folder_is_sent (registry, folder) || em_utils_folder_is_drafts (registry, folder)
             || em_utils_folder_is_templates (registry, folder) || em_utils_folder_is_outbox (registry, folder));
}

gboolean
e_buoy_folder_has_as_junk (CamelFolder *folder, const char *uid)
{
  return (camel_folder_get_flags (folder) & CAMEL_FOLDER_IS_JUNK) != 0
         || (camel_folder_get_message_flags (folder, uid) & CAMEL_MESSAGE_JUNK) != 0;
}

gboolean
e_buoy_folder_may_teach (CamelFolder *folder, const char *uid)
{
  return (camel_folder_get_flags (folder) & (CAMEL_FOLDER_IS_JUNK | CAMEL_FOLDER_IS_TRASH)) == 0
         && (camel_folder_get_message_flags (folder, uid) & (CAMEL_MESSAGE_JUNK | CAMEL_MESSAGE_DELETED)) == 0;
}

/* Returns NULL for kinds of folders without a file per message; one of them (mbox) names a file that doesn't exist. */
char *
e_buoy_folder_find_file (CamelFolder *folder, const char *uid)
{
  g_autofree char *path = NULL;

  if (CAMEL_FOLDER_GET_CLASS (folder)->get_filename == NULL)
    return NULL;
  path = camel_folder_get_filename (folder, uid, NULL);
  if (path == NULL || !g_file_test (path, G_FILE_TEST_IS_REGULAR))
    return NULL;
  return g_steal_pointer (&path);
}

gboolean
e_buoy_folder_is_local (CamelFolder *folder)
{
  CamelProvider *provider = get_provider (folder);

  return provider != NULL && (provider->flags & CAMEL_PROVIDER_IS_REMOTE) == 0;
}
