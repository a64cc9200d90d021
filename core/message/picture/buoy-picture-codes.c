/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "message/picture/buoy-picture-codes.h"

#include <string.h>

#include "base/shown/buoy-shown-host.h"
#include "base/text/buoy-text.h"
#include "message/buoy-message-builder.h"
#include "message/buoy-page.h"

#define MAX_CODE_BYTES 4096 /* of one code's text (ISO/IEC 18004: 2953) */
#define MAX_CODES 200       /* of one message; a sheet of labels has a few dozen */

/* Whether @text is "example.com/x" or "www.example.com": phones open these too. */
static gboolean
is_bare_address (const char *text)
{
  g_autofree char *host = strpbrk (text, " \n@") == NULL ? buoy_shown_host_find (text) : NULL;

  return host != NULL && g_ascii_strncasecmp (text, host, strlen (host)) == 0;
}

/* Adds the text of a QR code to the links, if it is an address. */
static void
add_code (BuoyMessage *message, const char *text)
{
  g_autofree char *address = buoy_text_squeeze (text);

  if (*address == '\0' || strlen (address) > MAX_CODE_BYTES)
    return;
  if (g_ascii_strncasecmp (address, "http:", 5) != 0 && g_ascii_strncasecmp (address, "https:", 6) != 0)
    {
      g_autofree char *bare = g_steal_pointer (&address);

      if (!is_bare_address (bare))
        return;
      address = g_strconcat ("http://", bare, NULL);
    }
  buoy_message_add_link (message, BUOY_LINK_QR, g_strdup (""), g_steal_pointer (&address), NULL, TRUE, TRUE);
}

static void
look_here (BuoyMessage *message, BuoyPictureFunc look, gpointer user_data)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  if (message->pictures == NULL)
    return;
  if (message->pictures->len > 0 && !look (message->pictures, texts, user_data))
    buoy_message_note (message->limits, "qr");
  if (texts->len > MAX_CODES)
    buoy_message_note (message->limits, "qr");
  for (guint i = 0; i < MIN (texts->len, MAX_CODES); i++)
    add_code (message, g_ptr_array_index (texts, i));
  g_clear_pointer (&message->pictures, g_ptr_array_unref);
}

static void
look_within (BuoyMessage *message, const BuoyPage *page, BuoyPictureFunc look, gpointer user_data)
{
  buoy_pictures_look (page->content, look, user_data);
  for (guint i = 0; i < page->content->limits->len; i++)
    buoy_message_note (message->limits, g_ptr_array_index (page->content->limits, i));
}

void
buoy_pictures_look (BuoyMessage *message, BuoyPictureFunc look, gpointer user_data)
{
  look_here (message, look, user_data);
  for (guint i = 0; i < message->pages->len; i++)
    look_within (message, g_ptr_array_index (message->pages, i), look, user_data);
  for (guint i = 0; i < message->inner->len; i++)
    buoy_pictures_look (g_ptr_array_index (message->inner, i), look, user_data);
}

gboolean
buoy_message_has_unread_pictures (const BuoyMessage *message)
{
  gboolean has = message->n_unread_pictures > 0;

  for (guint i = 0; !has && i < message->pages->len; i++)
    {
      const BuoyPage *page = g_ptr_array_index (message->pages, i);

      has = buoy_message_has_unread_pictures (page->content);
    }
  for (guint i = 0; !has && i < message->inner->len; i++)
    has = buoy_message_has_unread_pictures (g_ptr_array_index (message->inner, i));
  return has;
}
