/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "message/css/buoy-css-claims.h"

#include <string.h>

#include "base/shown/buoy-shown-host.h"
#include "base/text/buoy-text.h"
#include "message/css/buoy-css-content.h"
#include "message/css/buoy-css-tokens.h"

#define MAX_CLAIM_BYTES 1000 /* nobody reads a longer one */
#define CONTENT "content"    /* its own strings are read as the element's text */

static gboolean
writes_text (const char *property)
{
  static const char *const names[] = { CONTENT,
                                       "additive-symbols",
                                       "hyphenate-character",
                                       "-webkit-hyphenate-character",
                                       "list-style",
                                       "list-style-type",
                                       "negative",
                                       "pad",
                                       "prefix",
                                       "quotes",
                                       "suffix",
                                       "symbols",
                                       "text-overflow",
                                       NULL };

  return g_str_has_prefix (property, "--") || g_strv_contains (names, property);
}

static void
add_claim (GPtrArray *claims, const GString *text)
{
  g_autofree char *valid = buoy_text_make_valid (text->str, (gssize) MIN (text->len, MAX_CLAIM_BYTES));
  g_autofree char *host = claims->len <= BUOY_CSS_MAX_CLAIMS ? buoy_shown_host_find (valid) : NULL;

  if (host != NULL && !g_ptr_array_find_with_equal_func (claims, valid, g_str_equal, NULL))
    g_ptr_array_add (claims, g_steal_pointer (&valid));
}

static gboolean
is_url (const char *p, const char *end)
{
  return end - p == strlen ("url") && g_ascii_strncasecmp (p, "url", strlen ("url")) == 0;
}

static void
add_string (GPtrArray *claims, const char *p, const char *end, GString *joined)
{
  g_autoptr (GString) text = g_string_new (NULL);

  buoy_css_append_string (text, p, end);
  add_claim (claims, text);
  if (joined->len < MAX_CLAIM_BYTES)
    g_string_append (joined, text->str);
}

/* Adds each string of a value, and all of them joined. Those of @content's own are left out. */
static void
add_strings (GPtrArray *claims, const char *value, const char *end, gboolean content)
{
  g_autoptr (GString) joined = g_string_new (NULL);
  const char *next;
  guint depth = 0;

  for (; value < end; value = next)
    if (*value == '(' || *value == ')')
      {
        depth += *value == '(';
        depth -= *value == ')' && depth > 0;
        next = value + 1;
      }
    else
      {
        next = buoy_css_skip (value);
        if (buoy_css_is_quote (*value) && (!content || depth > 0))
          add_string (claims, value, next, joined);
        else if (*next == '(' && is_url (value, next))
          next = buoy_css_skip (next);
      }
  add_claim (claims, joined);
}

/* A counter's symbols may be names: "www\.example\.com". */
static void
add_names (GPtrArray *claims, const char *value, const char *end)
{
  g_autoptr (GString) text = g_string_new (NULL);

  while (value < end && text->len < MAX_CLAIM_BYTES)
    if (buoy_css_is_quote (*value))
      value = buoy_css_skip (value);
    else if (*value == '\\')
      value = buoy_css_append_escape (text, value);
    else
      g_string_append_c (text, *value++);
  add_claim (claims, text);
}

void
buoy_css_claims_read (GPtrArray *claims, const char *property, const char *value, const char *end)
{
  const gboolean is_content = g_str_equal (property, CONTENT);

  if (!writes_text (property))
    return;
  add_strings (claims, value, end, is_content);
  if (!is_content && !g_str_has_prefix (property, "--"))
    add_names (claims, value, end);
}
