/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Evolution's own display of a message, without Evolution: Camel and Evolution's formatter read it, WebKitGTK shows it,
 * and the scripts of the module collect what is displayed.
 */
#pragma once

#include <gio/gio.h>

typedef struct _Display Display;

/* @sources: the source tree, which has the scripts of the module. @is_timed: for display_time_collecting(). */
Display *display_new (const char *sources, gboolean is_timed);
void display_free (Display *self);

/* Shows @mail, and waits until its documents have reported. Returns FALSE if that takes too long. */
gboolean display_show (Display *self, GBytes *mail);

/* What the documents of the message reported: of char *, JSON. (transfer full) */
char **display_list_documents (Display *self);

/* How many pixels belong to links that are displayed, other than those with one of @hrefs (of char *) and mail
 * addresses; -1 if there are too many @hrefs to tell.
 */
int display_count_other_links (Display *self, const GPtrArray *hrefs);

/* How long the web process took to collect what the message displays, in milliseconds: at first, which includes the
 * layout, and once more. 0 if it was not timed.
 */
void display_time_collecting (Display *self, double *out_first, double *out_again);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Display, display_free)
