/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Verdicts are kept for details and clicks, bytes for later steps.
 */
#include "config.h"

#include "host-messages.h"

#define MAX_KEPT 64                       /* verdicts: tabs and windows that are open at once */
#define MAX_KEPT_BYTES (64 * 1024 * 1024) /* bytes of messages; the extension sends dropped ones again */

struct _HostMessages
{
  GPtrArray *list; /* of HostMessage, the oldest first; a few dozen at most */
};

static void
stop (gpointer data)
{
  HostMessage *message = data;

  g_cancellable_cancel (message->cancellable);
  host_message_unref (message);
}

HostMessages *
host_messages_new (void)
{
  HostMessages *self = g_new0 (HostMessages, 1);

  self->list = g_ptr_array_new_with_free_func (stop);
  return self;
}

void
host_messages_free (HostMessages *self)
{
  g_ptr_array_unref (self->list);
  g_free (self);
}

void
host_messages_add (HostMessages *self, HostMessage *message)
{
  g_ptr_array_add (self->list, message);
}

HostMessage *
host_messages_find (HostMessages *self, gint64 id)
{
  for (guint i = self->list->len; i > 0; i--)
    {
      HostMessage *message = g_ptr_array_index (self->list, i - 1);

      if (message->id == id)
        return message;
    }
  return NULL;
}

void
host_messages_drop (HostMessages *self, gint64 id)
{
  HostMessage *message = host_messages_find (self, id);

  if (message != NULL)
    g_ptr_array_remove (self->list, message);
}

/* The newest message's are kept, whatever their number: what is displayed of it is about to be judged. */
static void
trim_bytes (GPtrArray *list)
{
  gsize n_bytes = 0;

  for (guint i = list->len; i > 0; i--)
    {
      HostMessage *message = g_ptr_array_index (list, i - 1);

      n_bytes += message->bytes != NULL ? g_bytes_get_size (message->bytes) : 0;
      if (i < list->len && message->is_finished && n_bytes > MAX_KEPT_BYTES)
        g_clear_pointer (&message->bytes, g_bytes_unref);
    }
}

void
host_messages_trim (HostMessages *self)
{
  guint n_finished = self->list->len - host_messages_count_unfinished (self);

  for (guint i = 0; i < self->list->len && n_finished > MAX_KEPT;)
    {
      const HostMessage *message = g_ptr_array_index (self->list, i);

      if (!message->is_finished)
        {
          i++;
          continue;
        }
      g_ptr_array_remove_index (self->list, i);
      n_finished--;
    }
  trim_bytes (self->list);
}

guint
host_messages_count_unfinished (HostMessages *self)
{
  guint n_messages = 0;

  for (guint i = 0; i < self->list->len; i++)
    n_messages += !((const HostMessage *) g_ptr_array_index (self->list, i))->is_finished;
  return n_messages;
}
