/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What Evolution displays of messages, without Evolution: Camel and Evolution's formatter read them, WebKitGTK shows
 * them, and the scripts of the module collect what is displayed. Loading a page takes most of the time, so that several
 * messages are displayed in one, each in a frame.
 */
#pragma once

#include <gio/gio.h>

#define DISPLAY_MAX_MAILS 16

typedef struct _Display Display;

/* @sources: the source tree, which has the scripts of the module. @is_timed: for display_time_collecting(). */
Display *display_new (const char *sources, gboolean is_timed);
void display_free (Display *self);

/* Whether a page of @mail, as Evolution's formatter writes it, may display a link that is no mail address and has none
 * of @hrefs (of char *). No page is shown afterwards.
 */
gboolean display_may_show_others (Display *self, GBytes *mail, const GPtrArray *hrefs);

/* Shows @mails (of GBytes), at most DISPLAY_MAX_MAILS, and waits until their documents have reported. Returns FALSE if
 * that takes too long, or if they have so many frames that some may be left out.
 */
gboolean display_show (Display *self, const GPtrArray *mails);

/* What the documents of a message reported: of char *, JSON. @index: of the message in those shown. (transfer full) */
char **display_list_documents (Display *self, guint index);

/* Writes into @out_n, for each message, how many pixels belong to links that are displayed, other than mail addresses
 * and those with one of the message's @hrefs (of GPtrArray of char *); -1 if these are too many to tell. Of several
 * messages, all links in frames that are no part of a message, such as "data:", are counted.
 */
void display_count_other_links (Display *self, const GPtrArray *hrefs, int *out_n);

/* How long the web process took to lay out the message and to collect what it displays, in milliseconds: at first, and
 * once more. 0 if it was not timed.
 */
void display_time_collecting (Display *self, double *out_layout, double *out_first, double *out_again);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Display, display_free)
