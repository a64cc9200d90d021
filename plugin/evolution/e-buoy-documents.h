/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What the documents of one message display, each the last time that it reported.
 */
#pragma once

#include <glib-object.h>

typedef struct _EBuoyDocuments EBuoyDocuments;

/* Those of the message of @part_list (an EMailPartList), which keeps them: it may be analysed several times while it is
 * displayed. (transfer none)
 */
EBuoyDocuments *e_buoy_documents_of (GObject *part_list);

gboolean e_buoy_documents_are_any (EBuoyDocuments *self);

/* Takes over what the document called @name displays, as JSON of shown.js. FALSE if that is known. */
gboolean e_buoy_documents_add (EBuoyDocuments *self, const char *name, const char *json);

/* (transfer full): all of them, each as JSON. */
char **e_buoy_documents_list (EBuoyDocuments *self);
