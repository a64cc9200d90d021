/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * `bellbuoy doctor`: checks whether everything is installed where it is looked for, shows which policy is in force, and
 * says how to solve problems. It changes nothing and uses no network.
 */
#include "config.h"

#include "cli.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "buoy-language.h"
#include "buoy-settings.h"
#include "cli-doctor.h"
#include "cli-policy.h"
#include "notice/buoy-json.h"
#include "policy/buoy-policy-backend.h"
#include "policy/buoy-policy-folders.h"
#include "policy/buoy-policy-serial.h"
#include "verdict/buoy-scan-process.h"

/* A message with a nearly white picture of 64 × 64 pixels, for which the program that decodes QR codes is needed. */
#define PICTURE_MAIL                                                                                    \
  "From: a@example.org\r\nTo: b@example.org\r\nSubject: x\r\nDate: Sun, 29 Nov 2026 09:00:00 +0000\r\n" \
  "Message-ID: <1@example.org>\r\nMIME-Version: 1.0\r\nContent-Type: image/png\r\n"                     \
  "Content-Transfer-Encoding: base64\r\n\r\n"                                                           \
  "iVBORw0KGgoAAAANSUhEUgAAAEAAAABACAAAAACPAi4CAAAAUElEQVR42u3RuRHAQAzDQPbfsV5e\r\n"                    \
  "D/I4AxIUsPLH5J2ujPPkqdjO8+SOya3z5Nqc6PPk7I2a8+TI6tnzBCOMMMIII4wwwggjjDDCCCOM\r\n"                    \
  "fzI+qE/JBOJx408AAAAASUVORK5CYII=\r\n"

static void
examine_language (CliDoctor *doctor)
{
  g_autofree char *language = buoy_language_get ();

  cli_doctor_say_ok (doctor, _ ("Bellbuoy %s, language: %s"), PACKAGE_VERSION, language);
}

/* Whether the picture was analysed: "limits" names what was not. */
static gboolean
reads_pictures (BuoyVerdict *verdict)
{
  g_autofree char *text = buoy_verdict_to_json (verdict);
  g_autoptr (JsonNode) root = json_from_string (text, NULL);
  JsonArray *limits = json_object_get_array_member (json_node_get_object (root), "limits");

  for (guint i = 0; i < json_array_get_length (limits); i++)
    if (g_str_equal (json_array_get_string_element (limits, i), "qr"))
      return FALSE;
  return TRUE;
}

/* Whether messages can be read: the program that does it shuts itself in, or refuses to work. */
static void
examine_worker (CliDoctor *doctor)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (PICTURE_MAIL, strlen (PICTURE_MAIL));
  g_autoptr (GError) error = NULL;
  g_autoptr (BuoyVerdict) verdict = buoy_scan (bytes, NULL, 0, NULL, &error);
  const guint landlock = buoy_scan_get_landlock_abi ();

  if (verdict == NULL)
    /* Translators: %s is the reason, half a sentence: "the message is empty". */
    cli_doctor_say_problem (doctor, _ ("Install the package bellbuoy-worker, of the same version."),
                            _ ("Messages are not checked: %s"), buoy_error_explain (error));
  else if (landlock > 0)
    cli_doctor_say_ok (doctor, _ ("Each message is read in an isolated process (seccomp, Landlock %u)"), landlock);
  else
    cli_doctor_say_ok (doctor, _ ("Each message is read in an isolated process (seccomp; no Landlock in this kernel)"));
}

static void
examine_pictures (CliDoctor *doctor)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (PICTURE_MAIL, strlen (PICTURE_MAIL));
  g_autoptr (BuoyContext) context = buoy_context_new ();
  g_autoptr (BuoyVerdict) first = buoy_scan (bytes, context, BUOY_SCAN_PICTURES, NULL, NULL);
  g_autoptr (BuoyVerdict) second
      = first != NULL ? buoy_scan_again (first, bytes, NULL, BUOY_SCAN_PICTURES, NULL, NULL) : NULL;

  if (second != NULL && reads_pictures (second))
    cli_doctor_say_ok (doctor, _ ("QR codes in pictures are looked for"));
  else
    cli_doctor_say_problem (doctor, _ ("Install the package bellbuoy-worker, or build with -Dqr=enabled."),
                            _ ("QR codes in pictures are not looked for: bellbuoy-qr does not start"));
}

/* What locks a key; NULL if nothing does. Of several policy files, the last one in the chain is named. */
static const char *
name_lock (GSettings *settings, BuoyPolicySet *set, const char *key)
{
  const GSList *chain = buoy_policy_set_get (set, key);

  if (buoy_policy_set_is_locked (set, key))
    return ((const BuoyPolicyEntry *) g_slist_last ((GSList *) chain)->data)->path;
  return g_settings_is_writable (settings, key) ? NULL : "dconf";
}

static void
list_locks (CliDoctor *doctor, GSettings *settings)
{
  BuoyPolicy *policy = buoy_policy_of_settings (settings);
  BuoyPolicyKeys *keys = buoy_policy_get_keys (policy);
  g_autoptr (BuoyPolicySet) set = buoy_policy_get_set (policy);

  for (const char *const *key = buoy_policy_keys_list (keys); *key != NULL; key++)
    {
      const char *lock = buoy_policy_keys_is_organisations (keys, *key) ? NULL : name_lock (settings, set, *key);

      if (lock != NULL)
        /* Translators: %1$s is the name of a key, %2$s a file or "dconf". */
        cli_doctor_say_note (doctor, _ ("%1$s is locked by %2$s"), *key, lock);
    }
}

/* An expired policy needs no correction, but a new version. */
static const char *
advise (const BuoyPolicyFile *file, const BuoyPolicyFault *fault)
{
  if (file->is_expired && fault->key == NULL && fault->line == 0)
    return g_str_equal (file->path, BUOY_POLICY_FETCHED)
               ? _ ("Publish it anew with a later date; it is fetched within an hour.")
               : _ ("Replace the file by one with a later date.");
  return _ ("Correct the file; see bellbuoy-policy(5). Everything else in it is in force.");
}

static void
list_faults (CliDoctor *doctor, const BuoyPolicyFile *file)
{
  for (guint i = 0; i < file->faults->len; i++)
    {
      g_autofree char *line = buoy_policy_fault_to_string (file->faults->pdata[i]);

      cli_doctor_say_problem (doctor, advise (file, file->faults->pdata[i]), "%s", line);
    }
}

static void
list_files (CliDoctor *doctor, BuoyPolicy *policy)
{
  const GPtrArray *files = buoy_policy_get_files (policy);

  if (files->len == 0)
    cli_doctor_say_ok (doctor, _ ("No policy is installed"));
  for (guint i = 0; i < files->len; i++)
    {
      const BuoyPolicyFile *file = files->pdata[i];

      if (file->faults->len == 0)
        /* Translators: %s is a file. */
        cli_doctor_say_ok (doctor, _ ("Policy: %s"), file->path);
    }
  for (guint i = 0; i < files->len; i++)
    list_faults (doctor, files->pdata[i]);
}

static void
examine_fetch (CliDoctor *doctor)
{
  const char *advice;
  g_autofree char *text = cli_policy_describe_fetch (doctor->root, &advice);

  if (text != NULL && advice != NULL)
    cli_doctor_say_problem (doctor, advice, "%s", text);
  else if (text != NULL)
    cli_doctor_say_ok (doctor, "%s", text);
}

static void
examine_settings (CliDoctor *doctor)
{
  g_autoptr (GSettings) settings = buoy_settings_peek (g_settings_schema_source_get_default ());
  BuoyPolicy *policy = settings != NULL ? buoy_policy_of_settings (settings) : NULL;

  if (policy == NULL || buoy_policy_get_keys (policy) == NULL)
    {
      cli_doctor_say_problem (doctor,
                              _ ("Install the package bellbuoy-common, or run glib-compile-schemas on the folder of "
                                 "the schemas."),
                              _ ("The settings schemas are missing or older than this program: settings and policy "
                                 "have no effect"));
      return;
    }
  cli_doctor_say_ok (doctor, _ ("The settings schemas are installed"));
  if (!g_settings_get_boolean (settings, "enabled"))
    cli_doctor_say_note (doctor, _ ("Messages are not checked: “enabled” is off"));
  list_files (doctor, policy);
  list_locks (doctor, settings);
}

static void (*const examinations[]) (CliDoctor *doctor) = {
  examine_language,
  examine_settings,
  examine_fetch,
  examine_worker,
  examine_pictures,
  cli_doctor_examine_evolution,
  cli_doctor_examine_thunderbird,
  cli_doctor_examine_running,
  cli_doctor_examine_deaths,
  cli_doctor_examine_last_use,
  cli_doctor_examine_memory,
};

int
cli_doctor (int argc, char **argv)
{
  g_autoptr (GOptionContext) options
      = g_option_context_new (_ ("- report what is in force on this computer, and what does not work"));
  CliDoctor doctor = { .root = (char *) g_getenv (BUOY_POLICY_ROOT_VARIABLE) };

  if (!cli_parse_options (options, "doctor", argc, argv))
    return CLI_TROUBLE;
  for (guint i = 0; i < G_N_ELEMENTS (examinations); i++)
    examinations[i](&doctor);
  return doctor.n_problems > 0 ? CLI_FOUND : CLI_CLEAN;
}
