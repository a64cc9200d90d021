/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Finds the tags of a page as the HTML tokenizer does (HTML §13.2.5), without a tree.
 */
#include "config.h"

#include "message/dom/buoy-html-scan.h"

#include <string.h>

#define MAX_ATTRIBUTES 4000 /* of one tag; the tree builder compares each with all others. Phishing uses hundreds */

static gboolean
is_blank (char c)
{
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

static gboolean
begins_with (const BuoyHtmlScan *scan, const char *p, const char *text)
{
  const gsize length = strlen (text);

  return (gsize) (scan->end - p) >= length && g_ascii_strncasecmp (p, text, length) == 0;
}

static const char *
skip_blanks (const char *p, const char *end)
{
  while (p < end && is_blank (*p))
    p++;
  return p;
}

static const char *
skip_to (const char *p, const char *end, char c)
{
  const char *found = memchr (p, c, (gsize) (end - p));

  return found != NULL ? found + 1 : end;
}

/* "<!-->" and "<!--->" are complete comments; "--!>" ends one too. */
static const char *
skip_comment (const char *p, const char *end)
{
  const char *dashes = p + strlen ("<!");

  while ((dashes = memmem (dashes, (gsize) (end - dashes), "--", 2)) != NULL)
    {
      const char *next = dashes + 2;

      if (next < end && (*next == '>' || (*next == '-' && next + 1 < end && next[1] == '>')))
        return skip_to (next, end, '>');
      if (dashes >= p + 4 && next + 1 < end && next[0] == '!' && next[1] == '>')
        return next + 2;
      dashes++;
    }
  return end;
}

static const char *
skip_attribute_name (const char *p, const char *end)
{
  const char *start = p;

  while (p < end && !is_blank (*p) && *p != '/' && *p != '>' && (*p != '=' || p == start))
    p++;
  return p;
}

/* An attribute's name and value. */
static const char *
skip_attribute (const char *start, const char *end)
{
  const char *p = skip_attribute_name (start, end);
  const char *value = skip_blanks (p, end);

  if (value == end || *value != '=')
    return p;
  value = skip_blanks (value + 1, end);
  if (value < end && (*value == '"' || *value == '\''))
    return skip_to (value + 1, end, *value);
  while (value < end && !is_blank (*value) && *value != '>')
    value++;
  return value;
}

static void
scan_attributes (BuoyHtmlScan *scan, const char *p)
{
  scan->n_attributes = 0;
  scan->closes_itself = FALSE;
  while ((p = skip_blanks (p, scan->end)) < scan->end && *p != '>')
    {
      scan->closes_itself = *p == '/' && p + 1 < scan->end && p[1] == '>';
      if (*p == '/')
        p++;
      else if (scan->n_attributes == MAX_ATTRIBUTES)
        {
          scan->next = p;
          scan->is_too_long = TRUE;
          return;
        }
      else
        {
          scan->n_attributes++;
          p = skip_attribute (p, scan->end);
        }
    }
  scan->next = p < scan->end ? p + 1 : p;
}

void
buoy_html_scan_init (BuoyHtmlScan *scan, const char *html, gsize length)
{
  const BuoyHtmlScan start = { .next = html, .end = html + length };

  *scan = start;
}

/* FALSE if there is no name at @name. */
static gboolean
scan_name (BuoyHtmlScan *scan, const char *name)
{
  const char *p = name;

  if (p == scan->end || !g_ascii_isalpha (*p))
    return FALSE;
  while (p < scan->end && !is_blank (*p) && *p != '/' && *p != '>')
    p++;
  scan->name = name;
  scan->name_length = (gsize) (p - name);
  scan->tag = gumbo_tagn_enum (name, (unsigned int) scan->name_length);
  scan->n_attributes = 0;
  return TRUE;
}

/* A comment, or nothing. */
static void
skip_other (BuoyHtmlScan *scan, const char *p)
{
  scan->has_cdata |= begins_with (scan, p, "<![");
  if (begins_with (scan, p, "<!--"))
    scan->next = skip_comment (p, scan->end);
  else if (begins_with (scan, p, "<!") || begins_with (scan, p, "<?") || begins_with (scan, p, "</"))
    scan->next = skip_to (p, scan->end, '>');
  else
    scan->next = p + 1;
}

/* The tag at @p; FALSE if it is none, and then @scan is after it. */
static gboolean
scan_at (BuoyHtmlScan *scan, const char *p)
{
  scan->is_end = begins_with (scan, p, "</");
  if (!scan_name (scan, p + 1 + scan->is_end))
    {
      skip_other (scan, p);
      return FALSE;
    }
  scan_attributes (scan, scan->name + scan->name_length);
  return TRUE;
}

static gboolean
scan_unsure_at (BuoyHtmlScan *scan, const char *p)
{
  scan->next = p + 1;
  scan->is_end = FALSE;
  return scan_name (scan, scan->next);
}

gboolean
buoy_html_scan_next (BuoyHtmlScan *scan)
{
  const char *p;

  while ((p = memchr (scan->next, '<', (gsize) (scan->end - scan->next))) != NULL)
    {
      scan->start = p;
      scan->n_marks++;
      if (scan->is_unsure ? scan_unsure_at (scan, p) : scan_at (scan, p))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_end_tag (const BuoyHtmlScan *scan, const char *p)
{
  const gsize left = (gsize) (scan->end - p);

  if (left < 2 + scan->name_length || p[1] != '/' || g_ascii_strncasecmp (p + 2, scan->name, scan->name_length) != 0)
    return FALSE;
  return left == 2 + scan->name_length || strchr (" \t\n\r\f/>", p[2 + scan->name_length]) != NULL;
}

/* A script in a comment in a script has its own end tag, which does not end the outer one. */
gboolean
buoy_html_scan_skip_text (BuoyHtmlScan *scan, gboolean may_hold_tags)
{
  const char *p = scan->next;
  gboolean in_comment = FALSE;

  while ((p = memchr (p, '<', (gsize) (scan->end - p))) != NULL && !is_end_tag (scan, p))
    {
      in_comment |= begins_with (scan, p, "<!--");
      if (!may_hold_tags || (in_comment && scan->tag == GUMBO_TAG_SCRIPT && begins_with (scan, p, "<script")))
        return FALSE;
      p++;
    }
  scan->next = p != NULL ? skip_to (p, scan->end, '>') : scan->end;
  return TRUE;
}

/* In a comment in a script, another script has an end tag of its own (HTML §13.2.5.27). */
const char *
buoy_html_scan_take_script (BuoyHtmlScan *scan, gsize *out_length)
{
  const char *text = skip_to (scan->name, scan->end, '>');
  const char *p = text;
  gboolean in_comment = FALSE;
  gboolean in_inner = FALSE;

  for (; p < scan->end; p++)
    {
      const gboolean is_end = *p == '<' && is_end_tag (scan, p);

      if (is_end && !in_inner)
        break;
      in_comment |= begins_with (scan, p, "<!--");
      if (is_end || begins_with (scan, p, "-->"))
        in_inner = FALSE;
      else
        in_inner |= in_comment && begins_with (scan, p, "<script");
    }
  *out_length = (gsize) (p - text);
  scan->next = p;
  return text;
}

/* The value of the attribute whose name ends at @name_end. */
static char *
copy_value (const char *name_end, const char *end)
{
  const char *value = skip_blanks (name_end, end);
  const char *stop;

  if (value == end || *value != '=')
    return g_strdup ("");
  value = skip_blanks (value + 1, end);
  if (value == end || (*value != '"' && *value != '\''))
    return g_strndup (value, (gsize) (skip_attribute (name_end, end) - value));
  stop = memchr (value + 1, *value, (gsize) (end - value - 1));
  return g_strndup (value + 1, (gsize) ((stop != NULL ? stop : end) - value - 1));
}

char *
buoy_html_scan_attribute (const BuoyHtmlScan *scan, const char *name)
{
  const char *p = scan->name + scan->name_length;

  while ((p = skip_blanks (p, scan->end)) < scan->end && *p != '>')
    {
      const char *name_end = skip_attribute_name (p, scan->end);

      if ((gsize) (name_end - p) == strlen (name) && begins_with (scan, p, name))
        return copy_value (name_end, scan->end);
      p = *p == '/' ? p + 1 : skip_attribute (p, scan->end);
    }
  return NULL;
}
