/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Whether a reader sees a text, according to its style.
 */
#pragma once

/* Whether a reader sees a text, from most to least visible. */
typedef enum
{
  BUOY_VISIBLE,
  BUOY_DOUBTFUL, /* the style may hide it, or is not understood */
  BUOY_HIDDEN
} BuoyVisibility;
