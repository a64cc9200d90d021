/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "message/mime/buoy-cms.h"

#include <string.h>

#define TAG_INTEGER 0x02
#define TAG_OCTETS 0x04
#define TAG_OID 0x06
#define TAG_SEQUENCE 0x30
#define TAG_SET 0x31
#define TAG_CONTENT 0xa0 /* [0] EXPLICIT */
#define CONSTRUCTED 0x20
#define LENGTH_INDEFINITE 0x80
#define MAX_DEPTH 8         /* of elements that are skipped or joined */
#define STEPS_AN_ELEMENT 10 /* it may have two bytes */

/* The unread rest of an element's content. */
typedef struct
{
  const guchar *p;
  const guchar *end;
  BuoyBudget *budget;
} Ber;

/* 1.2.840.113549.1.7.2 (RFC 5652 §5.1). */
static const guchar signed_data[] = { 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x02 };

/* Reads a length; FALSE if it is invalid. *@out_indefinite: the content ends at two zero bytes (X.690 §8.1.3.6) */
static gboolean
read_length (Ber *in, gsize *out_length, gboolean *out_indefinite)
{
  guint n_bytes;

  if (in->p >= in->end)
    return FALSE;
  *out_indefinite = *in->p == LENGTH_INDEFINITE;
  *out_length = *in->p++;
  if (*out_length <= LENGTH_INDEFINITE)
    return TRUE;
  n_bytes = *out_length & 0x7f;
  *out_length = 0;
  if (n_bytes > 4 || (gsize) (in->end - in->p) < n_bytes)
    return FALSE;
  while (n_bytes-- > 0)
    *out_length = *out_length << 8 | *in->p++;
  return TRUE;
}

static gboolean read_element (Ber *in, guint *out_tag, Ber *out_content, guint depth);

/* Finds the end of @content, of indefinite length, and continues @in after it. */
static void
find_end (Ber *in, Ber *content, guint depth)
{
  Ber rest = *content;
  guint tag;
  Ber inner;

  while (rest.end - rest.p >= 2 && memcmp (rest.p, "\0\0", 2) != 0)
    if (!read_element (&rest, &tag, &inner, depth + 1))
      {
        rest.p = rest.end;
        break;
      }
  content->end = rest.p;
  in->p = rest.p + MIN (2, rest.end - rest.p);
}

/* Reads the next element, whose content ends with @in if it is truncated. FALSE if there is none, or if the budget is
 * spent.
 */
static gboolean
read_element (Ber *in, guint *out_tag, Ber *out_content, guint depth)
{
  gboolean indefinite;
  gsize length;

  if (depth > MAX_DEPTH || in->end - in->p < 2 || !buoy_budget_spend (in->budget, STEPS_AN_ELEMENT))
    return FALSE;
  *out_tag = *in->p++;
  if (!read_length (in, &length, &indefinite))
    return FALSE;
  *out_content = *in;
  if (indefinite)
    {
      find_end (in, out_content, depth);
      return TRUE;
    }
  out_content->end = in->p + MIN (length, (gsize) (in->end - in->p));
  in->p = out_content->end;
  return TRUE;
}

/* Enters the next element; FALSE if it is not a @tag. */
static gboolean
enter (Ber *in, guint tag, Ber *out_content)
{
  guint found;

  return read_element (in, &found, out_content, 0) && found == tag;
}

static gboolean
skip (Ber *in, guint tag)
{
  Ber content;

  return enter (in, tag, &content);
}

/* Appends an OCTET STRING, in one piece or several. */
static void
append_octets (GByteArray *out, guint tag, Ber content, guint depth)
{
  guint inner_tag;
  Ber inner;

  if (tag == TAG_OCTETS)
    g_byte_array_append (out, content.p, (guint) (content.end - content.p));
  else if (tag == (TAG_OCTETS | CONSTRUCTED) && depth < MAX_DEPTH)
    while (read_element (&content, &inner_tag, &inner, depth))
      append_octets (out, inner_tag, inner, depth + 1);
}

/* SignedData: version, digestAlgorithms, encapContentInfo { type, [0] content }, … */
static GBytes *
read_signed_data (Ber data)
{
  GByteArray *out;
  Ber info, content;
  guint tag;

  if (!skip (&data, TAG_INTEGER) || !skip (&data, TAG_SET) || !enter (&data, TAG_SEQUENCE, &info)
      || !skip (&info, TAG_OID) || !enter (&info, TAG_CONTENT, &content) || !read_element (&content, &tag, &data, 0))
    return NULL;
  out = g_byte_array_new ();
  append_octets (out, tag, data, 0);
  return g_byte_array_free_to_bytes (out);
}

/* Enters a ContentInfo after its type; FALSE if the type is not SignedData. */
static gboolean
enter_signed (Ber in, Ber *out_info)
{
  Ber type;

  return enter (&in, TAG_SEQUENCE, out_info) && enter (out_info, TAG_OID, &type)
         && (gsize) (type.end - type.p) == sizeof signed_data && memcmp (type.p, signed_data, sizeof signed_data) == 0;
}

gboolean
buoy_cms_is_signed (const char *start, gsize length, BuoyBudget *budget)
{
  const guchar *data = (const guchar *) start;
  Ber info;

  return enter_signed ((Ber){ data, data + length, budget }, &info);
}

GBytes *
buoy_cms_find_content (GBytes *bytes, BuoyBudget *budget)
{
  gsize length;
  const guchar *data = g_bytes_get_data (bytes, &length);
  Ber in = { data, length > 0 ? data + length : data, budget };
  Ber info, content;

  if (!enter_signed (in, &info) || !enter (&info, TAG_CONTENT, &content) || !enter (&content, TAG_SEQUENCE, &info))
    return NULL;
  return read_signed_data (info);
}
