/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Requests about the memory: learning, showing and deleting.
 */
#include "config.h"

#include "host-request.h"

#include "buoy-memory-words.h"
#include "host-answer.h"
#include "host-error.h"
#include "host-fields.h"
#include "host-memory.h"

/* An answer that waits for a thread. */
typedef struct
{
  HostSession *session;
  gint64 id;
} Pending;

static void
on_learned (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Pending *pending = data;
  g_autoptr (JsonBuilder) answer = host_answer_new ("learn", pending->id);
  g_autoptr (GError) error = NULL;
  gssize n_taken;

  if (g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))))
    return;
  n_taken = host_memory_learn_all_finish (result, &error);
  if (n_taken < 0)
    {
      host_session_refuse (pending->session, pending->id, host_error_name (error));
      return;
    }
  host_add_number (answer, "taken", n_taken);
  host_session_send (pending->session, pending->id, answer);
}

/* Invalid base64 results in an empty header, from which nothing is learned. */
static void
add_messages (HostLesson *lesson, JsonArray *messages)
{
  for (guint i = 0; i < json_array_get_length (messages); i++)
    {
      JsonArray *pair = json_array_get_array_element (messages, i);
      gsize length;
      guchar *header = g_base64_decode (json_array_get_string_element (pair, 1), &length);

      g_ptr_array_add (lesson->names, g_strdup (json_array_get_string_element (pair, 0)));
      g_ptr_array_add (lesson->headers, g_bytes_new_take (header, length));
    }
}

void
host_request_learn (HostSession *session, gint64 id, JsonObject *frame)
{
  g_autofree char *account = host_get_text (frame, "account");
  g_autoptr (BuoyContext) context = host_contexts_get (session->contexts, host_get_number (frame, "context"), account);
  HostLesson *lesson;
  Pending *pending;

  if (!host_settings_is_on (session->settings, "memory"))
    {
      host_session_refuse (session, id, "locked");
      return;
    }
  if (context == NULL)
    {
      host_session_refuse (session, id, "gone");
      return;
    }
  lesson = host_lesson_new (account, context);
  add_messages (lesson, json_object_get_array_member (frame, "messages"));
  pending = g_new (Pending, 1);
  *pending = (Pending){ session, id };
  host_memory_learn_all_async (lesson, session->closed, on_learned, pending);
}

static void
add_account (JsonBuilder *answer, BuoyMemory *memory, const char *id, const char *name)
{
  g_autofree char *server = buoy_memory_get_server (memory, id);
  g_autofree char *checker = buoy_memory_get_checker (memory, id);
  g_autofree char *words = buoy_memory_words_tell_account (name, server, checker);

  json_builder_begin_object (answer);
  host_add_text (answer, "id", id);
  host_add_text (answer, "words", words);
  json_builder_end_object (answer);
}

/* Accounts from which nothing was learned are left out. */
static void
add_accounts (JsonBuilder *answer, BuoyMemory *memory, JsonArray *accounts)
{
  g_auto (GStrv) known = buoy_memory_list_accounts (memory);

  json_builder_set_member_name (answer, "accounts");
  json_builder_begin_array (answer);
  for (guint i = 0; i < json_array_get_length (accounts); i++)
    {
      JsonArray *pair = json_array_get_array_element (accounts, i);
      const char *id = json_array_get_string_element (pair, 0);

      if (g_strv_contains ((const char *const *) known, id))
        add_account (answer, memory, id, json_array_get_string_element (pair, 1));
    }
  json_builder_end_array (answer);
}

void
host_request_memory (HostSession *session, gint64 id, JsonObject *frame)
{
  BuoyMemory *memory = buoy_learning_get_memory (host_memory_get ());
  g_autofree char *kept = buoy_memory_words_tell_kept (memory);
  g_autoptr (JsonBuilder) answer = host_answer_new ("memory", id);

  add_accounts (answer, memory, json_object_get_array_member (frame, "accounts"));
  host_add_text (answer, "kept", kept);
  host_session_send (session, id, answer);
}

static void
send_done (HostSession *session, gint64 id)
{
  g_autoptr (JsonBuilder) answer = host_answer_new ("done", id);

  host_session_send (session, id, answer);
}

void
host_request_forget (HostSession *session, gint64 id, JsonObject *frame)
{
  g_autofree char *account = host_get_text (frame, "account");

  if (account != NULL)
    buoy_learning_forget_account (host_memory_get (), account);
  else
    buoy_learning_clear (host_memory_get ());
  send_done (session, id);
}

void
host_request_forget_sender (HostSession *session, gint64 id, JsonObject *frame)
{
  g_autofree char *sender = host_get_text (frame, "sender");

  if (buoy_learning_forget_sender (host_memory_get (), sender))
    send_done (session, id);
  else
    host_session_refuse (session, id, "failed");
}

/* A verdict that was dropped meanwhile taught something, but nobody knows what. */
void
host_request_junk (HostSession *session, gint64 id, JsonObject *frame)
{
  HostMessage *message = host_messages_find (session->messages, host_get_number (frame, "message"));
  g_autoptr (BuoyContext) context
      = message != NULL ? host_contexts_get (session->contexts, message->context, message->account) : NULL;

  if (context == NULL)
    {
      host_session_refuse (session, id, "gone");
      return;
    }
  message->is_junk = host_get_bool (frame, "junk");
  if (host_settings_is_on (session->settings, "memory"))
    host_memory_call_junk (message, context, message->is_junk);
  send_done (session, id);
}

/* If the memory is disabled, don't create the file just to read it. */
void
host_request_accounts (HostSession *session, gint64 id, JsonObject *frame)
{
  g_autofree char *prefix = host_get_text (frame, "prefix");
  JsonArray *accounts = json_object_get_array_member (frame, "accounts");
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  for (guint i = 0; i < json_array_get_length (accounts); i++)
    g_strv_builder_add (names, json_array_get_string_element (accounts, i));
  all = g_strv_builder_end (names);
  if (*prefix != '\0' && host_settings_is_on (session->settings, "memory"))
    {
      buoy_learning_keep_accounts (host_memory_get (), prefix, (const char *const *) all);
      buoy_learning_limit (host_memory_get (), host_settings_get_number (session->settings, "memory-days"));
    }
  send_done (session, id);
}
