/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Checks whether a mail client was started before an upgrade: it still uses the old files, which were deleted. And
 * whether the program that reads messages works in the clients, not only here.
 */
#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "buoy-deaths.h"
#include "buoy-last-use.h"
#include "cli-doctor.h"
#include "policy/buoy-policy-folders.h"

/* How lines of /proc/PID/maps end for a file that was replaced. */
#define REPLACED "/(libbellbuoy-1\\.so[.0-9]*|module-bellbuoy\\.so|bellbuoy-host) \\(deleted\\)$"

static const struct
{
  const char *process; /* as in /proc/PID/comm */
  const char *client;
} clients[] = {
  { "evolution", "Evolution" }, { "bellbuoy-host", "Thunderbird" }, /* Thunderbird starts it */
};

static const char *
find_client (const char *process)
{
  for (gsize i = 0; i < G_N_ELEMENTS (clients); i++)
    if (g_str_equal (clients[i].process, process))
      return clients[i].client;
  return NULL;
}

/* (transfer full) (nullable): also NULL if the process has ended, or belongs to another user. */
static char *
read_proc (const char *folder, const char *process, const char *name)
{
  g_autofree char *path = g_build_filename (folder, process, name, NULL);
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, NULL);
  return text;
}

/* The client that @process belongs to, if it runs deleted files. (nullable) */
static const char *
find_outdated (const char *folder, const char *process)
{
  g_autofree char *name = read_proc (folder, process, "comm");
  const char *client = name != NULL ? find_client (g_strchomp (name)) : NULL;
  g_autofree char *maps = client != NULL ? read_proc (folder, process, "maps") : NULL;

  if (maps == NULL || !g_regex_match_simple (REPLACED, maps, G_REGEX_MULTILINE | G_REGEX_RAW, 0))
    return NULL;
  return client;
}

static void
say_outdated (CliDoctor *doctor, const char *client)
{
  /* Translators: %s is Evolution or Thunderbird. */
  g_autofree char *advice = g_strdup_printf (_ ("Restart %s."), client);

  /* Translators: %s is Evolution or Thunderbird. */
  cli_doctor_say_problem (doctor, advice, _ ("%s still runs the version from before an upgrade"), client);
}

void
cli_doctor_examine_running (CliDoctor *doctor)
{
  g_autofree char *folder = buoy_policy_at_root (doctor->root, "/proc");
  g_autoptr (GDir) processes = g_dir_open (folder, 0, NULL);
  g_autoptr (GHashTable) found = g_hash_table_new (g_str_hash, g_str_equal);
  const char *process;

  while (processes != NULL && (process = g_dir_read_name (processes)) != NULL)
    {
      const char *client = g_ascii_isdigit (*process) ? find_outdated (folder, process) : NULL;

      if (client != NULL)
        g_hash_table_add (found, (char *) client);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (clients); i++)
    if (g_hash_table_contains (found, clients[i].client))
      say_outdated (doctor, clients[i].client);
}

static void
tell_deaths (CliDoctor *doctor, const char *client, const char *name)
{
  g_auto (BuoyDeaths) deaths = { 0 };
  g_autofree char *advice = NULL;
  g_autofree char *when = NULL;

  buoy_deaths_get (client, &deaths);
  if (deaths.n_deaths == 0 || deaths.last == NULL)
    return;
  when = g_date_time_format (deaths.last, "%x %H:%M");
  /* Translators: %s is Evolution or Thunderbird. */
  advice = g_strdup_printf (_ ("Restart %s."), name);
  if (deaths.is_stopped)
    cli_doctor_say_problem (doctor, advice,
                            /* Translators: %s is Evolution or Thunderbird. */
                            _ ("%s does not check messages any more: the program bellbuoy-worker ended too often"),
                            name);
  else
    cli_doctor_say_note (doctor,
                         /* Translators: %1$u is a number, %2$s Evolution or Thunderbird, %3$s a date and time. */
                         ngettext ("bellbuoy-worker ended by itself %1$u time since %2$s was started, on %3$s, and was "
                                   "started again",
                                   "bellbuoy-worker ended by itself %1$u times since %2$s was started, last on %3$s, "
                                   "and was started again",
                                   deaths.n_deaths),
                         deaths.n_deaths, name, when);
}

void
cli_doctor_examine_deaths (CliDoctor *doctor)
{
  tell_deaths (doctor, BUOY_LAST_USE_EVOLUTION, "Evolution");
  tell_deaths (doctor, BUOY_LAST_USE_THUNDERBIRD, "Thunderbird");
}
