/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * One thread writes, so that the order is kept and a slow disk does not block the mail client. Events that cannot be
 * written are lost, which is logged once.
 */
#include "config.h"

#include "events/buoy-events.h"

#include "events/buoy-event-file.h"
#include "events/buoy-event-journal.h"
#include "events/buoy-event-json.h"
#include "policy/buoy-policy-backend.h"

#define FILE_NAME "events.ndjson"
#define MAX_WAITING 1000 /* events queued while a disk hangs; further ones are lost */

typedef struct
{
  BuoyEvent *event;
  char *path; /* NULL for the journal */
  char *format;
} Job;

static GMutex lock;
static GThreadPool *pool;

static void
job_free (Job *job)
{
  buoy_event_free (job->event);
  g_free (job->path);
  g_free (job->format);
  g_free (job);
}

static void
complain_once (const char *why)
{
  static gsize told;

  if (!g_once_init_enter (&told))
    return;
  g_message ("Events are lost: %s", why);
  g_once_init_leave (&told, 1);
}

static void
write_job (gpointer data, gpointer unused)
{
  Job *job = data;
  g_autoptr (GError) error = NULL;

  if (job->path == NULL)
    {
      if (!buoy_event_journal_send (job->event))
        complain_once ("there is no journal");
    }
  else
    {
      g_autofree char *line = buoy_event_to_json (job->event, job->format);

      if (!buoy_event_file_append (job->path, line, &error))
        complain_once (error->message);
    }
  job_free (job);
}

static void
push (Job *job)
{
  g_mutex_lock (&lock);
  if (pool == NULL)
    pool = g_thread_pool_new (write_job, NULL, 1, FALSE, NULL);
  if (g_thread_pool_unprocessed (pool) < MAX_WAITING)
    g_thread_pool_push (pool, job, NULL);
  else
    {
      complain_once ("too many wait to be written");
      job_free (job);
    }
  g_mutex_unlock (&lock);
}

void
buoy_events_flush (void)
{
  g_mutex_lock (&lock);
  if (pool != NULL)
    g_thread_pool_free (pool, FALSE, TRUE);
  pool = NULL;
  g_mutex_unlock (&lock);
}

static guint64
find_serial (GSettings *organisation)
{
  BuoyPolicy *policy = buoy_policy_of_settings (organisation);

  return policy != NULL ? buoy_policy_get_serial (policy) : 0;
}

static gboolean
is (GSettings *organisation, const char *key, const char *value)
{
  g_autofree char *text = g_settings_get_string (organisation, key);

  return g_str_equal (text, value);
}

gboolean
buoy_events_are_on (GSettings *organisation)
{
  return organisation != NULL && !is (organisation, "events", "off");
}

/* The configured file, or else one in the reader's own folder. (transfer full) */
static char *
find_path (GSettings *organisation)
{
  g_autofree char *path = g_settings_get_string (organisation, "events-file");

  if (*path != '\0')
    return g_steal_pointer (&path);
  return g_build_filename (g_get_user_state_dir (), "bellbuoy", FILE_NAME, NULL);
}

void
buoy_events_send (GSettings *organisation, BuoyEventKind kind, BuoyVerdict *verdict, const char *uri)
{
  Job *job;

  if (!buoy_events_are_on (organisation))
    return;
  job = g_new0 (Job, 1);
  job->event = buoy_event_new (kind, verdict, uri, is (organisation, "events-fields", "domains"));
  job->event->policy_serial = find_serial (organisation);
  if (is (organisation, "events", "file"))
    job->path = find_path (organisation);
  job->format = g_settings_get_string (organisation, "events-format");
  push (job);
}
