/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * One list for all messages, refreshed every KEEP_SECONDS. A message that is opened before the first list exists is
 * analysed without it after a short wait.
 */
#include "config.h"

#include "e-buoy-people.h"

#include <mail/e-mail-backend.h>

#include "e-buoy-people-private.h"

#define WAIT_MS 400      /* for the first list; short, so that the banner appears before the reader starts reading */
#define KEEP_SECONDS 300 /* until the list is read again */

/* What a worker reads, listed on the main thread. */
typedef struct
{
  EClientCache *cache;
  CamelSession *session; /* NULL */
  GList *books;
  GPtrArray *sent;
} Places;

static GMutex mutex;
static GCond loaded;
static GPtrArray *known; /* of EBuoyPerson, immutable; NULL before the first */
static guint serial;     /* of the list; 0 before the first */
static gboolean is_loading;
static gint64 load_again; /* monotonic time */

static void
places_free (gpointer data)
{
  Places *places = data;

  g_clear_object (&places->cache);
  g_clear_object (&places->session);
  g_list_free_full (places->books, g_object_unref);
  g_clear_pointer (&places->sent, g_ptr_array_unref);
  g_free (places);
}

static Places *
places_new (EShell *shell)
{
  Places *places = g_new0 (Places, 1);
  ESourceRegistry *registry = e_shell_get_registry (shell);
  EShellBackend *backend = e_shell_get_backend_by_name (shell, "mail");

  places->cache = g_object_ref (e_shell_get_client_cache (shell));
  if (E_IS_MAIL_BACKEND (backend))
    places->session = g_object_ref (CAMEL_SESSION (e_mail_backend_get_session (E_MAIL_BACKEND (backend))));
  places->books = e_buoy_people_list_books (registry);
  places->sent = e_buoy_people_list_sent (registry);
  return places;
}

static int
compare_people (gconstpointer a, gconstpointer b)
{
  const EBuoyPerson *const *left = a;
  const EBuoyPerson *const *right = b;
  const int order = g_ascii_strcasecmp ((*left)->address, (*right)->address);

  return order != 0 ? order : strcmp ((*left)->name, (*right)->name);
}

/* Removes duplicates, such as people who were written to a hundred times. */
static void
drop_repeated (GPtrArray *people)
{
  g_ptr_array_sort (people, compare_people);
  for (guint i = people->len; i > 1; i--)
    if (compare_people (&people->pdata[i - 1], &people->pdata[i - 2]) == 0)
      g_ptr_array_remove_index (people, i - 1);
}

static gboolean
is_known (GPtrArray *people)
{
  if (known == NULL || known->len != people->len)
    return FALSE;
  for (guint i = 0; i < people->len; i++)
    if (compare_people (&known->pdata[i], &people->pdata[i]) != 0)
      return FALSE;
  return TRUE;
}

/* An unchanged list keeps its serial number, so that what was made from it stays valid. @people: (transfer full) */
static void
publish (GPtrArray *people)
{
  g_mutex_lock (&mutex);
  if (is_known (people))
    g_ptr_array_unref (people);
  else
    {
      g_clear_pointer (&known, g_ptr_array_unref);
      known = people;
      serial++;
    }
  is_loading = FALSE;
  load_again = g_get_monotonic_time () + KEEP_SECONDS * G_USEC_PER_SEC;
  g_cond_broadcast (&loaded);
  g_mutex_unlock (&mutex);
}

static void
load_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Places *places = data;
  GPtrArray *people = g_ptr_array_new_with_free_func (e_buoy_person_free);

  for (guint i = 0; places->session != NULL && i < places->sent->len; i++)
    e_buoy_people_read_sent (places->session, g_ptr_array_index (places->sent, i), people, cancellable);
  for (GList *link = places->books; link != NULL; link = link->next)
    e_buoy_people_read_book (places->cache, link->data, people, cancellable);
  drop_repeated (people);
  g_debug ("%u people found", people->len);
  publish (people);
  g_task_return_boolean (task, TRUE);
}

static gboolean
claim_load (void)
{
  gboolean is_due;

  g_mutex_lock (&mutex);
  is_due = !is_loading && g_get_monotonic_time () >= load_again;
  is_loading = is_loading || is_due;
  g_mutex_unlock (&mutex);
  return is_due;
}

void
e_buoy_people_refresh (void)
{
  EShell *shell = e_shell_get_default ();
  g_autoptr (GTask) task = NULL;

  if (shell == NULL || e_shell_get_registry (shell) == NULL || !claim_load ())
    return;
  task = g_task_new (NULL, NULL, NULL, NULL);
  g_task_set_source_tag (task, e_buoy_people_refresh);
  g_task_set_task_data (task, places_new (shell), places_free);
  g_task_run_in_thread (task, load_in_thread);
}

GPtrArray *
e_buoy_people_wait (guint *out_serial)
{
  const gint64 end = g_get_monotonic_time () + WAIT_MS * G_TIME_SPAN_MILLISECOND;
  GPtrArray *people;

  g_mutex_lock (&mutex);
  while (known == NULL && is_loading && g_cond_wait_until (&loaded, &mutex, end))
    ;
  people = known != NULL ? g_ptr_array_ref (known) : NULL;
  *out_serial = serial;
  g_mutex_unlock (&mutex);
  return people;
}

void
e_buoy_people_add (GPtrArray *people, BuoyContext *context)
{
  for (guint i = 0; people != NULL && i < people->len; i++)
    {
      const EBuoyPerson *person = g_ptr_array_index (people, i);

      buoy_context_add_contact (context, person->name, person->address);
    }
}
