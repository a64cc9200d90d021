/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Known correspondents from a vCard file (RFC 6350: FN and EMAIL are enough).
 */
#pragma once

#include <bellbuoy.h>

gboolean cli_contacts_read (const char *path, BuoyContext *context, GError **error);
