/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A page that is attached to a message: a browser, an image viewer or a calendar shows it.
 */
#pragma once

#include "message/buoy-message.h"

/* Limits. Content beyond one is not read, and "attached" is added to BuoyMessage.limits. */
#define BUOY_MAX_PAGES 100 /* of one file; an invitation comes with two */
#define BUOY_MAX_PAGE_BYTES \
  (8 * 1024 * 1024) /* of one, decoded, also in a body; plots and letters include their pictures */
#define BUOY_MAX_PAGES_BYTES (16 * 1024 * 1024) /* of all in one file, also in messages within it */
#define BUOY_MAX_FILES_BYTES (32 * 1024 * 1024) /* of all attached messages; servers accept no more */

typedef enum
{
  BUOY_PAGE_HTML,    /* HTML and XHTML */
  BUOY_PAGE_SVG,     /* an image that can contain links and scripts */
  BUOY_PAGE_ARCHIVE, /* a page with its images, RFC 2557 */
  BUOY_PAGE_CALENDAR /* RFC 5545 */
} BuoyPageKind;

/* Bits: what the scripts of a page do, judged by keywords. */
typedef enum
{
  BUOY_SCRIPT_DECODES = 1 << 0,   /* creates text from numbers or escapes: atob(), unescape(), fromCharCode() */
  BUOY_SCRIPT_WRITES = 1 << 1,    /* creates a page or program from text: document.write(), innerHTML, eval() */
  BUOY_SCRIPT_LEAVES = 1 << 2,    /* redirects: location = … */
  BUOY_SCRIPT_MAY_LEAVE = 1 << 3, /* contains an address, in a string or for a frame, to which it may redirect */
  BUOY_SCRIPT_ANY = 1 << 4        /* there is a script */
} BuoyScriptSign;

typedef struct
{
  BuoyPageKind kind;
  char *name;           /* the file name, or the media type */
  guint script;         /* BuoyScriptSign bits */
  BuoyMessage *content; /* its texts, links and fields; the subject is the page's title, From is empty */
} BuoyPage;

void buoy_page_free (gpointer page);
