/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Waits a moment after a change before reading files again, because an editor writes a file in several steps, and a
 * package writes several files.
 */
#include "config.h"

#include "policy/buoy-policy.h"

#include <glib/gi18n-lib.h>

#include "policy/buoy-policy-folders.h"
#include "policy/buoy-policy-kept.h"
#include "policy/buoy-policy-serial.h"

#define SETTLE_MS 150

struct _BuoyPolicy
{
  GObject parent;
  BuoyPolicyKeys *keys; /* NULL if no policy can be in force */
  char *root;           /* NULL for the machine's own */
  char *only;           /* the only file to read; NULL for those of the folders */
  GPtrArray *files;
  guint64 serial;
  GMutex mutex; /* guards @set, which other threads read */
  BuoyPolicySet *set;
  GPtrArray *monitors;
  gboolean is_watched; /* by a client, which stores what the files say */
  guint settling;      /* source id */
};

G_DEFINE_FINAL_TYPE (BuoyPolicy, buoy_policy, G_TYPE_OBJECT)

enum
{
  CHANGED,
  FAULTS_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
buoy_policy_finalize (GObject *object)
{
  BuoyPolicy *self = BUOY_POLICY (object);

  g_clear_handle_id (&self->settling, g_source_remove);
  for (guint i = 0; i < self->monitors->len; i++)
    g_signal_handlers_disconnect_by_data (self->monitors->pdata[i], self);
  g_ptr_array_unref (self->monitors);
  g_clear_pointer (&self->keys, buoy_policy_keys_unref);
  g_free (self->root);
  g_free (self->only);
  g_ptr_array_unref (self->files);
  buoy_policy_set_unref (self->set);
  g_mutex_clear (&self->mutex);
  G_OBJECT_CLASS (buoy_policy_parent_class)->finalize (object);
}

static void
buoy_policy_class_init (BuoyPolicyClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = buoy_policy_finalize;

  signals[CHANGED] = g_signal_new ("changed", BUOY_TYPE_POLICY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                   G_TYPE_STRING);
  signals[FAULTS_CHANGED]
      = g_signal_new ("faults-changed", BUOY_TYPE_POLICY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static GPtrArray *
files_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) buoy_policy_file_free);
}

static void
buoy_policy_init (BuoyPolicy *self)
{
  self->files = files_new ();
  self->set = buoy_policy_set_new (self->files);
  self->monitors = g_ptr_array_new_with_free_func (g_object_unref);
  g_mutex_init (&self->mutex);
}

static BuoyPolicy *
policy_new (BuoyPolicyKeys *keys, const char *root, const char *only)
{
  BuoyPolicy *self = g_object_new (BUOY_TYPE_POLICY, NULL);

  self->keys = keys != NULL ? buoy_policy_keys_ref (keys) : NULL;
  self->root = g_strdup (root);
  self->only = g_strdup (only);
  buoy_policy_reload (self);
  return self;
}

BuoyPolicy *
buoy_policy_new (BuoyPolicyKeys *keys, const char *root)
{
  return policy_new (keys, root, NULL);
}

BuoyPolicy *
buoy_policy_new_for_file (BuoyPolicyKeys *keys, const char *file)
{
  return policy_new (keys, NULL, file);
}

static const BuoyPolicyFile *
find_file (const BuoyPolicy *self, const char *path)
{
  for (guint i = 0; i < self->files->len; i++)
    if (g_str_equal (((BuoyPolicyFile *) self->files->pdata[i])->path, path))
      return self->files->pdata[i];
  return NULL;
}

/* Of what a file no longer says because of its faults, keeps what it said when it was last read, here or by a client
 * that ran before.
 */
static void
keep_last_good (BuoyPolicy *self, BuoyPolicyFile *file)
{
  const BuoyPolicyFile *before = find_file (self, file->path);
  g_autoptr (BuoyPolicyFile) stored = NULL;

  if (before == NULL && file->faults->len > 0 && self->only == NULL)
    before = stored = buoy_policy_kept_read (self->keys, self->root, file->path);
  if (before != NULL)
    buoy_policy_file_keep (file, before);
}

static GPtrArray *
read_files (BuoyPolicy *self)
{
  g_autoptr (GPtrArray) paths = NULL;
  GPtrArray *files = files_new ();

  if (self->keys == NULL)
    return files;
  if (self->only != NULL)
    {
      paths = g_ptr_array_new_with_free_func (g_free);
      g_ptr_array_add (paths, g_strdup (self->only));
    }
  else
    paths = buoy_policy_folders_list (self->root);
  for (guint i = 0; i < paths->len; i++)
    {
      g_autofree char *at = buoy_policy_at_root (self->root, paths->pdata[i]);
      BuoyPolicyFile *file = buoy_policy_file_read (self->keys, at, paths->pdata[i]);

      keep_last_good (self, file);
      g_ptr_array_add (files, file);
    }
  return files;
}

char **
buoy_policy_list_faults (BuoyPolicy *self)
{
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();

  for (guint i = 0; i < self->files->len; i++)
    {
      const BuoyPolicyFile *file = self->files->pdata[i];

      for (guint j = 0; j < file->faults->len; j++)
        {
          g_autofree char *line = buoy_policy_fault_to_string (file->faults->pdata[j]);

          g_strv_builder_add (lines, line);
        }
    }
  return g_strv_builder_end (lines);
}

/* Without schemas that fit, as during an upgrade, no file was read. */
static void
store_files (BuoyPolicy *self)
{
  if (self->keys != NULL)
    buoy_policy_kept_write (self->root, self->files);
}

static BuoyPolicySet *
swap_set (BuoyPolicy *self, BuoyPolicySet *set)
{
  BuoyPolicySet *before;

  g_mutex_lock (&self->mutex);
  before = self->set;
  self->set = set;
  g_mutex_unlock (&self->mutex);
  return before;
}

static void
tell_changes (BuoyPolicy *self, BuoyPolicySet *before)
{
  for (const char *const *name = buoy_policy_keys_list (self->keys); *name != NULL; name++)
    if (!buoy_policy_set_agrees (before, self->set, *name))
      g_signal_emit (self, signals[CHANGED], 0, *name);
}

/* Logs new faults, rather than all of them with each change of another file. */
static void
log_faults (char **faults, const char *const *before)
{
  for (; *faults != NULL; faults++)
    if (!g_strv_contains (before, *faults))
      g_message ("%s", *faults);
}

void
buoy_policy_reload (BuoyPolicy *self)
{
  g_auto (GStrv) faults_before = buoy_policy_list_faults (self);
  g_autoptr (BuoyPolicySet) before = NULL;
  g_auto (GStrv) faults = NULL;
  GPtrArray *files = read_files (self);

  g_ptr_array_unref (self->files);
  self->files = files;
  self->serial = self->only == NULL ? buoy_policy_serial_read (self->root) : 0;
  before = swap_set (self, buoy_policy_set_new (files));
  faults = buoy_policy_list_faults (self);
  if (self->is_watched)
    {
      log_faults (faults, (const char *const *) faults_before);
      store_files (self);
    }
  if (self->keys != NULL)
    tell_changes (self, before);
  if (!g_strv_equal ((const char *const *) faults, (const char *const *) faults_before))
    g_signal_emit (self, signals[FAULTS_CHANGED], 0);
}

static gboolean
reload_settled (gpointer self)
{
  BUOY_POLICY (self)->settling = 0;
  buoy_policy_reload (self);
  return G_SOURCE_REMOVE;
}

static void
note_change (BuoyPolicy *self)
{
  if (self->settling == 0)
    self->settling = g_timeout_add (SETTLE_MS, reload_settled, self);
}

static void
watch (BuoyPolicy *self, const char *path)
{
  g_autofree char *at = buoy_policy_at_root (self->root, path);
  g_autoptr (GFile) file = g_file_new_for_path (at);
  GFileMonitor *monitor = g_file_monitor_directory (file, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);

  if (monitor == NULL)
    return;
  g_signal_connect_swapped (monitor, "changed", G_CALLBACK (note_change), self);
  g_ptr_array_add (self->monitors, monitor);
}

void
buoy_policy_watch (BuoyPolicy *self)
{
  static const char *const none[] = { NULL };
  g_auto (GStrv) faults = buoy_policy_list_faults (self);

  self->is_watched = TRUE;
  log_faults (faults, none);
  store_files (self);
  for (const char *const *folder = buoy_policy_folders_get (); *folder != NULL; folder++)
    {
      g_autofree char *drop_ins = g_build_filename (*folder, BUOY_POLICY_DROP_INS, NULL);

      watch (self, *folder);
      watch (self, drop_ins);
    }
}

BuoyPolicySet *
buoy_policy_get_set (BuoyPolicy *self)
{
  BuoyPolicySet *set;

  g_mutex_lock (&self->mutex);
  set = buoy_policy_set_ref (self->set);
  g_mutex_unlock (&self->mutex);
  return set;
}

guint64
buoy_policy_get_serial (BuoyPolicy *self)
{
  return self->serial;
}

BuoyPolicyKeys *
buoy_policy_get_keys (BuoyPolicy *self)
{
  return self->keys;
}

const GPtrArray *
buoy_policy_get_files (BuoyPolicy *self)
{
  return self->files;
}
