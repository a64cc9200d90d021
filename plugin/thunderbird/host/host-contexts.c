/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A context is made when a message needs it, and cached until the settings change, since the library indexes in it what
 * would imitate the people whom the reader knows.
 */
#include "config.h"

#include "host-contexts.h"

#include "host-fields.h"
#include "host-memory.h"

#define MAX_CONTEXTS 16    /* one for each account; most readers have fewer */
#define MAX_ACCOUNTS 32    /* accounts whose contexts are cached */
#define MAX_PEOPLE 20000   /* as in Evolution: each is compared with every sender */
#define MAX_ADDRESSES 1000 /* the reader's own */

typedef struct
{
  gint64 number;
  GPtrArray *addresses; /* of char * */
  GPtrArray *names;     /* of char *, parallel to @people */
  GPtrArray *people;    /* their addresses */
  GHashTable *made;     /* account, "" for none → BuoyContext */
  guint serial;         /* serial number of the settings that they were made with */
} Known;

struct _HostContexts
{
  HostSettings *settings;
  GPtrArray *known;  /* of Known, the oldest first */
  GPtrArray *coming; /* of Known, still incomplete */
  Known *nobody;
};

static Known *
known_new (gint64 number)
{
  Known *known = g_new0 (Known, 1);

  known->number = number;
  known->addresses = g_ptr_array_new_with_free_func (g_free);
  known->names = g_ptr_array_new_with_free_func (g_free);
  known->people = g_ptr_array_new_with_free_func (g_free);
  known->made = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) buoy_context_unref);
  return known;
}

static void
known_free (gpointer data)
{
  Known *known = data;

  g_ptr_array_unref (known->addresses);
  g_ptr_array_unref (known->names);
  g_ptr_array_unref (known->people);
  g_hash_table_unref (known->made);
  g_free (known);
}

HostContexts *
host_contexts_new (HostSettings *settings)
{
  HostContexts *self = g_new0 (HostContexts, 1);

  self->settings = settings;
  self->known = g_ptr_array_new_with_free_func (known_free);
  self->coming = g_ptr_array_new_with_free_func (known_free);
  self->nobody = known_new (0);
  return self;
}

void
host_contexts_free (HostContexts *self)
{
  g_ptr_array_unref (self->known);
  g_ptr_array_unref (self->coming);
  known_free (self->nobody);
  g_free (self);
}

static guint
find (const GPtrArray *list, gint64 number)
{
  guint i = 0;

  while (i < list->len && ((const Known *) g_ptr_array_index (list, i))->number != number)
    i++;
  return i;
}

/* Replaces the entry with the same number, or the oldest one if the list is full. */
static void
add (GPtrArray *list, Known *known)
{
  const guint place = find (list, known->number);

  if (place < list->len)
    g_ptr_array_remove_index (list, place);
  else if (list->len == MAX_CONTEXTS)
    g_ptr_array_remove_index (list, 0);
  g_ptr_array_add (list, known);
}

static char *
get_valid (JsonArray *array, guint index)
{
  return g_utf8_make_valid (json_array_get_string_element (array, index), -1);
}

static void
take_addresses (Known *known, JsonObject *frame)
{
  JsonArray *addresses
      = json_object_has_member (frame, "ownAddresses") ? json_object_get_array_member (frame, "ownAddresses") : NULL;

  for (guint i = 0; addresses != NULL && i < json_array_get_length (addresses); i++)
    if (known->addresses->len < MAX_ADDRESSES)
      g_ptr_array_add (known->addresses, get_valid (addresses, i));
}

static void
take_people (Known *known, JsonObject *frame)
{
  JsonArray *people = json_object_get_array_member (frame, "contacts");

  for (guint i = 0; i < json_array_get_length (people) && known->people->len < MAX_PEOPLE; i++)
    {
      JsonArray *person = json_array_get_array_element (people, i);

      g_ptr_array_add (known->names, get_valid (person, 0));
      g_ptr_array_add (known->people, get_valid (person, 1));
    }
}

gboolean
host_contexts_take (HostContexts *self, JsonObject *frame)
{
  const gint64 number = host_get_number (frame, "context");
  const guint place = find (self->coming, number);
  Known *known;

  if (place == self->coming->len)
    add (self->coming, known_new (number));
  known = g_ptr_array_index (self->coming, place < self->coming->len ? place : self->coming->len - 1);
  take_addresses (known, frame);
  take_people (known, frame);
  if (host_get_bool (frame, "more"))
    return FALSE;
  add (self->known, g_ptr_array_steal_index (self->coming, find (self->coming, number)));
  return TRUE;
}

/* @account, or NULL if nothing remembered about it may be used. */
static const char *
get_taught (HostSettings *settings, const char *account)
{
  return account != NULL && host_settings_is_on (settings, "memory") ? account : NULL;
}

static BuoyContext *
make (const Known *known, HostSettings *settings, const char *taught)
{
  BuoyContext *context = buoy_context_new ();

  for (guint i = 0; i < known->addresses->len; i++)
    buoy_context_add_own_address (context, g_ptr_array_index (known->addresses, i));
  for (guint i = 0; i < known->people->len; i++)
    buoy_context_add_contact (context, g_ptr_array_index (known->names, i), g_ptr_array_index (known->people, i));
  host_settings_fill_context (settings, context);
  if (taught != NULL)
    buoy_learning_use (host_memory_get (), taught, context);
  return context;
}

/* (transfer none) */
static BuoyContext *
find_made (Known *known, HostSettings *settings, const char *taught)
{
  const char *name = taught != NULL ? taught : "";
  BuoyContext *context = g_hash_table_lookup (known->made, name);

  if (context != NULL && (taught == NULL || !buoy_learning_has_changed (host_memory_get (), taught, context)))
    return context;
  if (g_hash_table_size (known->made) >= MAX_ACCOUNTS)
    g_hash_table_remove_all (known->made);
  context = make (known, settings, taught);
  g_hash_table_replace (known->made, g_strdup (name), context);
  return context;
}

BuoyContext *
host_contexts_get (HostContexts *self, gint64 number, const char *account)
{
  const guint place = find (self->known, number);
  Known *known = number == 0 ? self->nobody : NULL;

  if (place < self->known->len)
    known = g_ptr_array_index (self->known, place);
  if (known == NULL)
    return NULL;
  if (known->serial != host_settings_get_serial (self->settings))
    g_hash_table_remove_all (known->made);
  known->serial = host_settings_get_serial (self->settings);
  return buoy_context_ref (find_made (known, self->settings, get_taught (self->settings, account)));
}
