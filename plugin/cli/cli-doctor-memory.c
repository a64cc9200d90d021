/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Reports what was learned from mail, and when each mail client last checked a message.
 */
#include "config.h"

#include <glib/gi18n.h>

#include <bellbuoy.h>

#include "buoy-last-use.h"
#include "buoy-learning.h"
#include "buoy-memory-words.h"
#include "cli-doctor.h"

static void
list_accounts (CliDoctor *doctor, BuoyMemory *memory)
{
  g_auto (GStrv) accounts = buoy_memory_list_accounts (memory);

  for (guint i = 0; accounts[i] != NULL; i++)
    {
      g_autofree char *server = buoy_memory_get_server (memory, accounts[i]);
      g_autofree char *checker = buoy_memory_get_checker (memory, accounts[i]);
      g_autofree char *words = buoy_memory_words_tell_account (accounts[i], server, checker);

      cli_doctor_say_ok (doctor, "%s", words);
    }
}

void
cli_doctor_examine_memory (CliDoctor *doctor)
{
  g_autoptr (BuoyMemory) memory = buoy_learning_has_file () ? buoy_memory_open (NULL) : NULL;
  g_autofree char *kept = memory != NULL && buoy_memory_is_kept (memory) ? buoy_memory_words_tell_kept (memory) : NULL;

  if (kept == NULL)
    {
      cli_doctor_say_ok (doctor, _ ("Nothing was learned from mail yet"));
      return;
    }
  cli_doctor_say_ok (doctor, "%s", kept);
  list_accounts (doctor, memory);
}

static void
tell_last_use (CliDoctor *doctor, const char *client, const char *name)
{
  g_autoptr (GDateTime) last = buoy_last_use_get (client);
  g_autofree char *when = last != NULL ? g_date_time_format (last, "%x %H:%M") : NULL;

  if (when == NULL)
    /* Translators: %s is Evolution or Thunderbird. */
    cli_doctor_say_ok (doctor, _ ("%s has not checked a message yet"), name);
  else
    /* Translators: %1$s is Evolution or Thunderbird, %2$s a date and time. */
    cli_doctor_say_ok (doctor, _ ("%1$s last checked a message on %2$s"), name, when);
}

void
cli_doctor_examine_last_use (CliDoctor *doctor)
{
  tell_last_use (doctor, BUOY_LAST_USE_EVOLUTION, "Evolution");
  tell_last_use (doctor, BUOY_LAST_USE_THUNDERBIRD, "Thunderbird");
}
