/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What differs between Evolution 3.46 and 3.56, and the headers that every version has.
 */
#pragma once

#include <e-util/e-util.h>
#include <em-format/e-mail-part-list.h>
#include <libebackend/libebackend.h>
#include <libemail-engine/libemail-engine.h>
#include <mail/e-mail-display.h>
#include <shell/e-shell.h>
