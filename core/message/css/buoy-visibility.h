/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Whether a reader sees a text, as far as its style tells.
 */
#pragma once

/* Whether a reader sees a text; the later, the less. */
typedef enum
{
  BUOY_VISIBLE,
  BUOY_DOUBTFUL, /* a style that may hide it, or that is not known here */
  BUOY_HIDDEN
} BuoyVisibility;
