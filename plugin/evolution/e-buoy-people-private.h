/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The places in which people are looked for. What is found out on the main thread is read in a worker.
 */
#pragma once

#include "e-buoy-compat.h"

#define E_BUOY_MAX_PEOPLE 20000 /* whom nobody knows more of; each is held against every sender */

typedef struct
{
  char *name; /* "" where there is none */
  char *address;
} EBuoyPerson;

void e_buoy_person_free (gpointer person);

/* Takes in one person; a second time is no harm. */
void e_buoy_people_collect (GPtrArray *people, const char *name, const char *address);

/* e-buoy-people-books.c. A list of ESource; then whoever stands in one of them. */
GList *e_buoy_people_list_books (ESourceRegistry *registry);
void e_buoy_people_read_book (EClientCache *cache, ESource *book, GPtrArray *people, GCancellable *cancellable);

/* e-buoy-people-sent.c. The URIs of the folders of sent mail; then whoever was written to. */
GPtrArray *e_buoy_people_list_sent (ESourceRegistry *registry);
void e_buoy_people_read_sent (CamelSession *session, const char *uri, GPtrArray *people, GCancellable *cancellable);
