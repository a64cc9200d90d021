/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The places to report to are data. A group that lacks a key is ignored.
 */
#include "config.h"

#include "buoy-report.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "buoy-client-resources.h"

#define PATH "/org/bellbuoy/report.ini"
#define ANY_LANGUAGE "*"
#define ANY_PLACE "*"

void
buoy_report_place_free (BuoyReportPlace *place)
{
  g_free (place->id);
  g_free (place->name);
  g_free (place->address);
  g_free (place->subject);
  g_free (place->note);
  g_free (place);
}

static GKeyFile *
load (void)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (GBytes) bytes
      = g_resource_lookup_data (buoy_client_get_resource (), PATH, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  if (bytes != NULL)
    g_key_file_load_from_bytes (file, bytes, G_KEY_FILE_NONE, NULL);
  return g_steal_pointer (&file);
}

static BuoyReportPlace *
place_new (GKeyFile *file, const char *group)
{
  BuoyReportPlace *place = g_new0 (BuoyReportPlace, 1);

  place->id = g_strdup (group);
  place->name = g_key_file_get_string (file, group, "name", NULL);
  place->address = g_key_file_get_string (file, group, "address", NULL);
  place->subject = g_key_file_get_string (file, group, "subject", NULL);
  place->note = g_key_file_get_string (file, group, "note", NULL);
  if (place->name != NULL && place->address != NULL && place->subject != NULL && place->note != NULL)
    return place;
  buoy_report_place_free (place);
  return NULL;
}

/* Rejects what a composer would not parse as exactly one addressee; other than that, the configured address is trusted.
 */
static gboolean
is_address (const char *address)
{
  const char *at = strchr (address, '@');

  return at != NULL && at != address && at[1] != '\0' && strchr (at + 1, '@') == NULL
         && strpbrk (address, " \t\r\n,;:<>()[]\"\\") == NULL && g_utf8_validate (address, -1, NULL);
}

char *
buoy_report_place_label (const BuoyReportPlace *place)
{
  if (place->name == NULL)
    /* Translators: an entry of a menu: to the address that the reader's organisation has set for it. */
    return g_strdup (_ ("Report to Your Organisation…"));
  /* Translators: an entry of a menu; %s is an organisation. */
  return g_strdup_printf (_ ("Report to %s…"), place->name);
}

BuoyReportPlace *
buoy_report_place_new_organisation (const char *address)
{
  g_autofree char *stripped = g_strstrip (g_strdup (address != NULL ? address : ""));
  BuoyReportPlace *place;

  if (!is_address (stripped))
    return NULL;
  place = g_new0 (BuoyReportPlace, 1);
  place->id = g_strdup ("organisation");
  place->address = g_steal_pointer (&stripped);
  /* Translators: the subject of a mail. */
  place->subject = g_strdup (_ ("A suspicious message"));
  /* Translators: the text of a mail. */
  place->note = g_strdup (_ ("This message looks suspicious to me. It is attached with its header fields."));
  return place;
}

static gboolean
is_allowed (const char *const *allowed, const char *id)
{
  return g_strv_contains (allowed, ANY_PLACE) || g_strv_contains (allowed, id);
}

static void
add_places (GPtrArray *places, GKeyFile *file, const char *language)
{
  g_auto (GStrv) groups = g_key_file_get_groups (file, NULL);

  for (char **group = groups; *group != NULL; group++)
    {
      g_auto (GStrv) locales = g_key_file_get_string_list (file, *group, "locales", NULL, NULL);
      BuoyReportPlace *place;

      if (locales == NULL || !g_strv_contains ((const char *const *) locales, language))
        continue;
      place = place_new (file, *group);
      if (place != NULL)
        g_ptr_array_add (places, place);
    }
}

GPtrArray *
buoy_report_places_new (const char *const *languages, const char *const *allowed)
{
  GPtrArray *places = g_ptr_array_new_with_free_func ((GDestroyNotify) buoy_report_place_free);
  g_autoptr (GKeyFile) file = load ();

  for (; *languages != NULL && places->len == 0; languages++)
    add_places (places, file, *languages);
  if (places->len == 0)
    add_places (places, file, ANY_LANGUAGE);
  for (guint i = places->len; i > 0; i--)
    if (!is_allowed (allowed, ((BuoyReportPlace *) places->pdata[i - 1])->id))
      g_ptr_array_remove_index (places, i - 1);
  return places;
}
