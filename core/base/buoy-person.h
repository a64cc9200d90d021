/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * People's names, as they are compared.
 */
#pragma once

#include <glib.h>

/* The form in which two ways of writing one person's name meet: "Lindqvist, Anna B." and "Anna Lindqvist",
 * "山田 太郎 様" and "山田太郎". (nullable) for what names no single person: a given name alone, a family name alone.
 */
char *buoy_person_key (const char *name);
