/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * One row for each type: its handler and its members. Before hello any other request is refused.
 */
#include "config.h"

#include "host-requests.h"

#include "host-fields.h"
#include "host-request.h"

typedef struct
{
  const char *type;
  void (*handle) (HostSession *session, gint64 id, JsonObject *frame);
  HostField fields[9];
} Request;

#define ID                         \
  {                                \
    "id", HOST_FIELD_NUMBER, FALSE \
  }
#define MESSAGE                         \
  {                                     \
    "message", HOST_FIELD_NUMBER, FALSE \
  }
#define END                     \
  {                             \
    NULL, HOST_FIELD_ANY, FALSE \
  }

static const Request requests[] = {
  { "hello",
    host_request_hello,
    { ID, { "protocol", HOST_FIELD_COUNT, FALSE }, { "language", HOST_FIELD_TEXT, TRUE }, END } },
  { "set", host_request_set, { ID, { "key", HOST_FIELD_TEXT, FALSE }, { "value", HOST_FIELD_ANY, TRUE }, END } },
  { "policy", host_request_policy, { ID, { "values", HOST_FIELD_OBJECT, FALSE }, END } },
  { "context",
    host_request_context,
    { ID,
      { "context", HOST_FIELD_NUMBER, FALSE },
      { "ownAddresses", HOST_FIELD_TEXTS, TRUE },
      { "contacts", HOST_FIELD_PAIRS, FALSE },
      { "more", HOST_FIELD_BOOL, FALSE },
      END } },
  { "message",
    host_request_message,
    { ID,
      { "part", HOST_FIELD_COUNT, FALSE },
      { "context", HOST_FIELD_NUMBER, TRUE },
      { "opened", HOST_FIELD_BOOL, TRUE },
      { "account", HOST_FIELD_TEXT, TRUE },
      { "lesson", HOST_FIELD_TEXT, TRUE },
      { "last", HOST_FIELD_BOOL, FALSE },
      { "data", HOST_FIELD_TEXT, FALSE },
      END } },
  { "again", host_request_again, { ID, MESSAGE, { "context", HOST_FIELD_NUMBER, TRUE }, END } },
  { "verify", host_request_verify, { ID, MESSAGE, END } },
  { "shown", host_request_shown, { ID, MESSAGE, { "documents", HOST_FIELD_OBJECTS, FALSE }, END } },
  { "cancel", host_request_cancel, { ID, MESSAGE, END } },
  { "learn",
    host_request_learn,
    { ID,
      { "account", HOST_FIELD_TEXT, FALSE },
      { "context", HOST_FIELD_NUMBER, TRUE },
      { "messages", HOST_FIELD_PAIRS, FALSE },
      END } },
  { "memory", host_request_memory, { ID, { "accounts", HOST_FIELD_PAIRS, FALSE }, END } },
  { "forget", host_request_forget, { ID, { "account", HOST_FIELD_TEXT, TRUE }, END } },
  { "forget-sender", host_request_forget_sender, { ID, { "sender", HOST_FIELD_TEXT, FALSE }, END } },
  { "junk", host_request_junk, { ID, MESSAGE, { "junk", HOST_FIELD_BOOL, FALSE }, END } },
  { "accounts",
    host_request_accounts,
    { ID, { "prefix", HOST_FIELD_TEXT, FALSE }, { "accounts", HOST_FIELD_TEXTS, FALSE }, END } },
  { "link", host_request_link, { ID, MESSAGE, { "href", HOST_FIELD_TEXT, FALSE }, END } },
  { "details", host_request_details, { ID, MESSAGE, END } },
  { "note",
    host_request_note,
    { ID, MESSAGE, { "question", HOST_FIELD_BOOL, TRUE }, { "undo", HOST_FIELD_BOOL, TRUE }, END } },
  { "report", host_request_report, { ID, END } },
  { "event",
    host_request_event,
    { ID, MESSAGE, { "event", HOST_FIELD_TEXT, FALSE }, { "href", HOST_FIELD_TEXT, TRUE }, END } },
  { "trust",
    host_request_trust,
    { ID,
      { "sender", HOST_FIELD_TEXT, FALSE },
      { "site", HOST_FIELD_TEXT, TRUE },
      { "given", HOST_FIELD_BOOL, FALSE },
      { "question", HOST_FIELD_BOOL, TRUE },
      END } },
};

static const HostField any_request[] = { ID, { "type", HOST_FIELD_TEXT, FALSE }, END };

static const Request *
find (const char *type)
{
  for (guint i = 0; i < G_N_ELEMENTS (requests); i++)
    if (g_str_equal (requests[i].type, type))
      return &requests[i];
  return NULL;
}

gboolean
host_session_handle (HostSession *session, JsonObject *frame)
{
  const Request *request;
  gint64 id;

  if (!host_fields_fit (frame, any_request))
    return FALSE;
  id = host_get_number (frame, "id");
  request = find (json_object_get_string_member (frame, "type"));
  if (!session->was_greeted && (request == NULL || request != find ("hello")))
    host_session_refuse (session, id, "protocol");
  else if (request == NULL)
    host_session_refuse (session, id, "unknown");
  else if (!host_fields_fit (frame, request->fields))
    return FALSE;
  else
    request->handle (session, id, frame);
  return TRUE;
}
