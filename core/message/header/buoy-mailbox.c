/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "message/header/buoy-mailbox.h"

#include <string.h>

#include "base/host/buoy-host.h"
#include "base/text/buoy-charset.h"
#include "base/text/buoy-text.h"
#include "message/buoy-message-builder.h"
#include "message/buoy-message.h"
#include "message/header/buoy-encoded-words.h"
#include "message/header/buoy-headers.h"
#include "message/mime/buoy-gmime.h"

#define MAX_MAILBOXES 10000  /* of one kind of field; 64 KiB of text have fewer of any realistic length */
#define BYTES_OF_MAILBOX 200 /* with its name and address */
#define STEPS_OF_BYTE 30     /* the parser creates an object for each address */

typedef struct
{
  BuoyMessage *message;
  GMimeParserOptions *options;
} Reader;

/* The domain after the last @, in ASCII; NULL if there is none or it is not a host. Browsers map mathematical and
 * fullwidth letters to plain ones, but mail servers don't (RFC 6531 §3.2), so such a domain is invalid.
 */
static char *
domain_of (const char *address)
{
  const char *at = strrchr (address, '@');

  return at != NULL && !buoy_text_is_stylized (at + 1) ? buoy_host_to_ascii (at + 1) : NULL;
}

/* Also decodes encoded words in quotes, next to text or in an address. RFC 2047 §5 forbids them, but mailers write them
 * and mail programs decode them.
 */
static char *
decode (const Reader *reader, const char *text)
{
  g_autofree char *valid = NULL;

  if (text == NULL)
    return g_strdup ("");
  if (strstr (text, "=?") != NULL)
    return buoy_header_decode (text, reader->message->budget);
  valid = buoy_text_make_valid (text, -1);
  return buoy_text_squeeze (valid);
}

/* Start of the address at the end of @text: "Anna anna@harbour.example", "Anna <anna@harbour.example>". (nullable) */
static const char *
find_last_address (const char *text, gsize *out_length)
{
  const char *angle = g_str_has_suffix (text, ">") ? strrchr (text, '<') : NULL;
  const char *space = strrchr (text, ' ');
  const char *start = angle != NULL ? angle + 1 : space != NULL ? space + 1 : text;
  const gsize length = strcspn (start, ">");
  g_autofree char *address = g_strndup (start, length);
  g_autofree char *domain = domain_of (address);

  if (domain == NULL || *address == '@' || strchr (address, '@') != strrchr (address, '@'))
    return NULL;
  *out_length = length;
  return start;
}

/* If no address can be parsed (in a field that is one encoded word, or has no angle brackets), mail programs show the
 * text, and readers assume that the address at its end is the sender's.
 */
static void
take_shown_address (BuoyMailbox *mailbox)
{
  const gboolean in_address = *mailbox->address != '\0';
  g_autofree char *text = g_strdup (in_address ? mailbox->address : mailbox->name);
  gsize length = 0;
  const char *start = mailbox->domain == NULL ? find_last_address (text, &length) : NULL;
  g_autofree char *name = NULL;

  if (start == NULL)
    return;
  g_free (mailbox->address);
  mailbox->address = g_strndup (start, length);
  mailbox->domain = domain_of (mailbox->address);
  if (in_address && *mailbox->name != '\0')
    return;
  name = g_strndup (text, (gsize) (start - text));
  g_free (mailbox->name);
  mailbox->name = buoy_text_squeeze (g_strdelimit (name, "\"<", ' '));
}

static BuoyMailbox *
mailbox_new (const Reader *reader, const char *name, const char *address)
{
  BuoyMailbox *mailbox = g_new0 (BuoyMailbox, 1);
  g_autofree char *decoded = buoy_message_take_name (reader->message, decode (reader, name));

  mailbox->name = buoy_text_in_order (decoded);
  mailbox->address = buoy_message_take_name (reader->message, decode (reader, address));
  mailbox->domain = domain_of (mailbox->address);
  take_shown_address (mailbox);
  return mailbox;
}

static void
add_address (const Reader *reader, GPtrArray *mailboxes, InternetAddress *address, gboolean *out_group)
{
  InternetAddressList *members;

  if (mailboxes->len >= MAX_MAILBOXES || !buoy_budget_keep (reader->message->budget, BYTES_OF_MAILBOX))
    {
      buoy_message_note (reader->message->limits, "headers");
      return;
    }
  if (INTERNET_ADDRESS_IS_MAILBOX (address))
    {
      const char *addr_spec = internet_address_mailbox_get_addr (INTERNET_ADDRESS_MAILBOX (address));

      g_ptr_array_add (mailboxes, mailbox_new (reader, internet_address_get_name (address), addr_spec));
      return;
    }
  if (out_group != NULL)
    *out_group = TRUE;
  members = internet_address_group_get_members (INTERNET_ADDRESS_GROUP (address));
  for (int i = 0; members != NULL && i < internet_address_list_length (members); i++)
    add_address (reader, mailboxes, internet_address_list_get_address (members, i), NULL);
}

/* Adds a name and the text in angle brackets, for fields in which the parser finds no address or too many: "Amazon"
 * <Amazon.co.jp>.
 */
static void
add_unparsed (const Reader *reader, GPtrArray *mailboxes, const char *value)
{
  const char *angle = strchr (value, '<');
  g_autofree char *name = g_strndup (value, angle != NULL ? (gsize) (angle - value) : strlen (value));
  g_autofree char *address = NULL;

  if (angle != NULL)
    address = g_strndup (angle + 1, strcspn (angle + 1, ">"));
  g_strdelimit (name, "\"", ' ');
  g_ptr_array_add (mailboxes, mailbox_new (reader, name, address));
}

/* "<@bank.example:user@host.example>": GMime drops the route (RFC 5322 §4.4), mail programs show it. */
static void
keep_route (BuoyMailbox *mailbox, const char *value)
{
  const char *route = strstr (value, "<@");
  g_autofree char *address = NULL;

  if (route == NULL)
    return;
  address = g_strndup (route + 1, strcspn (route + 1, ">"));
  if (!g_str_has_suffix (address, mailbox->address))
    return;
  g_free (mailbox->address);
  mailbox->address = g_steal_pointer (&address);
}

/* Whether the field is a single mailbox with an unquoted address in its name: "security@bank.example via Service
 * <x@host.example>". GMime parses it as two mailboxes, but mail programs show the text as the name. Two mailboxes would
 * be separated by a comma.
 */
static gboolean
is_one_mailbox (const char *value)
{
  const char *open = strchr (value, '<');

  return open != NULL && open == strrchr (value, '<') && g_str_has_suffix (value, ">")
         && strpbrk (value, ",;:\"") == NULL;
}

static void
add_header (const Reader *reader, GPtrArray *mailboxes, const char *value, gboolean *out_group)
{
  g_autofree char *joined = buoy_encoded_words_join (value, reader->message->budget);
  g_autoptr (InternetAddressList) list = internet_address_list_parse (reader->options, joined);
  const guint before = mailboxes->len;

  if (list != NULL && internet_address_list_length (list) > 1 && is_one_mailbox (value))
    {
      add_unparsed (reader, mailboxes, value);
      return;
    }
  for (int i = 0; list != NULL && i < internet_address_list_length (list); i++)
    add_address (reader, mailboxes, internet_address_list_get_address (list, i), out_group);
  if (mailboxes->len == before && *value != '\0')
    add_unparsed (reader, mailboxes, value);
  else if (mailboxes->len == before + 1)
    keep_route (g_ptr_array_index (mailboxes, before), value);
}

static guint
add_all (const Reader *reader, GPtrArray *mailboxes, const char *name, gboolean *out_group)
{
  const BuoyMessage *message = reader->message;
  guint n_headers = 0;

  for (guint i = 0; i < message->headers->len; i++)
    {
      const BuoyHeader *header = g_ptr_array_index (message->headers, i);

      if (g_ascii_strcasecmp (header->name, name) != 0)
        continue;
      n_headers++;
      if (buoy_budget_spend (message->budget, strlen (header->value) * STEPS_OF_BYTE))
        add_header (reader, mailboxes, header->value, out_group);
    }
  return n_headers;
}

static BuoyMailbox *
read_one (const Reader *reader, const char *name)
{
  g_autoptr (GPtrArray) mailboxes = g_ptr_array_new_with_free_func (buoy_mailbox_free);

  add_all (reader, mailboxes, name, NULL);
  return mailboxes->len > 0 ? g_ptr_array_steal_index (mailboxes, 0) : NULL;
}

void
buoy_mailboxes_read (BuoyMessage *message, GMimeParserOptions *options)
{
  const Reader reader = { .message = message, .options = options };

  message->from = g_ptr_array_new_with_free_func (buoy_mailbox_free);
  message->reply_to = g_ptr_array_new_with_free_func (buoy_mailbox_free);
  message->to = g_ptr_array_new_with_free_func (buoy_mailbox_free);

  message->n_from_headers = add_all (&reader, message->from, "From", &message->from_has_group);
  add_all (&reader, message->reply_to, "Reply-To", NULL);
  add_all (&reader, message->to, "To", NULL);
  add_all (&reader, message->to, "Cc", NULL);
  message->sender = read_one (&reader, "Sender");
  message->return_path = read_one (&reader, "Return-Path");
}

gboolean
buoy_message_is_addressed_to (const BuoyMessage *message, const char *address)
{
  for (guint i = 0; address != NULL && i < message->to->len; i++)
    {
      const BuoyMailbox *mailbox = g_ptr_array_index (message->to, i);

      if (g_ascii_strcasecmp (mailbox->address, address) == 0)
        return TRUE;
    }
  return FALSE;
}
