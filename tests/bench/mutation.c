/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Bytes are changed, pieces cut, doubled or moved from one message into another, and words put in that mean something
 * to a parser.
 */
#include "config.h"

#include "mutation.h"

#include <string.h>

#define MAX_CHANGES 12
#define MAX_PIECE_BYTES 2000
#define MAX_BYTES (200 * 1000) /* of a message; pieces that are doubled make it longer */

/* clang-format off */
static const char *const words[] = {
  "\n\n", "\r\n", "\r", "\n ", "\t", "--b", "--b--", "=?utf-8?B?", "=?iso-2022-jp?Q?", "?=", "\033$B", "\033(B",
  "<a href=\"", "https://", "//", "@", "xn--", "%2f", "%00", "&#x", "&amp;", "<!--", "-->", "<![CDATA[", "<style>",
  "</style>", "{display:none}", ":not(", "var(--", "@media", "<script>", "<svg>", "<table>", "<base href=", "data:",
  "javascript:", "mailto:", "From: ", "Received: from ", "Authentication-Results: ", "Content-Type: ", "multipart/mixed",
  "text/html", "message/rfc822", "boundary=", "charset=", "base64", "quoted-printable", "filename*0*=", "; ", "(((", "\"",
  "\\", "<", ">", "[", "]", "255.255.255.255", "::1", "99999999999999999999", "-1", "\xe2\x80\xae", "\xef\xbb\xbf",
  "\xcc\x81", "\xff", "\x80", "\xc0\x80", "BEGIN:VEVENT", "P5\n9 9\n255\n",
};
/* clang-format on */

static gsize
pick (GRand *chance, gsize end)
{
  return end == 0 ? 0 : (gsize) g_rand_int_range (chance, 0, (gint32) end);
}

static gsize
pick_piece (GRand *chance, const GString *text, gsize at)
{
  const gsize n = 1 + pick (chance, MAX_PIECE_BYTES);

  return MIN (n, text->len - at);
}

static void
insert_piece_of (GRand *chance, GString *text, GBytes *other)
{
  gsize length;
  const char *data = g_bytes_get_data (other, &length);
  const gsize from = pick (chance, length);
  const gsize n = 1 + pick (chance, MAX_PIECE_BYTES);
  const gsize at = pick (chance, text->len + 1);

  g_string_insert_len (text, (gssize) at, data + from, (gssize) MIN (n, length - from));
}

static void
change (GRand *chance, GString *text, const GPtrArray *seeds)
{
  const gsize at = pick (chance, text->len);
  const char *word = words[pick (chance, G_N_ELEMENTS (words))];
  g_autofree char *piece = NULL;
  gsize n;

  if (text->len == 0)
    return;
  switch (g_rand_int_range (chance, 0, 7))
    {
    case 0:
      text->str[at] = (char) g_rand_int_range (chance, 0, 256);
      break;
    case 1:
      text->str[at] = (char) (text->str[at] ^ 1 << g_rand_int_range (chance, 0, 8));
      break;
    case 2:
      g_string_erase (text, (gssize) at, (gssize) pick_piece (chance, text, at));
      break;
    case 3:
      n = pick_piece (chance, text, at);
      piece = g_memdup2 (text->str + at, n);
      for (gsize i = 1 + pick (chance, 20); i > 0 && text->len + n < MAX_BYTES; i--)
        g_string_insert_len (text, (gssize) at, piece, (gssize) n);
      break;
    case 4:
      insert_piece_of (chance, text, g_ptr_array_index (seeds, pick (chance, seeds->len)));
      break;
    case 5:
      g_string_truncate (text, at);
      break;
    default:
      g_string_insert (text, (gssize) at, word);
      break;
    }
}

GBytes *
mutation_make (GRand *chance, const GPtrArray *seeds)
{
  gsize length;
  const char *data = g_bytes_get_data (g_ptr_array_index (seeds, pick (chance, seeds->len)), &length);
  GString *text = g_string_new_len (data, (gssize) length);

  for (gsize i = 1 + pick (chance, MAX_CHANGES); i > 0; i--)
    change (chance, text, seeds);
  return g_string_free_to_bytes (text);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

static void
read_folder (const char *path, GPtrArray *seeds)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_build_filename (path, name, NULL));
  g_ptr_array_sort (names, compare_names); /* the same storm on every machine */
  for (guint i = 0; i < names->len; i++)
    {
      const char *file = g_ptr_array_index (names, i);
      char *data;
      gsize length;

      if (g_file_test (file, G_FILE_TEST_IS_DIR))
        read_folder (file, seeds);
      else if (g_str_has_suffix (file, ".eml") && g_file_get_contents (file, &data, &length, NULL))
        g_ptr_array_add (seeds, g_bytes_new_take (data, length));
    }
}

GPtrArray *
mutation_read_folders (char **folders)
{
  GPtrArray *seeds = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  for (guint i = 0; folders[i] != NULL; i++)
    read_folder (folders[i], seeds);
  return seeds;
}
