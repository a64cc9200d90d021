/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * How many objects GMime makes of a message while it parses it: they take far more memory than their bytes.
 */
#pragma once

#include "base/buoy-budget.h"

#define BUOY_OBJECTS_OF_PART 8 /* itself, its type, its content with its streams, its list of fields */

typedef struct
{
  guint *n_objects;       /* of the whole file */
  gsize n_counted;        /* bytes whose boundaries were counted */
  GHashTable *boundaries; /* of char *: all that were declared */
  gsize longest_boundary;
  guint objects_of_part; /* more where a part is a message without saying so */
} BuoyObjectCount;

/* @n_objects: what is added to */
void buoy_object_count_init (BuoyObjectCount *count, guint *n_objects);
void buoy_object_count_clear (BuoyObjectCount *count);

/* Counts what is made of a field, whose value is @length bytes long, and what it says of the parts that follow. */
void buoy_object_count_field (BuoyObjectCount *count, const char *name, const char *value, gsize length);

/* Counts the parts that begin in front of @position, up to which GMime has parsed @data. For each line that may be a
 * boundary it asks all that are open, which is spent from @budget.
 */
void buoy_object_count_parts (BuoyObjectCount *count, const char *data, gsize position, BuoyBudget *budget);
