/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Marks what the library exports for our own hosts only, which are of the same version: it is listed in
 * bellbuoy-private.symbols, may change with each version, and is in no header that is installed.
 */
#pragma once

#define BUOY_FOR_HOSTS __attribute__ ((visibility ("default"))) extern
