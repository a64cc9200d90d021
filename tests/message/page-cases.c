/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "page-cases.h"

#include <string.h>

static BuoyMessage *
read_mail (const char *text, BuoyPictureFunc look, gpointer user_data)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autoptr (BuoyBudget) budget = buoy_budget_new (NULL);
  BuoyMessage *message = buoy_message_new_with_pictures (bytes, budget, look, user_data, &error);

  g_assert_no_error (error);
  return message;
}

BuoyMessage *
page_case_read_mail (const char *text)
{
  return read_mail (text, NULL, NULL);
}

BuoyMessage *
page_case_look (const char *html, BuoyPictureFunc look, gpointer user_data)
{
  g_autofree char *text = g_strconcat ("From: a@sender.test\nContent-Type: text/html; charset=utf-8\n\n", html, NULL);

  return read_mail (text, look, user_data);
}

char *
page_case_repeat (const char *text, guint times)
{
  GString *out = g_string_sized_new (strlen (text) * times);

  for (guint i = 0; i < times; i++)
    g_string_append (out, text);
  return g_string_free (out, FALSE);
}

BuoyMessage *
page_case_read (const char *html)
{
  return page_case_look (html, NULL, NULL);
}

static void
test_links (gconstpointer data)
{
  const PageCase *row = data;
  g_autoptr (BuoyMessage) message = page_case_read (row->html);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < message->links->len; i++)
    {
      const BuoyLink *link = g_ptr_array_index (message->links, i);

      g_string_append_printf (found, "%s%s > %s", i > 0 ? " | " : "", link->text, link->href);
    }
  g_assert_cmpstr (found->str, ==, row->links);
}

void
page_cases_add (const char *path, const PageCase *cases, guint n_cases)
{
  for (guint i = 0; i < n_cases; i++)
    {
      g_autofree char *name = g_strconcat (path, "/", cases[i].name, NULL);

      g_test_add_data_func (name, &cases[i], test_links);
    }
}

BuoyMessage *
page_case_read_attachment (const char *type, const char *file, const char *body)
{
  g_autofree char *text
      = g_strdup_printf ("From: a@b.test\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n"
                         "--x\nContent-Type: text/plain\n\nhello\n"
                         "--x\nContent-Type: %s\nContent-Disposition: attachment; filename=\"%s\"\n\n"
                         "%s\n--x--\n",
                         type, file, body);

  return page_case_read_mail (text);
}
