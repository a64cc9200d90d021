/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The URL parser and what leans on it, fed any bytes. The first line is the base, the rest the URL;
 * a text form that is parsed again must stay as it is.
 */
#include "config.h"

#include "fuzz.h"

#include <string.h>

#include "base/host/buoy-host.h"
#include "base/shown/buoy-shown-host.h"
#include "base/text/buoy-text.h"
#include "base/url/buoy-url.h"

static void
parse_twice (const char *input, gsize length, const BuoyUrl *base)
{
  g_autoptr (BuoyUrl) url = buoy_url_parse_bytes (input, length, base);
  g_autofree char *text = url != NULL ? buoy_url_to_string (url) : NULL;
  g_autoptr (BuoyUrl) again = text != NULL ? buoy_url_parse (text, NULL) : NULL;
  g_autofree char *text_again = again != NULL ? buoy_url_to_string (again) : NULL;

  if (text == NULL)
    return;
  g_assert_cmpstr (text, ==, text_again);
  g_free (buoy_url_query_value (url, "u"));
  g_free (buoy_host_to_unicode (url->host));
  g_free (buoy_host_for_reader (url->host));
  buoy_host_registrable_domain (url->host);
  buoy_host_is_public_ip (url->host);
}

static void
read_text (const char *text)
{
  g_autofree char *ascii = buoy_host_to_ascii (text);
  g_autofree char *again = buoy_host_to_ascii (ascii);
  g_autofree char *shown = buoy_shown_host_find (text);
  g_autofree char *address = buoy_shown_address_host (text);
  g_autofree char *folded = buoy_text_fold (text);

  g_assert_cmpstr (ascii, ==, again);
  g_assert_true (shown == NULL || g_str_is_ascii (shown));
  g_assert_true (address == NULL || g_str_is_ascii (address));
  g_assert_true (g_utf8_validate (folded, -1, NULL));
  buoy_text_mixes_scripts (text);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *input = g_malloc0 (size + 1);
  const char *rest;

  if (size > 0)
    memcpy (input, data, size);
  rest = memchr (input, '\n', size);
  if (rest != NULL)
    {
      g_autofree char *base_text = g_strndup (input, (gsize) (rest - input));
      g_autoptr (BuoyUrl) base = buoy_url_parse (base_text, NULL);

      parse_twice (rest + 1, size - (gsize) (rest + 1 - input), base);
    }
  parse_twice (input, size, NULL);
  read_text (input);
  return 0;
}
