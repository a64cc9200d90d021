/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Finds the tags of a page as the HTML tokenizer does (HTML §13.2.5), without a tree.
 */
#include "config.h"

#include "message/dom/buoy-html-scan.h"

#include <string.h>

#define MARK_STEPS 4         /* for examining a "<", or dashes that may end a comment */
#define NAME_BYTES_A_STEP 64 /* of the names of two attributes, compared */
/* of one tag: 2,000 attributes with short names. Phishing uses hundreds */
#define MAX_COMPARE_STEPS (BUOY_MAX_STEPS_AT_ONCE / 2)

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

/* Keeps the token from @start to @end if it is too long. @name: (nullable): the attribute whose value it is */
static void
take_token (BuoyHtmlScan *scan, BuoyHtmlTokenKind kind, const char *start, const char *end, const char *name)
{
  BuoyHtmlToken token = { .kind = kind, .start = start, .end = end, .tag = scan->tag, .name = name };

  if (scan->long_tokens == NULL || scan->is_unsure || end - start <= BUOY_MAX_TOKEN_BYTES)
    return;
  if (name != NULL)
    token.name_length = strcspn (name, " \t\n\r\f=");
  g_array_append_val (scan->long_tokens, token);
}

static const char *
take_blanks (BuoyHtmlScan *scan, const char *p)
{
  const char *end = skip_blanks (p, scan->end);

  take_token (scan, BUOY_HTML_TOKEN_UNSEEN, p, end, NULL);
  return end;
}

/* "<!-->" and "<!--->" are complete comments; "--!>" ends one too. */
static const char *
skip_comment (BuoyHtmlScan *scan, const char *p)
{
  const char *end = scan->end;
  const char *dashes = p + strlen ("<!");

  while ((dashes = memmem (dashes, (gsize) (end - dashes), "--", 2)) != NULL)
    {
      const char *next = dashes + 2;

      if (!buoy_budget_spend (scan->budget, MARK_STEPS))
        return end;
      if (next < end && (*next == '>' || (*next == '-' && next + 1 < end && next[1] == '>')))
        return skip_to (next, end, '>');
      if (dashes >= p + 4 && next + 1 < end && next[0] == '!' && next[1] == '>')
        return next + 2;
      dashes++;
    }
  return end;
}

typedef struct
{
  const char *name;
  const char *name_end;
  const char *value; /* without quotes; empty if there is none */
  const char *value_end;
} Attribute;

/* Reads the value in quotes at @quote, whose end quote may be missing; returns the position after it. */
static const char *
read_quoted (const BuoyHtmlScan *scan, const char *quote, Attribute *attribute)
{
  const char *end = memchr (quote + 1, *quote, (gsize) (scan->end - quote - 1));

  attribute->value = quote + 1;
  attribute->value_end = end != NULL ? end : scan->end;
  return end != NULL ? end + 1 : scan->end;
}

/* Reads the attribute at @p; returns the position after it. */
static const char *
read_attribute (BuoyHtmlScan *scan, const char *p, Attribute *attribute)
{
  const char *end = scan->end;
  const char *value;

  attribute->name = p;
  while (p < end && !is_blank (*p) && *p != '/' && *p != '>' && (*p != '=' || p == attribute->name))
    p++;
  attribute->name_end = attribute->value = attribute->value_end = p;
  value = take_blanks (scan, p);
  if (value == end || *value != '=')
    return p;
  value = p = take_blanks (scan, value + 1);
  if (value < end && (*value == '"' || *value == '\''))
    return read_quoted (scan, value, attribute);
  while (p < end && !is_blank (*p) && *p != '>')
    p++;
  attribute->value = value;
  attribute->value_end = p;
  return p;
}

/* The tree builder compares an attribute's name with all names before it, up to the end of the shorter one. */
static void
count_attribute (BuoyHtmlScan *scan, gsize name_length)
{
  const gsize n_bytes = MIN (scan->n_attributes * name_length, scan->n_name_bytes);

  scan->n_compare_steps += scan->n_attributes + n_bytes / NAME_BYTES_A_STEP;
  scan->n_name_bytes += name_length;
  scan->n_attributes++;
}

/* Skips the attribute at @p. */
static const char *
skip_attribute (BuoyHtmlScan *scan, const char *p)
{
  Attribute attribute;
  const char *end = read_attribute (scan, p, &attribute);

  take_token (scan, BUOY_HTML_TOKEN_UNSEEN, attribute.name, attribute.name_end, NULL);
  take_token (scan, BUOY_HTML_TOKEN_VALUE, attribute.value, attribute.value_end, attribute.name);
  count_attribute (scan, (gsize) (attribute.name_end - attribute.name));
  return end;
}

static void
scan_attributes (BuoyHtmlScan *scan, const char *p)
{
  scan->closes_itself = FALSE;
  while ((p = take_blanks (scan, p)) < scan->end && *p != '>')
    {
      scan->closes_itself = *p == '/' && p + 1 < scan->end && p[1] == '>';
      if (*p == '/')
        p++;
      else if (scan->n_compare_steps >= MAX_COMPARE_STEPS)
        {
          scan->next = p;
          scan->is_too_long = TRUE;
          return;
        }
      else
        p = skip_attribute (scan, p);
    }
  scan->next = p < scan->end ? p + 1 : p;
}

void
buoy_html_scan_init (BuoyHtmlScan *scan, const char *html, gsize length, BuoyBudget *budget, GArray *long_tokens)
{
  const BuoyHtmlScan start
      = { .next = html, .end = html + length, .budget = budget, .long_tokens = long_tokens, .max_marks = G_MAXUINT };

  *scan = start;
}

/* Reads a tag's name; FALSE if there is none at @name. If the scan is unsure, a "<" ends it too: it may begin a tag. */
static gboolean
scan_name (BuoyHtmlScan *scan, const char *name)
{
  const char *p = name;

  if (p == scan->end || !g_ascii_isalpha (*p))
    return FALSE;
  while (p < scan->end && !is_blank (*p) && *p != '/' && *p != '>' && (*p != '<' || !scan->is_unsure))
    p++;
  scan->name = name;
  scan->name_length = (gsize) (p - name);
  scan->tag = gumbo_tagn_enum (name, (unsigned int) scan->name_length);
  scan->n_attributes = 0;
  scan->n_name_bytes = 0;
  scan->n_compare_steps = 0;
  take_token (scan, BUOY_HTML_TOKEN_UNSEEN, name, p, NULL);
  return TRUE;
}

/* Skips a comment, or only the "<". In SVG and MathML, "<![CDATA[" begins text. */
static void
skip_other (BuoyHtmlScan *scan, const char *p)
{
  const gboolean is_cdata = begins_with (scan, p, "<![");
  const gboolean is_comment = begins_with (scan, p, "<!--");

  scan->has_cdata |= is_cdata;
  if (is_comment)
    scan->next = skip_comment (scan, p);
  else if (begins_with (scan, p, "<!") || begins_with (scan, p, "<?") || begins_with (scan, p, "</"))
    scan->next = skip_to (p, scan->end, '>');
  else
    {
      scan->next = p + 1;
      return;
    }
  take_token (scan, is_cdata ? BUOY_HTML_TOKEN_TEXT : BUOY_HTML_TOKEN_COMMENT, p + (is_comment ? 4 : 2), scan->next,
              NULL);
}

/* Reads the tag at @p. Returns FALSE if there is none, with @scan after what is there instead. */
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
      take_token (scan, BUOY_HTML_TOKEN_TEXT, scan->next, p, NULL);
      if (!buoy_budget_spend (scan->budget, MARK_STEPS))
        return FALSE;
      scan->start = p;
      if (scan->n_marks++ == scan->max_marks)
        {
          scan->end = p;
          return FALSE;
        }
      if (scan->is_unsure ? scan_unsure_at (scan, p) : scan_at (scan, p))
        return TRUE;
    }
  take_token (scan, BUOY_HTML_TOKEN_TEXT, scan->next, scan->end, NULL);
  return FALSE;
}

/* Where to divide the @length bytes from @from on, near their end: at a "<", or at least between characters. */
static const char *
find_division (const char *from, gsize length)
{
  const char *mark = memrchr (from + length / 2, '<', length - length / 2);
  const char *end = from + length;

  while (mark == NULL && ((guchar) *end & 0xc0) == 0x80)
    end--;
  return mark != NULL ? mark : end;
}

void
buoy_html_scan_doubt (BuoyHtmlScan *scan, const char *from)
{
  scan->is_unsure = TRUE;
  scan->next = from;
  if (scan->end - from > BUOY_MAX_TOKEN_BYTES)
    scan->end = find_division (from, BUOY_MAX_TOKEN_BYTES);
}

static gboolean
is_end_tag (const BuoyHtmlScan *scan, const char *p)
{
  const gsize left = (gsize) (scan->end - p);

  if (left < 2 + scan->name_length || p[1] != '/' || g_ascii_strncasecmp (p + 2, scan->name, scan->name_length) != 0)
    return FALSE;
  return left == 2 + scan->name_length || strchr (" \t\n\r\f/>", p[2 + scan->name_length]) != NULL;
}

static BuoyHtmlTokenKind
kind_of_text (GumboTag tag)
{
  switch (tag)
    {
    case GUMBO_TAG_STYLE:
      return BUOY_HTML_TOKEN_STYLE;
    case GUMBO_TAG_TEXTAREA:
    case GUMBO_TAG_XMP:
      return BUOY_HTML_TOKEN_TEXT;
    default:
      return BUOY_HTML_TOKEN_UNSEEN;
    }
}

/* A script in a comment in a script has its own end tag, which does not end the outer one. */
gboolean
buoy_html_scan_skip_text (BuoyHtmlScan *scan, gboolean may_hold_tags)
{
  const char *p = scan->next;
  gboolean in_comment = FALSE;

  while ((p = memchr (p, '<', (gsize) (scan->end - p))) != NULL && !is_end_tag (scan, p))
    {
      if (!buoy_budget_spend (scan->budget, MARK_STEPS))
        break;
      in_comment |= begins_with (scan, p, "<!--");
      if (!may_hold_tags || (in_comment && scan->tag == GUMBO_TAG_SCRIPT && begins_with (scan, p, "<script")))
        return FALSE;
      p++;
    }
  take_token (scan, kind_of_text (scan->tag), scan->next, p != NULL ? p : scan->end, NULL);
  scan->next = p != NULL ? skip_to (p, scan->end, '>') : scan->end;
  return TRUE;
}

/* Whether a script, or a comment in one, may begin or end at @p; FALSE if the budget is spent. */
static gboolean
may_turn_script (const BuoyHtmlScan *scan, const char *p)
{
  return (*p == '<' || *p == '-') && buoy_budget_spend (scan->budget, MARK_STEPS);
}

/* In a comment in a script, another script has an end tag of its own (HTML §13.2.5.27). */
const char *
buoy_html_scan_take_script (BuoyHtmlScan *scan, gsize *out_length)
{
  const char *tag_end = memchr (scan->name, '>', (gsize) (scan->end - scan->name));
  const char *text = tag_end != NULL ? tag_end + 1 : NULL;
  const char *p = text;
  gboolean in_comment = FALSE;
  gboolean in_inner = FALSE;

  if (text == NULL)
    return NULL;
  for (; p < scan->end; p++)
    {
      gboolean is_end;

      if (!may_turn_script (scan, p))
        continue;
      is_end = *p == '<' && is_end_tag (scan, p);
      if (is_end && !in_inner)
        break;
      if (begins_with (scan, p, "-->"))
        in_comment = in_inner = FALSE;
      else if (is_end)
        in_inner = FALSE;
      else if (begins_with (scan, p, "<!--"))
        in_comment = TRUE;
      else
        in_inner |= in_comment && begins_with (scan, p, "<script");
    }
  *out_length = (gsize) (p - text);
  scan->next = p;
  return text;
}

char *
buoy_html_scan_attribute (BuoyHtmlScan *scan, const char *name)
{
  const char *p = scan->name + scan->name_length;

  while ((p = skip_blanks (p, scan->end)) < scan->end && *p != '>')
    {
      Attribute attribute;
      const char *end = read_attribute (scan, p, &attribute);
      const gsize length = (gsize) (attribute.name_end - attribute.name);

      if (length == strlen (name) && begins_with (scan, p, name))
        return g_strndup (attribute.value, (gsize) (attribute.value_end - attribute.value));
      p = *p == '/' ? p + 1 : end;
    }
  return NULL;
}
