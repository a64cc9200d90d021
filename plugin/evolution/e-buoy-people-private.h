/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Sources of people. They are listed on the main thread and read in a worker.
 */
#pragma once

#include "e-buoy-compat.h"

#define E_BUOY_MAX_PEOPLE 20000 /* each is compared with every sender */

typedef struct
{
  char *name; /* "" if there is none */
  char *address;
} EBuoyPerson;

void e_buoy_person_free (gpointer person);

/* Adds one person; duplicates are removed later. */
void e_buoy_people_collect (GPtrArray *people, const char *name, const char *address);

/* e-buoy-people-books.c: a list of ESource, and the people in one of them. */
GList *e_buoy_people_list_books (ESourceRegistry *registry);
void e_buoy_people_read_book (EClientCache *cache, ESource *book, GPtrArray *people, GCancellable *cancellable);

/* e-buoy-people-sent.c: the URIs of sent-mail folders, and the addressees in one of them. */
GPtrArray *e_buoy_people_list_sent (ESourceRegistry *registry);
void e_buoy_people_read_sent (CamelSession *session, const char *uri, GPtrArray *people, GCancellable *cancellable);
