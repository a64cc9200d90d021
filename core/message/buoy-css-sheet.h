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

/* Adds the custom properties of a <style> element. They count for all rules, so they are added before any. */
void buoy_css_sheet_add_variables (BuoyCssSheet *sheet, const char *css);

/* Adds the rules of a <style> element. */
void buoy_css_sheet_add (BuoyCssSheet *sheet, const char *css);

/* What the rules say of @element, in the cascade's order (CSS Cascade 4 §6). */
void buoy_css_sheet_apply (BuoyCssSheet *sheet, const GumboNode *element, BuoyCss *css);

/* Reads declarations that may ask for custom properties. */
void buoy_css_sheet_read (const BuoyCssSheet *sheet, const char *declarations, BuoyCss *css);

/* The text that "::before" or "::after" puts there; (transfer full), NULL. */
char *buoy_css_sheet_content (BuoyCssSheet *sheet, const GumboNode *element, gboolean before);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BuoyCssSheet, buoy_css_sheet_free)
