/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "base/text/buoy-country.h"

#include <unicode/uloc.h>
#include <unicode/ustring.h>

#define MAX_LETTERS 128 /* the longest name of a country has some fifty */

static gboolean
is_code (const char *code)
{
  return g_ascii_isupper (code[0]) && g_ascii_isupper (code[1]) && code[2] == '\0';
}

char *
buoy_country_name (const char *code, const char *locale)
{
  UChar name[MAX_LETTERS];
  char canonical[ULOC_FULLNAME_CAPACITY];
  UErrorCode status = U_ZERO_ERROR;
  int32_t length;
  g_autofree char *region = NULL;

  if (!is_code (code))
    return g_strdup (code);
  region = g_strconcat ("und_", code, NULL);
  uloc_canonicalize (g_str_equal (locale, "C") ? "en" : locale, canonical, sizeof canonical, &status);
  length = U_SUCCESS (status) ? uloc_getDisplayCountry (region, canonical, name, G_N_ELEMENTS (name), &status) : 0;
  if (U_FAILURE (status) || length <= 0 || length >= MAX_LETTERS)
    return g_strdup (code);
  return g_utf16_to_utf8 ((const gunichar2 *) name, length, NULL, NULL, NULL);
}
