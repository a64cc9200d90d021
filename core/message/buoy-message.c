/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A message. It owns copies of the texts, and refers to neither the original bytes nor GMime's objects.
 */
#include "config.h"

#include "message/buoy-message.h"

#include <string.h>

#include "base/text/buoy-text.h"
#include "message/buoy-page.h"

void
buoy_link_free (gpointer data)
{
  BuoyLink *link = data;

  g_free (link->text);
  g_free (link->full_text);
  g_free (link->sure_text);
  g_free (link->head_text);
  g_free (link->href);
  g_free (link->written);
  g_clear_pointer (&link->base, g_ref_string_release);
  g_free (link->title);
  g_free (link);
}

BuoyMessage *
buoy_message_ref (BuoyMessage *message)
{
  g_atomic_ref_count_inc (&message->ref_count);
  return message;
}

void
buoy_message_unref (BuoyMessage *message)
{
  if (!g_atomic_ref_count_dec (&message->ref_count))
    return;

  buoy_budget_unref (message->budget);
  g_ptr_array_unref (message->headers);
  g_ptr_array_unref (message->received);
  g_ptr_array_unref (message->auth_results);
  g_ptr_array_unref (message->from);
  g_ptr_array_unref (message->reply_to);
  g_ptr_array_unref (message->to);
  g_ptr_array_unref (message->links);
  g_ptr_array_unref (message->inner);
  g_clear_pointer (&message->pictures, g_ptr_array_unref);
  g_ptr_array_unref (message->pages);
  g_ptr_array_unref (message->attachments);
  g_ptr_array_unref (message->limits);
  g_ptr_array_unref (message->anomalies);
  g_clear_pointer (&message->shown, buoy_shown_unref);
  g_clear_pointer (&message->sender, buoy_mailbox_free);
  g_clear_pointer (&message->return_path, buoy_mailbox_free);
  g_clear_pointer (&message->date, g_date_time_unref);
  g_free (message->message_id);
  g_free (message->subject);
  g_free (message->plain_text);
  g_free (message->html_text);
  g_free (message->html_others);
  g_free (message->html_sure_text);
  g_free (message->image_text);
  g_free (message->hidden_image_text);
  g_free (message->shown_text);
  g_free (message);
}

const char *
buoy_message_get_header (const BuoyMessage *message, const char *name)
{
  for (guint i = 0; i < message->headers->len; i++)
    {
      const BuoyHeader *header = g_ptr_array_index (message->headers, i);

      if (g_ascii_strcasecmp (header->name, name) == 0)
        return header->value;
    }
  return NULL;
}

void
buoy_mailbox_free (gpointer data)
{
  BuoyMailbox *mailbox = data;

  g_free (mailbox->name);
  g_free (mailbox->address);
  g_free (mailbox->domain);
  g_free (mailbox);
}

void
buoy_page_free (gpointer data)
{
  BuoyPage *page = data;

  buoy_message_unref (page->content);
  g_free (page->name);
  g_free (page);
}
