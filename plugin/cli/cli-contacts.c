/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Reads names and addresses from a vCard file, line by line; everything else is ignored.
 */
#include "config.h"

#include "cli-contacts.h"

#include <glib/gi18n.h>
#include <string.h>

/* The value of a line such as "FN;LANGUAGE=ja:名前" or "item1.EMAIL:…" if its property is @name. (nullable) */
static const char *
property_value (const char *line, const char *name)
{
  const gsize length = strlen (name);
  const char *colon = strchr (line, ':');
  const char *dot = strchr (line, '.');

  if (colon == NULL)
    return NULL;
  if (dot != NULL && dot < colon)
    line = dot + 1;
  if (g_ascii_strncasecmp (line, name, length) != 0 || (line[length] != ':' && line[length] != ';'))
    return NULL;
  return colon + 1;
}

/* A line that begins with white space continues the one before (RFC 6350 §3.2). */
static char *
unfold (const char *text)
{
  GString *out = g_string_sized_new (strlen (text));

  for (const char *p = text; *p != '\0'; p++)
    {
      const char *feed = p[0] == '\r' && p[1] == '\n' ? p + 1 : p;

      if (*feed == '\n' && (feed[1] == ' ' || feed[1] == '\t'))
        p = feed + 1;
      else
        {
          g_string_append_c (out, *feed);
          p = feed;
        }
    }
  return g_string_free (out, FALSE);
}

static gboolean
begins_card (const char *line)
{
  return g_ascii_strncasecmp (line, "BEGIN:VCARD", strlen ("BEGIN:VCARD")) == 0;
}

gboolean
cli_contacts_add (GBytes *bytes, BuoyContext *context, GError **error)
{
  g_autofree char *text = NULL;
  g_autofree char *unfolded = NULL;
  g_autofree char *name = NULL;
  g_auto (GStrv) lines = NULL;
  const char *data;
  gboolean found = FALSE;
  gsize length;

  data = g_bytes_get_data (bytes, &length);
  text = g_strndup (length > 0 ? data : "", length); /* an empty file has no data */
  unfolded = unfold (text);
  lines = g_strsplit (unfolded, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *full_name = property_value (lines[i], "FN");
      const char *address = property_value (lines[i], "EMAIL");

      if (begins_card (lines[i]))
        {
          g_clear_pointer (&name, g_free);
          found = TRUE;
        }
      if (full_name != NULL && name == NULL)
        name = g_strdup (full_name);
      if (address != NULL)
        buoy_context_add_contact (context, name != NULL ? name : "", address);
    }
  if (!found && length > 0)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                         _ ("not a vCard file; an address book can export one (.vcf)"));
  return found || length == 0;
}
