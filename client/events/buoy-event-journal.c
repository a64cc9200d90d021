/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * GLib implements journald's protocol; libsystemd is not needed.
 */
#include "config.h"

#include "events/buoy-event-journal.h"

#define MAX_FIELDS 11

typedef struct
{
  GLogField fields[MAX_FIELDS];
  gsize n;
} Fields;

static void
add (Fields *fields, const char *name, const char *text)
{
  if (text != NULL)
    fields->fields[fields->n++] = (GLogField){ name, text, -1 };
}

gboolean
buoy_event_journal_send (const BuoyEvent *event)
{
  const BuoyEventRow *row = buoy_event_kind_get_row (event->kind);
  g_autofree char *checks = g_strjoinv (" ", event->checks);
  g_autofree char *message = g_strdup_printf ("%s: %s %s", row->name, event->level, checks);
  g_autofree char *serial
      = event->policy_serial != 0 ? g_strdup_printf ("%" G_GUINT64_FORMAT, event->policy_serial) : NULL;
  Fields fields = { 0 };

  add (&fields, "MESSAGE", message);
  add (&fields, "MESSAGE_ID", row->message_id);
  add (&fields, "PRIORITY", row->is_error ? "3" : "5");
  add (&fields, "SYSLOG_IDENTIFIER", "bellbuoy");
  add (&fields, "BELLBUOY_EVENT", row->name);
  add (&fields, "BELLBUOY_LEVEL", event->level);
  add (&fields, "BELLBUOY_CHECKS", checks);
  add (&fields, "BELLBUOY_MESSAGE", event->message);
  add (&fields, "BELLBUOY_FROM_DOMAIN", event->sender);
  add (&fields, "BELLBUOY_LINK_DOMAIN", event->link);
  add (&fields, "BELLBUOY_POLICY_SERIAL", serial);
  return g_log_writer_journald (G_LOG_LEVEL_MESSAGE, fields.fields, fields.n, NULL) == G_LOG_WRITER_HANDLED;
}
