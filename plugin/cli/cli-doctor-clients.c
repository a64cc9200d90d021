/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Checks whether the mail clients find what is installed for them.
 */
#include "config.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "cli-doctor.h"
#include "policy/buoy-policy-folders.h"

#define EVOLUTION_MODULE BUOY_EVOLUTION_MODULES "/module-bellbuoy.so"
#define EXTENSION "/usr/lib/thunderbird/extensions/bellbuoy@bellbuoy.org.xpi"
#define MANIFEST "native-messaging-hosts/org.bellbuoy.host.json"
#define SYSTEM_MANIFEST "/usr/lib/mozilla/" MANIFEST
#define PATIENCE "5" /* seconds, for a program that should end at once */

static gboolean
is_in_path (const char *program)
{
  g_autofree char *path = g_find_program_in_path (program);

  return path != NULL;
}

/* Evolution searches its own prefix, and those in its environment. */
static gboolean
looks_below (const char *prefix)
{
  const char *named = g_getenv ("EDS_EXTRA_PREFIXES");
  g_auto (GStrv) prefixes = named != NULL ? g_strsplit (named, G_SEARCHPATH_SEPARATOR_S, -1) : NULL;

  return *prefix == '\0' || (prefixes != NULL && g_strv_contains ((const char *const *) prefixes, prefix));
}

static void
say_module (CliDoctor *doctor, const char *module)
{
  /* Translators: %s is a folder, such as /usr/local. */
  g_autofree char *advice = g_strdup_printf (_ ("Set EDS_EXTRA_PREFIXES=%s in the environment of Evolution, or build "
                                                "with --prefix=/usr."),
                                             BUOY_EVOLUTION_EXTRA_PREFIX);

  if (looks_below (BUOY_EVOLUTION_EXTRA_PREFIX))
    /* Translators: %s is a file. */
    cli_doctor_say_ok (doctor, _ ("Evolution: the module is where Evolution looks: %s"), module);
  else
    cli_doctor_say_problem (doctor, advice,
                            /* Translators: %s is a file. */
                            _ ("Evolution: the module is where Evolution does not look: %s"), module);
}

void
cli_doctor_examine_evolution (CliDoctor *doctor)
{
  g_autofree char *module = buoy_policy_at_root (doctor->root, EVOLUTION_MODULE);

  if (!is_in_path ("evolution"))
    cli_doctor_say_note (doctor, _ ("Evolution is not installed"));
  else if (*BUOY_EVOLUTION_MODULES == '\0')
    cli_doctor_say_problem (doctor, _ ("Build with -Devolution=enabled."),
                            _ ("Evolution: this program was built without the module"));
  else if (g_file_test (module, G_FILE_TEST_IS_REGULAR))
    say_module (doctor, module);
  else
    cli_doctor_say_problem (doctor, _ ("Install the package evolution-plugin-bellbuoy, then restart Evolution."),
                            /* Translators: %s is a file. */
                            _ ("Evolution: the module is missing: %s"), module);
}

/* The path of the program in the manifest. (transfer full) (nullable) */
static char *
read_manifest (const char *path)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonNode *root;

  if (!json_parser_load_from_file (parser, path, NULL))
    return NULL;
  root = json_parser_get_root (parser);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    return NULL;
  return g_strdup (json_object_get_string_member_with_default (json_node_get_object (root), "path", NULL));
}

/* The program ends at the end of its standard input. */
static gboolean
ends_well (const char *program)
{
  const char *const arguments[] = { "timeout", PATIENCE, program, NULL };
  int status;

  return g_spawn_sync (NULL, (char **) arguments, NULL,
                       G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, NULL,
                       NULL, &status, NULL)
         && g_spawn_check_wait_status (status, NULL);
}

static void
examine_program (CliDoctor *doctor, const char *manifest)
{
  g_autofree char *program = read_manifest (manifest);

  if (program == NULL)
    cli_doctor_say_problem (doctor, _ ("Reinstall the package bellbuoy."),
                            /* Translators: %s is a file. */
                            _ ("Thunderbird: this file names no program: %s"), manifest);
  else if (!ends_well (program))
    cli_doctor_say_problem (doctor, _ ("Reinstall the package bellbuoy; start the program in a terminal to see why."),
                            /* Translators: %s is a program. */
                            _ ("Thunderbird: the native program does not start: %s"), program);
  else
    /* Translators: %s is a program. */
    cli_doctor_say_ok (doctor, _ ("Thunderbird: the native program starts: %s"), program);
}

/* The manifest that Thunderbird uses: the reader's own comes first. (transfer full) (nullable) */
static char *
find_manifest (const CliDoctor *doctor)
{
  g_autofree char *own = g_build_filename (g_get_home_dir (), ".mozilla", MANIFEST, NULL);
  g_autofree char *system = buoy_policy_at_root (doctor->root, SYSTEM_MANIFEST);

  if (g_file_test (own, G_FILE_TEST_EXISTS))
    return g_steal_pointer (&own);
  return g_file_test (system, G_FILE_TEST_EXISTS) ? g_steal_pointer (&system) : NULL;
}

void
cli_doctor_examine_thunderbird (CliDoctor *doctor)
{
  g_autofree char *extension = buoy_policy_at_root (doctor->root, EXTENSION);
  g_autofree char *manifest = find_manifest (doctor);

  if (!is_in_path ("thunderbird"))
    {
      cli_doctor_say_note (doctor, _ ("Thunderbird is not installed"));
      return;
    }
  if (g_file_test (extension, G_FILE_TEST_IS_REGULAR))
    /* Translators: %s is a file. */
    cli_doctor_say_ok (doctor, _ ("Thunderbird: the extension is where Thunderbird looks: %s"), extension);
  else
    /* the reader may have installed it into a profile */
    cli_doctor_say_note (doctor,
                         /* Translators: %s is a file. */
                         _ ("Thunderbird: no extension for all users: %s. It may be installed in a profile, or by "
                            "policies.json."),
                         extension);
  if (manifest != NULL)
    examine_program (doctor, manifest);
  else
    cli_doctor_say_problem (doctor, _ ("Install the package bellbuoy under /usr, or copy the file to ~/.mozilla."),
                            /* Translators: %s is a file. */
                            _ ("Thunderbird: the file that names the native program is missing: %s"), SYSTEM_MANIFEST);
}
