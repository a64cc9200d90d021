/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The requests and answers of the isolated program that are GVariants, as bytes.
 */
#pragma once

#include <gio/gio.h>

/* As "ay". (transfer floating) */
GVariant *buoy_task_pack_bytes (GBytes *bytes);

/* @list (element-type GBytes) as "aay". (transfer floating) */
GVariant *buoy_task_pack_list (const GPtrArray *list);

/* The GBytes of @value, "aay". NULL if they are more than @max. (transfer full) (nullable) */
GPtrArray *buoy_task_unpack_list (GVariant *value, gsize max);

/* Takes @value, which is floating. (transfer full) */
GBytes *buoy_task_to_bytes (GVariant *value);

/* NULL if @bytes, which need not be trusted, are not a value of @type. (transfer full) (nullable) */
GVariant *buoy_task_from_bytes (GBytes *bytes, const char *type);
