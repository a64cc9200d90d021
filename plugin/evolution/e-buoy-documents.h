/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What the documents of one message display, as last reported by each.
 */
#pragma once

#include <glib-object.h>

typedef struct _EBuoyDocuments EBuoyDocuments;

/* The documents of the message of @part_list (an EMailPartList), which owns them: it may be analysed several times
 * while it is displayed. (transfer none)
 */
EBuoyDocuments *e_buoy_documents_of (GObject *part_list);

gboolean e_buoy_documents_are_any (EBuoyDocuments *self);

/* Stores what the document @name displays, as JSON of shown.js. FALSE if that is not new. */
gboolean e_buoy_documents_add (EBuoyDocuments *self, const char *name, const char *json);

/* All documents, each as JSON. (transfer full) */
char **e_buoy_documents_list (EBuoyDocuments *self);
