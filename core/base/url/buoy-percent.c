/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "base/url/buoy-percent.h"

#include <string.h>

#include "base/url/buoy-url-private.h"

static gboolean
is_in_set (guchar c, BuoyEncodeSet set)
{
  static const char *const extra[] = {
    [BUOY_ENCODE_C0] = "",
    [BUOY_ENCODE_FRAGMENT] = " \"<>`",
    [BUOY_ENCODE_QUERY] = " \"#<>",
    [BUOY_ENCODE_SPECIAL_QUERY] = " \"#<>'",
    [BUOY_ENCODE_PATH] = " \"#<>?^`{}",
    [BUOY_ENCODE_USERINFO] = " \"#<>?^`{}/:;=@[\\]|",
  };

  return c < 0x20 || c > 0x7e || strchr (extra[set], c) != NULL;
}

void
buoy_percent_append (GString *out, const char *text, gsize length, BuoyEncodeSet set)
{
  for (gsize i = 0; i < length; i++)
    {
      const guchar c = (guchar) text[i];

      if (text[i] == BUOY_URL_NUL)
        g_string_append (out, "%00");
      else if (is_in_set (c, set))
        g_string_append_printf (out, "%%%02X", c);
      else
        g_string_append_c (out, (char) c);
    }
}

char *
buoy_percent_decode (const char *text, gsize length, gsize *out_length)
{
  char *out = g_malloc (length + 1);
  gsize n = 0;

  for (gsize i = 0; i < length; i++)
    {
      if (text[i] == '%' && i + 2 < length && g_ascii_isxdigit (text[i + 1]) && g_ascii_isxdigit (text[i + 2]))
        {
          out[n++] = (char) (g_ascii_xdigit_value (text[i + 1]) * 16 + g_ascii_xdigit_value (text[i + 2]));
          i += 2;
        }
      else
        out[n++] = text[i];
    }
  out[n] = '\0';
  *out_length = n;
  return out;
}
