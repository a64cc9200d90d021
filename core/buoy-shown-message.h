/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What a mail program displays of a message: facts, without judgement. A host collects them from the document on the
 * screen and hands them in beside the bytes, since no parser reads every malformed message as every client does.
 */
#pragma once

#include "buoy-types.h"

G_BEGIN_DECLS

/**
 * BuoyShown:
 *
 * The links and forms that a mail program displays of one message, and its visible text. Boxed and counted. One thread
 * fills it; once it is handed to a scan it is not changed any more.
 *
 * Since: 0.2
 */
typedef struct _BuoyShown BuoyShown;

#define BUOY_TYPE_SHOWN (buoy_shown_get_type ())
BUOY_AVAILABLE_IN_0_2 GType buoy_shown_get_type (void);
BUOY_AVAILABLE_IN_0_2 BuoyShown *buoy_shown_new (void);
BUOY_AVAILABLE_IN_0_2 BuoyShown *buoy_shown_ref (BuoyShown *shown);
BUOY_AVAILABLE_IN_0_2 void buoy_shown_unref (BuoyShown *shown);
BUOY_AVAILABLE_IN_0_2 void buoy_shown_add_link (BuoyShown *shown, const char *href, const char *text, const char *base,
                                                gboolean is_seen);
BUOY_AVAILABLE_IN_0_2 void buoy_shown_add_form (BuoyShown *shown, const char *action, const char *label,
                                                const char *base);
BUOY_AVAILABLE_IN_0_2 void buoy_shown_add_text (BuoyShown *shown, const char *text);
BUOY_AVAILABLE_IN_0_2 void buoy_shown_add_left_out (BuoyShown *shown, guint n_links);
BUOY_AVAILABLE_IN_0_2 void buoy_shown_set_has_password_field (BuoyShown *shown);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BuoyShown, buoy_shown_unref)

G_END_DECLS
