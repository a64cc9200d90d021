/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "message/reader/buoy-page-script.h"

#include <string.h>

#include "message/buoy-message-builder.h"
#include "message/buoy-page.h"
#include "message/dom/buoy-html-scan.h"
#include "message/html/buoy-html-document.h"
#include "message/script/buoy-page-address.h"
#include "message/script/buoy-page-literal.h"

#define MAX_HIDDEN_PAGES 20 /* in strings of one page's scripts */
#define MAX_HIDDEN_DEPTH 3  /* nested: a string in a page in a string */
#define MAX_FRAMED_TEXT 200 /* bytes of text beside a frame: "Loading…", "Please wait" */
#define MAX_FRAMES 20       /* of one page */
#define PASS_STEPS 1        /* per byte, which is compared with a keyword */
#define NUMBERS "fromCharCode("

typedef struct
{
  const char *word;
  BuoyScriptSign sign;
} SignRow;

static const SignRow signs[] = {
  { "atob(", BUOY_SCRIPT_DECODES },          { "unescape(", BUOY_SCRIPT_DECODES },
  { "fromCharCode", BUOY_SCRIPT_DECODES },   { "document.write", BUOY_SCRIPT_WRITES },
  { "eval(", BUOY_SCRIPT_WRITES },           { "new Function(", BUOY_SCRIPT_WRITES },
  { "createObjectURL", BUOY_SCRIPT_WRITES }, { "innerHTML", BUOY_SCRIPT_WRITES },
  { "outerHTML", BUOY_SCRIPT_WRITES },       { "insertAdjacentHTML", BUOY_SCRIPT_WRITES },
  { "srcdoc", BUOY_SCRIPT_WRITES },          { "createContextualFragment", BUOY_SCRIPT_WRITES },
  { "parseFromString", BUOY_SCRIPT_WRITES },
};

typedef struct
{
  BuoyMessage *content;
  guint signs;
  guint n_read; /* pages extracted from strings */
  guint depth;  /* nested strings */
} Reader;

static void read_page (Reader *reader, const char *html);

static void
add_address (Reader *reader, BuoyLinkKind kind, const char *address)
{
  buoy_message_add_link (reader->content, kind, g_strdup (""), g_strdup (address), NULL, FALSE, TRUE);
}

/* Whether the budget allows another pass over a script. */
static gboolean
may_pass (BuoyBudget *budget, const char *script, const char *end)
{
  return buoy_budget_spend (budget, (gsize) (end - script) * PASS_STEPS);
}

/* The next @word at or after @p; NULL if there is none, or if the scan was cancelled in the middle of a pass. */
static const char *
find_next (Reader *reader, const char *p, const char *end, const char *word)
{
  return buoy_budget_is_cancelled (reader->content->budget) ? NULL : buoy_page_find_word (p, end, word);
}

static void
read_location (Reader *reader, const char *script, const char *end)
{
  for (const char *p = script; (p = find_next (reader, p, end, BUOY_SCRIPT_LOCATION)) != NULL;
       p += strlen (BUOY_SCRIPT_LOCATION))
    {
      g_autofree char *address = buoy_page_given_address (p, end);

      if (address == NULL || !buoy_page_is_address (address))
        continue;
      reader->signs |= BUOY_SCRIPT_LEAVES;
      add_address (reader, BUOY_LINK_REFRESH, address);
    }
}

/* Adds the addresses to which a script sends the input of a form. */
static void
read_calls (Reader *reader, const char *script, const char *end)
{
  static const char *const calls[] = { "fetch", "sendBeacon", "post", "ajax", "open", "url" };

  for (guint i = 0; i < G_N_ELEMENTS (calls) && reader->content->has_password_field; i++)
    for (const char *p = script; (p = find_next (reader, p, end, calls[i])) != NULL; p += strlen (calls[i]))
      {
        g_autofree char *address = buoy_page_called_address (p, end);

        if (address != NULL)
          add_address (reader, BUOY_LINK_FORM, address);
      }
}

static guint
find_signs (BuoyBudget *budget, const char *script, const char *end)
{
  guint found = 0;

  for (guint i = 0; i < G_N_ELEMENTS (signs) && may_pass (budget, script, end); i++)
    if (buoy_page_find_word (script, end, signs[i].word) != NULL)
      found |= signs[i].sign;
  return found;
}

static gboolean
holds_markup (const char *text)
{
  const char *tag = strchr (text, '<');

  return tag != NULL && (g_ascii_isalpha (tag[1]) || tag[1] == '!') && strchr (tag, '>') != NULL;
}

/* A plain address in a script that redirects may have any purpose; a hidden one is where it redirects. In a script that
 * does not redirect, it is where input is sent.
 */
static void
add_found_address (Reader *reader, const char *address, gboolean leaves, gboolean plain)
{
  const BuoyLinkKind going = plain ? BUOY_LINK_ANCHOR : BUOY_LINK_REFRESH;

  add_address (reader, leaves ? going : BUOY_LINK_FORM, address);
  if (leaves)
    reader->signs |= plain ? BUOY_SCRIPT_MAY_LEAVE : BUOY_SCRIPT_LEAVES;
}

/* A decoded string may be a page that the script writes, or an address to which it redirects or sends input. */
static void
read_hidden (Reader *reader, const char *text, gboolean leaves, gboolean plain)
{
  if (holds_markup (text) && (reader->signs & BUOY_SCRIPT_WRITES) != 0)
    read_page (reader, text);
  else if (buoy_page_is_address (text) && strpbrk (text, " <>\n") == NULL && (reader->signs & BUOY_SCRIPT_DECODES) != 0)
    add_found_address (reader, text, leaves, plain);
}

/* The string that starts at @quote, with those that are concatenated to it; returns its end. */
static const char *
read_string (const char *quote, const char *end, GString *out)
{
  const char *p = quote;

  g_string_truncate (out, 0);
  while (p < end && strchr ("\"'`", *p) != NULL)
    {
      const char *close = memchr (p + 1, *p, (gsize) (end - p - 1));

      if (close == NULL)
        return end;
      g_string_append_len (out, p + 1, close - p - 1);
      quote = close + 1;
      p = buoy_page_skip_blanks (quote, end);
      p = p < end && *p == '+' ? buoy_page_skip_blanks (p + 1, end) : end;
    }
  return quote;
}

/* The next quote at or after @p; NULL like find_next(). */
static const char *
find_quote (Reader *reader, const char *p, const char *end)
{
  while (p < end && *p != '"' && *p != '\'' && *p != '`')
    p++;
  return p < end && !buoy_budget_is_cancelled (reader->content->budget) ? p : NULL;
}

static void
read_strings (Reader *reader, const char *script, const char *end)
{
  const gboolean leaves = buoy_page_find_word (script, end, BUOY_SCRIPT_LOCATION) != NULL;
  g_autoptr (GString) string = g_string_new (NULL);

  for (const char *p = script; (p = find_quote (reader, p, end)) != NULL;)
    {
      g_autofree char *hidden = NULL;
      const char *open = p;

      p = read_string (p, end, string);
      hidden = buoy_page_undo_literal (string->str, string->len, reader->content->budget);
      if (hidden != NULL)
        read_hidden (reader, hidden, leaves, strncmp (open + 1, hidden, strlen (hidden)) == 0);
    }
}

static void
read_numbers (Reader *reader, const char *script, const char *end)
{
  const gboolean leaves = buoy_page_find_word (script, end, BUOY_SCRIPT_LOCATION) != NULL;

  for (const char *p = script; (p = find_next (reader, p, end, NUMBERS)) != NULL; p += strlen (NUMBERS))
    {
      const char *list = p + strlen (NUMBERS);
      g_autofree char *hidden = buoy_page_undo_numbers (list, (gsize) (end - list), reader->content->budget);

      if (hidden != NULL)
        read_hidden (reader, hidden, leaves, FALSE);
    }
}

static void
read_script (Reader *reader, const char *script, const char *end)
{
  BuoyBudget *budget = reader->content->budget;

  reader->signs |= BUOY_SCRIPT_ANY | find_signs (budget, script, end);
  if (may_pass (budget, script, end))
    read_location (reader, script, end);
  if (may_pass (budget, script, end))
    read_calls (reader, script, end);
  if ((reader->signs & (BUOY_SCRIPT_DECODES | BUOY_SCRIPT_WRITES)) == 0)
    return;
  if (may_pass (budget, script, end))
    read_strings (reader, script, end);
  if (may_pass (budget, script, end))
    read_numbers (reader, script, end);
}

/* Scans for all tags that a browser may find: some read comments, and a tree is cut if it is too deep. */
static void
scan_init (BuoyHtmlScan *scan, const char *html, BuoyBudget *budget)
{
  buoy_html_scan_init (scan, html, strlen (html), budget, NULL);
  scan->is_unsure = TRUE;
}

static void
read_scripts (Reader *reader, const char *html)
{
  BuoyHtmlScan scan;

  scan_init (&scan, html, reader->content->budget);
  while (buoy_html_scan_next (&scan))
    {
      const char *script;
      gsize length;

      if (scan.tag != GUMBO_TAG_SCRIPT)
        continue;
      script = buoy_html_scan_take_script (&scan, &length);
      if (script == NULL)
        return; /* the tag is not closed in the rest of the page, so later ones are not either */
      read_script (reader, script, script + length);
    }
}

/* Reads a page that a script writes. */
static void
read_page (Reader *reader, const char *html)
{
  g_autoptr (GString) inside = g_string_new (NULL);

  if (reader->n_read >= MAX_HIDDEN_PAGES || reader->depth >= MAX_HIDDEN_DEPTH)
    {
      buoy_message_note (reader->content->limits, "attached");
      return;
    }
  reader->n_read++;
  reader->depth++;
  buoy_html_read_run (reader->content, html, strlen (html), inside);
  read_scripts (reader, html);
  read_scripts (reader, inside->str);
  reader->depth--;
}

static void
read_frame (Reader *reader, BuoyHtmlScan *frame)
{
  g_autofree char *source = buoy_html_scan_attribute (frame, "src");
  const char *address = source != NULL ? g_strchug (source) : "";

  if (!buoy_page_is_address (address))
    return;
  add_address (reader, BUOY_LINK_ANCHOR, address);
  reader->signs |= BUOY_SCRIPT_MAY_LEAVE;
}

/* A page with little more than a frame is a link to the framed page. */
static void
read_frames (Reader *reader, const char *html)
{
  BuoyHtmlScan scan;
  guint n = 0;

  if (strlen (reader->content->html_text) > MAX_FRAMED_TEXT)
    return;
  scan_init (&scan, html, reader->content->budget);
  while (buoy_html_scan_next (&scan))
    {
      if (scan.tag != GUMBO_TAG_IFRAME && scan.tag != GUMBO_TAG_FRAME)
        continue;
      if (++n > MAX_FRAMES)
        {
          buoy_message_note (reader->content->limits, "attached");
          return;
        }
      read_frame (reader, &scan);
    }
}

guint
buoy_page_read_scripts (BuoyMessage *content, const char *html)
{
  Reader reader = { .content = content };

  if (!buoy_budget_spend (content->budget, strlen (html) * PASS_STEPS))
    return 0;
  read_scripts (&reader, html);
  read_frames (&reader, html);
  return reader.signs;
}
