/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What the tests of the QR helper share.
 */
#pragma once

#include <glib.h>

/* A file of this folder. */
GBytes *qr_case_picture (const char *name);

/* Whether all of @pictures were examined; @out_texts: the texts, joined. */
gboolean qr_case_read (GPtrArray *pictures, char **out_texts);
