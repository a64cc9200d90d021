/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What a message costs to be parsed at all: the parser keeps an object for each header field and each part, a hundred
 * times their bytes. A message that would take the mail client's memory is refused before, and said to be.
 */
#include "config.h"

#include <string.h>

#include "message/buoy-message-private.h"

#define MAX_FIELDS_AND_PARTS 250000 /* some 300 MB; a mailbox of text attachments has a tenth */
#define MAX_NAME_BYTES 128          /* of a field before its colon; longer ones are prose */

/* Field names are printable ASCII without a colon (RFC 5322 §2.2). */
static gboolean
ends_field_name (const char *text, const char *colon)
{
  const char *p = colon;

  while (p > text && colon - p < MAX_NAME_BYTES && g_ascii_isgraph (p[-1]) && p[-1] != ':')
    p--;
  return p < colon && (p == text || p[-1] == '\n');
}

static gsize
count_fields (const char *text, gsize length)
{
  const char *end = text + length;
  gsize n = 0;

  for (const char *p = text; (p = memchr (p, ':', (gsize) (end - p))) != NULL; p++)
    n += ends_field_name (text, p) ? 1 : 0;
  return n;
}

static gsize
count_boundaries (const char *text, gsize length)
{
  const char *end = text + length;
  gsize n = 0;

  /* base64 holds no hyphen, so that a large attachment costs no more than a look */
  for (const char *p = text + 1; (p = memchr (p, '-', (gsize) (end - p))) != NULL; p++)
    n += p[-1] == '\n' ? 1 : 0;
  return n;
}

gboolean
buoy_message_is_too_complex (const char *text, gsize length)
{
  if (length < MAX_FIELDS_AND_PARTS * strlen ("a:\n"))
    return FALSE;
  return count_fields (text, length) + count_boundaries (text, length) > MAX_FIELDS_AND_PARTS;
}
