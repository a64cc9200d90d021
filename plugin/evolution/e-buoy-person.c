/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A person whom the reader knows.
 */
#include "config.h"

#include "e-buoy-people-private.h"

void
e_buoy_person_free (gpointer data)
{
  EBuoyPerson *person = data;

  g_free (person->name);
  g_free (person->address);
  g_free (person);
}

void
e_buoy_people_collect (GPtrArray *people, const char *name, const char *address)
{
  EBuoyPerson *person;

  if (address == NULL || strchr (address, '@') == NULL || people->len >= E_BUOY_MAX_PEOPLE)
    return;
  person = g_new0 (EBuoyPerson, 1);
  person->name = g_strdup (name != NULL ? name : "");
  person->address = g_strdup (address);
  g_ptr_array_add (people, person);
}
