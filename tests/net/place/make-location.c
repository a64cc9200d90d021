/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Writes a small table of libloc: make-location OUT.
 */
#include <libloc/writer.h>
#include <stdio.h>

static const struct
{
  const char *network, *country;
  unsigned int number;
  const char *owner;
} rows[] = {
  { "23.94.183.0/24", "US", 36352, "ColoCrossing" },
  { "45.194.32.0/24", "HK", 138995, "Antbox Networks Limited" },
  { "198.51.100.0/24", "JP", 0, NULL },
  { "2606:4700::/32", "US", 13335, "Cloudflare, Inc." },
  { "203.0.113.0/24", "A1", 0, NULL },
};

static int
write_table (struct loc_ctx *context, FILE *out)
{
  struct loc_writer *writer;

  if (loc_writer_new (context, &writer, NULL, NULL) != 0)
    return 1;
  loc_writer_set_vendor (writer, "Example Table");
  for (unsigned int i = 0; i < sizeof rows / sizeof *rows; i++)
    {
      struct loc_network *network;
      struct loc_as *as;

      if (loc_writer_add_network (writer, &network, rows[i].network) != 0)
        return 1;
      loc_network_set_country_code (network, rows[i].country);
      loc_network_set_asn (network, rows[i].number);
      if (rows[i].owner != NULL && loc_writer_add_as (writer, &as, rows[i].number) == 0)
        loc_as_set_name (as, rows[i].owner);
    }
  return loc_writer_write (writer, out, LOC_DATABASE_VERSION_LATEST) != 0;
}

/* libloc's writer keeps what it wrote; the test is about the reader. */
const char *__lsan_default_suppressions (void);

const char *
__lsan_default_suppressions (void)
{
  return "leak:libloc.so\n";
}

int
main (int argc, char **argv)
{
  struct loc_ctx *context;
  FILE *out = argc == 2 ? fopen (argv[1], "w+") : NULL;

  if (out == NULL || loc_new (&context) != 0 || write_table (context, out) != 0)
    return 1;
  return fclose (out) != 0;
}
