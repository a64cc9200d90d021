/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * How long a page may take: time of the processor, as on a busy machine any page takes long by the clock.
 */
#pragma once

#include <glib.h>

/* Ends this process, as soon as it and those that it began have used @seconds from now. Another call begins anew. */
void time_limit_begin (guint seconds);
