/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * How many objects GMime creates while parsing a message: they take far more memory than its bytes.
 */
#pragma once

#include "base/buoy-budget.h"

#define BUOY_OBJECTS_OF_PART 8 /* the part, its type, its content and streams, its list of fields */

typedef struct
{
  guint *n_objects;       /* in the whole file */
  gsize n_counted;        /* bytes in which boundaries were counted */
  GHashTable *boundaries; /* set of char *: all that were declared */
  gsize longest_boundary;
  guint objects_of_part; /* more if a part may be a message without being declared as one */
} BuoyObjectCount;

/* @n_objects: the counter to increase */
void buoy_object_count_init (BuoyObjectCount *count, guint *n_objects);
void buoy_object_count_clear (BuoyObjectCount *count);

/* Counts the objects for a field whose value is @length bytes long, and the boundaries that it declares. */
void buoy_object_count_field (BuoyObjectCount *count, const char *name, const char *value, gsize length);

/* Counts the parts that begin before @position, up to which GMime has parsed @data. Each line that may be a boundary is
 * compared with all open ones, which is spent from @budget.
 */
void buoy_object_count_parts (BuoyObjectCount *count, const char *data, gsize position, BuoyBudget *budget);
