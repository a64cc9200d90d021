/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What the value of a property means for the text. @value is normalised and not empty. A function sets the property to
 * BUOY_CSS_NOTHING if the value is not relevant.
 */
#pragma once

#include "message/css/buoy-css-private.h"

void buoy_css_read_display (BuoyCssDeclaration *declaration, const char *value);
void buoy_css_read_visibility (BuoyCssDeclaration *declaration, const char *value);
void buoy_css_read_opacity (BuoyCssDeclaration *declaration, const char *value);
void buoy_css_read_font_size (BuoyCssDeclaration *declaration, const char *value);
void buoy_css_read_font (BuoyCssDeclaration *declaration, const char *value);
void buoy_css_read_color (BuoyCssDeclaration *declaration, const char *value);
void buoy_css_read_fill (BuoyCssDeclaration *declaration, const char *value);
void buoy_css_read_background (BuoyCssDeclaration *declaration, const char *value);
void buoy_css_read_background_image (BuoyCssDeclaration *declaration, const char *value);
void buoy_css_read_overflow (BuoyCssDeclaration *declaration, const char *value);
void buoy_css_read_size (BuoyCssDeclaration *declaration, const char *value);
void buoy_css_read_place (BuoyCssDeclaration *declaration, const char *value);
void buoy_css_read_spacing (BuoyCssDeclaration *declaration, const char *value);
void buoy_css_read_layer (BuoyCssDeclaration *declaration, const char *value);
void buoy_css_read_effect (BuoyCssDeclaration *declaration, const char *value);
void buoy_css_read_content (BuoyCssDeclaration *declaration, const char *value);
void buoy_css_read_all (BuoyCssDeclaration *declaration, const char *value);
void buoy_css_read_direction (BuoyCssDeclaration *declaration, const char *value);
void buoy_css_read_override (BuoyCssDeclaration *declaration, const char *value);
