/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The memory's file is shared with other mail clients, so names of accounts have a prefix for Evolution.
 */
#include "config.h"

#include "e-buoy-memory.h"

#include "e-buoy-settings.h"

static gpointer
create (gpointer unused)
{
  return buoy_learning_new (NULL);
}

BuoyLearning *
e_buoy_memory_get (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, create, NULL);
}

gboolean
e_buoy_memory_is_on (void)
{
  GSettings *settings = e_buoy_settings_get ();

  return settings == NULL || g_settings_get_boolean (settings, "memory");
}

guint
e_buoy_memory_get_days (void)
{
  GSettings *settings = e_buoy_settings_get ();

  return settings != NULL ? (guint) g_settings_get_int (settings, "memory-days") : 0;
}

char *
e_buoy_memory_name_account (const char *uid)
{
  return g_strconcat (E_BUOY_MEMORY_PREFIX, uid, NULL);
}

char *
e_buoy_memory_name_message (CamelFolder *folder, const char *uid)
{
  return g_strjoin ("/", camel_folder_get_full_name (folder), uid, NULL);
}

typedef struct
{
  char **accounts; /* that are there */
  guint days;
} Limits;

static void
limits_free (gpointer data)
{
  Limits *limits = data;

  g_strfreev (limits->accounts);
  g_free (limits);
}

static void
forget_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Limits *limits = data;

  buoy_learning_keep_accounts (e_buoy_memory_get (), E_BUOY_MEMORY_PREFIX, (const char *const *) limits->accounts);
  buoy_learning_limit (e_buoy_memory_get (), limits->days);
  g_task_return_boolean (task, TRUE);
}

/* All accounts, including disabled ones. (transfer full) */
static char **
list_accounts (ESourceRegistry *registry)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  GList *sources = e_source_registry_list_sources (registry, E_SOURCE_EXTENSION_MAIL_ACCOUNT);

  for (GList *link = sources; link != NULL; link = link->next)
    {
      g_autofree char *name = e_buoy_memory_name_account (e_source_get_uid (link->data));

      g_strv_builder_add (names, name);
    }
  g_list_free_full (sources, g_object_unref);
  return g_strv_builder_end (names);
}

static void
forget_deleted (ESourceRegistry *registry)
{
  g_autoptr (GTask) task = NULL;
  Limits *limits;

  if (!e_buoy_memory_is_on ())
    return; /* the file may not exist */
  task = g_task_new (NULL, NULL, NULL, NULL);
  g_task_set_source_tag (task, forget_deleted);
  limits = g_new (Limits, 1);
  *limits = (Limits){ list_accounts (registry), e_buoy_memory_get_days () };
  g_task_set_task_data (task, limits, limits_free);
  g_task_run_in_thread (task, forget_in_thread);
}

static void
on_removed (ESourceRegistry *registry, ESource *source)
{
  if (e_source_has_extension (source, E_SOURCE_EXTENSION_MAIL_ACCOUNT))
    forget_deleted (registry);
}

void
e_buoy_memory_follow_accounts (ESourceRegistry *registry)
{
  g_signal_connect (registry, "source-removed", G_CALLBACK (on_removed), NULL);
  forget_deleted (registry);
}
