/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

/* Returns: (transfer full): the name of the country @code (ISO 3166-1, two capital letters) in the language of @locale
 * ("ja_JP.UTF-8"); @code itself if there is none
 */
char *buoy_country_name (const char *code, const char *locale);
