/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "buoy-list-watch.h"

#include "bellbuoy.h"
#include "lists/buoy-block-list.h"

#define WATCH "bellbuoy-list-watch"
#define KEY "lists"
#define SETTLE_MS 500 /* an update writes all lists, one after the other */

typedef struct
{
  GSettings *settings; /* that it is attached to */
  GPtrArray *monitors;
  guint settling; /* timeout, or 0 */
} ListWatch;

static void
watch_free (gpointer data)
{
  ListWatch *watch = data;

  for (guint i = 0; i < watch->monitors->len; i++)
    g_signal_handlers_disconnect_by_data (watch->monitors->pdata[i], watch);
  g_ptr_array_unref (watch->monitors);
  g_clear_handle_id (&watch->settling, g_source_remove);
  g_free (watch);
}

static gboolean
tell_settled (gpointer data)
{
  ListWatch *watch = data;
  g_auto (GStrv) lists = g_settings_get_strv (watch->settings, KEY);

  watch->settling = 0;
  if (*lists != NULL)
    g_signal_emit_by_name (watch->settings, "changed::" KEY, KEY);
  return G_SOURCE_REMOVE;
}

static void
note_change (ListWatch *watch)
{
  if (watch->settling == 0)
    watch->settling = g_timeout_add (SETTLE_MS, tell_settled, watch);
}

void
buoy_list_watch_attach (GSettings *settings)
{
  g_auto (GStrv) folders = buoy_block_list_dup_folders ();
  ListWatch *watch = g_new0 (ListWatch, 1);

  watch->settings = settings;
  watch->monitors = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; folders[i] != NULL; i++)
    {
      g_autoptr (GFile) folder = g_file_new_for_path (folders[i]);
      GFileMonitor *monitor = g_file_monitor_directory (folder, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);

      if (monitor == NULL)
        continue;
      g_signal_connect_swapped (monitor, "changed", G_CALLBACK (note_change), watch);
      g_ptr_array_add (watch->monitors, monitor);
    }
  g_object_set_data_full (G_OBJECT (settings), WATCH, watch, watch_free);
}
