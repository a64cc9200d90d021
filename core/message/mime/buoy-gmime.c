/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "message/mime/buoy-gmime.h"

#include "message/buoy-message-builder.h"

#define FIRST_SECOND (-G_GINT64_CONSTANT (62135596800)) /* the first of year 1, where GDateTime begins */
#define LAST_SECOND G_GINT64_CONSTANT (253402300799)    /* the last of year 9999, where it ends */

static gpointer
init_gmime (gpointer unused)
{
  g_mime_init ();
  return NULL;
}

void
buoy_gmime_init (void)
{
  static GOnce once = G_ONCE_INIT;

  g_once (&once, init_gmime, NULL);
}

/* The name of a structural fault that honest programs rarely produce; NULL for other warnings, which old mail often
 * has.
 */
static const char *
anomaly_name (GMimeParserWarning warning)
{
  switch (warning)
    {
    case GMIME_WARN_MALFORMED_MULTIPART:
    case GMIME_WARN_TRUNCATED_MESSAGE:
      return "truncated";
    case GMIME_CRIT_INVALID_HEADER_NAME:
      return "bad-header";
    case GMIME_CRIT_CONFLICTING_HEADER:
      return "conflicting-header";
    case GMIME_CRIT_CONFLICTING_PARAMETER:
      return "conflicting-parameter";
    case GMIME_CRIT_MULTIPART_WITHOUT_BOUNDARY:
      return "no-boundary";
    default:
      return NULL;
    }
}

static void
note_warning (gint64 offset, GMimeParserWarning warning, const gchar *item, gpointer data)
{
  const char *name = anomaly_name (warning);

  if (name != NULL)
    buoy_message_note (data, name);
}

GMimeParserOptions *
buoy_gmime_options_new (GPtrArray *anomalies)
{
  static const char *charsets[] = { "utf-8", "iso-2022-jp", "euc-jp", "cp932", "windows-1252", NULL };
  GMimeParserOptions *options = g_mime_parser_options_new ();

  g_mime_parser_options_set_allow_addresses_without_domain (options, TRUE);
  g_mime_parser_options_set_address_compliance_mode (options, GMIME_RFC_COMPLIANCE_LOOSE);
  g_mime_parser_options_set_rfc2047_compliance_mode (options, GMIME_RFC_COMPLIANCE_LOOSE);
  g_mime_parser_options_set_parameter_compliance_mode (options, GMIME_RFC_COMPLIANCE_LOOSE);
  g_mime_parser_options_set_fallback_charsets (options, charsets);
#ifdef GMIME_WARNING_HAS_NOTIFY
  g_mime_parser_options_set_warning_callback (options, note_warning, anomalies, NULL);
#else
  g_mime_parser_options_set_warning_callback (options, note_warning, anomalies);
#endif
  return options;
}

GDateTime *
buoy_gmime_read_date (const char *text)
{
  g_autoptr (GDateTime) date = g_mime_utils_header_decode_date (text);

  if (date == NULL || g_date_time_to_unix (date) < FIRST_SECOND || g_date_time_to_unix (date) > LAST_SECOND)
    return NULL;
  return g_steal_pointer (&date);
}
