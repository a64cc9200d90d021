/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The rules of a page's own style sheets, and which of them an element follows.
 */
#pragma once

#include <gumbo.h>

#include "message/buoy-css-private.h"

typedef struct _BuoyCssSheet BuoyCssSheet;

BuoyCssSheet *buoy_css_sheet_new (void);
void buoy_css_sheet_free (BuoyCssSheet *sheet);

/* Adds the rules of a <style> element. */
void buoy_css_sheet_add (BuoyCssSheet *sheet, const char *css);

/* What the rules say of @element, in the cascade's order (CSS Cascade 4 §6). */
void buoy_css_sheet_apply (BuoyCssSheet *sheet, const GumboNode *element, BuoyCss *css);

/* The text that "::before" or "::after" puts there; NULL. */
const char *buoy_css_sheet_content (BuoyCssSheet *sheet, const GumboNode *element,
                                    gboolean before);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BuoyCssSheet, buoy_css_sheet_free)
