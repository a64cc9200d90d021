/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Documents are kept while the message is displayed: a document that is replaced may have been seen.
 */
#include "config.h"

#include "e-buoy-documents.h"

#include <string.h>

#define KEY "bellbuoy-documents"
#define MAX_DOCUMENTS 1000               /* frames, and links under the pointer */
#define MAX_BYTES (8 * 1024 * 1024)      /* in total; 2,000 links take 400 kB */
#define LEFT_OUT "{\"leftOut\":1000000}" /* marks a document as not analysed */

struct _EBuoyDocuments
{
  GHashTable *by_name; /* char * → char * */
  gsize n_bytes;
  gboolean is_full;
};

static void
documents_free (gpointer data)
{
  EBuoyDocuments *self = data;

  g_hash_table_unref (self->by_name);
  g_free (self);
}

EBuoyDocuments *
e_buoy_documents_of (GObject *part_list)
{
  EBuoyDocuments *self = g_object_get_data (part_list, KEY);

  if (self == NULL)
    {
      self = g_new0 (EBuoyDocuments, 1);
      self->by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      g_object_set_data_full (part_list, KEY, self, documents_free);
    }
  return self;
}

gboolean
e_buoy_documents_are_any (EBuoyDocuments *self)
{
  return g_hash_table_size (self->by_name) > 0 || self->is_full;
}

gboolean
e_buoy_documents_add (EBuoyDocuments *self, const char *name, const char *json)
{
  const char *known = g_hash_table_lookup (self->by_name, name);
  const gsize n_bytes = strlen (name) + strlen (json);

  if (g_strcmp0 (known, json) == 0 || self->is_full)
    return FALSE;
  self->is_full = n_bytes > MAX_BYTES - self->n_bytes || g_hash_table_size (self->by_name) >= MAX_DOCUMENTS;
  if (!self->is_full)
    {
      self->n_bytes += n_bytes;
      g_hash_table_insert (self->by_name, g_strdup (name), g_strdup (json));
    }
  return TRUE;
}

char **
e_buoy_documents_list (EBuoyDocuments *self)
{
  GPtrArray *list = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer json;

  g_hash_table_iter_init (&iter, self->by_name);
  while (g_hash_table_iter_next (&iter, NULL, &json))
    g_ptr_array_add (list, g_strdup (json));
  if (self->is_full)
    g_ptr_array_add (list, g_strdup (LEFT_OUT));
  g_ptr_array_add (list, NULL);
  return (char **) g_ptr_array_free (list, FALSE);
}
