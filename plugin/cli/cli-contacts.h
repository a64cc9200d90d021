/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Known correspondents from a vCard file (RFC 6350: FN and EMAIL are enough).
 */
#pragma once

#include <bellbuoy.h>

/* Adds the contacts in a file's @bytes to @context. */
gboolean cli_contacts_add (GBytes *bytes, BuoyContext *context, GError **error);
