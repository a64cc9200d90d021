/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Pages and the links that are found in them.
 */
#pragma once

#include "message/buoy-message.h"

typedef struct
{
  const char *name;
  const char *html;
  const char *links; /* "text > href" each, " | " between */
} PageCase;

/* @text is a whole message. */
BuoyMessage *page_case_read_mail (const char *text);

/* A message that is the page @html. */
BuoyMessage *page_case_read (const char *html);

/* A message to which @body is attached as @file, of @type. */
BuoyMessage *page_case_read_attachment (const char *type, const char *file, const char *body);

/* The page @html, with its pictures. */
BuoyMessage *page_case_look (const char *html, BuoyPictureFunc look, gpointer user_data);

/* @text @times times. */
char *page_case_repeat (const char *text, guint times);

/* One test for each, below @path. */
void page_cases_add (const char *path, const PageCase *cases, guint n_cases);
