/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The verdict on a mail with a single link.
 */
#pragma once

#include <bellbuoy.h>

typedef struct
{
  const char *from;
  const char *text;
  const char *host;
} Link;

/* "danger link-text-mismatch:strong …": the level and the findings with their strength. */
char *mail_tell (const char *mail);

/* The same of a mail with a single link. @text is HTML. */
char *link_tell (const char *from, const char *href, const char *text);
