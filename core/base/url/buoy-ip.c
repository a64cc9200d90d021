/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "base/url/buoy-ip.h"

#include <arpa/inet.h>
#include <string.h>

#define NOT_A_NUMBER G_MAXUINT64

/* The value of "0x7f", "0177" or "127"; NOT_A_NUMBER if @text is not a number. Digits after the 40th bit are ignored.
 */
static guint64
parse_number (const char *text, gsize length)
{
  guint base = 10;
  guint64 value = 0;

  if (length == 0)
    return NOT_A_NUMBER;
  if (length >= 2 && text[0] == '0' && (text[1] == 'x' || text[1] == 'X'))
    {
      base = 16;
      text += 2;
      length -= 2;
    }
  else if (length >= 2 && text[0] == '0')
    {
      base = 8;
      text++;
      length--;
    }
  for (gsize i = 0; i < length; i++)
    {
      const int digit = g_ascii_xdigit_value (text[i]);

      if (digit < 0 || (guint) digit >= base)
        return NOT_A_NUMBER;
      if (value < (G_GUINT64_CONSTANT (1) << 40))
        value = value * base + (guint) digit;
    }
  return value;
}

static gboolean
is_all_digits (const char *text)
{
  return *text != '\0' && text[strspn (text, "0123456789")] == '\0';
}

/* The URL standard's "ends in a number" checker. */
static gboolean
ends_in_number (const char *host)
{
  const gsize length = strlen (host);
  const char *end = length > 1 && host[length - 1] == '.' ? host + length - 1 : host + length;
  const char *last = end;
  g_autofree char *number = NULL;

  while (last > host && last[-1] != '.')
    last--;
  if (!g_ascii_isdigit (*last))
    return FALSE;
  number = g_strndup (last, (gsize) (end - last));
  return is_all_digits (number)
         || ((number[0] == '0' && (number[1] == 'x' || number[1] == 'X'))
             && parse_number (number, strlen (number)) != NOT_A_NUMBER);
}

int
buoy_ipv4_parse (const char *host, guint32 *out_address)
{
  g_auto (GStrv) parts = NULL;
  guint n_parts;
  guint64 address = 0;

  if (!ends_in_number (host))
    return 0;
  parts = g_strsplit (host, ".", -1);
  n_parts = g_strv_length (parts);
  if (*parts[n_parts - 1] == '\0')
    n_parts--;
  if (n_parts > 4)
    return -1;

  for (guint i = 0; i < n_parts; i++)
    {
      const guint64 number = parse_number (parts[i], strlen (parts[i]));
      const gboolean last = i == n_parts - 1;

      if (number == NOT_A_NUMBER || (!last && number > 255))
        return -1;
      if (last && number >= (G_GUINT64_CONSTANT (1) << (8 * (5 - n_parts))))
        return -1;
      address += last ? number : number << (8 * (3 - i));
    }
  *out_address = (guint32) address;
  return 1;
}

char *
buoy_ipv4_to_string (guint32 address)
{
  return g_strdup_printf ("%u.%u.%u.%u", address >> 24, (address >> 16) & 255, (address >> 8) & 255, address & 255);
}

/* The start of the longest run of at least two zero pieces; 8 if there is none. */
static guint
find_zeros (const guint16 *pieces, guint *out_length)
{
  guint best = 8;

  *out_length = 1;
  for (guint i = 0; i < 8;)
    {
      guint n = 0;

      while (i + n < 8 && pieces[i + n] == 0)
        n++;
      if (n > *out_length)
        {
          best = i;
          *out_length = n;
        }
      i += MAX (n, 1);
    }
  return best;
}

static char *
serialise (const guint16 *pieces)
{
  GString *out = g_string_new (NULL);
  guint n_zeros;
  const guint zeros = find_zeros (pieces, &n_zeros);

  for (guint i = 0; i < 8; i++)
    {
      if (i == zeros)
        {
          g_string_append (out, i == 0 ? "::" : ":");
          i += n_zeros - 1;
          continue;
        }
      g_string_append_printf (out, "%x", pieces[i]);
      if (i < 7)
        g_string_append_c (out, ':');
    }
  return g_string_free (out, FALSE);
}

char *
buoy_ipv6_canonicalise (const char *text)
{
  guint8 bytes[16];
  guint16 pieces[8];

  if (inet_pton (AF_INET6, text, bytes) != 1)
    return NULL;
  for (guint i = 0; i < 8; i++)
    pieces[i] = (guint16) (bytes[2 * i] << 8 | bytes[2 * i + 1]);
  return serialise (pieces);
}
