/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What the parts of a display have in common: one shows messages, one is asked for them, one looks for links.
 */
#pragma once

#include "display.h"

#include <em-format/e-mail-parser.h>
#include <libemail-engine/libemail-engine.h>
#include <mail/e-mail-display.h>

#define WIDTH 900
#define HEIGHT 150 /* of a message, which its content makes larger, up to MAX_HEIGHT of frames.js */
#define MESSAGE "mail://generic/generic/m" /* e_mail_part_build_uri() without a folder; a number follows */

struct _Display
{
  GtkWidget *window;
  WebKitWebView *view;
  EMailParser *parser;
  EContentRequest *formatter;
  WebKitUserContentManager *manager;
  GPtrArray *part_lists; /* of EMailPartList: the messages that are shown */
  guint first;           /* the number of the first of them in the URIs */
  char *page;            /* the URI of the page around them. (nullable) */
  GHashTable *documents; /* char * → char *: JSON by document */
  gint64 news;           /* when the last one reported, or a page was loaded */
  gboolean is_loaded;
  gboolean has_ids;  /* a frame names its part by Content-ID, which several messages may have */
  GPtrArray *sheets; /* of WebKitUserStyleSheet */
  double time_layout, time_first, time_again; /* the longest of a document */
};

/* Answers requests for the messages that are shown, and for their parts. */
void display_answer_requests (Display *self, WebKitWebContext *context);

/* Whether a message has frames that are no part of it, such as "data:". @index: in the messages that are shown. */
gboolean display_has_foreign (Display *self, guint index);

/* Has the formatter know a message in place of those that are shown. Returns the URI of its first page. (transfer full)
 */
char *display_take (Display *self, GBytes *mail);

void display_remove_sheets (Display *self);
