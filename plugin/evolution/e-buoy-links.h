/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Between a click on a link and the browser.
 */
#pragma once

#include "e-buoy-compat.h"

/* Whoever shows messages and knows what was found about their links. */
typedef struct
{
  gboolean (*is_checking) (GObject *owner);
  /* What buoy_verdict_find_false_link() says of the message that is shown. */
  const char *(*find_false_link) (GObject *owner, const char *uri, const char **out_actual_host);
} EBuoyLinkChecks;

/* From now on a click in @display, by whatever means, goes past @checks first. @owner lives as long as @display. */
void e_buoy_links_watch (EMailDisplay *display, GObject *owner, const EBuoyLinkChecks *checks);
