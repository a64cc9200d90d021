/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "message/dom/buoy-html-controls.h"

#define WORD_JOINER "\xe2\x81\xa0" /* not shown either */

/* The bytes of the control character at @p (C0, DEL or C1 in UTF-8); 0 if it is none, white space or NUL. */
static gsize
control_length (const guint8 *p, const guint8 *end)
{
  if (*p == 0xc2)
    return end - p > 1 && p[1] >= 0x80 && p[1] <= 0x9f ? 2 : 0;
  return *p == 0x7f || (*p < ' ' && *p != '\0' && *p != '\t' && *p != '\n' && *p != '\f' && *p != '\r') ? 1 : 0;
}

static const guint8 *
find_control (const guint8 *p, const guint8 *end)
{
  while (p < end && control_length (p, end) == 0)
    p++;
  return p;
}

static const guint8 *
skip_controls (const guint8 *p, const guint8 *end)
{
  gsize n;

  while (p < end && (n = control_length (p, end)) > 0)
    p += n;
  return p;
}

char *
buoy_html_join_at_controls (const char *html, gsize length, BuoyBudget *budget, gsize *out_length)
{
  const guint8 *p = (const guint8 *) html;
  const guint8 *end = p + length;
  const guint8 *control = buoy_budget_is_cancelled (budget) ? end : find_control (p, end);
  GString *joined;

  if (control == end || !buoy_budget_spend (budget, length))
    return NULL;
  joined = g_string_sized_new (length);
  while (control < end)
    {
      g_string_append_len (joined, (const char *) p, control - p);
      g_string_append (joined, WORD_JOINER);
      p = skip_controls (control, end);
      control = find_control (p, end);
    }
  g_string_append_len (joined, (const char *) p, end - p);
  *out_length = joined->len;
  return g_string_free (joined, FALSE);
}
